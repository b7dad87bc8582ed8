import { z } from 'zod';
import { call } from './define.ts';

export const keystoreContract = {
  /** The site secret (32 bytes) as the operating system's keystore opens it for this user; `null` if it can't. */
  'keystore.loadSiteSecret': call(z.void(), z.instanceof(Uint8Array).nullable()),
  /** Seals the site secret for this user. `keystore.unavailable`: the system has no keystore that is safe to use. */
  'keystore.storeSiteSecret': call(z.instanceof(Uint8Array), z.void(), [
    'keystore.unavailable',
    'disk.failed',
  ]),
} as const;
