import { useTranslation } from 'react-i18next';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import type { Timetable } from '#shared/domain/records/timetable.ts';
import { timetableValues, weekdayName } from './timetable-values.ts';

/** Weekdays with their neighbours: [1, 2, 3, 5] is [1, 2, 3] and [5]. */
function runsOf(weekdays: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run?.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs;
}

/** Gives a timetable in a line: `Mo–Mi, Fr 9:00–13:00, alle 2 Wochen`. */
export function useWeekText(): (timetable: Timetable) => string {
  const { t, i18n } = useTranslation('courses');
  return (timetable) => {
    const name = (weekday: number): string => weekdayName(weekday, i18n.language, 'short');
    const days = (run: readonly number[]): string =>
      run.length > 2
        ? t('timetable.daysText', { first: name(run[0] ?? 0), last: name(run.at(-1) ?? 0) })
        : run.map(name).join(', ');
    const rows = timetableValues(timetable).rows.map(({ weekdays, startsAt, endsAt }) =>
      t('timetable.rowText', {
        days: runsOf(weekdays).map(days).join(', '),
        from: clockTime(startsAt ?? 0),
        to: clockTime(endsAt ?? 0),
      }),
    );
    return [
      ...rows,
      ...(timetable.everyWeeks > 1 ? [t('timetable.everyWeeks', { count: timetable.everyWeeks })] : []),
    ].join(', ');
  };
}
