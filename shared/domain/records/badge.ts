import { z } from 'zod';
import { recordType } from './define.ts';

/**
 * A badge that a person carries: a random number (badges/badge-number.ts) and nothing about the person. The record's id
 * is not the number, because ids lie on the disk in the clear.
 */
const badgeSchema = z.looseObject({
  number: z.string().regex(/^\d{16}$/),
  participantId: z.string(),
  /** ISO instant. */
  issuedAt: z.string(),
  issuedBy: z.string(),
  /** Lost or given back: from then on it opens nothing. */
  ended: z.object({ at: z.string(), by: z.string() }).nullable(),
});
export type Badge = z.infer<typeof badgeSchema>;
export const badgeType = recordType(badgeSchema, (badge) => ({ participantId: badge.participantId }), [], {
  together: [['participantId'], ['ended']],
  rest: 'fixed',
});

/** Whether a badge still stands for its person. */
export function isActiveBadge({ ended }: Pick<Badge, 'ended'>): boolean {
  return ended === null;
}
