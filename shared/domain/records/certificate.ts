import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import {
  certificateKinds,
  templateContentSchema,
  translationSchema,
} from '#shared/domain/certificates/template.ts';
import { recordType } from './define.ts';
import { courseLevels, programmeAreas } from './offer.ts';
import { birthSchema } from './participant.ts';

/**
 * A certificate as issued: a snapshot that does not follow later changes. A wrong one is revoked and replaced, never
 * edited: only `firstOutOn`, `copies` and `revoked` are written after its issue.
 */
export const certificateSchema = z.looseObject({
  kind: z.enum(certificateKinds),
  /** Ten random characters and a check character (certificates/number.ts). */
  number: z.string(),
  participantId: z.string(),
  /** `null`: for no course group, as a badge of honour. */
  groupId: z.string().nullable(),
  issuedOn: dateSchema,
  issuedBy: z.string(),
  /** As on the resident's document. */
  name: z.string(),
  /** In its own script. */
  originalName: z.string().nullable(),
  birth: birthSchema,
  /** Of the course, or what a badge of honour is for. */
  offerTitle: z.string(),
  groupName: z.string(),
  area: z.enum(programmeAreas),
  level: z.enum(courseLevels).nullable(),
  periodFrom: dateSchema,
  periodTo: dateSchema,
  /** Of the module, where the certificate is about one. */
  ueAttended: z.int().min(0),
  ueOffered: z.int().min(0),
  contents: z.array(z.string()),
  module: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** A result of a standardised test that is presented with proof. */
  result: z
    .object({
      test: z.string().trim().min(1).max(120),
      level: z.string().trim().min(1).max(20),
      takenOn: dateSchema,
    })
    .nullable(),
  facility: z.object({ name: z.string(), place: z.string(), programme: z.string().nullable() }),
  partners: z.array(
    z.object({ name: z.string(), shortName: z.string().nullable(), logo: z.string().nullable() }),
  ),
  /** What it prints with; `id` and `version` say where the copy of the content came from. */
  template: z.object({
    id: z.string(),
    name: z.string(),
    version: z.int().min(1),
    content: templateContentSchema,
  }),
  translation: translationSchema.nullable(),
  /** Decimal digits of the signed code (domain/proof); `null`: issued before there was one. */
  proof: z.string().nullable(),
  /** The address that stood before the digits when it was issued; `null`: digits alone. */
  checkPage: z.string().nullable(),
  /** The day on which it was first printed or saved; `null`: it has not left the app yet. */
  firstOutOn: dateSchema.nullable(),
  /** Further copies ("Zweitschrift") that were handed out. */
  copies: z.array(z.object({ on: dateSchema, by: z.string() })),
  revoked: z
    .object({ on: dateSchema, by: z.string(), reason: z.string(), replacedBy: z.string().nullable() })
    .nullable(),
  /** The revoked certificate that this one stands in place of. */
  replaces: z.string().nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;
export const certificateType = recordType(
  certificateSchema,
  ({ participantId, groupId }) => (groupId === null ? { participantId } : { participantId, groupId }),
  [
    (certificate) => ({
      ...certificate,
      ...{ kind: 'participation', originalName: null, module: null, result: null },
      template: {
        id: 'teilnahmebescheinigung',
        name: 'Teilnahmebescheinigung',
        version: 1,
        content: firstTemplate,
      },
      ...{ translation: null, proof: null, copies: [], revoked: null, replaces: null },
    }),
    // Of certificates from before it is not known; they are taken for handed out on the day of their issue.
    (certificate) => ({ ...certificate, checkPage: null, firstOutOn: certificate.issuedOn }),
  ],
  {
    itemsOf: ['copies'],
    together: [['participantId'], ['firstOutOn'], ['revoked']],
    rest: 'fixed',
  },
);
