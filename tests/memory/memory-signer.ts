import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';

/** A workstation's key in memory, with its public half, to check what it signed. */
export interface MemorySigner extends ProofSigner {
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
/** PKCS #8 of an Ed25519 key, before its 32 bytes. */
const prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/** A real Ed25519 key that follows from `seed`, the same in every run. */
export async function memorySigner(seed = 1): Promise<MemorySigner> {
  const pkcs8 = Uint8Array.from([
    ...prefix,
    ...Array.from({ length: 32 }, (_, at) => (seed * 31 + at) % 256),
  ]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const publicKey = Uint8Array.from(atob(x.replace(/-/g, '+').replace(/_/g, '/')), (unit) =>
    unit.charCodeAt(0),
  );
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  return {
    publicKey,
    keyId: Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    sign: async (content) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytesOf(content))),
  };
}

/** Checks by WebCrypto. */
export const memoryVerifier: ProofVerifier = {
  verify: async (publicKey, message, signature) => {
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
    return crypto.subtle.verify('Ed25519', key, bytesOf(signature), bytesOf(message));
  },
};
