import type { SnapshotName } from './snapshot-name.ts';

const minuteMs = 60_000;
/** While the app is open and something changed. */
const hourlyMs = 60 * minuteMs;
/** At a lock, which may come every few minutes. */
const afterLockMs = 15 * minuteMs;
/** Between tries at a place that failed. */
const backOffMs = [5 * minuteMs, 15 * minuteMs, 60 * minuteMs] as const;

export type Occasion = 'hour' | 'lock' | 'quit';

/**
 * Whether a snapshot is due: something changed since the newest one, and that is old enough for the occasion. A newest
 * one of the future was made while the clock was wrong and is no reason to wait.
 */
export function isDue(
  occasion: Occasion,
  newest: Pick<SnapshotName, 'madeAt' | 'lastSeq'> | null,
  journalSeq: number,
  now: number,
): boolean {
  if (journalSeq === 0 || newest?.lastSeq === journalSeq) return false;
  if (!newest || newest.madeAt > now || occasion === 'quit') return true;
  return now - newest.madeAt >= (occasion === 'hour' ? hourlyMs : afterLockMs);
}

/** Milliseconds until the next try after so many failures in a row. */
export const backOff = (failures: number): number =>
  failures === 0 ? 0 : (backOffMs[Math.min(failures, backOffMs.length) - 1] ?? 0);
