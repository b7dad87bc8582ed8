import { distance, type Reading, tolerance } from '#shared/domain/names/alignment.ts';
import type { Word } from '#shared/domain/names/lexicon.ts';
import { consonantsIn, lettersIn, type Term, type Terms } from './terms.ts';
import { slips, slipsAllowed } from './typos.ts';

/** How well a typed word fits a term; less is better. */
export const fit = {
  exact: 0,
  beginning: 1,
  /** Another spelling or script, close by or further off. */
  spelling: 2,
  farSpelling: 3,
  spellingBeginning: 4,
  middle: 5,
  slip: 6,
  slips: 7,
  slipBeginning: 8,
  none: 255,
} as const;

/** A spelling this close differs in what clerks write either way. */
const near = 0.2;
/** From this many letters on, the middle of a word and the beginning of one with a slip are looked for. */
const longEnough = 3;
const longEnoughForSlips = 5;
const longest = 40;

export interface Typed {
  readonly word: Word;
  readonly code: boolean;
}

/** How well a typed word fits each term, by the term's id. */
export interface Fits {
  readonly byTerm: Uint8Array;
  /** The best of all. */
  readonly best: number;
}

/** Fits by letters and by sound. With these given as `known`, words with a letter or two wrong are looked for as well. */
export function fitsOf({ word, code }: Typed, terms: Terms, known?: Fits): Fits {
  const byTerm = known ? known.byTerm.slice() : new Uint8Array(terms.count).fill(fit.none);
  let best: number = known?.best ?? fit.none;
  if (word.text.length > longest || (known && code)) return { byTerm, best };
  const letters = word.inLatin ? lettersIn(word.latin) : 0;
  const bySound = known ? undefined : soundSearch(word);
  const bySlips = known ? slipSearch(word) : undefined;
  for (const term of code ? terms.codes : terms.words) {
    if (term.uses === 0) continue;
    let one: number = byTerm[term.id] ?? fit.none;
    if (bySlips && !term.code && one > fit.slip) one = Math.min(one, bySlips(term));
    if (bySound) {
      // Most terms lack a letter that was typed.
      if ((letters & ~term.letters) === 0 || !term.word.inLatin) one = letterFit(word, term);
      if (one > fit.spelling && !code && !term.code) one = Math.min(one, bySound(term, one));
    }
    byTerm[term.id] = one;
    if (one < best) best = one;
  }
  return { byTerm, best };
}

/** By letters; numbers also where they were typed with Arabic or Persian digits. */
function letterFit(typed: Word, { word, code }: Term): number {
  // Some letters of the script have no sound among a to z, ʕ for one.
  const inLatin = code || (typed.inLatin && word.inLatin && typed.latin !== '');
  const [sought, text] = inLatin ? [typed.latin, word.latin] : [typed.text, word.text];
  const at = text.indexOf(sought);
  if (at === -1 || sought === '') return fit.none;
  if (at === 0) return text.length === sought.length ? fit.exact : fit.beginning;
  return sought.length >= longEnough ? fit.middle : fit.none;
}

/** Spellings that sound alike: the whole word, or, with two consonants to go by, its beginning. */
function soundSearch(word: Word): (term: Term, best: number) => number {
  const consonants = (skeleton: string): number => skeleton.replace('#', '').length;
  const sought = [...word.readings].map(([skeleton, readings]) => ({
    ...{ skeleton, readings, consonants: consonantsIn(skeleton) },
    begins: consonants(skeleton) >= (word.inLatin ? 2 : 1) && word.text.length > 1,
  }));
  return (term, best) => {
    let found = best;
    for (const { skeleton, consonants, readings, begins } of sought) {
      if (consonants & ~term.consonants) continue;
      for (const theirs of term.skeletons) {
        const same = theirs === skeleton;
        if (!same && !(begins && theirs.startsWith(skeleton))) continue;
        for (const reading of term.word.readings.get(theirs) ?? [])
          for (const own of readings) found = Math.min(found, soundFit(own, reading, same, begins));
      }
    }
    return found;
  };
}

function soundFit(typed: Reading, reading: Reading, whole: boolean, begins: boolean): number {
  if (whole) {
    const apart = distance(typed, reading, tolerance(typed, reading));
    if (apart !== Number.POSITIVE_INFINITY) return apart < near ? fit.spelling : fit.farSpelling;
  }
  if (!begins) return fit.none;
  const apart = distance(typed, reading, tolerance(typed, typed), true);
  return apart === Number.POSITIVE_INFINITY ? fit.none : fit.spellingBeginning;
}

function slipSearch(word: Word): (term: Term) => number {
  const sought = word.inLatin ? word.latin : word.text;
  const most = slipsAllowed(sought.length);
  const letters = lettersIn(word.latin);
  const begins = sought.length >= longEnoughForSlips;
  return (term) => {
    if (most === 0 || term.word.inLatin !== word.inLatin) return fit.none;
    const text = word.inLatin ? term.word.latin : term.word.text;
    // A letter that the word does not have is a slip of its own.
    if (word.inLatin && ones(letters & ~term.letters) > most) return fit.none;
    const allowed = Math.min(most, slipsAllowed(text.length));
    const whole = slips(sought, text, allowed, false);
    if (whole <= allowed) return whole === 1 ? fit.slip : fit.slips;
    return begins && slips(sought, text, 1, true) <= 1 ? fit.slipBeginning : fit.none;
  };
}

function ones(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
