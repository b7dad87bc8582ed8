import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..', 'locales');
const languages = readdirSync(root).sort();
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
  it('are there in German and English', () =>
    expect(languages).toEqual(expect.arrayContaining(['de', 'en'])));

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
