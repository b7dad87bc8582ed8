/**
 * How a word of a name may sound, written in one alphabet for all scripts, so that spellings can be compared.
 *
 * The alphabet: vowels `a e i o u`, half vowels `w y`, consonants `b p t d k g h f m n r l s z`, `S` (sh), `C` (ch in
 * "church"), `J` (j in "jam" and zh), `@` (a vowel that the script leaves open) and `~` (a vowel that may be missing).
 */
import { arabicSounds } from './arabic-sounds.ts';
import { cyrillicSounds } from './cyrillic-sounds.ts';
import { ethiopicSounds } from './ethiopic-sounds.ts';
import { latinSounds } from './latin-sounds.ts';

export type Script = 'latin' | 'arabic' | 'cyrillic' | 'ethiopic' | 'other';

/** The script of the first letter that says one. */
export function scriptOf(word: string): Script {
  if (/\p{Script=Latin}/u.test(word)) return 'latin';
  if (/\p{Script=Arabic}/u.test(word)) return 'arabic';
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  if (/\p{Script=Ethiopic}/u.test(word)) return 'ethiopic';
  return 'other';
}

/**
 * All readings of one word, without spaces, hyphens and apostrophes, in lower case (NFC).
 * Greek, Georgian, Armenian and further scripts are read as their Latin transliteration.
 */
export function soundsOf(word: string, script: Script, latin: string): readonly string[] {
  const read = {
    latin: () => latinSounds(word),
    arabic: () => arabicSounds(word),
    cyrillic: () => cyrillicSounds(word),
    ethiopic: () => ethiopicSounds(word),
    other: () => latinSounds(latin),
  }[script];
  return [...new Set(read().map(tidied))].filter((reading) => reading !== '');
}

/** Doubled sounds are one; a last `iy`, `yi`, `ii` is one `i`; a last `h` behind a vowel is not heard. */
function tidied(reading: string): string {
  return reading
    .replace(/(.)\1+/gu, '$1')
    .replace(/([aeiouwy@~])h$/u, '$1')
    .replace(/i?y+i?$/u, (end) => (end.length > 1 ? 'i' : end))
    .replace(/@([aeiou])/gu, '$1');
}

/** Sounds that are taken for one another when spellings are gathered for comparison. */
const classes: Readonly<Record<string, string>> = {
  ...{ b: 'P', p: 'P', t: 'T', d: 'T', f: 'F', m: 'M', n: 'N', r: 'R', l: 'L' },
  ...{ s: 'S', z: 'S', S: 'S', C: 'S', J: 'S', k: 'K', g: 'K', h: 'K' },
};

/**
 * The consonants of a reading, coarsely: spellings of one name share it, so that only those need to be compared
 * closely. A word that begins with a vowel or half vowel begins with `#`.
 */
export function skeletonOf(reading: string): string {
  let skeleton = /^[aeiouwy@~]/u.test(reading) ? '#' : '';
  for (const sound of reading) {
    const kind = classes[sound];
    if (kind !== undefined && !skeleton.endsWith(kind)) skeleton += kind;
  }
  return skeleton;
}
