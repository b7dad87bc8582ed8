import { combined, type Sounds } from './combined.ts';

/**
 * Ukrainian, Russian, Belarusian, Bulgarian and Serbian letters, and those of Central Asia. Sources for what Latin
 * spellings make of them: Ukraine's Cabinet resolution 55 of 2010, Russia's passport rules (ICAO 9303), ISO 9, Duden.
 */
const letters: Readonly<Record<string, Sounds>> = {
  ...{ а: ['a'], б: ['b'], в: ['w'], д: ['d'], ж: ['J'], з: ['z'], и: ['i'], і: ['i'], к: ['k'], л: ['l'] },
  ...{ м: ['m'], н: ['n'], о: ['o'], п: ['p'], р: ['r'], с: ['s'], т: ['t'], у: ['u'], ф: ['f'], х: ['h'] },
  ...{ ц: ['z'], ч: ['C'], ш: ['S'], щ: ['S'], ъ: [''], ы: ['i'], ь: [''], э: ['e'], й: ['y'], ё: ['yo'] },
  // Ukrainian г is h, Russian г is g; both stand in passports.
  ...{ г: ['h', 'g'], ґ: ['g'], е: ['e'], є: ['ye'], ї: ['yi'], ю: ['yu'], я: ['ya'], ў: ['w'] },
  ...{ ђ: ['J'], ј: ['y'], љ: ['ly'], њ: ['ny'], ћ: ['C'], џ: ['J'], ѓ: ['g'], ќ: ['k'], ѕ: ['z'] },
  ...{ ә: ['a'], ғ: ['g'], қ: ['k'], ң: ['n'], ө: ['o'], ұ: ['u'], ү: ['u'], һ: ['h'], ҳ: ['h'], ҷ: ['J'] },
  ...{ ӣ: ['i'], ӯ: ['u'], ҡ: ['k'], ҙ: ['z'], ҫ: ['s'], җ: ['J'] },
  // Chechen and Ingush palochka only hardens.
  ...{ ӏ: [''], Ӏ: [''] },
};

/** Endings of family names whose Latin spellings go apart: -ський/-ский, -ов/-ова. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(ськ|ск)(ий|ій|ой|ая|а)$/u, '$1и'],
  [/(ов|ев|єв|ёв|ін|ин|їн)а$/u, '$1'],
];

/** Readings of a word in Cyrillic script; family names of women also as those of men. */
export function cyrillicSounds(word: string): string[] {
  const words = [word, ...endings.map(([ending, to]) => word.replace(ending, to))];
  return [...new Set(words)].flatMap((each) =>
    combined(Array.from(each, (letter) => letters[letter] ?? [''])),
  );
}
