import type { MergeTask } from '#shared/domain/after-merge/merge-task.ts';
import type { OverwrittenRecord, SyncDetails, SyncPort, SyncState } from '#shared/ports/sync.ts';

/** Sync without a server: what a test says of it is so. */
export interface MemorySync extends SyncPort {
  set(change: {
    readonly state?: SyncState;
    readonly details?: SyncDetails | null;
    readonly overwritten?: readonly OverwrittenRecord[];
    readonly tasks?: readonly MergeTask[];
  }): void;
  /** What the next deed answers; `undefined`: it succeeds. */
  failure: string | undefined;
  /** What was done, in order. */
  readonly deeds: string[];
}

export function memorySync(): MemorySync {
  let state: SyncState = { kind: 'off' };
  let details: SyncDetails | null = null;
  let overwritten: readonly OverwrittenRecord[] = [];
  let tasks: readonly MergeTask[] = [];
  const listeners = new Set<() => void>();
  const done = async (deed: string) => {
    if (sync.failure !== undefined) return { ok: false, error: { code: sync.failure } } as const;
    sync.deeds.push(deed);
    return { ok: true, value: undefined } as const;
  };
  const sync: MemorySync = {
    failure: undefined,
    deeds: [],
    set: (change) => {
      state = change.state ?? state;
      if (change.details !== undefined) details = change.details;
      overwritten = change.overwritten ?? overwritten;
      tasks = change.tasks ?? tasks;
      for (const listener of listeners) listener();
    },
    current: () => state,
    details: () => details,
    look: async () => undefined,
    overwritten: () => overwritten,
    tasks: () => tasks,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: () => done('connect'),
    disconnect: () => done('disconnect'),
    reseed: () => done('reseed'),
    retry: () => void sync.deeds.push('retry'),
  };
  return sync;
}
