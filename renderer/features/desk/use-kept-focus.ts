import { type RefObject, useEffect, useRef } from 'react';
import { textField } from '#renderer/ui/scanner/fields.ts';

/** Something is over the screen: a dialog or a menu. */
const isCovered = (element: Element): boolean => element.closest('[aria-hidden="true"]') !== null;

/** A key that writes: not one of a shortcut, not the space that presses a button, not the `?` of the help. */
const writes = ({ key, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  [...key].length === 1 && !ctrlKey && !altKey && !metaKey && !isComposing && key !== ' ' && key !== '?';

interface KeptFocus {
  /** Gives the field the focus back, unless something is over the screen. */
  readonly focus: () => void;
  /** What the field held before a key that was pressed elsewhere got there, if only quick keys followed it. */
  readonly beforeKeyElsewhere: () => string | undefined;
}

/** Between two keys of one scan, at most. */
const breathMs = 100;

/**
 * Keeps the focus in the desk's field: keys that write go there wherever the focus is, and when the focus is nowhere, or
 * something on the screen was pressed, it comes back. Tab still reaches everything, and nothing is taken from a dialog.
 */
export function useKeptFocus(
  field: RefObject<HTMLInputElement | null>,
  screen: RefObject<HTMLElement | null>,
): KeptFocus {
  const elsewhere = useRef<{ readonly text: string; readonly lastAt: number }>(undefined);
  const kept = useRef<KeptFocus>({
    focus: () => {
      const input = field.current;
      if (input && !isCovered(input)) input.focus({ preventScroll: true });
    },
    beforeKeyElsewhere: () => {
      const known = elsewhere.current;
      elsewhere.current = undefined;
      return known?.text;
    },
  });
  useEffect(() => {
    const { focus } = kept.current;
    const onKey = (event: KeyboardEvent): void => {
      const input = field.current;
      const { timeStamp: lastAt } = event;
      const known = elsewhere.current;
      elsewhere.current = known && lastAt - known.lastAt <= breathMs ? { ...known, lastAt } : undefined;
      if (event.defaultPrevented || !input || !writes(event)) return;
      if (textField(event.target) || isCovered(input)) return;
      elsewhere.current = { text: input.value, lastAt };
      // The key itself is typed where the focus is then.
      focus();
    };
    /** Only once the browser has settled it: a dialog that opens takes the focus after the press. */
    const later = (when: () => boolean): void => {
      requestAnimationFrame(() => {
        if (when()) focus();
      });
    };
    const isLost = (): boolean => document.hasFocus() && document.activeElement === document.body;
    const onFocusOut = (): void => later(isLost);
    const onClick = ({ target }: MouseEvent): void => {
      const inScreen = target instanceof Node && screen.current?.contains(target) === true;
      if (inScreen) later(() => true);
    };
    focus();
    window.addEventListener('keydown', onKey);
    window.addEventListener('focusout', onFocusOut);
    window.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('focusout', onFocusOut);
      window.removeEventListener('click', onClick);
    };
  }, [field, screen]);
  return kept.current;
}
