import { z } from 'zod';
import { retentionClasses } from '#shared/domain/retention/classes.ts';
import { recordType } from './define.ts';

const counts = z.record(z.enum(retentionClasses), z.int().min(0));

/** The log of a deletion run: how much of what, and no names. */
const deletionRunSchema = z.looseObject({
  /** ISO instants. */
  startedAt: z.string(),
  endedAt: z.string(),
  by: z.string(),
  outcome: z.enum(['finished', 'cancelled', 'failed']),
  /** People, and sessions with walk-ins, of each class: that were due, and that were deleted. */
  due: counts,
  done: counts,
  /** Its entries in the erasure ledger. */
  erasures: z.array(z.string()),
});
export type DeletionRun = z.infer<typeof deletionRunSchema>;
export const deletionRunType = recordType(deletionRunSchema, () => ({}), [], { rest: 'fixed' });
