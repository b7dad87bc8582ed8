import { useEffect, useRef } from 'react';

interface GlobalKeys {
  readonly search: () => void;
  readonly lock: () => void;
  readonly help: () => void;
  /** The nth area of the navigation rail, from 1 on. */
  readonly area: (digit: number) => void;
}

/** In a field that takes text, `?` is a letter. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** What the key means everywhere, or `undefined`. Within a dialog only the lock works: the screen below must stay. */
function meaning(event: KeyboardEvent, keys: GlobalKeys): (() => void) | undefined {
  const key = event.key.toLowerCase();
  const controlAlone = event.ctrlKey && !event.altKey && !event.shiftKey;
  if (controlAlone && key === 'l') return keys.lock;
  if (isInDialog(event.target)) return undefined;
  if (controlAlone) return key === 'k' ? keys.search : undefined;
  // By place on the keyboard: with Alt some layouts give other signs than digits.
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (event.altKey && !event.ctrlKey && digit !== undefined) return () => keys.area(Number(digit));
  if (event.key === '?' && !event.ctrlKey && !event.altKey && !takesText(event.target)) return keys.help;
  return undefined;
}

/** Listens for the keys that work on every screen. */
export function useGlobalKeys(keys: GlobalKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const act = meaning(event, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
