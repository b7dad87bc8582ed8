/**
 * How clerks write a name in Latin letters, by published standards. Written from the standards alone and without regard
 * to the product's own tables, so that the tests measure and do not repeat them:
 * DIN 31635, BGN/PCGN and the French and German (Duden) transcriptions of Arabic; ICAO 9303 part 3, ISO 9, Duden and
 * BGN/PCGN for Cyrillic; ICAO 9303's replacements for Latin letters with marks; English spellings of Somali.
 */
import type { Random } from '#tests/lab/random.ts';
import type { Language } from './name-lists.ts';

type Table = Readonly<Record<string, string>>;

const letters = (text: string): Table =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split(':') as [string, string]));

const write = (text: string, table: Table): string =>
  Array.from(text.toLowerCase().replaceAll('\u0307', ''), (letter) => table[letter] ?? letter).join('');

const capital = (text: string): string =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** Articles stay small: al-Khatib. */
const named = (text: string): string =>
  capital(text).replace(/^(Al|Ad|An|Ar|As|Ash|Asch|Ach|At|Az|El)-/, (article) => article.toLowerCase());

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

// DIN 31635 letters to those of the other conventions. What is not listed loses its mark.
const bgnArabic = letters('ḫ:kh š:sh ǧ:j ġ:gh ṯ:th ḏ:dh ẕ:z ż:z ž:zh č:ch ʿ: ʾ: ê:e o:o');
const dudenArabic = letters('ḫ:ch š:sch ǧ:dsch ġ:gh ṯ:th ḏ:dh ẕ:s ż:s ž:sch č:tsch y:j q:k ʿ: ʾ: ê:e');
const frenchArabic = letters('ḫ:kh š:ch ǧ:dj ġ:gh ṯ:th ḏ:dh ẕ:z ż:z ž:j č:tch q:k ū:ou w:ou ʿ: ʾ: ê:e');

function arabic(scholarly: string, random: Random): string {
  const spoken = random.chance(0.4)
    ? scholarly
        .replaceAll('u', 'o')
        .replaceAll('U', 'O')
        .replace(/i(?=[^ī]*$)/, 'e')
    : scholarly;
  const style = random.pick(['bgn', 'bgn', 'bgn', 'din', 'duden', 'french', 'english'] as const);
  const diphthongs = random.pick(['ay', 'ai', 'ei']);
  const written = {
    bgn: () => bare(write(spoken, bgnArabic)),
    din: () => bare(write(spoken, letters('ʿ: ʾ:'))).replaceAll('ẖ', 'h'),
    duden: () => bare(write(spoken, dudenArabic)).replaceAll('aj', 'ai'),
    french: () => bare(write(spoken, frenchArabic)),
    english: () => bare(write(spoken, { ...bgnArabic, ...letters('ū:oo ī:ee') })),
  }[style]();
  return joined(written.replaceAll('ay', diphthongs), random);
}

/** Compounds and articles, as they are kept apart or drawn together. */
function joined(text: string, random: Random): string {
  const article = random.pick(['al', 'el']);
  const style = random.pick(['hyphen', 'hyphen', 'space', 'together', 'none'] as const);
  const moon = random.chance(0.5);
  return text
    .replace(/^abd a(\w+)-/, (_, sun: string) =>
      random.pick([`abd ${article}-`, `abdul`, `abdel`, `abdu${sun}`, `abd al`, `abdul `]),
    )
    .replace(
      /^(\w+) ad-din$/,
      (_, stem: string) => `${stem}${random.pick(['uddin', ' ad-din', 'eddin', ' al-din'])}`,
    )
    .replace(/ allah$/, random.pick(['ullah', 'allah', ' allah', 'ollah']))
    .replace(/^a(l|n|r|sh|sch|ch|z|s)-(?=\w)/, (whole) => {
      const own = moon ? `${article}-` : whole;
      if (style === 'hyphen') return own;
      return style === 'space' ? own.replace('-', ' ') : style === 'together' ? own.replace('-', '') : own;
    });
}

