import type { PersonEntry } from '#shared/domain/directory.ts';
import { isCode, readWord, type Word } from '#shared/domain/names/lexicon.ts';
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

const none: readonly string[] = [];

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
  ): { readonly places: readonly number[]; readonly nameWords: number };
  release(places: readonly number[]): void;
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

interface TextWords {
  /** The words, compounds behind them. */
  readonly written: readonly string[];
  /** How many of them are words of the text. */
  readonly count: number;
}

export function createTerms(): Terms {
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
    const word = readWord(written);
    if (word.text === '') return undefined;
    const code = isCode(word);
    const made: Term = {
      id: all.length,
      word,
      code,
      letters: lettersIn(word.latin),
      consonants: code ? 0 : consonantsIn([...word.readings.keys()].join('')),
      skeletons: code ? none : [...word.readings.keys()],
      uses: 0,
    };
    all.push(made);
    if (code) codes.push(made);
    if (!code || /\p{L}/u.test(word.text)) words.push(made);
    byText.set(key, made);
    return made;
  };
  /** Names of many people are the same. */
  const byName = new Map<string, TextWords>();
  const wordsOfName = (text: string): TextWords => {
    const known = byName.get(text);
    if (known) return known;
    const words = wordsOf(text);
    const made = { written: [...words, ...compoundsOf(words)], count: words.length };
    byName.set(text, made);
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
      const add = (written: string, other: 0 | 1): void => {
        const made = term(written);
        if (!made || places.length === mostPlaces) return;
        const place = made.id * 2;
        // A word that is twice in the name (Meron Meron) counts twice; what else is known of somebody counts once.
        if (other === 0 || !(places.includes(place) || places.includes(place + 1)))
          places.push(place + other);
      };
      let nameWords = 0;
      for (const text of [person.given, person.family ?? '']) {
        const { written, count } = wordsOfName(text);
        nameWords += count;
        for (const word of written) add(word, 0);
      }
      for (const text of [...person.spellings, person.original ?? '']) {
        for (const word of wordsOfName(text).written) add(word, 1);
      }
      const addCode = (code: string): void => {
        const words = wordsOf(code);
        for (const word of words) add(word, 1);
        if (words.length > 1) add(words.join(''), 1);
      };
      addCode(person.number ?? '');
      for (const code of person.formerNumbers) addCode(code);
      for (const code of badges) addCode(code);
      addCode(person.room ?? '');
      for (const place of places) {
        const used = all[place >> 1];
        if (used) used.uses += 1;
      }
      version += 1;
      return { places, nameWords };
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
