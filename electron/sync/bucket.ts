/**
 * A facility's bucket over one connection. Keys and times come from what the server itself adds to a message, which
 * stands behind what a writer may have put there under the same names.
 */

import { JetStreamApiError, jetstream, jetstreamManager, type StoredMsg } from '@nats-io/jetstream';
import { errors, type Msg, type NatsConnection } from '@nats-io/transport-node';
import type { PublishOutcome, StreamIdentity, SyncBatch, SyncEntry } from '#shared/ports/sync-transport.ts';

const patienceMs = 5_000;
/** Of one batch: small enough to cross IPC at once, large enough for 5,000 records a second. */
const batchEntries = 1_000;
const batchBytes = 2 * 1024 * 1024;

/** Error codes of JetStream. */
const wrongRevision = new Set([10_071, 10_164]);
const tooLarge = 10_054;
const full = new Set([10_002, 10_023, 10_047, 10_077]);

/** All of it rejects when the server does not answer in time or the connection ends, but for `publish`. */
export interface Bucket {
  identity(): Promise<StreamIdentity>;
  publish(key: string, value: Uint8Array, expected: number): Promise<PublishOutcome>;
  get(key: string): Promise<SyncEntry | undefined>;
  storedAt(revision: number): Promise<string | undefined>;
  /** The next entries from a revision on. A server of a cluster that lags behind may not have the newest ones. */
  read(from: number): Promise<SyncBatch>;
  /** Tells what is written from now on, each at most once; some may be missing. @returns ends it */
  hear(listener: (entry: SyncEntry) => void): () => void;
}

function outcomeOf(error: unknown): PublishOutcome {
  const cause = error instanceof errors.RequestError ? error.cause : error;
  if (cause instanceof errors.PermissionViolationError) return { kind: 'refused', reason: 'not-allowed' };
  // The library's own limit, before anything is sent.
  if (cause instanceof errors.InvalidArgumentError) return { kind: 'refused', reason: 'too-large' };
  if (!(cause instanceof JetStreamApiError)) return { kind: 'unknown' };
  if (wrongRevision.has(cause.code)) return { kind: 'conflict' };
  if (cause.code === tooLarge) return { kind: 'refused', reason: 'too-large' };
  if (full.has(cause.code)) return { kind: 'refused', reason: 'full' };
  return { kind: 'unknown' };
}

/** @param bucket its name, as the server kit wrote it */
export async function bucketOn(connection: NatsConnection, bucket: string): Promise<Bucket> {
  const stream = `KV_${bucket}`;
  const written = `$KV.${bucket}.`;
  // The kit gives the workstations these few calls of JetStream under a name of their own.
  const options = { apiPrefix: 'wegmarke.api', timeout: patienceMs };
  const store = jetstream(connection, options);
  const manager = await jetstreamManager(connection, { ...options, checkAPI: false });

  // What arrives is a view of a larger buffer, which crossing IPC would take along: each value is copied out.
  const entryOf = ({ subject, data, seq, timestamp }: StoredMsg): SyncEntry => ({
    key: subject.slice(written.length),
    value: new Uint8Array(data),
    revision: seq,
    storedAt: timestamp,
  });

  const heardEntry = ({ headers, data }: Msg): SyncEntry | undefined => {
    const subject = headers?.last('Nats-Subject') ?? '';
    const revision = Number(headers?.last('Nats-Sequence'));
    if (!subject.startsWith(written) || !Number.isSafeInteger(revision) || revision < 1) return undefined;
    return {
      key: subject.slice(written.length),
      value: new Uint8Array(data),
      revision,
      storedAt: headers?.last('Nats-Time-Stamp') ?? '',
    };
  };

  return {
    identity: async () => {
      const asked = Date.now();
      const { created, state, ts } = await manager.streams.info(stream);
      const answered = Date.now();
      return {
        createdAt: created,
        lastSequence: state.last_seq,
        records: state.messages,
        // A server that does not say its time is taken for one that agrees.
        clockAheadMs: ts === undefined ? 0 : Math.round(Date.parse(ts) - (asked + answered) / 2),
      };
    },

    publish: async (key, value, expected) => {
      try {
        const { seq } = await store.publish(`${written}${key}`, value, {
          timeout: patienceMs,
          expect: { lastSubjectSequence: expected },
        });
        return { kind: 'stored', revision: seq };
      } catch (error) {
        return outcomeOf(error);
      }
    },

    get: async (key) => {
      const found = await manager.streams.getMessage(stream, { last_by_subj: `${written}${key}` });
      return found ? entryOf(found) : undefined;
    },

    storedAt: async (revision) => (await manager.streams.getMessage(stream, { seq: revision }))?.timestamp,

    read: (from) =>
      new Promise((resolve, reject) => {
        const entries: SyncEntry[] = [];
        let remaining = 0;
        let stop = (): void => undefined;
        const giveUp = (): void => {
          stop();
          reject(new Error('The server did not go on reading.'));
        };
        let timer = setTimeout(giveUp, patienceMs);
        const end = (error?: Error): void => {
          clearTimeout(timer);
          stop();
          // 404: nothing from there on.
          const nothing = error && 'code' in error && error.code === 404;
          if (error && !nothing) reject(error);
          else resolve({ entries, remaining });
        };
        manager.direct
          .getBatch(stream, {
            seq: from,
            batch: batchEntries,
            max_bytes: batchBytes,
            callback: (done, message) => {
              if (done) return end(done.err);
              clearTimeout(timer);
              timer = setTimeout(giveUp, patienceMs);
              entries.push(entryOf(message));
              remaining = message.pending;
            },
          })
          .then((reading) => {
            stop = () => reading.stop();
          }, end);
      }),

    hear: (listener) => {
      const subscription = connection.subscribe(`changed.${bucket}.*`, {
        callback: (error, message) => {
          const entry = error ? undefined : heardEntry(message);
          if (entry) listener(entry);
        },
      });
      return () => subscription.unsubscribe();
    },
  };
}
