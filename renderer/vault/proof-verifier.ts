import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';
import { asBytes } from './bytes.ts';

/** Checks signatures with WebCrypto, which knows Ed25519 in the app's own browser. */
export const proofVerifier: ProofVerifier = {
  verify: async (publicKey, message, signature) => {
    try {
      const key = await crypto.subtle.importKey('raw', asBytes(publicKey), 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, asBytes(signature), asBytes(message));
    } catch {
      // Bytes that are no key.
      return false;
    }
  },
};
