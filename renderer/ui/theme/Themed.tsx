import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { createStyleCache } from './style-cache.ts';
import { theme } from './theme.ts';

/**
 * The theme around everything. The scheme follows the system until someone chooses one; nothing is kept in the
 * browser's storage.
 */
export function Themed({
  children,
  mode = 'system',
}: {
  readonly children: ReactNode;
  readonly mode?: 'system' | 'light' | 'dark';
}) {
  const [cache] = useState(() => createStyleCache('ltr'));
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode={mode} storageManager={null}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