const icaoUkrainian = letters(
  'а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ю:iu я:ia',
);
const icaoRussian = letters(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia',
);
const bgnRussian: Table = { ...icaoRussian, ...letters('й:y ъ: ё:yo ю:yu я:ya') };
const iso9Ukrainian = letters(
  'а:a б:b в:v г:g ґ:g д:d е:e є:je ж:ž з:z и:i і:i ї:ï й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:č ш:š щ:šč ь: ю:ju я:ja',
);
const iso9Russian: Table = { ...iso9Ukrainian, ...letters('ы:y ъ: э:e ё:ë х:ch') };
const dudenUkrainian = letters(
  'а:a б:b в:w г:h ґ:g д:d е:e є:je ж:sch з:s и:y і:i ї:ji й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:ch ц:z ч:tsch ш:sch щ:schtsch ь: ю:ju я:ja',
);
const dudenRussian: Table = { ...dudenUkrainian, ...letters('г:g и:i ы:y ъ: э:e ё:jo') };

function cyrillic(own: string, language: 'uk' | 'ru', random: Random): string {
  const tables =
    language === 'uk'
      ? [icaoUkrainian, icaoUkrainian, bgnUkrainian, iso9Ukrainian, dudenUkrainian]
      : [icaoRussian, icaoRussian, bgnRussian, iso9Russian, dudenRussian];
  return write(own, random.pick(tables)).replace(/ï/g, 'i');
}
const bgnUkrainian: Table = { ...icaoUkrainian, ...letters('є:ye ї:yi й:y ю:yu я:ya') };

/** ICAO 9303 part 3, table of national characters. */
const icaoLatin = letters('ö:oe ü:ue ä:ae ß:ss ş:s ç:c ğ:g ı:i ê:e î:i û:u é:e è:e ï:i ë:e');
const plainLatin: Table = { ...icaoLatin, ...letters('ö:o ü:u ä:a') };
const englishSomali = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^c|c/g, '')
    .replaceAll('x', 'h')
    .replace(/([aeiou])\1/g, '$1');
const frenchAsEnglish = (text: string): string =>
  bare(text.toLowerCase()).replaceAll('ou', 'u').replaceAll('aiss', 'ais');
const kurdishAsTurkish = (text: string): string =>
  bare(text.toLowerCase().replaceAll('x', 'h').replaceAll('w', 'v').replaceAll('q', 'k'));
const eritrean = (text: string, random: Random): string => {
  const spelt = text.toLowerCase();
  const changes: readonly (readonly [RegExp, string])[] = [
    [/ay/g, 'ai'],
    [/^ge/, 'ghe'],
    [/brh/g, 'berh'],
    [/e$/, 'ie'],
    [/mary/, 'mari'],
    [/mhr/, 'mehr'],
    [/trh/, 'terh'],
  ];
  return changes.reduce((now, [from, to]) => (random.chance(0.5) ? now.replace(from, to) : now), spelt);
};

/** One Latin spelling of a name, by a convention drawn for it. */
export function latinSpelling(
  [own, scholarly]: readonly [string, string],
  language: Language,
  random: Random,
): string {
  switch (language) {
    case 'ar':
    case 'prs':
    case 'ps':
    case 'ckb':
      return named(arabic(scholarly.toLowerCase(), random));
    case 'uk':
    case 'ru':
      return capital(cyrillic(own, language, random));
    case 'ti':
      return capital(eritrean(scholarly, random));
    case 'so':
      return capital(random.chance(0.5) ? own : englishSomali(own));
    case 'fr':
      return capital(random.pick([own, write(own, icaoLatin), frenchAsEnglish(own)]));
    case 'kmr':
      return capital(random.pick([own, own, write(own, icaoLatin), kurdishAsTurkish(own)]));
    case 'tr':
      return capital(random.pick([own, own, write(own, icaoLatin), write(own, plainLatin)]));
  }
}
