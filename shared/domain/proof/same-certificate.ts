import { isAnonymous } from '#shared/domain/retention/anonymous.ts';
import type { ProofContent } from './proof-content.ts';
import { shortTexts } from './short-text.ts';

/** A certificate of the register, as far as its code proves it. */
interface RegisteredCertificate {
  readonly participantId: string;
  readonly number: string;
  readonly name: string;
  readonly offerTitle: string;
  readonly module: { readonly title: string } | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly ueAttended: number;
  readonly ueOffered: number;
  readonly issuedOn: string;
}

/** What a code names as the offer: a module by its own title, before the offer's, as the end is what is shortened. */
export function provenOffer({
  offerTitle,
  module,
}: Pick<RegisteredCertificate, 'offerTitle' | 'module'>): string {
  return module === null ? offerTitle : `${module.title} (${offerTitle})`;
}

/**
 * Whether a code says what the register says, names and offers shortened by the code's rule. Of an erased person the
 * register has no name to compare; the paper that they hold is genuine all the same.
 */
export function isSameCertificate(proof: ProofContent, registered: RegisteredCertificate): boolean {
  const { name, offer } = shortTexts({ name: registered.name, offer: provenOffer(registered) });
  const named = isAnonymous(registered.participantId) || (proof.name === name && proof.offer === offer);
  return (
    named &&
    (['number', 'periodFrom', 'periodTo', 'ueAttended', 'ueOffered', 'issuedOn'] as const).every(
      (field) => proof[field] === registered[field],
    )
  );
}
