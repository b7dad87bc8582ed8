import { z } from 'zod';

/**
 * Bytes of the address. With it and the longest proof a code of 25 mm has 61 modules of 0.41 mm along a side (version 11
 * at level M), which scanners and phones read; longer ones would need smaller modules.
 */
const longest = 80;

const httpsAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain, normalize: true });
/** A name before the host, or a place of its own for what stands behind `#`. */
const notOurs = /^https:\/\/[^/?]*@|#/;

/**
 * Where the facility hosts the page that checks certificates, written as browsers write it: a code must not hold what a
 * phone reads as something else. https only: on plain http a browser has no cryptography to check with.
 */
export const checkPageSchema = z
  .string()
  .max(longest)
  .refine((text) => !notOurs.test(text) && httpsAddress.safeParse(text).data === text);

/**
 * What somebody typed as the page's address, as browsers write it: with `https://` in front, host in small letters,
 * umlauts encoded. `undefined` where it can't be the address of that page, or is too long.
 */
export function checkPageFrom(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const written = httpsAddress.safeParse(whole).data;
  return written === undefined ? undefined : checkPageSchema.safeParse(written).data;
}
