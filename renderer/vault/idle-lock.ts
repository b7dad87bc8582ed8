/**
 * When an unattended window locks: a pure state machine; the clock and the timer are the caller's.
 *
 * Guarantees that a clock set back never puts the lock off by more than one period.
 */

/** Milliseconds; what an administrator has not set otherwise. */
export const defaultIdleMs = 5 * 60_000;
/** Milliseconds before locking at which the window says so. */
const warningMs = 30_000;

type IdleState =
  | { readonly phase: 'active'; readonly checkInMs: number }
  /** About to lock; `leftMs` until then. */
  | { readonly phase: 'warning'; readonly leftMs: number; readonly checkInMs: number }
  | { readonly phase: 'lock' };

export interface IdleLock {
  /** Someone typed, clicked or scanned. Without effect once it is time to lock. */
  activity(): void;
  /** What to do now, and after how many milliseconds to ask again. */
  state(): IdleState;
}

/** `now`: milliseconds of a clock that goes on while the computer sleeps. */
export function createIdleLock(now: () => number, idleMs: number = defaultIdleMs): IdleLock {
  let lastActivity = now();
  let locked = false;
  const left = (): number => {
    // Set back: begin a full period from here.
    lastActivity = Math.min(lastActivity, now());
    return lastActivity + idleMs - now();
  };
  const state = (): IdleState => {
    const leftMs = left();
    locked ||= leftMs <= 0;
    if (locked) return { phase: 'lock' };
    const warnFrom = Math.min(warningMs, idleMs / 2);
    if (leftMs > warnFrom) return { phase: 'active', checkInMs: leftMs - warnFrom };
    return { phase: 'warning', leftMs, checkInMs: Math.min(1000, leftMs) };
  };
  return {
    activity: () => {
      if (state().phase !== 'lock') lastActivity = now();
    },
    state,
  };
}
