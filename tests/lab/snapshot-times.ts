import { rehearse } from '#renderer/data/rehearsal.ts';
import { call } from '#renderer/host/host.ts';
import type { Sealing } from '#shared/ports/sealing.ts';

export interface SnapshotTimes {
  /** Milliseconds from asking to "made and read back", and the longest that the window was held up meanwhile. */
  readonly made: number;
  readonly madeLongestTask: number;
  readonly rehearsed: number;
  readonly rehearsedLongestTask: number;
  readonly bytes: number;
}

/** Milliseconds that `action` took, and its longest task in this window. */
async function timed(action: () => Promise<void>): Promise<readonly [took: number, longestTask: number]> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  await action();
  const took = performance.now() - begun;
  for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
  observer.disconnect();
  return [took, longest];
}

/** Makes a snapshot of the open site and rehearses it. A longest task of 0: none was longer than 50 ms. */
export async function snapshotTimes(sealing: Sealing): Promise<SnapshotTimes> {
  const [made, madeLongestTask] = await timed(async () => {
    const answer = await call('backup.make', undefined);
    if (!answer.ok) throw new Error(answer.error);
  });
  const state = await call('backup.state', undefined);
  const newest = state.ok ? state.value.here.newest : null;
  if (!newest) throw new Error('There is no snapshot.');
  const { place, name, lastSeq, bytes } = newest;
  const [rehearsed, rehearsedLongestTask] = await timed(async () => {
    const read = (fromSeq: number) => call('backup.read', { place, name, fromSeq, maxBytes: 1_048_576 });
    const found = await rehearse(sealing, read, lastSeq, () => undefined);
    if (!found.ok || found.value.unreadable > 0) throw new Error('The snapshot was not whole.');
  });
  return { made, madeLongestTask, rehearsed, rehearsedLongestTask, bytes };
}
