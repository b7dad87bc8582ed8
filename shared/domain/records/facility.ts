import { z } from 'zod';
import { checkPageSchema } from '#shared/domain/proof/check-page.ts';
import { recordType } from './define.ts';

/** The one record of the facility; its id is `facility`. */
export const facilitySchema = z.looseObject({
  name: z.string().trim().min(1).max(120),
  /** Place of issue on certificates. */
  place: z.string().trim().min(1).max(80),
  /** The programme that the offers belong to, as printed on documents. */
  programme: z.string().trim().min(1).max(120).nullable(),
  /** Where the page that checks certificates is hosted; `null`: nowhere, codes hold digits alone. */
  checkPage: checkPageSchema.nullable(),
});
export type Facility = z.infer<typeof facilitySchema>;
export const facilityId = 'facility';
export const facilityType = recordType(facilitySchema, () => ({}), [
  (facility) => ({ ...facility, checkPage: null }),
]);
