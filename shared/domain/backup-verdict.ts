/** A place with snapshots, as far as the verdict needs it. */
interface PlaceFacts {
  /** Milliseconds since 1970 of the newest one. */
  readonly newest: { readonly madeAt: number } | null;
  readonly problem: string | null;
}

/** What is known of the snapshots. */
interface BackupFacts {
  /** Entries that are in no snapshot. */
  readonly unsaved: number;
  readonly here: PlaceFacts;
  readonly away: PlaceFacts & { readonly folder: string | null };
}

/**
 * Whether the data is backed up, in the order of what is worst. `no-second`: it is, on this PC only, and nobody has chosen
 * a second folder yet.
 */
export type BackupVerdict =
  | 'none'
  | 'failed'
  | 'old'
  | 'away-failed'
  | 'away-none'
  | 'away-old'
  | 'no-second'
  | 'safe';

const hourMs = 3_600_000;
/** Hourly ones are made while the app is open; after a day something is wrong. */
const oldMs = 24 * hourMs;

const olderThan = (newest: { readonly madeAt: number }, ms: number, now: number): boolean =>
  now - newest.madeAt > ms;

/** @param now milliseconds since 1970. */
export function backupVerdict({ unsaved, here, away }: BackupFacts, now: number): BackupVerdict {
  if (here.problem !== null) return 'failed';
  if (!here.newest) return 'none';
  if (unsaved > 0 && olderThan(here.newest, oldMs, now)) return 'old';
  if (away.folder === null) return 'no-second';
  if (away.newest && !olderThan(away.newest, oldMs, now)) return 'safe';
  // Nothing new came: what lies there is old, and has all there is.
  if (away.newest && away.newest.madeAt >= here.newest.madeAt && unsaved === 0) return 'safe';
  if (away.problem !== null) return 'away-failed';
  return away.newest ? 'away-old' : 'away-none';
}

/** Whether somebody has to do something about it. */
export const needsAttention = (verdict: BackupVerdict): boolean =>
  verdict !== 'safe' && verdict !== 'no-second';

/** How long ago, in the coarsest unit that is not zero. A moment of the future, by a clock put back, is now. */
export function ageOf(
  madeAt: number,
  now: number,
): { readonly unit: 'now' } | { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  const minutes = Math.floor((now - madeAt) / 60_000);
  if (minutes < 1) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 24 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}
