import type { AuditEntry } from '../records/audit-entry.ts';
import { type AuditCategory, categoryOf } from './categories.ts';

/** Which entries are looked for; `null` means any. */
export interface AuditFilter {
  /** ISO instants: from the first on, before the second. */
  readonly from: string | null;
  readonly before: string | null;
  readonly accountId: string | null;
  readonly category: AuditCategory | null;
  /** Entries about at least one of these. */
  readonly subjectIds: ReadonlySet<string> | null;
}

export const anyEntry: AuditFilter = {
  ...{ from: null, before: null, accountId: null, category: null, subjectIds: null },
};

/** Whether an entry is one of those looked for. */
export function fits(filter: AuditFilter, entry: AuditEntry): boolean {
  const { from, before, accountId, category, subjectIds } = filter;
  if (from !== null && entry.at < from) return false;
  if (before !== null && entry.at >= before) return false;
  if (accountId !== null && entry.accountId !== accountId) return false;
  if (category !== null && categoryOf(entry.command) !== category) return false;
  return subjectIds === null || entry.subjects.some(({ id }) => subjectIds.has(id));
}
