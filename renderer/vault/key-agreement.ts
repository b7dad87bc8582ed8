/**
 * Keys that are sealed to a person's public key (HPKE, RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM).
 *
 * Guarantees that one administrator can give a key to others without their passphrases. HPKE's base mode says
 * nothing about who sealed: for keys that comes from the administrators' signature over the header, for what a kiosk
 * writes from a secret that both ends share (PSK mode).
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, concat, fromBase64, toBase64, wipe } from './bytes.ts';
import type { SealedToKey } from './header.ts';

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Bytes of a private key as PKCS #8. */
export const pkcs8Length = 48;

/** A key pair as it is made: the private half is bytes only until it is sealed. */
export interface FreshKeyPair {
  readonly publicKey: string;
  /** PKCS #8. To be wiped by the caller. */
  readonly privateKey: Bytes;
}

/** Makes a pair for agreement (`X25519`) or signatures (`Ed25519`). */
export async function generateKeyPair(algorithm: 'X25519' | 'Ed25519'): Promise<FreshKeyPair> {
  const usages: KeyUsage[] = algorithm === 'X25519' ? ['deriveBits'] : ['sign', 'verify'];
  const pair = (await crypto.subtle.generateKey(algorithm, true, usages)) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { publicKey: toBase64(publicKey), privateKey };
}

const importPublicKey = (publicKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(publicKey), 'X25519', true, []);

/** The pair for opening, its private half non-extractable. Rejects when the bytes are no key. */
export async function importKeyPair(publicKey: string, privateKey: Bytes): Promise<CryptoKeyPair> {
  return {
    publicKey: await importPublicKey(publicKey),
    privateKey: await crypto.subtle.importKey('pkcs8', privateKey, 'X25519', false, ['deriveBits']),
  };
}

/** The pair that follows from `seed` (32 secret bytes) and from nothing else (RFC 9180, DeriveKeyPair). */
export async function deriveKeyPair(
  seed: Bytes,
): Promise<{ readonly publicKey: string; readonly pair: CryptoKeyPair }> {
  const pair = await suite.kem.deriveKeyPair(seed.buffer);
  return { publicKey: toBase64(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))), pair };
}

/** A secret that sealer and opener share: what opens was then sealed by one who has it (HPKE's PSK mode). */
export interface SharedSecret {
  readonly id: Bytes;
  /** 32 bytes. */
  readonly key: Bytes;
}

/** Seals `secret` to a public key. `info` binds it to its purpose and recipient. */
export async function sealToKey(
  publicKey: string,
  secret: Uint8Array,
  info: Bytes,
  shared?: SharedSecret,
): Promise<SealedToKey> {
  const recipientPublicKey = await importPublicKey(publicKey);
  const copy = concat(secret);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: info.buffer, ...(shared ? { psk: shared } : {}) },
    copy.buffer,
  );
  wipe(copy);
  return { enc: toBase64(new Uint8Array(enc)), ciphertext: toBase64(new Uint8Array(ct)) };
}

/** Opens what was sealed to this pair; `null` if it was sealed to another, for another purpose, or altered. */
export async function openWithKey(
  pair: CryptoKeyPair,
  sealed: SealedToKey,
  info: Bytes,
  shared?: SharedSecret,
): Promise<Bytes | null> {
  try {
    const enc = fromBase64(sealed.enc).buffer;
    const opened = await suite.open(
      { recipientKey: pair, enc, info: info.buffer, ...(shared ? { psk: shared } : {}) },
      fromBase64(sealed.ciphertext).buffer,
    );
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}
