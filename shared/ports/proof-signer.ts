/** Signs what certificates prove, with this workstation's own key. The key itself stays in the vault. */
export interface ProofSigner {
  /** 16 lower-case hex digits: the first 8 bytes of the SHA-256 of the public key. */
  readonly keyId: string;
  /** An Ed25519 signature, 64 bytes. */
  sign(content: Uint8Array): Promise<Uint8Array>;
}
