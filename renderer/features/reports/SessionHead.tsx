import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import type { SessionReport } from '#shared/domain/report/day-report.ts';

interface SessionProps {
  readonly report: SessionReport;
}

/** From when to when. */
export function SessionTimes({ report: { session } }: SessionProps) {
  const { t } = useTranslation('reports');
  return t('times', { from: clockTime(session.startsAt), to: clockTime(session.endsAt) });
}

/** The group as the way to the session, with what there is to know of it. */
export function SessionName({ report }: SessionProps) {
  const { t } = useTranslation('reports');
  const { session, groupName, offerTitle, lead } = report;
  const facts = [
    offerTitle,
    ...(session.room === null ? [] : [t('room', { room: session.room })]),
    ...(lead === null ? [] : [lead]),
  ];
  return (
    <>
      <Link
        component={RouterLink}
        to={`/sessions/${session.id}`}
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {groupName}
      </Link>
      <Box
        component="span"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          fontSize: '0.8125rem',
          color: 'text.secondary',
        }}
      >
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {session.moved && (
          <Box
            component="span"
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'waits.text' }}
          >
            <EventRepeatOutlined aria-hidden sx={{ fontSize: 16 }} />
            {t('moved')}
          </Box>
        )}
      </Box>
    </>
  );
}

/** Called off, or without a record: icon, words and colour; nothing for a session with a record. */
export function SessionState({ report: { state } }: SessionProps) {
  const { t } = useTranslation('reports');
  if (state === 'held') return null;
  const Icon = state === 'called-off' ? EventBusyOutlined : PendingOutlined;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: state === 'called-off' ? 'text.secondary' : 'waits.text',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      {t(`state.${state}`)}
    </Box>
  );
}
