import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { Clash } from '#shared/domain/timetable/clashes.ts';
import type { PlannedSession } from '#shared/domain/timetable/planned.ts';

/** People who are named; of more, how many. */
const mostNames = 5;

/** Rules for all items at once: they are plain elements, like the cards above them. */
const listLook = {
  listStyle: 'none',
  m: 0,
  p: 0,
  fontSize: '0.875rem',
  lineHeight: 1.5,
  '& li': { px: 2, py: 1.25 },
  '& li:not(:last-of-type)': { borderBottom: 1, borderColor: 'line.soft' },
  '& p': { m: 0 },
  '& .when': { color: 'text.secondary', fontVariantNumeric: 'tabular-nums' },
  '& .sessions': { fontSize: '0.9375rem' },
  '& a': { color: 'primary.main' },
} as const;

interface ClashListProps {
  readonly clashes: readonly Clash<PlannedSession>[];
  readonly heading: Ref<HTMLHeadingElement>;
}

/** Every clash of the week in words. */
export function ClashList({ clashes, heading }: ClashListProps) {
  const { t, i18n } = useTranslation('week');
  return (
    <Box component="section" aria-labelledby="clashes" sx={{ mt: 3 }}>
      <Typography
        variant="h2"
        id="clashes"
        ref={heading}
        tabIndex={-1}
        sx={{ mb: 1, outline: 'none', scrollMarginTop: 16 }}
      >
        {t('clashes.title')}
      </Typography>
      <Sheet padded={false}>
        <Box component="ul" sx={listLook}>
          {clashes.map((clash) => (
            <ClashItem
              key={`${clash.session.id} ${clash.other.id}`}
              clash={clash}
              t={t}
              language={i18n.language}
            />
          ))}
        </Box>
      </Sheet>
    </Box>
  );
}

interface ClashItemProps {
  readonly clash: Clash<PlannedSession>;
  readonly t: TFunction<'week'>;
  readonly language: string;
}

function ClashItem({ clash, t, language }: ClashItemProps) {
  const { directory } = useServices();
  const { session, other, room, lead, participantIds } = clash;
  const named = participantIds
    .slice(0, mostNames)
    .flatMap((id) => directory.get('participant', id) ?? [])
    .map(listName)
    .join('; ');
  const more = participantIds.length - mostNames;
  return (
    <li>
      <p className="when">
        {t('clashes.when', {
          weekday: new Date(`${session.date}T12:00:00`).toLocaleDateString(language, { weekday: 'long' }),
          date: germanDate(session.date),
          from: clockTime(Math.max(session.startsAt, other.startsAt)),
          to: clockTime(Math.min(session.endsAt, other.endsAt)),
        })}
      </p>
      <p className="sessions">
        <Link to={`/sessions/${session.id}`}>{session.groupName}</Link>
        {' · '}
        <Link to={`/sessions/${other.id}`}>{other.groupName}</Link>
      </p>
      {room && <p>{t('clashes.roomTwice', { room: session.room })}</p>}
      {lead && <p>{t('clashes.leadTwice', { lead: session.lead })}</p>}
      {participantIds.length > 0 && (
        <p>
          {t('clashes.peopleTwice', {
            count: participantIds.length,
            names: more > 0 ? t('clashes.more', { names: named, count: more }) : named,
          })}
        </p>
      )}
    </li>
  );
}
