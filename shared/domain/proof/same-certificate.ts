import type { ProofContent } from './proof-content.ts';
import { shortTexts } from './short-text.ts';

/** A certificate of the register, as far as its code proves it. */
interface RegisteredCertificate {
  readonly number: string;
  readonly name: string;
  readonly offerTitle: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly ueAttended: number;
  readonly ueOffered: number;
  readonly issuedOn: string;
}

/** Whether a code says what the register says, names and offers shortened by the code's rule. */
export function isSameCertificate(proof: ProofContent, registered: RegisteredCertificate): boolean {
  const { name, offer } = shortTexts({ name: registered.name, offer: registered.offerTitle });
  return (
    proof.name === name &&
    proof.offer === offer &&
    (['number', 'periodFrom', 'periodTo', 'ueAttended', 'ueOffered', 'issuedOn'] as const).every(
      (field) => proof[field] === registered[field],
    )
  );
}
