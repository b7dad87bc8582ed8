import type { ReadProblem, StreamIdentity, SyncRead, SyncTransport } from '#shared/ports/sync-transport.ts';
import { type Bucket, bucketOn } from './bucket.ts';
import { dial, type WorkstationKey } from './dial.ts';
import { type Feed, startFeed } from './feed.ts';
import { keepLine, type Pauses } from './line.ts';
import type { ServerAddress } from './server-address.ts';

interface TransportOptions {
  readonly address: ServerAddress;
  readonly key: WorkstationKey;
  /**
   * Judges the server after every connecting, before anything is read or written there. `storedAt`: as in
   * `SyncTransport`. A rejection makes the connection anew.
   */
  readonly admit: (
    found: StreamIdentity,
    storedAt: (revision: number) => Promise<string | undefined>,
  ) => Promise<boolean>;
  readonly pauses?: Pauses;
}

const usualPauses: Pauses = { shortest: 500, longest: 30_000, refused: 60_000, look: 60_000 };

const failed = (error: ReadProblem): SyncRead<never> => ({ ok: false, error });

/** Opens sync's way to the server, over NATS. It only ever opens the bucket; making one is the server kit's. */
export function openNatsTransport({
  address,
  key,
  admit,
  pauses = usualPauses,
}: TransportOptions): SyncTransport {
  const listeners = new Set<() => void>();
  const feeds = new Set<Feed>();
  let attached: Bucket | undefined;

  const line = keepLine({
    dial: () => dial(address, key),
    open: (connection) => bucketOn(connection, address.bucket),
    admit: (found, bucket) => admit(found, bucket.storedAt),
    pauses,
    changed: () => {
      const bucket = line.bucket();
      if (bucket !== attached) {
        attached = bucket;
        for (const feed of feeds) feed.attach(bucket);
      }
      for (const listener of listeners) listener();
    },
    looked: (lastSequence) => {
      for (const feed of feeds) feed.expect(lastSequence);
    },
  });

  async function read<T>(
    bucket: Bucket | undefined,
    ask: (bucket: Bucket) => Promise<T>,
  ): Promise<SyncRead<T>> {
    if (!bucket) return failed('offline');
    try {
      return { ok: true, value: await ask(bucket) };
    } catch {
      return failed('unanswered');
    }
  }

  return {
    connection: line.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    identity: () => read(line.reached(), (bucket) => bucket.identity()),
    publish: async (name, value, expected) =>
      (await line.bucket()?.publish(name, value, expected)) ?? { kind: 'offline' },
    get: (name) => read(line.bucket(), (bucket) => bucket.get(name)),
    storedAt: (revision) => read(line.reached(), (bucket) => bucket.storedAt(revision)),
    watch: (after, take) => {
      const feed = startFeed(after, take);
      feeds.add(feed);
      if (attached) feed.attach(attached);
      return () => {
        feeds.delete(feed);
        feed.stop();
      };
    },
    reconsider: line.reconsider,
    close: async () => {
      for (const feed of feeds) feed.stop();
      feeds.clear();
      await line.close();
    },
  };
}
