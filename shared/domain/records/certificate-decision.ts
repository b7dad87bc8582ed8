import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

/**
 * The lead's word on a certificate that stands above the count of UE: granted although too little is recorded, or
 * withheld although enough is. `decision: null`: taken back, the reason is that of the word before. One record for a person, group and module.
 */
const certificateDecisionSchema = z.looseObject({
  participantId: z.string(),
  groupId: z.string(),
  /** `null`: about the certificate of the whole course. */
  moduleId: z.string().nullable(),
  decision: z.enum(['grant', 'withhold']).nullable(),
  reason: z.string().trim().min(1).max(300),
  decidedBy: z.string(),
  decidedOn: dateSchema,
});
export type CertificateDecision = z.infer<typeof certificateDecisionSchema>;
export const certificateDecisionType = recordType(
  certificateDecisionSchema,
  ({ participantId, groupId }) => ({ participantId, groupId }),
  [],
  { together: [['decision', 'reason', 'decidedBy', 'decidedOn']] },
);
