import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { german } from '#renderer/i18n/resources.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Birth } from '#shared/domain/records/participant.ts';

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

/** `29.11.1988`, `1988`, or nothing. */
export function birthText(birth: Birth): string {
  if (birth.kind === 'date') return germanDate(birth.date);
  return birth.kind === 'year' ? String(birth.year) : '';
}

/** Orders births: a year stands before the days in it, an unknown one first. */
export function birthOrder(birth: Birth): string {
  return birth.kind === 'date' ? birth.date : birth.kind === 'year' ? String(birth.year) : '';
}
