import { z } from 'zod';
import { recordType } from './define.ts';
import { programmeAreas } from './offer.ts';

/** A Teilprojekt of the programme, run with partners; offers belong to one. */
export const subProjectSchema = z.looseObject({
  name: z.string().trim().min(1).max(120),
  area: z.enum(programmeAreas),
  partnerIds: z.array(z.string()).max(20),
});
export type SubProject = z.infer<typeof subProjectSchema>;
export const subProjectType = recordType(subProjectSchema, () => ({}));
