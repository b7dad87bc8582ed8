import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';
import { courseLevels, programmeAreas } from './offer.ts';
import { birthSchema } from './participant.ts';

/**
 * A Teilnahmebescheinigung as issued: a snapshot that does not follow later changes. A wrong one is revoked and
 * replaced, never edited.
 */
const certificateSchema = z.looseObject({
  /** Ten random characters and a check character (certificates/number.ts). */
  number: z.string(),
  participantId: z.string(),
  groupId: z.string(),
  issuedOn: dateSchema,
  issuedBy: z.string(),
  name: z.string(),
  birth: birthSchema,
  offerTitle: z.string(),
  groupName: z.string(),
  area: z.enum(programmeAreas),
  level: z.enum(courseLevels).nullable(),
  periodFrom: dateSchema,
  periodTo: dateSchema,
  ueAttended: z.int().min(0),
  ueOffered: z.int().min(0),
  contents: z.array(z.string()),
  facility: z.object({ name: z.string(), place: z.string(), programme: z.string().nullable() }),
  partners: z.array(
    z.object({ name: z.string(), shortName: z.string().nullable(), logo: z.string().nullable() }),
  ),
  /** Layout and version that it prints with. */
  template: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;
export const certificateType = recordType(certificateSchema, (certificate) => ({
  participantId: certificate.participantId,
  groupId: certificate.groupId,
}));
