import {
  type EntryProblem,
  type EntryState,
  problemsOf,
  type RosterEntry,
  stateOf,
} from '#shared/domain/roster/entries.ts';
import type { Reviewing } from './import-state.ts';

/** A row of the check list. `noted`: ready, but something was changed or concluded that staff should see. */
export interface ReviewRow {
  readonly entry: RosterEntry;
  readonly problems: readonly EntryProblem[];
  readonly state: EntryState | 'noted';
}

/** Everything that the check list shows, in the order of the file. */
export function reviewRows({ entries, known }: Pick<Reviewing, 'entries' | 'known'>): ReviewRow[] {
  const problems = problemsOf(entries, known);
  return entries.map((entry, at) => {
    const found = problems[at] ?? [];
    const state = stateOf(entry, found);
    return { entry, problems: found, state: state === 'ready' && found.length > 0 ? 'noted' : state };
  });
}

/** Which rows the check list shows. */
export const reviewFilters = ['all', 'open', 'noted', 'skipped'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export function countsOf(rows: readonly ReviewRow[]): Readonly<Record<ReviewRow['state'] | 'all', number>> {
  const counts = { all: rows.length, ready: 0, noted: 0, open: 0, skipped: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** The open row after the given line, else the first one. */
export function nextOpen(rows: readonly ReviewRow[], after: number): ReviewRow | undefined {
  const open = rows.filter(({ state }) => state === 'open');
  return open.find(({ entry }) => entry.line > after) ?? open.find(({ entry }) => entry.line !== after);
}
