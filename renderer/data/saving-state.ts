import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { SavingPort, SavingState } from '#shared/ports/app-services.ts';

export interface SavingLog extends SavingPort {
  /** Runs a write and keeps the state chip true meanwhile. */
  during<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>>;
  /** Nothing more is written in this run. */
  stop(code: string): void;
}

const failures = /^(disk|journal|database|ipc|write)\./;

/** A failure of the disk or of the shell, as against a refusal of a rule: only these make the chip red. */
export const isFailure = (code: string): boolean => failures.test(code);

/** The state that the chip shows: saving while a write is under way, failed until one succeeds again. */
export function savingLog(now: () => Date): SavingLog {
  let state: SavingState = { state: 'saved', code: null, savedAt: null };
  let underWay = 0;
  const listeners = new Set<() => void>();
  const set = (next: SavingState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: (code) => set({ ...state, state: 'read-only', code }),
    during: async (write) => {
      underWay += 1;
      if (state.state === 'saved') set({ ...state, state: 'saving' });
      try {
        const result = await write();
        underWay -= 1;
        // What may not be written at all has not failed: the reason stands already.
        if (state.state === 'read-only') return result;
        if (!result.ok && isFailure(result.error.code))
          set({ ...state, state: 'failed', code: result.error.code });
        else if (underWay === 0) {
          set(
            result.ok
              ? { state: 'saved', code: null, savedAt: now() }
              : { ...state, state: state.code === null ? 'saved' : state.state },
          );
        }
        return result;
      } catch (error) {
        underWay -= 1;
        set({ ...state, state: 'failed', code: 'write.failed' });
        throw error;
      }
    },
  };
}
