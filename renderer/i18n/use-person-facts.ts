import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import { useLanguageName } from './use-language-name.ts';

/** What two people are compared by, in the order in which it is shown. */
const personFacts = [
  'name',
  'original',
  'spellings',
  'birth',
  'number',
  'room',
  'languages',
  'arrivedOn',
  'departedOn',
] as const;
type PersonFact = (typeof personFacts)[number];

/** Whoever can be compared: a record, an entry of the directory, or what is being entered. */
export type ComparedPerson = Omit<PersonEntry, 'id' | 'formerNumbers'> &
  Partial<Pick<PersonEntry, 'formerNumbers'>> & { readonly arrivedOn?: string | null };

/** A fact about several people: its name, and what is known of each; empty where nothing is. */
export interface ComparedFact {
  readonly key: PersonFact;
  readonly label: string;
  readonly texts: readonly string[];
  readonly differs: boolean;
}

/** Says side by side what is known of people; facts that are known of nobody are left out. */
export function usePersonFacts(): (people: readonly ComparedPerson[]) => readonly ComparedFact[] {
  const { t } = useTranslation('people');
  const languageName = useLanguageName();
  return useMemo(() => {
    const day = (date: string | null | undefined): string => (date ? germanDate(date) : '');
    const textOf: Readonly<Record<PersonFact, (person: ComparedPerson) => string>> = {
      name: fullName,
      original: ({ original }) => original ?? '',
      spellings: ({ spellings }) => spellings.join(', '),
      birth: ({ birth }) => birthText(birth),
      number: ({ number, formerNumbers = [] }) =>
        formerNumbers.length === 0
          ? (number ?? '')
          : t('person.numbers', { number: number ?? '–', former: formerNumbers.join(', ') }),
      room: ({ room }) => room ?? '',
      languages: ({ languages }) => languages.map(languageName).join(', '),
      arrivedOn: ({ arrivedOn }) => day(arrivedOn),
      departedOn: ({ departedOn }) => day(departedOn),
    };
    return (people) =>
      personFacts.flatMap((key) => {
        const texts = people.map(textOf[key]);
        if (texts.every((text) => text === '')) return [];
        return [{ key, label: t(`field.${key}`), texts, differs: new Set(texts).size > 1 }];
      });
  }, [t, languageName]);
}
