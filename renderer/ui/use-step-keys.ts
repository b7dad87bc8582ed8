import { useEffect, useRef } from 'react';

interface StepKeys {
  readonly previous: () => void;
  readonly next: () => void;
  /** Back to where one began: today, this week. */
  readonly home: () => void;
}

/** Alt with Page up, Page down and Home, while no dialog is over the screen. Alone, these keys scroll. */
export function useStepKeys(keys: StepKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.shiftKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const { previous, next, home } = latest.current;
      const deed = { PageUp: previous, PageDown: next, Home: home }[event.key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
