import type { DataKeysPort, ResealingState } from '#shared/ports/data-keys.ts';

/** Keys without a vault: what a test says of them is so. */
export interface MemoryKeys extends DataKeysPort {
  set(change: Partial<ResealingState>): void;
  /** What `begin` answers; `undefined`: it succeeds. */
  failure: string | undefined;
  begun: number;
}

export function memoryKeys(since: Date): MemoryKeys {
  let state: ResealingState = { state: 'idle', done: 0, of: 0, unreadable: 0, code: null };
  const listeners = new Set<() => void>();
  const keys: MemoryKeys = {
    failure: undefined,
    begun: 0,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    since: () => since,
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: async () => {
      if (keys.failure !== undefined) return { ok: false, error: { code: keys.failure } };
      keys.begun += 1;
      return { ok: true, value: undefined };
    },
  };
  return keys;
}
