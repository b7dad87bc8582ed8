import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import CheckBox from '@mui/icons-material/CheckBox';
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import GroupOff from '@mui/icons-material/GroupOff';
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import Schedule from '@mui/icons-material/Schedule';
import Update from '@mui/icons-material/Update';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import { type DeskSession, isFull, isOn } from '#shared/domain/desk/fitting-session.ts';
import type { Desk } from './desk-store.ts';
import { sessionState } from './desk-view.ts';
import { HeadCounter } from './HeadCounter.tsx';
import type { DeskTexts } from './use-desk-texts.ts';

interface SessionTileProps {
  readonly one: DeskSession;
  readonly chosen: boolean;
  readonly minute: number;
  readonly desk: Desk;
  readonly texts: DeskTexts;
  readonly onToggle: (sessionId: string) => void;
}

const icons = {
  ...{ later: Schedule, soon: Update, on: PlayCircleOutlined, over: HistoryToggleOff },
  cancelled: EventBusyOutlined,
} as const;

/** A session: when, what, where, whose, how many are there, how it stands; pressed, it is on or off for this desk. */
export function SessionTile({ one, chosen, minute, desk, texts, onToggle }: SessionTileProps) {
  const { t } = useTranslation(['desk', 'app', 'courses']);
  const { session, group, offer } = one;
  const on = isOn(one, minute);
  const Checked = chosen ? CheckBox : CheckBoxOutlineBlank;
  const lead = session.lead ?? group.lead;
  const facts = [
    ...(session.room === null ? [] : [t('app:today.room', { room: session.room })]),
    ...(lead === null ? [] : [lead]),
  ];
  const name = texts.session(one);
  const canToggle = !['over', 'cancelled'].includes(sessionState(one, minute));
  return (
    <Box component="li" data-session={session.id} sx={{ borderTop: 1, borderColor: 'line.soft' }}>
      <ButtonBase
        role="checkbox"
        aria-checked={chosen}
        aria-label={t('sessions.toggle', { session: name })}
        disabled={!canToggle}
        onClick={() => onToggle(session.id)}
        sx={{
          display: 'grid',
          gridTemplateColumns: '24px minmax(0, 1fr)',
          columnGap: 1,
          width: '100%',
          minHeight: 52,
          px: 1.5,
          pt: 1,
          pb: on ? 0.25 : 1,
          alignItems: 'start',
          textAlign: 'start',
          '&:hover': { bgcolor: 'action.hover' },
          '&.Mui-focusVisible': { outlineOffset: '-2px' },
        }}
      >
        <Checked
          aria-hidden
          sx={{ fontSize: 22, color: chosen && canToggle ? 'primary.main' : 'text.secondary' }}
        />
        <Box component="span" sx={{ minWidth: 0 }}>
          <Box
            component="span"
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              gap: 1,
              fontVariantNumeric: 'tabular-nums',
            }}
          >
            <Box component="span" sx={{ fontWeight: 600 }}>
              {t('app:today.times', { from: clockTime(session.startsAt), to: clockTime(session.endsAt) })}
            </Box>
            <StateWord one={one} minute={minute} />
          </Box>
          <Box
            component="span"
            sx={{ display: 'block', fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}
          >
            {group.name}
          </Box>
          <Box
            component="span"
            sx={{ display: 'block', fontSize: '0.8125rem', lineHeight: 1.35, color: 'text.secondary' }}
          >
            {facts.join(' · ')}
            {offer && (
              <Box component="span" sx={{ display: 'block' }}>
                {t(`courses:areas.${offer.area}`)}
              </Box>
            )}
          </Box>
          {!on && <There one={one} />}
        </Box>
      </ButtonBase>
      {on && (
        <Box sx={{ display: 'flex', alignItems: 'center', pl: '44px', pr: 0.5, minHeight: 44 }}>
          <Box sx={{ flex: 1 }}>
            <There one={one} />
          </Box>
          <HeadCounter {...{ desk, one, name }} />
          <IconButton
            component={Link}
            to={`/sessions/${session.id}`}
            aria-label={t('sessions.open', { session: name })}
            sx={{ width: 44, height: 44 }}
          >
            <AssignmentOutlined fontSize="small" />
          </IconButton>
        </Box>
      )}
    </Box>
  );
}

/** How many are there, of how many places; full and closed in words. */
function There({ one }: Pick<SessionTileProps, 'one'>) {
  const { t } = useTranslation('desk');
  const { sheet, group } = one;
  const count = (sheet?.attended ?? 0) + (sheet?.heads ?? 0);
  const { capacity } = group;
  const full = isFull(one);
  return (
    <Box
      component="span"
      data-there={count}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 1,
        fontSize: '0.875rem',
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        {capacity === null ? t('sessions.there', { count }) : t('sessions.thereOf', { count, capacity })}
      </Box>
      {full && (
        <Box
          component="span"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            color: 'status.absent.text',
            fontWeight: 600,
          }}
        >
          <GroupOff aria-hidden sx={{ fontSize: 18 }} />
          {t('sessions.full')}
        </Box>
      )}
      {sheet?.closed === true && (
        <Box
          component="span"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'text.secondary' }}
        >
          <LockOutlined aria-hidden sx={{ fontSize: 16 }} />
          {t('sessions.closed')}
        </Box>
      )}
    </Box>
  );
}

const colours = {
  ...{ later: 'text.secondary', soon: 'waits.text', on: 'status.present.text', over: 'text.secondary' },
  cancelled: 'status.absent.text',
} as const;

function StateWord({ one, minute }: Pick<SessionTileProps, 'one' | 'minute'>) {
  const { t } = useTranslation('desk');
  const state = sessionState(one, minute);
  const Icon = icons[state];
  return (
    <Box
      component="span"
      data-state={state}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: colours[state],
        whiteSpace: 'nowrap',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      {t(`sessions.state.${state}`)}
    </Box>
  );
}
