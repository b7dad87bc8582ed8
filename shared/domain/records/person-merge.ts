import { z } from 'zod';
import { recordType } from './define.ts';
import { participantSchema } from './participant.ts';

/**
 * That two records turned out to be one person: what went from one to the other, so that it can go back. The merged
 * person's own record stays as it was.
 */
const personMergeSchema = z.looseObject({
  /** Whose record goes on. */
  participantId: z.string(),
  mergedId: z.string(),
  at: z.string(),
  by: z.string(),
  undone: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** The record that goes on, as it was before. */
  before: participantSchema,
  /** What carried the merged person's id. */
  moved: z.object({
    entries: z.array(z.object({ sessionId: z.string(), entryIds: z.array(z.string()) })),
    enrolments: z.array(z.string()),
    certificates: z.array(z.string()),
    badges: z.array(z.string()),
    decisions: z.array(z.string()),
    lists: z.array(z.object({ id: z.string(), lines: z.array(z.int()) })),
  }),
  /** Entries that count before the other record's since then, with their time before and after. */
  raised: z.array(z.object({ sessionId: z.string(), entryId: z.string(), from: z.string(), to: z.string() })),
  /** Places that both held in one group: which one went on, since when it was held before, and which one ended. */
  joined: z.array(z.object({ goesOn: z.string(), enrolledOn: z.string(), ended: z.string() })),
});
export type PersonMerge = z.infer<typeof personMergeSchema>;
export const personMergeType = recordType(
  personMergeSchema,
  (merge) => ({ participantId: merge.participantId }),
  [({ moved, ...merge }) => ({ ...merge, moved: { ...(moved as object), decisions: [] } })],
  { together: [['undone']], rest: 'fixed' },
);
