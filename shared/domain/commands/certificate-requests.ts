import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { type CertificateKind, translationSchema } from '#shared/domain/certificates/template.ts';
import { certificateSchema } from '../records/certificate.ts';
import { programmeAreas } from '../records/offer.ts';

/** A certificate about a course group: of the whole, of one module, or of a test's result. */
const groupSubject = z.strictObject({
  of: z.literal('group'),
  groupId: z.string(),
  /** `null`: the whole course. */
  moduleId: z.string().nullable(),
  /** What a standardised test proved; `null`: participation. */
  result: certificateSchema.shape.result,
});

/** A badge of honour: what a volunteer did, when, and in which area. */
const honourSubject = z.strictObject({
  of: z.literal('honour'),
  title: z.string().trim().min(1).max(160),
  area: z.enum(programmeAreas),
  periodFrom: dateSchema,
  periodTo: dateSchema,
});
export type GroupSubject = z.infer<typeof groupSubject>;
export type HonourSubject = z.infer<typeof honourSubject>;

/** One certificate that is asked for. */
export const certificateRequest = z.strictObject({
  participantId: z.string(),
  about: z.discriminatedUnion('of', [groupSubject, honourSubject]),
  templateId: z.string(),
  /** Where a translation into the person's own language stands; `null`: none. */
  translation: translationSchema.shape.place.nullable(),
  /** The certificate that this one stands in place of, and what is wrong with that. */
  replaces: z.strictObject({ id: z.string(), reason: z.string().trim().min(1).max(300) }).nullable(),
});
export type CertificateRequest = z.infer<typeof certificateRequest>;

/** The kind of certificate that something is confirmed by. */
export function kindOf(about: CertificateRequest['about']): CertificateKind {
  if (about.of === 'honour') return 'honour';
  if (about.result !== null) return 'tested';
  return about.moduleId === null ? 'participation' : 'module';
}
