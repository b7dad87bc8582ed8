import { z } from 'zod';
import { recordType } from './define.ts';

/** An institution that runs offers together with the facility. Partners change, so they are data. */
export const partnerSchema = z.looseObject({
  name: z.string().trim().min(1).max(120),
  /** How it stands in the logo bar, where there is no picture. */
  shortName: z.string().trim().min(1).max(40).nullable(),
  /** PNG or JPEG as a data URL, at most 512 KiB. */
  logo: z
    .string()
    .max(700_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable(),
});
export type Partner = z.infer<typeof partnerSchema>;
export const partnerType = recordType(partnerSchema, () => ({}));
