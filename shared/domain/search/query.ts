import { foldName } from '#shared/domain/names/fold.ts';
import { isCode, readWord } from '#shared/domain/names/lexicon.ts';
import { isParticle, wordsOf } from '#shared/domain/names/name-words.ts';
import type { Typed } from './match-word.ts';

/** A typed word, or two neighbours taken as one: `Abdul Rahman` for `Abdulrahman`. */
export interface Segment extends Typed {
  readonly written: string;
}

export interface Query {
  readonly words: readonly Segment[];
  /** The word at each place together with the next one. */
  readonly pairs: readonly Segment[];
  /** Whether the word at each place may be left out: an article, son of. */
  readonly optional: readonly boolean[];
}

/** Words behind this many are too many for a name. */
const mostWords = 8;
const numeric = /^[\p{Nd}\s\-–/.]+$/u;

const segment = (written: string): Segment => {
  const word = readWord(written);
  return { written, word, code: isCode(word) };
};

/** What was typed, as words. A number typed in groups, as badges print it, is one word. */
export function queryOf(text: string): Query {
  const written = numeric.test(text) ? [text.replace(/[^\p{Nd}]/gu, '')] : wordsOf(text).slice(0, mostWords);
  const words = written.map(segment).filter(({ word }) => word.text !== '');
  const particles = words.map(({ written: one }) => isParticle(foldName(one)));
  const some = particles.includes(false);
  return {
    words,
    pairs: words.slice(1).map(({ written: second }, at) => segment((words[at]?.written ?? '') + second)),
    optional: particles.map((particle) => particle && some),
  };
}
