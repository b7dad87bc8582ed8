import { type Fits, fit } from './match-word.ts';
import { mostPlaces } from './terms.ts';

/** What an article or `bin` that was typed and is not in the name costs. */
const leftOut = 2 * fit.spelling;
/** What it costs that two typed words are found in one. */
const twiceTaken = 2 * fit.middle;
/** More than any fit of one word. */
const wordSpan = 2 * (fit.slipBeginning + 1) + twiceTaken;
/** Of somebody who does not have every typed word. */
export const none = Number.MAX_SAFE_INTEGER;

/** The terms of all rows one behind the other, so that a search runs through memory in order. */
export interface Table {
  readonly places: Int32Array;
  /** Where each row's terms begin; one more at the end. */
  readonly starts: Int32Array;
}

const noPlaces: readonly number[] = [];

export function tableOf(rows: readonly { readonly places: readonly number[] }[]): Table {
  const starts = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at += 1)
    starts[at + 1] = (starts[at] ?? 0) + (rows[at]?.places.length ?? 0);
  const places = new Int32Array(starts[rows.length] ?? 0);
  let next = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const own = rows[at]?.places ?? noPlaces;
    for (let place = 0; place < own.length; place += 1) {
      places[next] = own[place] ?? 0;
      next += 1;
    }
  }
  return { places, starts };
}

/** The cheapest way to find every typed word, alone or together with its neighbour, among a person's terms. */
export function rankOf(
  table: Table,
  row: number,
  words: readonly Fits[],
  pairs: readonly Fits[],
  optional: readonly boolean[],
): number {
  /** Of the words up to the one before, and up to this one. */
  let before = none;
  let best = 0;
  let taken = nowhere;
  for (let at = 0; at < words.length; at += 1) {
    const single = placeOf(table, row, words[at], taken);
    const pair = at > 0 && before !== none ? placeOf(table, row, pairs[at - 1], nowhere) : nowhere;
    let next = best === none || single === nowhere ? none : best + rankAt(single);
    if (pair !== nowhere) next = Math.min(next, before + rankAt(pair));
    if (optional[at] && best !== none) next = Math.min(next, best + leftOut);
    before = best;
    best = next;
    taken = single;
    if (best === none && before === none) return none;
  }
  return best;
}

/** A place among a person's terms and how well a typed word fits it, in one number; the better ones are smaller. */
const placeSpan = mostPlaces;
const nowhere = Number.MAX_SAFE_INTEGER;
const rankAt = (place: number): number => Math.floor(place / placeSpan);

/**
 * The best fit of one typed word among a person's terms; in the name itself it is worth more than elsewhere. The term
 * that the word before fits best is taken only for want of another: `Samir Sami` is not `Samir Khatib`.
 */
function placeOf({ places, starts }: Table, row: number, fits: Fits | undefined, taken: number): number {
  if (fits === undefined || fits.best === fit.none) return nowhere;
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? 0;
  const avoided = taken === nowhere ? -1 : start + (taken % placeSpan);
  let best = wordSpan;
  let found = 0;
  for (let at = start; at < end; at += 1) {
    const place = places[at] ?? 0;
    let rank = (fits.byTerm[place >> 1] ?? fit.none) * 2 + (place & 1);
    if (at === avoided) rank += twiceTaken;
    if (rank < best) {
      best = rank;
      found = at - start;
    }
  }
  return best === wordSpan ? nowhere : best * placeSpan + found;
}
