/** Letters that Unicode does not take apart, and letters of one sound that keyboards write with several signs. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ħ: 'h',
  ə: 'e',
  ς: 'σ',
  // Arabic script: Persian and Kurdish keyboards have their own yeh, kaf and heh; teh marbuta is often typed as heh,
  // alef maksura as yeh (Unicode's UAX 53 and ICU's Arabic folding say the same).
  ی: 'ي',
  ى: 'ي',
  ے: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ٱ: 'ا',
};
const foldable = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const ascii = /^[\u0020-\u007e]*$/;
/** Apostrophes, hyphens, full stops, tatweel, and the joiners of Arabic script. */
const unsounded = /['’`ʼʻ‘´ʿʾ\-‐‑–_.·ـ\u200b-\u200f\u2060\ufeff]/gu;

/** Folds a name for comparing, in its own script: lower case, no marks, no apostrophes or hyphens. Folding twice changes nothing. */
export function foldName(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/['`\-_.]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(foldable, (letter) => letters[letter] ?? letter)
    .replace(unsounded, '')
    .normalize('NFC');
}
