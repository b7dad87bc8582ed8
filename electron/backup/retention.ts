import type { SnapshotName } from './snapshot-name.ts';

/** A snapshot's file as far as keeping it is concerned. */
export interface KeptFile extends Pick<SnapshotName, 'madeAt' | 'lastSeq'> {
  readonly name: string;
  /** At a glance: beginning and length are right. */
  readonly whole: boolean;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Generations: of each of the latest `count` periods with a snapshot, the newest one is kept. */
const generations = [
  { count: 24, period: (at: number) => Math.floor(at / hourMs) },
  { count: 14, period: (at: number) => Math.floor(at / dayMs) },
  // The first of January 1970 was a Thursday: weeks begin on Monday.
  { count: 8, period: (at: number) => Math.floor((at / dayMs + 3) / 7) },
] as const;

/** Of two of one second the one that has more. */
const newestFirst = (a: KeptFile, b: KeptFile): number => b.madeAt - a.madeAt || b.lastSeq - a.lastSeq;

function newestOfEach(files: readonly KeptFile[], count: number, period: (at: number) => number) {
  const seen = new Set<number>();
  return files.filter(({ madeAt }) => {
    const key = period(madeAt);
    if (seen.has(key) || seen.size === count) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The last snapshots before a restore. What was done before the restore is in them alone, so they stay as long as daily
 * ones do.
 */
function beforeRestores(files: readonly KeptFile[], now: number, restores: readonly number[]) {
  return restores
    .filter((restoredAt) => now - restoredAt < 14 * dayMs)
    .flatMap((restoredAt) => files.find(({ madeAt }) => madeAt <= restoredAt) ?? []);
}

/**
 * Names of the snapshots that may go: 24 hourly, 14 daily and 8 weekly ones stay, counted over the periods (UTC) that have
 * one, so that a PC which was off for a year keeps them all. Only whole ones take a place in this; a damaged one goes
 * when a newer whole one is there. One of the future was made while the clock was wrong: it stays, and takes no place.
 * @param restores when this PC was restored, milliseconds since 1970
 */
export function superfluous(
  files: readonly KeptFile[],
  now: number,
  restores: readonly number[] = [],
): readonly string[] {
  const past = files.filter(({ madeAt }) => madeAt <= now).toSorted(newestFirst);
  const whole = past.filter((file) => file.whole);
  const newest = whole[0];
  const generation = generations.flatMap(({ count, period }) => newestOfEach(whole, count, period));
  const kept = new Set([...generation, ...beforeRestores(whole, now, restores)]);
  return past
    .filter((file) => (file.whole ? !kept.has(file) : newest !== undefined && file.madeAt < newest.madeAt))
    .map(({ name }) => name);
}
