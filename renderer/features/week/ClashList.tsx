import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { listName } from '#shared/domain/names.ts';
import type { Clash } from '#shared/domain/timetable/clashes.ts';
import type { PlannedSession } from '#shared/domain/timetable/planned.ts';

/** People who are named; of more, how many. */
const mostNames = 5;

interface ClashListProps {
  readonly clashes: readonly Clash<PlannedSession>[];
  readonly heading: Ref<HTMLHeadingElement>;
}

/** Every clash of the week in words. */
export function ClashList({ clashes, heading }: ClashListProps) {
  const { t } = useTranslation('week');
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
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {clashes.map((clash) => (
            <Box
              component="li"
              key={`${clash.session.id} ${clash.other.id}`}
              sx={{ px: 2, py: 1.25, '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'line.soft' } }}
            >
              <ClashText clash={clash} />
            </Box>
          ))}
        </Box>
      </Sheet>
    </Box>
  );
}

function ClashText({ clash }: { readonly clash: Clash<PlannedSession> }) {
  const { t, i18n } = useTranslation('week');
  const { session, other, room, lead } = clash;
  const names = useNames(clash.participantIds);
  const when = t('clashes.when', {
    weekday: new Date(`${session.date}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'long' }),
    date: germanDate(session.date),
    from: clockTime(Math.max(session.startsAt, other.startsAt)),
    to: clockTime(Math.min(session.endsAt, other.endsAt)),
  });
  const count = clash.participantIds.length;
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {when}
      </Typography>
      <Typography>
        {[session, other].map(({ id, groupName }, at) => (
          <span key={id}>
            {at > 0 && ' · '}
            <Link component={RouterLink} to={`/sessions/${id}`}>
              {groupName}
            </Link>
          </span>
        ))}
      </Typography>
      {room && <Typography variant="body2">{t('clashes.roomTwice', { room: session.room })}</Typography>}
      {lead && <Typography variant="body2">{t('clashes.leadTwice', { lead: session.lead })}</Typography>}
      {count > 0 && <Typography variant="body2">{t('clashes.peopleTwice', { count, names })}</Typography>}
    </>
  );
}

function useNames(ids: readonly string[]): string {
  const { t, i18n } = useTranslation('week');
  const { directory } = useServices();
  const named = ids
    .slice(0, mostNames)
    .flatMap((id) => directory.get('participant', id) ?? [])
    .map(listName);
  if (ids.length > mostNames)
    return t('clashes.more', { names: named.join('; '), count: ids.length - mostNames });
  return new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(named);
}
