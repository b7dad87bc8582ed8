import { z } from 'zod';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { provenOffer } from '#shared/domain/proof/same-certificate.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { isAnonymous } from '#shared/domain/retention/anonymous.ts';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { Certificate } from '../records/certificate.ts';
import { facilityId } from '../records/facility.ts';
import { type CertificateDraft, draftCertificates } from './certificate-drafts.ts';
import { type CertificateRequest, certificateRequest } from './certificate-requests.ts';
import { type CommandContext, command, type RecordPut, type Refusal } from './define.ts';

const reasonText = z.string().trim().min(1).max(300);

/** The draft with its number, and with the code that proves it. */
async function issued(
  draft: CertificateDraft,
  { signer, checkPage }: { readonly signer: ProofSigner } & Pick<Certificate, 'checkPage'>,
  { randomBytes, by }: CommandContext,
): Promise<Certificate> {
  const number = drawCertificateNumber(randomBytes);
  const { name, periodFrom, periodTo, ueAttended, ueOffered, issuedOn } = draft;
  const said = { name, offer: provenOffer(draft), periodFrom, periodTo, ueAttended, ueOffered, issuedOn };
  const proof = await sealProof({ keyId: signer.keyId, number, ...said }, signer);
  return {
    ...draft,
    ...{ number, proof, checkPage, issuedBy: by.accountId, replaces: null },
    ...{ firstOutOn: null, copies: [], revoked: null },
  };
}

/** A certificate that still counts. */
async function valid(reader: RecordReader, id: string): Promise<Result<Certificate, Refusal>> {
  const certificate = await reader.get('certificate', id);
  if (!certificate) return err({ code: 'certificate.missing' });
  if (isAnonymous(certificate.participantId)) return err({ code: 'certificate.anonymous' });
  return certificate.revoked ? err({ code: 'certificate.revoked' }) : ok(certificate);
}

/** The certificate without validity from today; `replacedBy`: the one that stands in its place. */
function revokedPut(
  id: string,
  certificate: Certificate,
  { reason, replacedBy }: { readonly reason: string; readonly replacedBy: string | null },
  { today, by }: CommandContext,
): RecordPut {
  const revoked = { on: today, by: by.accountId, reason, replacedBy };
  return { kind: 'certificate', id, value: { ...certificate, revoked } };
}

/** The put that revokes what a request replaces. */
async function replacedPut(
  reader: RecordReader,
  { participantId, replaces }: CertificateRequest,
  replacedBy: string,
  context: CommandContext,
): Promise<Result<RecordPut[], Refusal>> {
  if (!replaces) return ok([]);
  const old = await valid(reader, replaces.id);
  if (!old.ok) return old;
  if (old.value.participantId !== participantId) return err({ code: 'certificate.missing' });
  return ok([revokedPut(replaces.id, old.value, { reason: replaces.reason, replacedBy }, context)]);
}

async function issue(
  reader: RecordReader,
  { requests }: { readonly requests: readonly CertificateRequest[] },
  context: CommandContext,
) {
  const drafts = await draftCertificates(reader, requests, context.today);
  if (!drafts.ok) return drafts;
  const signer = await context.proofSigner();
  if (!signer.ok) return signer;
  const proving = {
    signer: signer.value,
    checkPage: (await reader.get('facility', facilityId))?.checkPage ?? null,
  };
  const puts: RecordPut[] = [];
  const issues: { readonly id: string; readonly participantId: string }[] = [];
  for (const { request, draft } of drafts.value) {
    const id = context.newId();
    // Only one certificate stands in place of another.
    if (puts.some((put) => put.id === request.replaces?.id)) return err({ code: 'certificate.revoked' });
    const old = await replacedPut(reader, request, id, context);
    if (!old.ok) return old;
    const value = { ...(await issued(draft, proving, context)), replaces: request.replaces?.id ?? null };
    puts.push({ kind: 'certificate', id, value }, ...old.value);
    issues.push({ id, participantId: draft.participantId });
  }
  return ok({
    puts,
    subjects: [
      ...puts.map(({ id }) => ({ kind: 'certificate' as const, id })),
      ...issues.map(({ participantId: id }) => ({ kind: 'participant' as const, id })),
    ],
    output: { ids: issues.map(({ id }) => id) },
  });
}

