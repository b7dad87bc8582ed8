import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';
import { type IssuerList, objection, openIssuerList } from './issuer-list.ts';
import { decodeProofContent, type ProofContent } from './proof-content.ts';
import { proofBytes } from './proof-digits.ts';
import { openRevocationList } from './revocation-list.ts';
import type { SignedList } from './signed-list.ts';
import { signatureLength, signedMessage } from './signed-message.ts';

export type ProofState = 'genuine' | 'revoked' | 'altered' | 'foreign';

/** Why it is foreign: nobody's key on the list, a workstation that was struck off before, or not yet or no more valid. */
type ForeignReason = 'unknown-key' | 'struck-off' | 'outside';

/** What a check found. `content` is there only where the signature vouches for it: this is what the paper must show. */
export type ProofJudgement =
  | { readonly state: 'genuine'; readonly content: ProofContent }
  | { readonly state: 'revoked'; readonly content: ProofContent; readonly on: string }
  | { readonly state: 'altered'; readonly content: null }
  | { readonly state: 'foreign'; readonly reason: ForeignReason; readonly content: ProofContent | null };

/** What a proof is judged by: signed lists, and the administrators' public key that vouches for them. */
export interface ProofLists {
  readonly trustAnchor: Uint8Array;
  readonly issuers: SignedList;
  /** `null`: none was given; then nothing is known of revocations. */
  readonly revocations: SignedList | null;
}

/** Lists whose signatures were checked. */
export interface OpenedProofLists {
  readonly issuers: IssuerList;
  /** Day of revocation by number. */
  readonly revoked: ReadonlyMap<string, string>;
  /** Which list of revocations that is; `null`: none was given. */
  readonly revocations: { readonly serial: number; readonly listedOn: string } | null;
}

/** Checks the lists; a code where one was not made by this facility's administrators and workstations. */
export async function openProofLists(
  { trustAnchor, issuers, revocations }: ProofLists,
  verifier: ProofVerifier,
): Promise<OpenedProofLists | 'issuers-forged' | 'revocations-forged'> {
  const opened = await openIssuerList(issuers, trustAnchor, verifier);
  if (!opened) return 'issuers-forged';
  if (!revocations) return { issuers: opened, revoked: new Map(), revocations: null };
  const list = await openRevocationList(revocations, opened, verifier);
  if (!list) return 'revocations-forged';
  const revoked = new Map(list.revoked.map(({ number, on }) => [number, on]));
  return { issuers: opened, revoked, revocations: { serial: list.serial, listedOn: list.listedOn } };
}

/** Judges the digits of a code by lists that were checked. */
export async function judgeByLists(
  digits: string,
  { issuers, revoked }: OpenedProofLists,
  verifier: ProofVerifier,
): Promise<ProofJudgement> {
  const bytes = proofBytes(digits);
  const content = bytes && decodeProofContent(bytes.subarray(0, -signatureLength));
  if (!content) return { state: 'altered', content: null };
  const issuer = issuers.issuers.find(({ keyId }) => keyId === content.keyId);
  if (!issuer) return { state: 'foreign', reason: 'unknown-key', content: null };
  const message = signedMessage('certificate', bytes.subarray(0, -signatureLength));
  const signed = await verifier.verify(issuer.publicKey, message, bytes.subarray(-signatureLength));
  if (!signed) return { state: 'altered', content: null };
  const reason = objection(issuer, content.issuedOn);
  if (reason) return { state: 'foreign', reason, content };
  const on = revoked.get(content.number);
  return on === undefined ? { state: 'genuine', content } : { state: 'revoked', content, on };
}

/**
 * Judges the digits of a code. Lists that are forged vouch for nobody: everything is foreign then. A forged list of
 * revocations is no proof of anything either, so nothing counts as genuine beside it.
 */
export async function judgeProof(
  digits: string,
  lists: ProofLists,
  verifier: ProofVerifier,
): Promise<ProofJudgement> {
  const opened = await openProofLists(lists, verifier);
  if (typeof opened === 'string') return { state: 'foreign', reason: 'unknown-key', content: null };
  return judgeByLists(digits, opened, verifier);
}
