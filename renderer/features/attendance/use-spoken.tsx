import Box from '@mui/material/Box';
import { type ReactNode, useCallback, useRef } from 'react';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';

/**
 * A live region for screen readers. It is written straight into: a sentence that nobody sees is no reason to render
 * the sheet.
 */
export function useSpoken(): { readonly say: (text: string) => void; readonly spoken: ReactNode } {
  const region = useRef<HTMLDivElement>(null);
  const say = useCallback((text: string): void => {
    if (region.current) region.current.textContent = text;
  }, []);
  return { say, spoken: <Box ref={region} role="status" aria-live="polite" sx={visuallyHidden} /> };
}
