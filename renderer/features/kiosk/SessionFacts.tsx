import MeetingRoom from '@mui/icons-material/MeetingRoom';
import Schedule from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import { areaPictograms } from './pictograms.tsx';
import { scaled } from './scaled.ts';
import { useSpoken } from './spoken.ts';

interface SessionFactsProps {
  readonly session: KioskSession;
  readonly size: 'line' | 'tile';
}

/**
 * A session's pictogram, title, time and room. Titles are German and keep their direction; times are read from left to
 * right in every language.
 */
export function SessionFacts({ session, size }: SessionFactsProps) {
  const { t } = useSpoken();
  const { title, area, room, startsAt, endsAt } = session;
  const Pictogram = areaPictograms[area];
  const big = size === 'tile';
  return (
    <Box
      component="span"
      sx={{ display: 'flex', alignItems: 'center', gap: big ? 2.5 : 1.5, minWidth: 0, textAlign: 'start' }}
    >
      <Pictogram aria-hidden sx={{ fontSize: scaled(big ? 4 : 2), color: 'primary.main', flexShrink: 0 }} />
      <Box component="span" sx={visuallyHidden}>
        {t(`area.${area}`)}
      </Box>
      <Box component="span" sx={{ display: 'grid', gap: 0.25, minWidth: 0 }}>
        <Box
          component="span"
          sx={{
            fontWeight: 600,
            fontSize: scaled(big ? 1.5 : 1.125),
            lineHeight: 1.3,
            overflowWrap: 'anywhere',
          }}
        >
          <bdi lang="de">{title}</bdi>
        </Box>
        <Box
          component="span"
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
            fontSize: scaled(big ? 1.25 : 1.0625),
            color: 'text.primary',
          }}
        >
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
            <Schedule aria-hidden fontSize="inherit" />
            <Box component="bdi" dir="ltr" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
              {`${clockTime(startsAt)}–${clockTime(endsAt)}`}
            </Box>
          </Box>
          {room !== null && (
            <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
              <MeetingRoom aria-hidden fontSize="inherit" />
              {t('room', { room })}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
}
