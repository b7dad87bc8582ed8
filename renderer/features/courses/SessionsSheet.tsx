import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { PlanSessionForm } from './PlanSessionForm.tsx';
import type { PlannedSession } from './use-group-sessions.ts';

interface SessionsSheetProps {
  readonly group: CourseGroupEntry;
  readonly sessions: readonly PlannedSession[] | undefined;
}

/** When the group meets: plan a session, open one for its attendance. */
export function SessionsSheet({ group, sessions }: SessionsSheetProps) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const heading = useId();
  const [planning, setPlanning] = useState(false);
  const planButton = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setPlanning(false);
    requestAnimationFrame(() => planButton.current?.focus());
  };
  const isEmpty = sessions?.length === 0;
  return (
    <Sheet sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1, minHeight: 40 }}>
        <Typography variant="h2" id={heading} sx={{ flex: 1 }}>
          {t('sessions.title')}
        </Typography>
        {commands.allows('session.plan') && !planning && (
          <Button
            ref={planButton}
            variant={isEmpty ? 'contained' : 'outlined'}
            startIcon={<Add />}
            onClick={() => setPlanning(true)}
          >
            {t('sessions.plan')}
          </Button>
        )}
      </Box>
      {planning && sessions && <PlanSessionForm group={group} sessions={sessions} onClose={close} />}
      {isEmpty && !planning && (
        <Typography sx={{ color: 'text.secondary' }}>{t('sessions.emptyText')}</Typography>
      )}
      <Box component="ul" aria-labelledby={heading} sx={listLook}>
        {sessions?.map((planned) => (
          <SessionLine key={planned.session.id} planned={planned} />
        ))}
      </Box>
    </Sheet>
  );
}

function SessionLine({ planned: { session, sheet } }: { readonly planned: PlannedSession }) {
  const { t, i18n } = useTranslation('courses');
  const { clock } = useServices();
  const today = clock.today();
  const when = t('sessions.when', {
    weekday: new Date(`${session.date}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'short' }),
    date: germanDate(session.date),
    from: clockTime(session.startsAt),
    to: clockTime(session.endsAt),
  });
  const state = (): string => {
    if (session.cancelled) return t('sessions.cancelled');
    if (sheet && sheet.recorded > 0)
      return t('sessions.recorded', { recorded: sheet.recorded, attended: sheet.attended });
    return t(session.date > today ? 'sessions.ahead' : 'sessions.open');
  };
  return (
    <li>
      <Box component={RouterLink} to={`/sessions/${session.id}`} sx={lineLook}>
        <span>
          {when}
          {session.date === today && <b>{` · ${t('sessions.today')}`}</b>}
        </span>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {state()}
          {session.room !== null && ` · ${t('group.factRoom', { room: session.room })}`}
        </Box>
      </Box>
    </li>
  );
}

const listLook = { listStyle: 'none', p: 0, m: 0, maxHeight: '60vh', overflow: 'auto', mx: -1 } as const;
const lineLook = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  minHeight: 48,
  px: 1,
  py: 0.5,
  borderBottom: 1,
  borderColor: 'line.soft',
  color: 'text.primary',
  textDecoration: 'none',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  borderRadius: '4px',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
} as const;
