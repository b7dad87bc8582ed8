/** The tags by which fonts name scripts and languages. */

/** The scripts of our fonts; what belongs to none of them (digits, brackets, spaces) takes its neighbour's. */
const scripts = [
  [/\p{Script=Latin}/u, 'latn'],
  [/\p{Script=Arabic}/u, 'arab'],
  [/\p{Script=Cyrillic}/u, 'cyrl'],
  [/\p{Script=Ethiopic}/u, 'ethi'],
  [/\p{Script=Greek}/u, 'grek'],
] as const;

/** The script that a character belongs to, if it belongs to one alone. */
export function scriptOf(character: string): string | undefined {
  return scripts.find(([letters]) => letters.test(character))?.[1];
}

/** Languages for which a font of ours may shape otherwise, by their BCP 47 code. */
const languages: Readonly<Record<string, string>> = {
  ar: 'ARA ',
  ckb: 'KUR ',
  fa: 'FAR ',
  kmr: 'KUR ',
  ku: 'KUR ',
  prs: 'DRI ',
  ps: 'PAS ',
  ro: 'ROM ',
  ru: 'RUS ',
  so: 'SML ',
  sr: 'SRB ',
  ti: 'TGY ',
  tr: 'TRK ',
  uk: 'UKR ',
  ur: 'URD ',
  vi: 'VIT ',
};

/** The tag of a language, by its first part (`ar-SY` is `ar`). */
export function languageTag(language: string | undefined): string | undefined {
  return language === undefined ? undefined : languages[language.split('-', 1)[0]?.toLowerCase() ?? ''];
}
