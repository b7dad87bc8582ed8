import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { isTimed } from './mark-keys.ts';
import type { RowState } from './roll-call.ts';

/** Words for a mark, with its minutes where it has some. */
export function useMarkText(): (row: Pick<RowState, 'mark' | 'minutes'>) => string {
  const { t } = useTranslation('attendance');
  return useCallback(
    ({ mark, minutes }) =>
      isTimed(mark) && minutes !== null ? t(`timed.${mark}`, { minutes }) : t(`marks.${mark}`),
    [t],
  );
}

/** Who recorded a row and when, for its detail; `undefined` if nobody has. */
export function useRecordedText(accountId: string, today: string): (row: RowState) => string | undefined {
  const { t } = useTranslation('attendance');
  return useCallback(
    ({ recordedBy, recordedAt }) => {
      if (recordedAt === undefined) return undefined;
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
