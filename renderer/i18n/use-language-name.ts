import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { german } from './resources.ts';

const named = Object.keys(german.people.language) as (keyof typeof german.people.language)[];

/** The name of a language; one that has no code is named as it was written. */
export function useLanguageName(): (code: string) => string {
  const { t } = useTranslation('people');
  return useMemo(() => {
    // Looked up once: a page of people is drawn with every letter of a search.
    const names = new Map<string, string>(named.map((code) => [code, t(`language.${code}`)]));
    return (code) => names.get(code) ?? code;
  }, [t]);
}
