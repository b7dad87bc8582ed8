import { type Bytes, bound, fromUtf8, utf8 } from './bytes.ts';
import type { SealedBox } from './header.ts';
import { openBox, sealBox } from './sealed-box.ts';

/** Names are padded to a multiple of this, so that a box does not tell the length of a name. */
const step = 64;

const binding = (facilityId: string, subject: string): Bytes =>
  bound('wegmarke/label/1', facilityId, subject);

/** Seals a name for the lock screen. `subject`: the account's id, or `facility`. */
export function sealLabel(
  labelKey: CryptoKey,
  facilityId: string,
  subject: string,
  name: string,
): Promise<SealedBox> {
  const bytes = utf8(JSON.stringify({ name }));
  // JSON may end in spaces.
  const padded = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
  padded.set(bytes);
  return sealBox(labelKey, padded, binding(facilityId, subject));
}

/** The name, or `null` if this label key is another site's or the label was altered. */
export async function openLabel(
  labelKey: CryptoKey,
  facilityId: string,
  subject: string,
  label: SealedBox,
): Promise<string | null> {
  const bytes = await openBox(labelKey, label, binding(facilityId, subject));
  if (!bytes) return null;
  const { name }: { name?: unknown } = JSON.parse(fromUtf8(bytes));
  return typeof name === 'string' ? name : null;
}
