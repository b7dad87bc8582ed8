/**
 * What is signed around certificates.
 *
 * Guarantees that a signature made over one kind of message never counts for another: each kind has a context of its
 * own, none of them the beginning of another, and a zero byte ends it.
 */
const contexts = {
  certificate: 'wegmarke/proof/certificate/1',
  issuers: 'wegmarke/proof/issuers/1',
  revocations: 'wegmarke/proof/revocations/1',
} as const;

export type SignedKind = keyof typeof contexts;

/** Bytes of an Ed25519 signature. */
export const signatureLength = 64;

/** The bytes that are signed for a message of this kind. */
export function signedMessage(kind: SignedKind, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const context = new TextEncoder().encode(contexts[kind]);
  const message = new Uint8Array(context.length + 1 + content.length);
  message.set(context);
  message.set(content, context.length + 1);
  return message;
}
