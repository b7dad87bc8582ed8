/**
 * Every key that is derived from another one, by HKDF-SHA-256 (RFC 5869) with an info string per purpose.
 *
 * Guarantees that keys of different purposes, facilities and accounts are independent, and that derived keys can't
 * be read out again by script (non-extractable).
 */
import { type Bytes, bound, concat, utf8, wipe } from './bytes.ts';

const AesGcm256 = { name: 'AES-GCM', length: 256 } as const;
const HmacSha256 = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;

/** What an epoch's facility key is split into. */
const purposes = {
  records: AesGcm256,
  journal: AesGcm256,
  snapshots: AesGcm256,
  'blind-index': HmacSha256,
  audit: HmacSha256,
  'sync-labels': HmacSha256,
} as const;
export type EpochPurpose = keyof typeof purposes;

const hkdf = (salt: Bytes, info: Bytes): HkdfParams => ({ name: 'HKDF', hash: 'SHA-256', salt, info });

/** Takes in a high-entropy secret as HKDF input and wipes the bytes. */
export async function importSecret(secret: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
  } finally {
    wipe(secret);
  }
}

const deriveBoxKey = (base: CryptoKey, facilityId: string, info: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(utf8(facilityId), info), base, AesGcm256, false, ['encrypt', 'decrypt']);

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

/** One of an epoch's keys. `base` is the facility key by `importSecret`. */
export function deriveEpochKey(
  base: CryptoKey,
  facilityId: string,
  epochId: string,
  purpose: EpochPurpose,
): Promise<CryptoKey> {
  const algorithm = purposes[purpose];
  const usages: KeyUsage[] = algorithm.name === 'HMAC' ? ['sign'] : ['encrypt', 'decrypt'];
  const info = bound('wegmarke/epoch/1', epochId, purpose);
  return crypto.subtle.deriveKey(hkdf(utf8(facilityId), info), base, algorithm, false, usages);
}

/** 32 bytes for keyed BLAKE3, which works on bytes and outside WebCrypto because it must be synchronous. */
export async function deriveManifestKey(
  base: CryptoKey,
  facilityId: string,
  epochId: string,
): Promise<Bytes> {
  const info = bound('wegmarke/epoch/1', epochId, 'manifest');
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(utf8(facilityId), info), base, 256));
}
