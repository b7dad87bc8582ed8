import { useLayoutEffect, useRef } from 'react';

/**
 * Ctrl with a key, while the component is on the screen and no dialog is over it. Keys as in `KeyboardEvent.key`,
 * letters small: with Caps Lock on they arrive as capitals.
 */
export function useControlKeys(deeds: Readonly<Record<string, () => void>>): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  // Not after the paint: who sees what a key does may press it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.shiftKey || event.altKey) return;
      const deed = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!deed || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
