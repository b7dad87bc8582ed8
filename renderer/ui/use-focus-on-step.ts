import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the place of a screen that goes step by step: the focus goes with the button that led on, so that the new step
 * takes it, unless something in it already has.
 */
export function useFocusOnStep(step: string): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (document.activeElement === document.body) content.current?.focus({ preventScroll: true });
  }, [step]);
  return content;
}
