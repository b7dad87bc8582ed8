import { rehearse } from '#renderer/data/rehearsal.ts';
import { call } from '#renderer/host/host.ts';
import type { Sealing } from '#shared/ports/sealing.ts';

export interface SnapshotTimes {
  /** From asking to "made and read back". */
  readonly made: Took;
  readonly rehearsed: Took;
  readonly bytes: number;
}

/** What something took: milliseconds, and the longest that it held the window up. A longest task of 0: none was longer than 50 ms. */
export interface Took {
  readonly took: number;
  readonly longestTask: number;
}

export async function timed(action: () => Promise<void>): Promise<Took> {
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  await action();
  const took = performance.now() - begun;
  for (const { duration } of observer.takeRecords()) longestTask = Math.max(longestTask, duration);
  observer.disconnect();
  return { took, longestTask };
}

/** Makes a snapshot of the open site and rehearses it. */
export async function snapshotTimes(sealing: Sealing): Promise<SnapshotTimes> {
  const made = await timed(async () => {
    const answer = await call('backup.make', undefined);
    if (!answer.ok) throw new Error(answer.error);
  });
  const state = await call('backup.state', undefined);
  const newest = state.ok ? state.value.here.newest : null;
  if (!newest) throw new Error('There is no snapshot.');
  const { place, name, lastSeq, bytes } = newest;
  const rehearsed = await timed(async () => {
    const read = (fromSeq: number) => call('backup.read', { place, name, fromSeq, maxBytes: 1_048_576 });
    const found = await rehearse(sealing, read, lastSeq, () => undefined);
    if (!found.ok || found.value.unreadable > 0) throw new Error('The snapshot was not whole.');
  });
  return { made, rehearsed, bytes };
}
