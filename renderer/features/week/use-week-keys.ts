import { useEffect, useRef } from 'react';

interface WeekKeys {
  readonly previous: () => void;
  readonly next: () => void;
  readonly thisWeek: () => void;
}

/** Alt with Page up, Page down and Home, while no dialog is over the screen. Alone, these keys scroll. */
export function useWeekKeys(keys: WeekKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.shiftKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const { previous, next, thisWeek } = latest.current;
      const deed = { PageUp: previous, PageDown: next, Home: thisWeek }[event.key];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
