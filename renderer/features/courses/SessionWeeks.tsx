import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { addDays, germanDate } from '#shared/domain/calendar/dates.ts';
import { mondayOf, weekOf } from '#shared/domain/calendar/weeks.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { SessionLine } from './SessionLine.tsx';
import type { PlannedSession } from './use-group-sessions.ts';

interface SessionWeeksProps {
  readonly group: CourseGroupEntry;
  /** In order of time. */
  readonly sessions: readonly PlannedSession[];
}

/** A group's sessions by calendar week. The week of the next one is in view, those before and after it by scrolling. */
export function SessionWeeks({ group, sessions }: SessionWeeksProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const today = clock.today();
  const list = useRef<HTMLDivElement>(null);
  const modules = useEntries('offer').find(({ id }) => id === group.offerId)?.modules ?? [];
  const titleOf = new Map(modules.map(({ id, title }) => [id, title]));
  const next = sessions.find(({ session }) => session.date >= today && !session.cancelled)?.session;
  const nextWeek = next && mondayOf(next.date);
  useLayoutEffect(() => {
    const week = nextWeek && list.current?.querySelector<HTMLElement>(`[data-week="${nextWeek}"]`);
    if (week && list.current) list.current.scrollTop = week.offsetTop;
  }, [nextWeek]);
  const weeks = [...Map.groupBy(sessions, ({ session }) => mondayOf(session.date))];
  return (
    <Box ref={list} sx={{ position: 'relative', maxHeight: '60vh', overflow: 'auto', mx: -1 }}>
      {weeks.map(([monday, own]) => (
        <section key={monday} data-week={monday}>
          <Typography component="h3" variant="body2" sx={weekLook}>
            {t('sessions.week', {
              week: weekOf(monday).week,
              from: germanDate(monday),
              to: germanDate(addDays(monday, 6)),
            })}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {own.map((planned) => (
              <SessionLine
                key={planned.session.id}
                planned={planned}
                module={titleOf.get(planned.session.moduleId ?? '')}
                isNext={planned.session.id === next?.id}
              />
            ))}
          </Box>
        </section>
      ))}
    </Box>
  );
}

const weekLook = {
  position: 'sticky',
  top: 0,
  zIndex: 1,
  px: 1,
  py: 0.5,
  fontWeight: 600,
  bgcolor: 'background.default',
  color: 'text.secondary',
} as const;
