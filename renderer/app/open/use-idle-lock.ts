import { useEffect, useState } from 'react';
import { createIdleLock } from '#renderer/vault/idle-lock.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Locks a window that nobody uses. Gives the whole seconds that are left once it is about to, and `null` before.
 * Any sign of a person begins the time anew, unless it was up already.
 */
export function useIdleLock(lock: () => void): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  useEffect(() => {
    const idle = createIdleLock(() => Date.now());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = (): void => {
      const state = idle.state();
      if (state.phase === 'lock') lock();
      else {
        setSecondsLeft(state.phase === 'warning' ? Math.ceil(state.leftMs / 1000) : null);
        timer = setTimeout(check, state.checkInMs);
      }
    };
    const onSign = (): void => {
      idle.activity();
      // The timer may come late: it does not run while the computer sleeps.
      if (idle.state().phase === 'lock') lock();
      else setSecondsLeft(null);
    };
    check();
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [lock]);
  return secondsLeft;
}
