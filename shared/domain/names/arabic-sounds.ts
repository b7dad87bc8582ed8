import { combined, type Sounds } from './combined.ts';

/**
 * Letters of Arabic, Dari/Farsi, Pashto, Sorani and Urdu. Short vowels are not written; `w`, `y` and alef also stand for
 * long vowels. Sources: ICAO 9303 part 3 (Arabic), DIN 31635, BGN/PCGN for Persian, Pashto and Kurdish. Where the
 * languages read a letter apart, each reading is listed: ث (th, s), ذ ض ظ (dh/d, z), ج (j, Egyptian g).
 */
const letters: Readonly<Record<string, Sounds>> = {
  ...{ ا: ['a'], آ: ['a'], أ: ['@'], إ: ['i'], ٱ: ['@'], ء: [''], ؤ: ['w'], ئ: ['y'], ع: [''] },
  ...{ ب: ['b'], پ: ['p'], ت: ['t'], ث: ['t', 's'], ج: ['J', 'g'], چ: ['C'], ح: ['h'], خ: ['h'], د: ['d'] },
  ...{ ذ: ['z', 'd'], ر: ['r'], ز: ['z'], ژ: ['J'], س: ['s'], ش: ['S'], ص: ['s'], ض: ['d', 'z'], ط: ['t'] },
  ...{ ظ: ['z', 'd'], غ: ['g'], ف: ['f'], ق: ['k', 'g'], ک: ['k'], ك: ['k'], گ: ['g'], ل: ['l'], م: ['m'] },
  ...{ ن: ['n'], ه: ['h'], ھ: ['h'], ہ: ['h'], و: ['w'], ي: ['y'], ی: ['y'], ى: ['y'], ة: ['a'] },
  // Pashto: retroflex letters like plain ones; ښ is sh in the south and kh in the north, ږ zh and g.
  ...{ ټ: ['t'], ډ: ['d'], ړ: ['r'], ڼ: ['n'], ځ: ['z'], څ: ['s'], ښ: ['S', 'h'], ږ: ['J', 'g'], ې: ['e'] },
  ...{ ۍ: ['ai'], ۀ: ['a'], ګ: ['g'] },
  // Sorani writes its vowels.
  ...{ ە: ['e'], ۆ: ['o'], ێ: ['e'], ڕ: ['r'], ڵ: ['l'], ڤ: ['w'] },
  ...{ ٹ: ['t'], ڈ: ['d'], ڑ: ['r'], ں: ['n'], ے: ['e'], ۓ: ['e'] },
};

const yeh = /^[يیى]$/u;
const heh = /^[هھہ]$/u;
const vowelEnd = /[اآويیىۆێە]/u;

function soundsAt(word: readonly string[], at: number): Sounds {
  const letter = word[at] ?? '';
  const before = word[at - 1];
  const next = word[at + 1];
  if (at === 0) {
    // Alef and ain at the beginning carry a vowel that is not written, or the long one that follows.
    if (letter === 'ا' || letter === 'أ')
      return next !== undefined && /[ويیې]/u.test(next) ? ['', '@'] : ['@'];
    if (letter === 'إ') return next !== undefined && yeh.test(next) ? [''] : ['i'];
    if (letter === 'ع') return next === 'ا' ? [''] : ['@'];
    if (letter === 'ئ') return [''];
  }
  if (next === undefined) {
    if (yeh.test(letter)) return ['i', 'a'];
    if (heh.test(letter)) return before !== undefined && vowelEnd.test(before) ? ['', 'a'] : ['a'];
    if (letter === 'و') return ['u'];
    if (letter === 'ئ') return ['i'];
  }
  return letters[letter] ?? [''];
}

/** Readings of a word in Arabic script. The article is read and left out, as names are written with and without it. */
export function arabicSounds(word: string): string[] {
  const bare = word
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f]/gu, '')
    // Two signs for one letter.
    .replace(/وو/gu, 'و')
    .replace(/یی|يي/gu, 'ي')
    .replace(/الله$/u, 'اله');
  const compound = bare.replace(/^(عبد|ابو|أبو|بو)(ال)(?=..)/u, '$1');
  const forms = [
    compound,
    ...(/^(ال|أل).{3,}/u.test(compound) ? [compound.slice(2)] : []),
    ...(compound === bare ? [] : [bare]),
  ];
  return forms.flatMap((form) => {
    const signs = Array.from(form);
    return combined(signs.map((_, at) => soundsAt(signs, at)));
  });
}
