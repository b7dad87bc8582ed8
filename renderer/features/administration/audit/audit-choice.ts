import type { AuditCategory } from '#shared/domain/audit/categories.ts';
import type { AuditFilter } from '#shared/domain/audit/filter.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

/** What was chosen above the list. Days are local (`YYYY-MM-DD`). */
export interface AuditChoice {
  readonly from: string | null;
  readonly until: string | null;
  readonly accountId: string | null;
  readonly category: AuditCategory | null;
  readonly residentId: string | null;
}

export const everything: AuditChoice = {
  ...{ from: null, until: null, accountId: null, category: null, residentId: null },
};

/** What was chosen last. In memory only: ids of people belong in no address; gone when the app locks. */
let last = everything;
export const lastChoice = (): AuditChoice => last;
export const rememberChoice = (choice: AuditChoice): void => {
  last = choice;
};

/** The beginning of a local day as an ISO instant. */
const beginOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** @param subjectIds of the chosen resident: the person's id and those of what is theirs. */
export function filterOf(choice: AuditChoice, subjectIds: ReadonlySet<string> | null): AuditFilter {
  const { from, until, accountId, category } = choice;
  return {
    from: from === null ? null : beginOf(from),
    before: until === null ? null : beginOf(addDays(until, 1)),
    accountId,
    category,
    subjectIds,
  };
}
