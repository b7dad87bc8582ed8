import { z } from 'zod';
import { recordType } from './define.ts';

/** The newest entry of a chain: its number and its digest. */
const chainHeadSchema = z.object({ number: z.number().int(), digest: z.string() });
export type ChainHead = z.infer<typeof chainHeadSchema>;

/**
 * Who did what to which records, and when. Random ids only; written in the same frame as the deed itself, and bound to
 * the entry before (shared/domain/audit/chain.ts). Its own id names workstation and number.
 */
const auditEntrySchema = z.looseObject({
  /** ISO instant. */
  at: z.string(),
  accountId: z.string(),
  workstationId: z.string(),
  command: z.string(),
  subjects: z.array(z.object({ kind: z.string(), id: z.string() })),
  /** Place in the chain of the workstation, from 1; 0: written before entries were linked. */
  number: z.number().int(),
  /** Digest of the entry before; empty in the first. */
  previous: z.string(),
  /** Only in the first entry of a chain: where the other chains stood then, by workstation. */
  continues: z.record(z.string(), chainHeadSchema).optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditEntryType = recordType(
  auditEntrySchema,
  () => ({}),
  [(entry) => ({ ...entry, number: 0, previous: '' })],
  { rest: 'fixed' },
);
