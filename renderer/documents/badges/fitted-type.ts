import type { TextSetter } from '#renderer/documents/text/text-setter.ts';

/** Line height of type on badges: names are one or two lines, which may stand close. */
export const badgeLines = 0.9;

export interface Line {
  readonly text: string;
  readonly bold: boolean;
  /** Points at most; lines of one block shrink together. */
  readonly largest: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

interface MeasuredLine extends Line {
  /** Points at a size of one point. */
  readonly words: readonly number[];
  readonly space: number;
  readonly height: number;
}

function measured(line: Line, setter: TextSetter): MeasuredLine {
  const { text, bold } = line;
  const widthOf = (part: string): number => setter.width(part, { size: 1, bold });
  return {
    ...line,
    words: text.split(' ').map(widthOf),
    space: widthOf(' '),
    height: setter.set(text, { size: 1, bold, lineHeight: badgeLines, width: widthOf(text) + 1 }).height,
  };
}

/** Lines that a text breaks into at spaces; `undefined` if a word is wider than its place. */
function lineCount(line: MeasuredLine, size: number, width: number): number | undefined {
  let lines = 1;
  let used = 0;
  const space = line.space * size;
  for (const word of line.words) {
    const wide = word * size;
    if (wide > width) return undefined;
    if (used > 0 && used + space + wide > width) {
      lines += 1;
      used = wide;
    } else used += (used > 0 ? space : 0) + wide;
  }
  return lines;
}

const smallest = 0.2;
const step = 0.025;

/** The sizes in points, shrunk by one share, at which the lines below each other stay in their box. */
export function fittedSizes(lines: readonly Line[], { width, height }: Box, setter: TextSetter): number[] {
  const measuredLines = lines.map((line) => measured(line, setter));
  for (let share = 1; share > smallest; share -= step) {
    const heights = measuredLines.map((line) => {
      const size = line.largest * share;
      // A hair less than there is: the writer must not break a line that was measured to fit.
      const count = lineCount(line, size, width - 0.5);
      return count === undefined ? Number.POSITIVE_INFINITY : count * size * line.height;
    });
    if (heights.reduce((sum, each) => sum + each, 0) <= height)
      return lines.map((line) => line.largest * share);
  }
  return lines.map((line) => line.largest * smallest);
}
