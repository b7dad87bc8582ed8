/**
 * One AES-256-GCM operation per row, on the thread that calls it.
 *
 * Why promises of WebCrypto and not AES in script or WASM: its keys can't be read out, and with hundreds of
 * operations in flight the fixed cost of each is about 10 µs.
 */
import { asBytes, type Bytes, utf8 } from './bytes.ts';

/** One row's work: `data` is plaintext when sealing, ciphertext with tag when opening. */
export interface CipherItem {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array;
  /** By row-binding.ts. */
  readonly binding: string;
  readonly data: Uint8Array;
}

/** Ciphertext with its 16-byte tag. */
export async function encrypt(
  key: CryptoKey,
  nonce: Uint8Array,
  binding: Bytes,
  data: Uint8Array,
): Promise<Bytes> {
  const parameters = { name: 'AES-GCM', iv: asBytes(nonce), additionalData: binding };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, asBytes(data)));
}

/** Plaintext, or `null` when a byte, the nonce, the binding or the key is another. */
export async function decrypt(
  key: CryptoKey,
  nonce: Uint8Array,
  binding: Bytes,
  data: Uint8Array,
): Promise<Bytes | null> {
  const parameters = { name: 'AES-GCM', iv: asBytes(nonce), additionalData: binding };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, asBytes(data)));
  } catch {
    return null;
  }
}

/** `encrypt` of one row. */
export const encryptRow = ({ key, nonce, binding, data }: CipherItem): Promise<Bytes> =>
  encrypt(key, nonce, utf8(binding), data);

/** `decrypt` of one row. */
export const decryptRow = ({ key, nonce, binding, data }: CipherItem): Promise<Bytes | null> =>
  decrypt(key, nonce, utf8(binding), data);
