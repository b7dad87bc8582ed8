/**
 * Keeps a connection to the server: dials, has what lies there judged before anything is read or written, and after
 * every end tries again, at growing intervals, for as long as the app runs.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import type { StreamIdentity, SyncConnection } from '#shared/ports/sync-transport.ts';
import type { Bucket } from './bucket.ts';
import { isRefusal } from './dial.ts';

/**
 * In milliseconds. The shortest pause doubles with every failure; those between attempts vary by half, so that a site does
 * not knock at once.
 */
export interface Pauses {
  readonly shortest: number;
  readonly longest: number;
  readonly refused: number;
  /** Between two looks at the bucket of a standing connection. */
  readonly look: number;
}

interface LineOptions {
  readonly dial: () => Promise<NatsConnection>;
  readonly open: (connection: NatsConnection) => Promise<Bucket>;
  readonly admit: (found: StreamIdentity, bucket: Bucket) => Promise<boolean>;
  readonly pauses: Pauses;
  /** After every change of `state`. */
  readonly changed: () => void;
  /** After every look at the bucket: its newest sequence. */
  readonly looked: (lastSequence: number) => void;
}

export interface Line {
  state(): SyncConnection;
  /** The bucket where it was admitted and the connection stands. */
  bucket(): Bucket | undefined;
  /** The bucket also where it was not admitted. */
  reached(): Bucket | undefined;
  reconsider(): void;
  close(): Promise<void>;
}

/** Begins at once and never ends by itself. */
export function keepLine({ dial, open, admit, pauses, changed, looked }: LineOptions): Line {
  let state: SyncConnection = { kind: 'connecting' };
  let connection: NatsConnection | undefined;
  let reached: Bucket | undefined;
  let judgedAs: StreamIdentity | undefined;
  let waiting = new AbortController();
  let isClosed = false;

  function set(next: SyncConnection): void {
    state = next;
    changed();
  }

  /** Says why there is no connection; since when is kept where nothing changed. */
  function lost(error: unknown): void {
    reached = undefined;
    if (isClosed) return;
    const kind = isRefusal(error) ? 'refused' : 'offline';
    if (state.kind !== kind) set({ kind, since: Date.now() });
  }

  async function judge(bucket: Bucket): Promise<void> {
    const found = await bucket.identity();
    const admitted = await admit(found, bucket);
    if (reached !== bucket || isClosed) return;
    judgedAs = found;
    const since = Date.now();
    set(admitted ? { kind: 'connected', since } : { kind: 'held', since, found });
  }

  /** A bucket that was exchanged under a standing connection is judged anew, with a new connection. */
  async function look(): Promise<void> {
    const bucket = state.kind === 'connected' ? reached : undefined;
    const before = judgedAs;
    // Without an answer nothing is known; the connection's own pings find out whether it stands.
    const found = await bucket?.identity().catch(() => undefined);
    if (!found || !before || reached !== bucket) return;
    if (found.createdAt !== before.createdAt || found.lastSequence < before.lastSequence) {
      await connection?.close();
      return;
    }
    judgedAs = found;
    looked(found.lastSequence);
  }

  /** One connection from its beginning to its end. @returns why it ended, and whether the server had been judged */
  async function live(): Promise<{ readonly error: unknown; readonly judged: boolean }> {
    let judged = false;
    try {
      connection = await dial();
      if (isClosed) await connection.close();
      const ended = connection.closed();
      reached = await open(connection);
      await judge(reached);
      judged = true;
      return { error: await ended, judged };
    } catch (error) {
      await connection?.close();
      return { error, judged };
    } finally {
      connection = undefined;
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isClosed) {
      const { error, judged } = await live();
      lost(error);
      failures = judged ? 0 : failures + 1;
      const grown = Math.min(pauses.shortest * 2 ** failures, pauses.longest);
      const full = isRefusal(error) ? pauses.refused : grown;
      waiting = new AbortController();
      // An aborted pause is over.
      await pause(full * (0.5 + Math.random() / 2), undefined, { signal: waiting.signal }).catch(
        () => undefined,
      );
    }
  }

  const running = run();
  const looking = setInterval(look, pauses.look);
  looking.unref();
  return {
    state: () => state,
    bucket: () => (state.kind === 'connected' ? reached : undefined),
    reached: () => reached,
    reconsider: () => {
      waiting.abort();
      // Without an answer the connection is made anew, and judged there.
      if (reached && state.kind === 'held') judge(reached).catch(() => connection?.close());
    },
    close: async () => {
      isClosed = true;
      clearInterval(looking);
      set({ kind: 'closed' });
      waiting.abort();
      await connection?.close();
      await running;
    },
  };
}
