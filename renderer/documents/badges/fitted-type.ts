import type { TextMeasure } from '#renderer/documents/engine.ts';

/** Line height of type on badges: names are one or two lines, which may stand close. */
export const badgeLines = 0.9;

export interface Line {
  readonly text: string;
  readonly measure: TextMeasure;
  /** Points at most; lines of one block shrink together. */
  readonly largest: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Lines that a text breaks into at spaces; `undefined` if a word is wider than its place. */
function lineCount({ text, measure }: Line, size: number, width: number): number | undefined {
  let lines = 1;
  let used = 0;
  const space = measure.width(' ') * size;
  for (const word of text.split(' ')) {
    const wide = measure.width(word) * size;
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
export function fittedSizes(lines: readonly Line[], { width, height }: Box): number[] {
  for (let share = 1; share > smallest; share -= step) {
    const heights = lines.map((line) => {
      const size = line.largest * share;
      // A hair less than there is: the writer must not break a line that was measured to fit.
      const count = lineCount(line, size, width - 0.5);
      return count === undefined ? Number.POSITIVE_INFINITY : count * size * line.measure.line * badgeLines;
    });
    if (heights.reduce((sum, each) => sum + each, 0) <= height)
      return lines.map((line) => line.largest * share);
  }
  return lines.map((line) => line.largest * smallest);
}
