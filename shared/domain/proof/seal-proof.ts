import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import { encodeProofContent, type ProofContent } from './proof-content.ts';
import { proofDigits } from './proof-digits.ts';
import { signatureLength, signedMessage } from './signed-message.ts';

/**
 * The digits of a certificate's code: content, then the signature. `content.keyId` must be the signer's; a proof that
 * names another key could never be checked.
 */
export async function sealProof(content: ProofContent, signer: ProofSigner): Promise<string> {
  if (content.keyId !== signer.keyId) throw new RangeError('A proof that names another key.');
  const bytes = encodeProofContent(content);
  const signature = await signer.sign(signedMessage('certificate', bytes));
  if (signature.length !== signatureLength) throw new RangeError('A signature of another length.');
  const proof = new Uint8Array(bytes.length + signature.length);
  proof.set(bytes);
  proof.set(signature, bytes.length);
  return proofDigits(proof);
}
