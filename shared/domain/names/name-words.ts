import { foldName } from './fold.ts';

/** Between words; hyphens count, as compounds are written with and without them. */
const wordBreak = /[\s,;/()"„“”«»،\-‐‑–]+/u;

const sounded = /[\p{L}\p{N}]/u;
const oneWord = /^[A-Za-z0-9]+$/;

/** Words as they are written. */
export function wordsOf(text: string): string[] {
  if (oneWord.test(text)) return [text];
  return text.split(wordBreak).filter((word) => sounded.test(word));
}

const list = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/**
 * Words that come and go between spellings: the article before sun and moon letters (DIN 31635 and everyday spellings),
 * son and daughter of, in Latin and Arabic script, Amazigh and Hassaniya `ould`, Dutch and German particles.
 */
const particles = list(
  'al el il ul ad ed ud ar er ur as es us an en un at et ut az ez uz ash esh ush adh edh',
  'bin ibn ben bint bent binti ould oulad wuld wald uald mint',
  'ال بن ابن بنت ولد',
  'de du da do dos von van der',
);

/** Whether a word, folded, says nothing about who it is. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** Words that are the first half of a compound that is also written as one word, and nothing by themselves. */
const heads = list(
  // Arabic: servant of, father of, mother of.
  'abd abdul abdel abdal abdol abdur abdus abdun abdoul ebd abu abou abo um umm عبد ابو ام',
  // Tigrinya and Amharic: servant of, son of.
  'gebre gebra ghebre wolde welde ገብረ ወልደ',
);
/** First halves that are names by themselves, too: power, hope, plant, gift, covenant of; servant (Somali). */
const looseHeads = list(
  'haile hayle tesfa habte kidane tekle zer zera abdi cabdi abdo noor nur gul ali',
  'ሃይለ ኃይለ ተስፋ ሀብተ ሃብተ ኪዳነ ተክለ',
);
/** … and the second half: God, religion, `-oğlu`, `-zada`, `Mariam`, `Selassie`. */
const tails = list(
  'allah ullah ollah alla ulla uddin eddin aldin addin din deen dine oglu ogly oglou oghlu zada zadeh zade zoda',
  'selassie sellasie silase الله الدین الدين اوغلو زاده ስላሴ',
);

const article = /^[aeiu](?:l|[rsnzdt]|sh|dh)$/;

/** How many words from `at` on are one compound: `Abd al-Rahman`, `Gebre Mariam`, `Salah ad-Din`; else 1. */
export function compoundAt(words: readonly string[], at: number): number {
  if (at + 1 >= words.length) return 1;
  const [here, next, after] = [at, at + 1, at + 2].map((place) => foldName(words[place] ?? '')) as [
    string,
    string,
    string,
  ];
  if (article.test(next) && after !== '' && (heads.has(here) || tails.has(after))) return 3;
  return heads.has(here) || tails.has(next) ? 2 : 1;
}

/** Compounds among the words, each as one word; a stem with its article (`al-Khatib`) too. */
export function compoundsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  return words.flatMap((word, at) => {
    const length = compoundAt(words, at);
    if (length > 1) return [words.slice(at, at + length).join('')];
    const first = foldName(word);
    return at + 1 < words.length && (article.test(first) || looseHeads.has(first))
      ? [word + (words[at + 1] ?? '')]
      : [];
  });
}
