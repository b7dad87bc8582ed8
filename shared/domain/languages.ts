/**
 * Languages by ISO 639 code, with the names under which lists name them in German and English. The first German name
 * is the one shown (locales hold the shown names; these are for reading lists).
 */
const names: Readonly<Record<string, readonly string[]>> = {
  ar: ['arabisch', 'arabic'],
  prs: ['dari'],
  fa: ['farsi', 'persisch', 'persian'],
  ps: ['paschtu', 'paschto', 'pashto'],
  ckb: ['sorani', 'zentralkurdisch', 'central kurdish'],
  kmr: ['kurmandschi', 'kurmanci', 'kurmanji', 'kurdisch', 'kurdish'],
  tr: ['türkisch', 'turkish'],
  so: ['somali', 'somalisch'],
  ti: ['tigrinya', 'tigrinisch'],
  am: ['amharisch', 'amharic'],
  fr: ['französisch', 'french'],
  en: ['englisch', 'english'],
  de: ['deutsch', 'german'],
  uk: ['ukrainisch', 'ukrainian'],
  ru: ['russisch', 'russian'],
  es: ['spanisch', 'spanish'],
  pt: ['portugiesisch', 'portuguese'],
  sq: ['albanisch', 'albanian'],
  sr: ['serbisch', 'serbian'],
  ka: ['georgisch', 'georgian'],
  ur: ['urdu'],
  bn: ['bengalisch', 'bengali'],
  ha: ['hausa'],
  rom: ['romanes', 'romani'],
};

/** Codes that the app offers to choose from. */
export const languageCodes: readonly string[] = Object.keys(names);

const codeByName = new Map(
  Object.entries(names).flatMap(([code, list]) => [
    [code, code] as const,
    ...list.map((name) => [name, code] as const),
  ]),
);

/** The code for a language named in German or English, or the trimmed text itself where it is none we know. */
export function languageCode(text: string): string {
  return codeByName.get(text.trim().toLowerCase()) ?? text.trim();
}
