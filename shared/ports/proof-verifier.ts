/** Checks Ed25519 signatures. `false` for bytes that are no key and no signature, too. */
export interface ProofVerifier {
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}
