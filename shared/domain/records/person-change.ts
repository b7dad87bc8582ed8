import { z } from 'zod';
import { roles } from '#shared/ports/account.ts';
import { recordType } from './define.ts';

/** What was changed of a person's data, when, and by whom in which role. It goes with the person. */
const personChangeSchema = z.looseObject({
  participantId: z.string(),
  /** ISO instant. */
  at: z.string(),
  by: z.string(),
  role: z.enum(roles),
  /** The fields with what stood there and what stands there since. */
  fields: z.array(z.object({ name: z.string(), before: z.unknown(), after: z.unknown() })).min(1),
});
export type PersonChange = z.infer<typeof personChangeSchema>;
export const personChangeType = recordType(
  personChangeSchema,
  ({ participantId }) => ({ participantId }),
  [],
  { rest: 'fixed' },
);
