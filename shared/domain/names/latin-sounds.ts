import anyAscii from 'any-ascii';
import { combined, type Sounds } from './combined.ts';

/**
 * Marked letters whose sound is not that of their base letter: Turkish, Kurmanji (Bedirxan), Czech and Slavic
 * transliteration (ISO 9), Arabic and Persian transliteration (DIN 31635). Capitals are sounds of sounds.ts.
 */
const marked: Readonly<Record<string, string>> = {
  ...{ ç: 'C', č: 'C', ć: 'C', ş: 'S', š: 'S', ș: 'S', ś: 'S', ŝ: 'S', ž: 'J', ź: 'J', ż: 'J', ǧ: 'J' },
  ...{ ğ: 'g', ġ: 'g', ḫ: 'h', ẖ: 'h', ḥ: 'h', ʿ: '', ʾ: '', ə: 'e', ä: 'e', ñ: 'ny' },
};
const markedLetter = new RegExp(`[${Object.keys(marked).join('')}]`, 'gu');

/**
 * Letters that are read together, longest first. German (Duden's transcriptions: sch, tsch, dsch, ch), English
 * (BGN/PCGN, ICAO: sh, ch, kh, gh, zh, dh, th), French (ou, dj, ch), Somali (x for h, c for ain, dh), Kurmanji and
 * Turkish (c for j, x for kh), Slavic scientific transliteration (c for ts, j for y).
 */
const together: Readonly<Record<string, Sounds>> = {
  ...{
    schtsch: ['S'],
    shtsch: ['S'],
    shch: ['S'],
    SC: ['S'],
    tsch: ['C'],
    tsh: ['C'],
    tch: ['C'],
    tc: ['C'],
  },
  ...{ dsch: ['J'], dzh: ['J'], dj: ['J'], dJ: ['J'], zh: ['J'], sch: ['S'], sh: ['S'], ch: ['C', 'h'] },
  ...{ kh: ['h'], gh: ['g'], ph: ['f'], th: ['t', 's'], dh: ['d', 'z'], ts: ['z'], tz: ['z'], ck: ['k'] },
  ...{ oe: ['o', 'oe'], ue: ['u', 'ue'], ae: ['e', 'ae'] },
  ...{ ou: ['u'], oo: ['u'], ee: ['i'], x: ['h', 'ks'], q: ['k'], v: ['w'], j: ['J', 'y'] },
};
/** How many letters are read together, by the first of them, longest first. */
const lengths = new Map<string, readonly number[]>();
for (const { 0: first = '', length } of Object.keys(together))
  lengths.set(
    first,
    [...new Set([...(lengths.get(first) ?? []), length])].sort((a, b) => b - a),
  );
const alone: readonly number[] = [];
const vowel = /[aeiou]/;
const ascii = /^[a-z0-9]*$/;

/** Spellings of whole words that no rule of sound gives. Sources: Duden "Das große Vornamenlexikon"; Schimmel, "Islamic Names" (1989). */
const spelledApart: readonly (readonly string[])[] = [
  ['reza', 'rida', 'reda', 'riza', 'ridha'],
  ['ramadan', 'ramazan', 'ramzan', 'ramdane'],
  ['fadl', 'fazl', 'fazel', 'fadel', 'fadil', 'fazil'],
  ['murtada', 'murtaza', 'morteza', 'mortada'],
  ['khidr', 'khizr', 'khedr', 'hidir', 'xidir'],
  ['muhammad', 'mihemed', 'mihemmed'],
  ['abubakr', 'abubakar', 'aboubacar', 'aboubakar', 'boubacar', 'bubakar', 'abubaker', 'ebubekir', 'abobakr'],
  ['ibrahim', 'brahim', 'ebrahim', 'abrahim', 'birhim', 'ibrahima'],
  ['ismail', 'esmail', 'smail', 'ismael', 'ismaila'],
  ['fatima', 'fadumo', 'faadumo', 'faduma'],
  ['aisha', 'caasha', 'casha', 'asha'],
  ['said', 'siciid', 'sicid'],
];
const equals = new Map(
  spelledApart.flatMap((group) => group.map((form) => [form, group[0] ?? form] as const)),
);

/**
 * Beginnings and endings that are written in many ways. `Abd` with the article, which takes the colour of sun letters;
 * `-oğlu`; Russian `-off`, `-ow`; the family names of women in Slavic languages; `-uddin`.
 */
const parts: readonly (readonly [RegExp, string])[] = [
  [/^(?:abd|3abd|ebd)[aeiou]?(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d))?(?=[a-z]{3})/, 'abd'],
  [/^abo?u(?:l|s(?=s)|r(?=r))(?=[^aeiouy][a-z]{2})/, 'abu'],
  [/(?:o|u)(?:g|gh)l[uiyo]$/, 'oglu'],
  [/[aeiou]l?(?:dd?|tt?)[ie]+ne?$/, 'udin'],
  [/(o|e)(?:ff|v|w)a?$/, '$1w'],
  [/(sk|ck)(?:yi|yj|yy|iy|ij|ii|i|y|a|aya|aia|aja)$/, '$1i'],
  [/([aeiou])z[ao]d(?:eh?|ah?)$/, '$1zade'],
];
/** The article before a stem, of one word with it; of sun letters the doubled one stays. */
const article = /^(?:[aeu]l(?=[^aeiouyl][a-z]{2})|[aeu]sh(?=sh)|[aeu]([rnsztd])(?=\1))/;
/** What looks like the article must leave a stem of this length; before a vowel it is one where no name like Alina is. */
const shortestStem = 4;
const beforeVowel = /^[ae]l(?=[aiou]\w{2})(?!\w{2,3}a$)/;

function scanned(word: string): string[] {
  const sounds: Sounds[] = [];
  for (let at = 0; at < word.length; ) {
    const length =
      (lengths.get(word.charAt(at)) ?? alone).find(
        (count) => together[word.slice(at, at + count)] !== undefined,
      ) ?? 1;
    sounds.push(soundsAt(word, at, length));
    at += length;
  }
  return combined(sounds);
}

function soundsAt(word: string, at: number, length: number): Sounds {
  const letters = word.slice(at, at + length);
  const known = together[letters];
  if (known) return known;
  const [before, next] = [word[at - 1] ?? '', word[at + length] ?? ''];
  if (letters === 'c') {
    if (!vowel.test(next)) return ['J', 'k'];
    return /[ei]/.test(next) ? ['J', 's', ''] : ['J', 'k', ''];
  }
  if (letters === 'y') return vowel.test(before) || vowel.test(next) ? ['y'] : ['i'];
  if (letters === 'g' && at === 0 && /[aei]/.test(next) && word.length > 3) return ['g', 'J'];
  return /[a-zSCJ]/.test(letters) ? [letters] : [''];
}

/** Readings of a word in Latin script, in lower case, without apostrophes and hyphens. */
export function latinSounds(word: string): string[] {
  const plain = ascii.test(word)
    ? word
    : anyAscii(word.normalize('NFC').replace(markedLetter, (letter) => marked[letter] ?? letter));
  const one = equals.get(plain) ?? parts.reduce((text, [part, to]) => text.replace(part, to), plain);
  const stem = one.replace(article, '');
  const words =
    stem !== one && stem.length >= shortestStem
      ? [stem, one]
      : [...new Set([one, one.replace(beforeVowel, '')])];
  // A French last e is mute: Rahmane, Ousmane.
  const forms = words.flatMap((each) => [each, each.replace(/(?<=[a-z]{3}[aiou][nmrl])e$/, '')]);
  return [...new Set(forms)].flatMap(scanned);
}
