/**
 * Ed25519 in whatever browser opens the page: WebCrypto where it knows the algorithm, script where it does not. Script
 * is slower by some milliseconds and as strict.
 */
import { verifyAsync } from '@noble/ed25519';
import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/** Thrown where the page has no cryptography at all: a page that came over plain http. */
export class UnableToVerifyError extends Error {}

async function nativeKey(publicKey: Uint8Array): Promise<CryptoKey | 'unsupported' | 'no-key'> {
  try {
    return await crypto.subtle.importKey('raw', own(publicKey), { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    return error instanceof DOMException && error.name === 'DataError' ? 'no-key' : 'unsupported';
  }
}

async function inScript(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    // Bytes that are no key and no signature.
    return false;
  }
}

export const browserVerifier: ProofVerifier = {
  verify: async (publicKey, message, signature) => {
    if (typeof crypto === 'undefined' || !crypto.subtle) throw new UnableToVerifyError();
    const key = await nativeKey(publicKey);
    if (key === 'no-key') return false;
    if (key === 'unsupported') return inScript(publicKey, message, signature);
    return crypto.subtle.verify({ name: 'Ed25519' }, key, own(signature), own(message));
  },
};
