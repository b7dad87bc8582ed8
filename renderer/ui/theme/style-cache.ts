import createCache, { type EmotionCache } from '@emotion/cache';
import rtl from '@mui/stylis-plugin-rtl';

/** The nonce that the page came with; the content security policy lets in style elements that carry it. */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}

/** Where emotion puts its styles; for right to left, mirrored. */
export function createStyleCache(direction: 'ltr' | 'rtl'): EmotionCache {
  const nonce = styleNonce();
  return createCache({
    key: direction === 'ltr' ? 'wm' : 'wm-rtl',
    ...(direction === 'rtl' ? { stylisPlugins: [rtl] } : {}),
    ...(nonce ? { nonce } : {}),
  });
}
