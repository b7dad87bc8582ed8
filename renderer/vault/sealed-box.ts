import { asBytes, type Bytes, fromBase64, randomBytes, toBase64 } from './bytes.ts';
import type { SealedBox } from './header.ts';

/** Seals a small part of the header with AES-256-GCM, bound to `associated`. */
export async function sealBox(key: CryptoKey, plain: Uint8Array, associated: Bytes): Promise<SealedBox> {
  const iv = randomBytes(12);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: associated },
    key,
    asBytes(plain),
  );
  return { nonce: toBase64(iv), ciphertext: toBase64(new Uint8Array(sealed)) };
}

/** Opens what `sealBox` made; `null` if the key, the binding or a byte is another. */
export async function openBox(key: CryptoKey, box: SealedBox, associated: Bytes): Promise<Bytes | null> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(box.nonce), additionalData: associated },
      key,
      fromBase64(box.ciphertext),
    );
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}
