import type { Refusal } from '#shared/domain/commands/define.ts';
import type { ProofJudgement } from '#shared/domain/proof/judge-proof.ts';
import type { RevokedCertificate } from '#shared/domain/proof/revocation-list.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { Result } from '#shared/domain/result.ts';

/** A workstation's key for certificates, as administrators see it. */
export interface IssuingWorkstation {
  readonly keyId: string;
  readonly workstationId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** From this day on nothing signed with it counts; `null`: in use. */
  readonly struckOff: string | null;
}

/** What the open vault knows of proofs. Codes of refusals are keys of `locales/*​/failures.json`. */
export interface ProofPort {
  /** Judges by the facility's issuers; what was revoked is in the register, not here. */
  judge(digits: string): Promise<ProofJudgement>;
  /**
   * The certificate of a number in the register, whichever group it is of: whoever checks it has its contents on paper.
   */
  registered(number: string): Promise<{ readonly id: string; readonly value: Certificate } | undefined>;
  /** All keys there ever were, in the order in which they were made. */
  issuers(): readonly IssuingWorkstation[];
  /** Strikes a key off from a day on. Administrators only. */
  strikeOff(keyId: string, from: string): Promise<Result<void, Refusal>>;
  /** Gives this computer a fresh key when its last one was struck off. Administrators only. */
  renew(): Promise<Result<void, Refusal>>;
  /** `verify.html` with the issuers of today and these revocations, signed with this computer's key. */
  page(facility: string, revoked: readonly RevokedCertificate[]): Promise<Result<Uint8Array, Refusal>>;
  /** The list of revocations as a file of its own, for pages that were handed out before. */
  revocationList(revoked: readonly RevokedCertificate[]): Promise<Result<Uint8Array, Refusal>>;
}
