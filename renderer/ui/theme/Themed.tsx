import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { theme } from './theme.ts';

/** The nonce that the page came with; the content security policy lets in style elements that carry it. */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}

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
  const [cache] = useState(() => {
    const nonce = styleNonce();
    return createCache({ key: 'wm', ...(nonce ? { nonce } : {}) });
  });
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode={mode} storageManager={null}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
