import { combined, type Sounds } from './combined.ts';

/**
 * Ethiopic syllables: the Unicode block (U+1200) lists every consonant in the seven orders of its vowels, eight code
 * points a row. Consonants as Tigrinya and Amharic passports write them (BGN/PCGN 1994, 2007), glottalised ones like
 * plain ones; the laryngeals (አ ዐ) are not heard.
 */
const rows: Readonly<Record<number, string>> = {
  ...{ 0: 'h', 1: 'l', 2: 'h', 3: 'm', 4: 's', 5: 'r', 6: 's', 7: 'S', 8: 'k', 9: 'kw', 10: 'k', 11: 'kw' },
  ...{ 12: 'b', 13: 'w', 14: 't', 15: 'C', 16: 'h', 17: 'hw', 18: 'n', 19: 'ny', 20: '', 21: 'k', 22: 'kw' },
  ...{ 23: 'h', 24: 'hw', 25: 'w', 26: '', 27: 'z', 28: 'J', 29: 'y', 30: 'd', 31: 'd', 32: 'J', 33: 'g' },
  ...{ 34: 'gw', 35: 'g', 36: 't', 37: 'C', 38: 'p', 39: 's', 40: 's', 41: 'f', 42: 'p' },
};
/** Vowels of the orders; the sixth is a short i or e, or none, and the first of a laryngeal sounds like the fourth. */
const orders: readonly Sounds[] = [['e'], ['u'], ['i'], ['a'], ['e'], ['~'], ['o'], ['wa']];
const start = 0x1200;

/** Readings of a word in Ethiopic script. */
export function ethiopicSounds(word: string): string[] {
  return combined(
    Array.from(word, (sign): Sounds => {
      const place = (sign.codePointAt(0) ?? 0) - start;
      const consonant = rows[place >> 3];
      if (consonant === undefined) return [''];
      const laryngeal = consonant === '' || consonant === 'h';
      const vowels = laryngeal && (place & 7) === 0 ? ['a'] : (orders[place & 7] ?? ['']);
      return vowels.map((vowel) => consonant + vowel);
    }),
  );
}
