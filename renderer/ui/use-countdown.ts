import { useCallback, useEffect, useState } from 'react';

/** Whole seconds that are left of a wait. `wait(ms)` begins one; it never shortens one that is running. */
export function useCountdown(initialMs: number): {
  readonly secondsLeft: number;
  readonly wait: (ms: number) => void;
} {
  const [until, setUntil] = useState(() => performance.now() + initialMs);
  const [now, setNow] = useState(() => performance.now());
  const secondsLeft = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until <= performance.now()) return undefined;
    const timer = setInterval(() => {
      setNow(performance.now());
      if (performance.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  const wait = useCallback((ms: number) => {
    setNow(performance.now());
    setUntil((before) => Math.max(before, performance.now() + ms));
  }, []);
  return { secondsLeft, wait };
}
