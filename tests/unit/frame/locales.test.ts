import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';

const root = join(import.meta.dirname, '../../..', 'locales');
/** Of the staff's screens; every other language is one of the kiosk's. */
const languages = ['de', 'en'];
const namespaces = readdirSync(join(root, 'de')).sort();

type Texts = { readonly [key: string]: string | Texts };

/** All keys with their texts, dots between levels. */
function flat(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

const read = (language: string, namespace: string): [string, string][] =>
  flat(JSON.parse(readFileSync(join(root, language, namespace), 'utf8')) as Texts);
const placeholders = (text: string): string[] => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

describe('texts', () => {
  it('are there in German and English for staff, and for residents only those of kiosk and papers', () => {
    const others = readdirSync(root).filter((language) => !languages.includes(language));
    expect([...languages, ...others].sort()).toEqual(kioskLanguages.map(({ code }) => code).sort());
    for (const language of others)
      expect(readdirSync(join(root, language)).sort()).toEqual(['kiosk.json', 'papers.json']);
  });

  it.each(namespaces)('%s has the same keys in every language', (namespace) => {
    const german = read('de', namespace)
      .map(([key]) => key)
      .sort();
    for (const language of languages)
      expect(
        read(language, namespace)
          .map(([key]) => key)
          .sort(),
      ).toEqual(german);
  });

  it.each(namespaces)('%s fills the same values in every language', (namespace) => {
    const german = new Map(read('de', namespace));
    for (const language of languages) {
      for (const [key, text] of read(language, namespace))
        expect([key, placeholders(text)]).toEqual([key, placeholders(german.get(key) ?? '')]);
    }
  });

  it.each(languages.flatMap((language) => namespaces.map((namespace) => [language, namespace] as const)))(
    '%s/%s is calm and complete',
    (language, namespace) => {
      for (const [key, text] of read(language, namespace)) {
        expect([key, text.trim().length > 0]).toEqual([key, true]);
        expect([key, text.includes('!')]).toEqual([key, false]);
      }
    },
  );
});

/** Letters that only some of the languages of a script have. */
const arabicLetters = {
  ar: /^[^پچژگکیېۍټډړښڅځڕڵۆێەڤہھ]+$/,
  fa: /^[^ةكيىېۍټډړښڅځڕڵۆێەڤہھ]+$/,
  ps: /^[^ةكىڕڵۆێەڤھگ]+$/,
  ckb: /^[^ةكيىېۍټډړښڅځصضطظذث]+$/,
} as const;
const cyrillicLetters = { uk: /^[^ыэъё]+$/i, ru: /^[^іїєґ]+$/i } as const;
const scripts: { readonly [code: string]: readonly [RegExp, RegExp] } = {
  ...Object.fromEntries(
    Object.entries(arabicLetters).map(([code, own]) => [code, [/\p{Script=Arabic}/u, own]]),
  ),
  ...Object.fromEntries(
    Object.entries(cyrillicLetters).map(([code, own]) => [code, [/\p{Script=Cyrillic}/u, own]]),
  ),
  ti: [/\p{Script=Ethiopic}/u, /./],
};

/** Words that stay in Latin letters whatever the language: they are read on the German paper. */
const latinWords: Readonly<Record<string, RegExp>> = {
  'kiosk.json': /(?!)/g,
  'papers.json': /\b(UE|CEFR|A1|Zweitschrift)\b/g,
};
/** Shorter ones, as „Name“, are the same in several languages. */
const longText = { 'kiosk.json': 0, 'papers.json': 30 } as const;

describe.each(['kiosk.json', 'papers.json'] as const)('the texts for residents in %s', (file) => {
  const codes = kioskLanguages.map(({ code }) => code);
  const texts = new Map(codes.map((code) => [code, new Map(read(code, file))]));

  it.each(codes)('have the same keys and values in %s, each with a text of its own', (code) => {
    const own = texts.get(code);
    const german = texts.get('de');
    expect([...(own?.keys() ?? [])]).toEqual([...(german?.keys() ?? [])]);
    for (const [key, text] of own ?? []) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(german?.get(key) ?? '')]);
      expect([key, text.trim() === text && text.length > 0, text.includes('!')]).toEqual([key, true, false]);
    }
  });

  it('say nothing in another language', () => {
    for (const key of texts.get('de')?.keys() ?? []) {
      const all = codes
        .map((code) => texts.get(code)?.get(key) ?? '')
        .filter(({ length }) => length >= longText[file]);
      expect([key, new Set(all).size]).toEqual([key, all.length]);
    }
  });

  it.each(codes)('keep to the letters of %s', (code) => {
    const [script, letters] = scripts[code] ?? [/\p{Script=Latin}/u, /./];
    for (const [key, text] of texts.get(code) ?? []) {
      const words = text.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(latinWords[file] ?? /(?!)/g, '');
      const foreign = (words.match(/\p{L}/gu) ?? []).filter((letter) => !script.test(letter));
      expect([key, foreign, letters.test(`${words} `)]).toEqual([key, [], true]);
    }
  });
});
