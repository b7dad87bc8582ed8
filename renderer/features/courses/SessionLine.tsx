import EventBusy from '@mui/icons-material/EventBusyOutlined';
import EventRepeat from '@mui/icons-material/EventRepeatOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import type { PlannedSession } from './use-group-sessions.ts';
import { useSessionTime } from './use-session-time.ts';

interface SessionLineProps {
  readonly planned: PlannedSession;
  /** Title of the module that it belongs to. */
  readonly module: string | undefined;
  /** The group's next one that is not cancelled. */
  readonly isNext: boolean;
}

/** A session in a list: when, what has happened to it, where, and what of; it leads to its page. */
export function SessionLine({ planned: { session, sheet }, module, isNext }: SessionLineProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const sessionTime = useSessionTime();
  const today = clock.today();
  const state = (): string => {
    if (session.cancelled) return t('sessions.cancelled');
    if (sheet && sheet.recorded > 0)
      return t('sessions.recorded', { recorded: sheet.recorded, attended: sheet.attended });
    return t(session.date > today ? 'sessions.ahead' : 'sessions.open');
  };
  const facts = [
    ...(session.moved ? [t('sessions.moved')] : []),
    state(),
    ...(session.room === null ? [] : [t('group.factRoom', { room: session.room })]),
    ...(module === undefined ? [] : [module]),
  ];
  return (
    <li>
      <Box component={Link} to={`/sessions/${session.id}`} sx={lineLook}>
        <Box component="span" sx={{ textDecoration: session.cancelled ? 'line-through' : 'none' }}>
          {sessionTime(session)}
        </Box>
        {isNext && <b>{t(session.date === today ? 'sessions.today' : 'sessions.next')}</b>}
        <Box component="span" sx={factsLook}>
          {session.cancelled && <EventBusy aria-hidden fontSize="inherit" />}
          {session.moved && !session.cancelled && <EventRepeat aria-hidden fontSize="inherit" />}
          {facts.join(' · ')}
        </Box>
      </Box>
    </li>
  );
}

const factsLook = {
  flexBasis: '100%',
  color: 'text.secondary',
  fontSize: '0.8125rem',
  '& svg': { mr: 0.5, verticalAlign: '-2px' },
} as const;
const lineLook = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 1,
  alignContent: 'center',
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
