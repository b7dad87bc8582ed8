import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { timetableProblem } from '#shared/domain/timetable/timetable.ts';
import { isCompleteBreak, pathInForm, type TimetableValues, timetableOf } from './timetable-values.ts';

/** As many as a record takes: slots a week, ranges of free days, characters of a room. */
const most = { slots: 21, freeDays: 40, room: 40 } as const;

/** Gives the sentences for a timetable that can't be, by their paths in the form. */
export function useTimetableCheck(): (values: TimetableValues) => Readonly<Record<string, string>> {
  const { t } = useTranslation('courses');
  const failureText = useFailureText();
  return (values) => {
    if (values.planning === 'single') return {};
    const found: Record<string, string> = {};
    for (const [at, row] of values.rows.entries()) {
      if (row.weekdays.length === 0) found[`rows.${at}.weekdays`] = t('timetable.errors.weekdays');
      if (row.startsAt === null) found[`rows.${at}.startsAt`] = t('sessions.timeMissing');
      if (row.endsAt === null) found[`rows.${at}.endsAt`] = t('sessions.timeMissing');
      if (!row.breaks.every(isCompleteBreak)) found[`rows.${at}.breaks`] = t('breaks.missing');
      if (row.room.trim().length > most.room) found[`rows.${at}.room`] = t('sessions.roomError');
    }
    for (const [at, { from }] of values.freeDays.entries())
      if (from === null) found[`freeDays.${at}`] = t('timetable.errors.freeDay');
    if (values.freeDays.length > most.freeDays)
      found.freeDays = t('timetable.errors.freeDays', { most: most.freeDays });
    if (values.rows.reduce((sum, { weekdays }) => sum + weekdays.length, 0) > most.slots)
      found.rows = t('timetable.errors.rows', { most: most.slots });
    if (Object.keys(found).length > 0) return found;
    const timetable = timetableOf(values);
    const problem = timetable ? timetableProblem(timetable) : undefined;
    return problem?.field ? { [pathInForm(problem.field, values)]: failureText(problem) } : {};
  };
}
