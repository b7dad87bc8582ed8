import { z } from 'zod';
import { personClasses } from '#shared/domain/retention/classes.ts';
import { recordType } from './define.ts';

/**
 * An entry of the erasure ledger: what was deleted of whom, in random ids that lead to nobody any more. Sealed copies lie
 * beside the journal, so that a snapshot from before can be put back without bringing anybody back with it.
 */
const erasureSchema = z.looseObject({
  /** ISO instant. */
  at: z.string(),
  by: z.string(),
  /** A person's own request (Art. 17), or the end of a period. */
  cause: z.enum(['request', 'period']),
  /** Ids of a person's records, those that were merged into it among them. */
  people: z.array(z.object({ ids: z.array(z.string()), classes: z.array(z.enum(personClasses)) })),
  /** Sessions whose walk-ins lost their names. */
  walkIns: z.array(z.string()),
});
export type Erasure = z.infer<typeof erasureSchema>;
export const erasureType = recordType(erasureSchema, () => ({}), [], { rest: 'fixed' });
