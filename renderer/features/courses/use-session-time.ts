import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { weekdayOfDay } from './timetable/timetable-values.ts';

interface SessionTime {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Gives a session's day and time in words: `Mo 02.11.2026, 9:00 bis 13:00 Uhr`. */
export function useSessionTime(): (session: SessionTime) => string {
  const { t, i18n } = useTranslation('courses');
  return useCallback(
    ({ date, startsAt, endsAt }) =>
      t('sessions.when', {
        weekday: weekdayOfDay(date, i18n.language),
        date: germanDate(date),
        from: clockTime(startsAt),
        to: clockTime(endsAt),
      }),
    [t, i18n],
  );
}
