import { z } from 'zod';
import { recordType } from './define.ts';

/** Who did what to which records, and when. Random ids only; written in the same frame as the deed itself. */
const auditEntrySchema = z.looseObject({
  /** ISO instant. */
  at: z.string(),
  accountId: z.string(),
  workstationId: z.string(),
  command: z.string(),
  subjects: z.array(z.object({ kind: z.string(), id: z.string() })),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditEntryType = recordType(auditEntrySchema, () => ({}));
