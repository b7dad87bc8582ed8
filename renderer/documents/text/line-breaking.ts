/// <reference path="./linebreak.d.ts" />
/** Where lines end: by Unicode's rules (UAX 14), and inside of a word only where it is wider than the line. */
import LineBreaker from 'linebreak';
import type { LineRange } from './text-runs.ts';

const softHyphen = '\u00ad';

/** For sums of fractions: a text as wide as its place fits. */
const tolerance = 0.01;

/** Points that a part of the text is wide as a line of its own. */
export type WidthOf = (range: LineRange) => number;

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

function rangeOf(text: string, start: number, stop: number, isLast: boolean): LineRange {
  let end = stop;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end, hyphen: !isLast && text.charAt(end - 1) === softHyphen };
}

/** The end of the longest part of a too wide word that fits, at least one letter. */
function cutOf(text: string, start: number, stop: number, width: number, widthOf: WidthOf): number {
  const ends = [...letters.segment(text.slice(start, stop))].map(
    ({ index, segment }) => start + index + segment.length,
  );
  let [fits, over] = [0, ends.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (widthOf({ start, end: ends[middle - 1] ?? stop, hyphen: false }) <= width) fits = middle;
    else over = middle;
  }
  return ends[Math.max(0, fits - 1)] ?? stop;
}

/** The lines of one paragraph in a width, at least one. */
export function breakLines(text: string, width: number, widthOf: WidthOf): LineRange[] {
  // Most texts are one line: measuring them part by part would shape every part.
  const whole = rangeOf(text, 0, text.length, true);
  if (widthOf(whole) <= width + tolerance) return [whole];
  const breaker = new LineBreaker(text);
  const stops: number[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) stops.push(next.position);
  const lines: LineRange[] = [];
  let start = 0;
  let fitting = 0;
  const fits = (stop: number): boolean =>
    widthOf(rangeOf(text, start, stop, stop === text.length)) <= width + tolerance;
  for (const stop of stops) {
    if (fits(stop)) {
      fitting = stop;
      continue;
    }
    if (fitting > start) {
      lines.push(rangeOf(text, start, fitting, false));
      start = fitting;
    }
    while (!fits(stop)) {
      const cut = cutOf(text, start, stop, width + tolerance, widthOf);
      if (cut >= stop) break;
      lines.push(rangeOf(text, start, cut, false));
      start = cut;
    }
    fitting = stop;
  }
  if (start < text.length || lines.length === 0) lines.push(rangeOf(text, start, text.length, true));
  return lines;
}
