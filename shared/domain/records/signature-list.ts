import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

/**
 * A list for daily signatures as it was printed, so that it can be entered afterwards in the order of the paper. Its
 * id is the number printed on it (attendance/list-number.ts).
 */
const signatureListSchema = z.looseObject({
  sessionId: z.string(),
  groupId: z.string(),
  date: dateSchema,
  /** In the order of the lines. */
  participantIds: z.array(z.string()),
  printedBy: z.string(),
  /** ISO instant. */
  printedAt: z.string(),
});
export type SignatureList = z.infer<typeof signatureListSchema>;
export const signatureListType = recordType(
  signatureListSchema,
  ({ groupId, sessionId }) => ({ groupId, sessionId }),
  [],
  { together: [['participantIds']], rest: 'fixed' },
);
