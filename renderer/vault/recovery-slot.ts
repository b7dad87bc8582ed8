/**
 * The recovery slot: a recipient of every epoch key like an account, opened by the code on the sheet alone. It also
 * holds the site secret, so that a PC whose keystore is gone can be used again.
 */
import { type Bytes, bound, concat, wipe } from './bytes.ts';
import type { RecoverySlot } from './header.ts';
import { generateKeyPair, pkcs8Length } from './key-agreement.ts';
import { deriveRecoveryKey } from './key-derivation.ts';
import { openBox, sealBox } from './sealed-box.ts';
import { siteSecretLength } from './vault-storage.ts';

const binding = (facilityId: string): Bytes => bound('wegmarke/recovery-slot/1', facilityId);

/** What the code opens. The caller wipes `privateKey` and `siteSecret`. */
export interface RecoveryContents {
  readonly privateKey: Bytes;
  readonly siteSecret: Bytes;
  readonly trustAnchor: Bytes;
}

/** Makes the slot, without the signing key, which is sealed to its public key afterwards. */
export async function createRecoverySlot(
  facilityId: string,
  code: Bytes,
  siteSecret: Uint8Array,
  trustAnchor: Uint8Array,
): Promise<Pick<RecoverySlot, 'publicKey' | 'sealed'>> {
  const { publicKey, privateKey } = await generateKeyPair('X25519');
  const plain = concat(privateKey, siteSecret, trustAnchor);
  const sealed = await sealBox(await deriveRecoveryKey(code, facilityId), plain, binding(facilityId));
  wipe(privateKey, plain);
  return { publicKey, sealed };
}

/** Opens the slot; `null` when the code is another vault's. */
export async function openRecoverySlot(
  facilityId: string,
  code: Bytes,
  slot: RecoverySlot,
): Promise<RecoveryContents | null> {
  const plain = await openBox(await deriveRecoveryKey(code, facilityId), slot.sealed, binding(facilityId));
  if (!plain) return null;
  const anchorAt = pkcs8Length + siteSecretLength;
  const contents = {
    privateKey: plain.slice(0, pkcs8Length),
    siteSecret: plain.slice(pkcs8Length, anchorAt),
    trustAnchor: plain.slice(anchorAt),
  };
  wipe(plain);
  return contents;
}
