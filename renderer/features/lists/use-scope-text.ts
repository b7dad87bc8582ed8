import { useTranslation } from 'react-i18next';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { weekOf } from '#shared/domain/calendar/weeks.ts';
import type { PrintScope } from './print-scope.ts';

/** Says a day (`Montag, 23.11.2026`) or a week (`KW 48, 23.11.2026 – 29.11.2026`). */
export function useScopeText(): (scope: PrintScope) => string {
  const { t, i18n } = useTranslation('lists');
  return ({ from, to, week }) =>
    week === null
      ? t('day', {
          weekday: new Date(`${from}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'long' }),
          date: germanDate(from),
        })
      : t('week', { week: weekOf(from).week, from: germanDate(from), to: germanDate(to) });
}
