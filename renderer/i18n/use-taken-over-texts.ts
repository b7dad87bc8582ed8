import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import type { TakenField, TakenOver } from '#shared/domain/people/taken-over.ts';
import { useLanguageName } from './use-language-name.ts';

type Before = Pick<PersonEntry, 'spellings' | 'number' | 'room' | 'languages' | 'birth'>;

/** One thing that changes in a record, in words. */
interface TakenOverText {
  readonly field: TakenField;
  readonly text: string;
}

/** Says what is taken over into a record. */
export function useTakenOverTexts(): (before: Before, changes: TakenOver) => readonly TakenOverText[] {
  const { t } = useTranslation('duplicates');
  const languageName = useLanguageName();
  return useMemo(
    () => (before, changes) => {
      const added = (now: readonly string[] | undefined, known: readonly string[]): string[] =>
        (now ?? []).filter((text) => !known.includes(text));
      const replaced = (field: 'number' | 'room', now: string): string =>
        before[field] === null
          ? t(`take.${field}`, { now })
          : t(`take.${field}Instead`, { now, before: before[field] });
      const { spellings, original, number, birth, languages, room } = changes;
      const text = (field: TakenField, sentence: string | undefined): TakenOverText[] =>
        sentence === undefined ? [] : [{ field, text: sentence }];
      return [
        ...text(
          'spellings',
          spellings && t('take.spellings', { names: added(spellings, before.spellings).join(', ') }),
        ),
        ...text('original', original ? t('take.original', { name: original }) : undefined),
        ...text('number', number ? replaced('number', number) : undefined),
        ...text('birth', birth && t('take.birth', { birth: birthText(birth) })),
        ...text('room', room ? replaced('room', room) : undefined),
        ...text(
          'languages',
          languages &&
            t('take.languages', { names: added(languages, before.languages).map(languageName).join(', ') }),
        ),
      ];
    },
    [t, languageName],
  );
}