const decideInput = z.strictObject({
  participantId: z.string(),
  groupId: z.string(),
  /** `null`: the certificate of the whole course. */
  moduleId: z.string().nullable(),
  /** `null`: the count of UE counts again. */
  decision: z.enum(['grant', 'withhold']).nullable(),
  reason: reasonText,
});

async function decide(reader: RecordReader, input: z.infer<typeof decideInput>, context: CommandContext) {
  const { participantId, groupId, moduleId, decision, reason } = input;
  const places = await reader.where('enrolment', 'groupId', groupId);
  if (!places.some(({ value }) => value.participantId === participantId))
    return err({ code: 'certificate.not-enrolled' });
  const earlier = (await reader.where('certificateDecision', 'groupId', groupId)).find(
    ({ value }) => value.participantId === participantId && value.moduleId === moduleId,
  );
  if (!earlier && decision === null) return err({ code: 'certificate.not-decided' });
  const id = earlier?.id ?? context.newId();
  const decided = { decision, reason, decidedBy: context.by.accountId, decidedOn: context.today };
  return ok({
    puts: [
      {
        kind: 'certificateDecision' as const,
        id,
        value: { ...earlier?.value, participantId, groupId, moduleId, ...decided },
      },
    ],
    subjects: [{ kind: 'participant' as const, id: participantId }],
    output: { id },
  });
}

/** Certificates leave the app, on paper or as files; of each the first day is kept. */
const leaving = command({
  input: z.strictObject({ ids: z.array(z.string()).min(1).max(1000) }),
  decide: async (reader, { ids }, { today }) => {
    const certificates = await reader.getMany('certificate', ids);
    const first = certificates.filter(({ value }) => value.firstOutOn === null);
    return ok({
      puts: first.map(({ kind, id, value }) => ({ kind, id, value: { ...value, firstOutOn: today } })),
      subjects: ids.map((id) => ({ kind: 'certificate' as const, id })),
      output: null,
    });
  },
});

export const certificateCommands = {
  /**
   * Issues certificates, each with the template, the translation and the subject that it is asked for; what is replaced
   * is revoked in the same write. One that is not due refuses the whole, and so does a computer without a key to sign
   * with.
   */
  'certificate.issue': command({
    input: z.strictObject({ requests: z.array(certificateRequest).min(1).max(500) }),
    decide: issue,
  }),
  /** The lead's word above the count of UE: grants or withholds the certificate of a course or a module, or takes that back. */
  'certificate.decide': command({ input: decideInput, decide }),
  /** Registers that a further copy ("Zweitschrift") leaves the app. */
  'certificate.copy': command({
    input: z.strictObject({ id: z.string() }),
    decide: async (reader, { id }, { today, by }) => {
      const found = await valid(reader, id);
      if (!found.ok) return found;
      const copies = [...found.value.copies, { on: today, by: by.accountId }];
      return ok({
        puts: [{ kind: 'certificate' as const, id, value: { ...found.value, copies } }],
        subjects: [{ kind: 'certificate' as const, id }],
        output: { on: today },
      });
    },
  }),
  /** A certificate counts no more from today; what it said stays in the register. */
  'certificate.revoke': command({
    input: z.strictObject({ id: z.string(), reason: reasonText }),
    decide: async (reader, { id, reason }, context) => {
      const found = await valid(reader, id);
      if (!found.ok) return found;
      return ok({
        puts: [revokedPut(id, found.value, { reason, replacedBy: null }, context)],
        subjects: [{ kind: 'certificate' as const, id }],
        output: null,
      });
    },
  }),
  'certificate.save': leaving,
  'certificate.print': leaving,
} as const;
