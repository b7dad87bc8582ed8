import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

export const noContact = { person: null, email: null, phone: null } as const;

/** An institution that runs offers together with the facility. Partners change, so they are data. */
export const partnerSchema = z.looseObject({
  name: z.string().trim().min(1).max(120),
  /** How it stands in the logo bar, where there is no picture. */
  shortName: z.string().trim().min(1).max(40).nullable(),
  /** PNG, JPEG or SVG (shapes only) as a data URL, at most 512 KiB. */
  logo: z
    .string()
    .max(700_000)
    .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
    .nullable(),
  contact: z.object({
    person: z.string().trim().min(1).max(120).nullable(),
    email: z
      .string()
      .trim()
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+$/)
      .nullable(),
    phone: z
      .string()
      .trim()
      .max(40)
      .regex(/^[\d\s()+/-]{3,}$/)
      .nullable(),
  }),
  /** First and last day of the partnership; `null` where it is open. */
  validFrom: dateSchema.nullable(),
  validTo: dateSchema.nullable(),
});
export type Partner = z.infer<typeof partnerSchema>;
export const partnerType = recordType(
  partnerSchema,
  () => ({}),
  [(partner) => ({ ...partner, contact: noContact, validFrom: null, validTo: null })],
  { together: [['validFrom', 'validTo']] },
);
