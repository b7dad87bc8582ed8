import type { PersonEntry } from '#shared/domain/directory.ts';
import { isCode, type Lexicon, type Word } from '#shared/domain/names/lexicon.ts';
import { compoundsOf, wordsOf } from '#shared/domain/names/name-words.ts';

/** One word or number that people are found by. */
export interface Term {
  readonly id: number;
  readonly word: Word;
  /** A number, a room: found by its letters alone. */
  readonly code: boolean;
  /** Which of a to z are in its Latin letters, as bits. */
  readonly letters: number;
  /** Which kinds of consonants its skeletons have, as bits. */
  readonly consonants: number;
  readonly skeletons: readonly string[];
  /** People who have it. */
  uses: number;
}

/** Bits of the consonants in a skeleton; how it begins is one of them. */
export function consonantsIn(skeleton: string): number {
  return lettersIn(skeleton.toLowerCase()) | (skeleton.includes('#') ? beginsWithVowel : 0);
}
const beginsWithVowel = 1 << 30;

/** So many words of one person are searched; 20 spellings of 200 letters could have more. */
export const mostPlaces = 1024;

/** Every term once, however many people have it. */
export interface Terms {
  readonly count: number;
  /** What words are looked for in: everything but plain numbers. */
  readonly words: readonly Term[];
  /** What is looked for where a digit was typed. */
  readonly codes: readonly Term[];
  /** Grows with every new term, and when one is used again or no longer. */
  readonly version: number;
  /** Where a person's terms stand (`id * 2`, plus 1 where it is not the name itself), and how many words the name has. */
  of(
    person: PersonEntry,
    badges: readonly string[],
  ): { readonly places: Int32Array; readonly nameWords: number };
  release(places: Int32Array): void;
}

/** Bits of the letters a to z in a text. */
export function lettersIn(latin: string): number {
  let bits = 0;
  for (let at = 0; at < latin.length; at += 1) {
    const letter = latin.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

export function createTerms(lexicon: Lexicon): Terms {
  const all: Term[] = [];
  const words: Term[] = [];
  const codes: Term[] = [];
  const byText = new Map<string, Term>();
  let version = 0;
  const term = (written: string): Term | undefined => {
    // The folded text alone does not tell ş from s, which sound apart.
    const key = written.toLowerCase();
    const known = byText.get(key);
    if (known) return known;
    const word = lexicon.word(written);
    if (word.text === '') return undefined;
    const code = isCode(word);
    const made: Term = {
      ...{ id: all.length, word, code, letters: lettersIn(word.latin), uses: 0 },
      skeletons: code ? [] : [...word.readings.keys()],
      consonants: code ? 0 : consonantsIn([...word.readings.keys()].join('')),
    };
    all.push(made);
    if (code) codes.push(made);
    if (!code || /\p{L}/u.test(word.text)) words.push(made);
    byText.set(key, made);
    return made;
  };
  return {
    words,
    codes,
    get count() {
      return all.length;
    },
    get version() {
      return version;
    },
    of: (person, badges) => {
      const places: number[] = [];
      // A word that is twice in the name (Meron Meron) counts twice; what else is known of somebody counts once.
      const seen = new Set<number>();
      const add = (written: string, other: 0 | 1): void => {
        const made = term(written);
        if (!made || places.length === mostPlaces || (other === 1 && seen.has(made.id))) return;
        seen.add(made.id);
        places.push(made.id * 2 + other);
      };
      let nameWords = 0;
      for (const text of [person.given, person.family ?? '']) {
        const words = wordsOf(text);
        nameWords += words.length;
        for (const word of [...words, ...compoundsOf(words)]) add(word, 0);
      }
      for (const text of [...person.spellings, person.original ?? '']) {
        const words = wordsOf(text);
        for (const word of [...words, ...compoundsOf(words)]) add(word, 1);
      }
      const codes = [person.number, ...person.formerNumbers, ...badges, person.room];
      for (const code of codes) {
        const words = wordsOf(code ?? '');
        for (const word of words.length > 1 ? [...words, words.join('')] : words) add(word, 1);
      }
      for (const place of places) {
        const used = all[place >> 1];
        if (used) used.uses += 1;
      }
      version += 1;
      return { places: Int32Array.from(places), nameWords };
    },
    release: (places) => {
      for (const place of places) {
        const used = all[place >> 1];
        if (used) used.uses -= 1;
      }
      version += 1;
    },
  };
}
