import type { SyncEntry, SyncTransport } from '#shared/ports/sync-transport.ts';

/** What lies on the server, as a workstation reads it; no more than `most`. */
export function entriesOf(
  line: SyncTransport,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly SyncEntry[]> {
  const entries: SyncEntry[] = [];
  return new Promise((resolve) => {
    const stop = line.watch(0, async (batch) => {
      entries.push(...batch.entries);
      if (batch.remaining > 0 && entries.length < most) return;
      stop();
      resolve(entries.slice(0, most));
    });
  });
}
