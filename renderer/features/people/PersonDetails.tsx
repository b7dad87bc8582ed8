import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import type { Participant } from '#shared/domain/records/participant.ts';

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {children}
      </Typography>
    </>
  );
}

/** What is known of a person; what is not known says so. */
export function PersonDetails({ person }: { readonly person: Participant }) {
  const { t } = useTranslation('people');
  const languageName = useLanguageName();
  const none = (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {t('person.none')}
    </Box>
  );
  const known = (text: string | null): ReactNode => (text ? <bdi dir="auto">{text}</bdi> : none);
  const day = (date: string | null): ReactNode => (date === null ? none : germanDate(date));
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '200px minmax(0, 1fr)' },
        columnGap: 2,
        rowGap: 1.25,
        alignItems: 'baseline',
      }}
    >
      <Detail label={t('field.given')}>{known(person.given)}</Detail>
      <Detail label={t('field.family')}>{known(person.family)}</Detail>
      <Detail label={t('field.original')}>{known(person.original)}</Detail>
      <Detail label={t('field.spellings')}>{known(person.spellings.join(', '))}</Detail>
      <Detail label={t('field.birth')}>
        {person.birth.kind === 'year'
          ? t('person.birthYear', { year: person.birth.year })
          : known(birthText(person.birth))}
      </Detail>
      <Detail label={t('field.number')}>{known(person.number)}</Detail>
      <Detail label={t('field.room')}>{known(person.room)}</Detail>
      <Detail label={t('field.languages')}>{known(person.languages.map(languageName).join(', '))}</Detail>
      <Detail label={t('field.arrivedOn')}>{day(person.arrivedOn)}</Detail>
      <Detail label={t('field.departedOn')}>{day(person.departedOn)}</Detail>
      {person.note && (
        <Detail label={t('person.note')}>
          {person.note.text}
          <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
            {t('person.notePurpose', { purpose: person.note.purpose })}
          </Typography>
        </Detail>
      )}
    </Box>
  );
}
