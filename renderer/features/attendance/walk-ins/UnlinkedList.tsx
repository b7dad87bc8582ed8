import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { itemBeside, itemsIn, type UnlinkedDay, type UnlinkedItem } from './unlinked-items.ts';

interface UnlinkedListProps {
  readonly days: readonly UnlinkedDay[];
  /** Key of the item at hand. */
  readonly current: string;
  /** Another item is at hand; the focus stays in the list. */
  readonly onMark: (item: UnlinkedItem) => void;
  /** The item is to be worked on. */
  readonly onOpen: (item: UnlinkedItem) => void;
}

/** Everybody whose person is not found yet, by day and session. Arrows move, Enter begins with one. */
export function UnlinkedList({ days, current, onMark, onOpen }: UnlinkedListProps) {
  const { t, i18n } = useTranslation('walk-ins');
  const { directory } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const dayText = (day: string): string =>
    t('list.day', {
      weekday: new Date(`${day}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'long' }),
      date: germanDate(day),
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    const next = by && itemBeside(itemsIn(days), current, by);
    if (!next) return;
    event.preventDefault();
    onMark(next);
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <Sheet padded={false}>
      <Box
        ref={list}
        role="group"
        aria-label={t('list.label')}
        onKeyDown={onKeyDown}
        sx={{ maxHeight: 'max(320px, calc(100dvh - 190px))', overflow: 'auto' }}
      >
        {days.map(({ day, sessions }) => (
          <Box component="section" key={day} sx={dayLook}>
            <Typography variant="h2" sx={{ px: 2, pt: 1.5, fontSize: '0.9375rem' }}>
              {dayText(day)}
            </Typography>
            {sessions.map(({ session, sheet, items }) => (
              <Box key={session.id} sx={{ pb: 1 }}>
                <Typography variant="body2" sx={{ px: 2, py: 0.5, color: 'text.secondary' }}>
                  {t(sheet.closed ? 'list.closedSession' : 'list.session', {
                    time: clockTime(session.startsAt),
                    group: directory.get('courseGroup', session.groupId)?.name ?? '',
                  })}
                </Typography>
                {items.map((item) => (
                  <ButtonBase
                    key={item.key}
                    data-item={item.key}
                    aria-current={item.key === current}
                    tabIndex={item.key === current ? 0 : -1}
                    onClick={() => onOpen(item)}
                    sx={itemLook}
                  >
                    {item.walkIn ? <bdi>{item.walkIn.name}</bdi> : t('list.heads', { count: sheet.heads })}
                  </ButtonBase>
                ))}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

/** Days out of sight cost nothing. */
const dayLook = {
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 140px',
  '& + &': { borderTop: 1, borderColor: 'line.soft' },
} as const;

const itemLook = {
  display: 'flex',
  justifyContent: 'flex-start',
  width: '100%',
  minHeight: 40,
  px: 2,
  fontSize: '0.9375rem',
  textAlign: 'start',
  overflowWrap: 'anywhere',
  borderLeft: '3px solid transparent',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-current=true]': {
    bgcolor: 'action.selected',
    borderLeftColor: 'primary.main',
    fontWeight: 600,
  },
  '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
} as const;
