/**
 * Every key that is derived from another one, by HKDF-SHA-256 (RFC 5869) with an info string per purpose.
 *
 * Guarantees that keys of different purposes, facilities and accounts are independent, and that derived keys can't
 * be read out again by script (non-extractable), but for the manifest's, the audit
 * log's and a kiosk's.
 */
import { type Bytes, bound, concat, utf8, wipe } from './bytes.ts';

const AesGcm256 = { name: 'AES-GCM', length: 256 } as const;

const hkdf = (salt: Bytes, info: Bytes): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt, info });

/** Takes in a high-entropy secret as HKDF input and wipes the bytes. */
export async function importSecret(secret: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
  } finally {
    wipe(secret);
  }
}

/** An AES-256-GCM key for one purpose. `base` comes from `importSecret`. */
export const deriveBoxKey = (base: CryptoKey, facilityId: string, info: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(utf8(facilityId), info), base, AesGcm256, false, ['encrypt', 'decrypt']);

/** 32 derived bytes for one purpose. The caller wipes them. */
export const deriveBytes = async (base: CryptoKey, facilityId: string, info: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(utf8(facilityId), info), base, 256));

/**
 * The key that seals an account's private key: the stretched passphrase and the site secret together, so that
 * neither a guessed passphrase nor a copied keystore is enough. Wipes `stretched`.
 */
export async function deriveKek(
  stretched: Bytes,
  siteSecret: Uint8Array,
  facilityId: string,
  accountId: string,
): Promise<CryptoKey> {
  const base = await importSecret(concat(stretched, siteSecret));
  wipe(stretched);
  return deriveBoxKey(base, facilityId, bound('wegmarke/kek/1', accountId));
}

/** The key of the names on the lock screen. */
export async function deriveLabelKey(siteSecret: Uint8Array, facilityId: string): Promise<CryptoKey> {
  const base = await importSecret(concat(siteSecret));
  return deriveBoxKey(base, facilityId, bound('wegmarke/labels/1'));
}

/**
 * The key of the recovery slot. No Argon2 here: the code is 160 random bits, which no speed of guessing reaches,
 * while a passphrase is chosen by a person and needs the slowness.
 */
export async function deriveRecoveryKey(code: Bytes, facilityId: string): Promise<CryptoKey> {
  const base = await importSecret(concat(code));
  return deriveBoxKey(base, facilityId, bound('wegmarke/recovery/1'));
}

/** The key of an epoch's rows. `base` is the epoch's facility key by `importSecret`. */
export const deriveRecordKey = (base: CryptoKey, facilityId: string, epochId: string): Promise<CryptoKey> =>
  deriveBoxKey(base, facilityId, bound('wegmarke/epoch/1', epochId, 'records'));

/** 32 bytes for keyed BLAKE3, which works on bytes and outside WebCrypto because it must be synchronous. */
export const deriveManifestKey = (base: CryptoKey, facilityId: string, epochId: string): Promise<Bytes> =>
  deriveBytes(base, facilityId, bound('wegmarke/epoch/1', epochId, 'manifest'));

/** 32 bytes for the keyed BLAKE3 that links audit entries. */
export const deriveAuditKey = (base: CryptoKey, facilityId: string, epochId: string): Promise<Bytes> =>
  deriveBytes(base, facilityId, bound('wegmarke/epoch/1', epochId, 'audit'));

/** What the keys of an epoch's kiosks are derived from; it leads to no other key. `base` as above. */
export const deriveKioskRoot = async (
  base: CryptoKey,
  facilityId: string,
  epochId: string,
): Promise<CryptoKey> =>
  importSecret(await deriveBytes(base, facilityId, bound('wegmarke/epoch/1', epochId, 'kiosks')));
