/**
 * The way to the server through main. Writes and reads that are asked for together cross together: a call costs more
 * than what it carries.
 */
import { call, on } from '#renderer/host/host.ts';
import { asBytes } from '#renderer/vault/bytes.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { mostTogether, type SyncConfiguration } from '#shared/ipc/contract/sync.ts';
import type {
  PublishOutcome,
  SyncConnection,
  SyncEntry,
  SyncLine,
  SyncRead,
} from '#shared/ports/sync-transport.ts';
import type { KnownStream } from '#shared/sync/stream-lineage.ts';
import { together } from './together.ts';

/** Setting up and connecting; errors are the calls' codes. */
export interface SyncHost {
  configuration(): Promise<Result<SyncConfiguration | null, string>>;
  configure(addressFile: string): Promise<Result<SyncConfiguration, string>>;
  /** What another workstation takes with `configure`; `null`: no server was set up. */
  addressFile(): Promise<Result<string | null, string>>;
  forget(): Promise<Result<void, string>>;
  /** Connects; in place of an earlier line, which is closed. */
  open(known: KnownStream | undefined): Promise<Result<SyncLine, string>>;
}

export const syncHost: SyncHost = {
  configuration: () => call('sync.configuration', undefined),
  configure: (addressFile) => call('sync.configure', { addressFile }),
  addressFile: () => call('sync.addressFile', undefined),
  forget: () => call('sync.forget', undefined),
  open: async (known) => {
    let state: SyncConnection = { kind: 'connecting' };
    const listeners = new Set<() => void>();
    const set = (next: SyncConnection): void => {
      state = next;
      for (const listener of listeners) listener();
    };
    const unlisten = on('sync.connection', set);
    const started = await call('sync.start', {
      known: known ? { ...known, marks: [...known.marks] } : null,
    });
    if (!started.ok) {
      unlisten();
      return err(started.error);
    }
    // What came meanwhile is newer than the answer.
    if (state.kind === 'connecting') set(started.value);
    return ok(lineOver(() => state, listeners, unlisten));
  },
};

const unanswered = { ok: false, error: 'unanswered' } as const;

function lineOver(
  connection: () => SyncConnection,
  listeners: Set<() => void>,
  unlisten: () => void,
): SyncLine {
  const publish = together(
    mostTogether,
    async (
      writes: readonly { key: string; value: Uint8Array<ArrayBuffer>; expected: number }[],
    ): Promise<readonly PublishOutcome[]> => {
      const answer = await call('sync.publish', [...writes]);
      return answer.ok ? answer.value : writes.map(() => ({ kind: 'unknown' }));
    },
  );
  const get = together(
    mostTogether,
    async (keys: readonly string[]): Promise<readonly SyncRead<SyncEntry | undefined>[]> => {
      const answer = await call('sync.get', [...keys]);
      // JSON has no `undefined`: a key that was never written comes without a value.
      return answer.ok
        ? answer.value.map((read) => (read.ok ? { ok: true, value: read.value } : read))
        : keys.map(() => unanswered);
    },
  );
  let stopWatching: (() => void) | undefined;
  return {
    connection,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    identity: async () => {
      const answer = await call('sync.identity', undefined);
      return answer.ok ? answer.value : unanswered;
    },
    publish: (key, value, expected) => publish({ key, value: asBytes(value), expected }),
    get,
    watch: (after, take) => {
      stopWatching?.();
      const unsubscribe = on('sync.batch', ({ number, entries, remaining }) => {
        const answer = (taken: boolean): void => void call('sync.took', { number, taken });
        take({ entries, remaining }).then(
          () => answer(true),
          () => answer(false),
        );
      });
      void call('sync.watch', { after });
      stopWatching = unsubscribe;
      return unsubscribe;
    },
    reconsider: () => void call('sync.reconsider', undefined),
    close: async () => {
      stopWatching?.();
      unlisten();
      listeners.clear();
      await call('sync.stop', undefined);
    },
  };
}
