import type { PersonMark } from './teaching-units.ts';

/** Arriving more than this many minutes after the start is recorded as late (BAMF list 630.059i; domain.md). */
export const lateAfter = 15;

/**
 * The mark of somebody who arrives at a minute of the session's day: present, or late with the minutes missed;
 * `undefined` once the session is over.
 */
export function markOfArrival(
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  minute: number,
): PersonMark | undefined {
  if (minute >= endsAt) return undefined;
  const missed = minute - startsAt;
  return missed > lateAfter
    ? { mark: 'late', late: missed, early: null }
    : { mark: 'present', late: null, early: null };
}
