import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { Correction } from './corrections.ts';
import { minutesOf } from './mark-change.ts';
import type { RowState } from './roll-call.ts';

/** Words for a mark, with its minutes where it has some. */
export function useMarkText(): (mark: PersonMark) => string {
  const { t } = useTranslation('attendance');
  return useCallback(
    (mark) => {
      const late = minutesOf(mark, 'late');
      const early = minutesOf(mark, 'left-early');
      if (late !== null && early !== null) return t('timed.both', { late, early });
      if (late !== null) return t('timed.late', { minutes: late });
      if (early !== null) return t('timed.left-early', { minutes: early });
      return t(`marks.${mark.mark}`);
    },
    [t],
  );
}

/** Who recorded a row and when, for its detail; `undefined` if nobody has. */
export function useRecordedText(accountId: string, today: string): (row: RowState) => string | undefined {
  const { t } = useTranslation('attendance');
  return useCallback(
    ({ mark, recordedBy, recordedAt }) => {
      if (recordedAt === undefined || mark === 'not-recorded') return undefined;
      const instant = new Date(recordedAt);
      const time = clockTime(minuteOfDay(instant));
      const day = localDay(instant);
      const who = recordedBy === accountId ? 'recordedByYou' : 'recordedByOther';
      if (day === today) return t(who, { time });
      return t(`${who}On`, { time, date: germanDate(day) });
    },
    [t, accountId, today],
  );
}

/** How a closed sheet was changed: when, by whom, why, and what stood there before. */
export function useCorrectionText(accountId: string): (correction: Correction) => string {
  const { t } = useTranslation('attendance');
  const markText = useMarkText();
  return useCallback(
    ({ before, by, at, reason }) => {
      const instant = new Date(at);
      return t(by === accountId ? 'correct.byYou' : 'correct.byOther', {
        date: germanDate(localDay(instant)),
        time: clockTime(minuteOfDay(instant)),
        reason,
        before: markText(before),
      });
    },
    [t, accountId, markText],
  );
}
