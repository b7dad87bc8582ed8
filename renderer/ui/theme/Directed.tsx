import { CacheProvider } from '@emotion/react';
import { type Theme, ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { createStyleCache } from './style-cache.ts';

const asRtl = (theme: Theme): Theme => ({ ...theme, direction: 'rtl' });
const asLtr = (theme: Theme): Theme => ({ ...theme, direction: 'ltr' });

/** Mirrors what is inside for languages that are written from right to left. `dir` on an element is the screen's. */
export function Directed({
  direction,
  children,
}: {
  readonly direction: 'ltr' | 'rtl';
  readonly children: ReactNode;
}) {
  const [caches] = useState(() => ({ ltr: createStyleCache('ltr'), rtl: createStyleCache('rtl') }));
  return (
    <CacheProvider value={caches[direction]}>
      <ThemeProvider theme={direction === 'rtl' ? asRtl : asLtr}>{children}</ThemeProvider>
    </CacheProvider>
  );
}
