import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import { birthOrder, birthText } from '#shared/domain/people/birth-text.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';

/** The columns of the list of people. */
export function usePeopleColumns(today: string) {
  const { t } = useTranslation('people');
  const languageName = useLanguageName();
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        width: '3fr',
        render: (person: PersonEntry) => (
          <>
            <bdi>{listName(person)}</bdi>
            {hasDeparted(person, today) && (
              <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
                {t('list.departed')}
              </Box>
            )}
          </>
        ),
        sortBy: listName,
      },
      {
        key: 'original',
        label: t('field.original'),
        width: '2fr',
        // A name in its own direction, at the start of the cell like every other.
        render: ({ original }: PersonEntry) => <bdi dir="auto">{original}</bdi>,
      },
      {
        key: 'birth',
        label: t('field.birthShort'),
        width: 116,
        render: ({ birth }: PersonEntry) => birthText(birth),
        sortBy: ({ birth }: PersonEntry) => birthOrder(birth),
      },
      {
        key: 'number',
        label: t('field.number'),
        width: 116,
        render: ({ number }: PersonEntry) => number,
        sortBy: ({ number }: PersonEntry) => number ?? '',
      },
      {
        key: 'room',
        label: t('field.room'),
        width: 96,
        render: ({ room }: PersonEntry) => room,
        sortBy: ({ room }: PersonEntry) => room ?? '',
      },
      {
        key: 'languages',
        label: t('field.languages'),
        width: '2fr',
        render: ({ languages }: PersonEntry) => languages.map(languageName).join(', '),
      },
    ],
    [t, languageName, today],
  );
}
