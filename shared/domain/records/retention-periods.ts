import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { mostMonths, outlivesPerson, retentionClasses } from '#shared/domain/retention/classes.ts';
import { recordType } from './define.ts';

/** The one record of this kind. */
export const retentionPeriodsId = 'retention';

const months = z.int().min(1).max(mostMonths);

/** Months of each class; no class of a person may outlive the person's record. */
export const retentionMonthsSchema = z
  .strictObject(
    Object.fromEntries(retentionClasses.map((name) => [name, months])) as Record<
      (typeof retentionClasses)[number],
      typeof months
    >,
  )
  .refine((given) => outlivesPerson(given) === undefined, { path: ['person'] });

/** How long data is kept, as the data protection officer has signed it off. Without this record nothing is deleted. */
const retentionPeriodsSchema = z.looseObject({
  months: retentionMonthsSchema,
  /** Whoever approved the periods, usually no user of the app. */
  signedOffBy: z.string().trim().min(1).max(200),
  signedOffOn: dateSchema,
  /** Who entered them. */
  by: z.string(),
  at: z.string(),
});

export type RetentionPeriods = z.infer<typeof retentionPeriodsSchema>;
export const retentionPeriodsType = recordType(retentionPeriodsSchema, () => ({}), [], { rest: 'together' });
