/**
 * One AES-256-GCM operation per row, on this thread.
 *
 * Why promises of WebCrypto and not AES in script or WASM: its keys can't be read out, and with hundreds of
 * operations in flight the fixed cost of each is about 10 µs.
 */
import { asBytes, type Bytes } from './bytes.ts';

/** One row's work: `data` is plaintext when sealing, ciphertext with tag when opening. */
export interface CipherItem {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array;
  readonly binding: Bytes;
  readonly data: Uint8Array;
}

const parameters = ({ nonce, binding }: CipherItem): AesGcmParams => ({
  name: 'AES-GCM',
  iv: asBytes(nonce),
  additionalData: binding,
});

/** Ciphertext with its 16-byte tag. */
export async function encryptRow(item: CipherItem): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(item), item.key, asBytes(item.data)));
}

/** Plaintext, or `null` when a byte, the nonce, the binding or the key is another. */
export async function decryptRow(item: CipherItem): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(item), item.key, asBytes(item.data)));
  } catch {
    return null;
  }
}
