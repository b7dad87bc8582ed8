import {
  type EntryProblem,
  type EntryState,
  problemsOf,
  type RosterEntry,
  stateOf,
} from '#shared/domain/roster/entries.ts';
import type { RowRef } from '#shared/domain/roster/same-person.ts';
import type { Reviewing } from './import-state.ts';

/**
 * A row of the check list. `likely`: ready, but likely somebody who is there already or another row. `noted`: ready,
 * but something was changed or concluded that staff should see.
 */
export interface ReviewRow {
  readonly entry: RosterEntry;
  readonly problems: readonly EntryProblem[];
  readonly state: EntryState | 'likely' | 'noted';
}

/** Everything that the check list shows, in the order of the file: the rows that are not saved yet. */
export function reviewRows({
  entries,
  known,
  likely,
  saved,
}: Pick<Reviewing, 'entries' | 'known' | 'likely' | 'saved'>): ReviewRow[] {
  const problems = problemsOf(entries, known, likely);
  return entries.flatMap((entry, at) => {
    const found = problems[at] ?? [];
    return saved.has(entry.line) ? [] : [{ entry, problems: found, state: shownState(entry, found) }];
  });
}

function shownState(entry: RosterEntry, found: readonly EntryProblem[]): ReviewRow['state'] {
  const state = stateOf(entry, found);
  if (state !== 'ready' || found.length === 0) return state;
  return found.some(({ code }) => code === 'likely-same') ? 'likely' : 'noted';
}

/** Which rows the check list shows. */
export const reviewFilters = ['all', 'open', 'likely', 'noted', 'same', 'skipped'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export function countsOf(rows: readonly ReviewRow[]): Readonly<Record<ReviewRow['state'] | 'all', number>> {
  const counts = { all: rows.length, ready: 0, likely: 0, noted: 0, open: 0, same: 0, skipped: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** The row to look at after the given line: an open one, else one that is likely somebody else as well. */
export function nextOpen(rows: readonly ReviewRow[], after: number): ReviewRow | undefined {
  const next = (state: ReviewRow['state']): ReviewRow | undefined => {
    const open = rows.filter((row) => row.state === state);
    return open.find(({ entry }) => entry.line > after) ?? open.find(({ entry }) => entry.line !== after);
  };
  return next('open') ?? next('likely');
}

/** Rows that have the number of one person, or of one row, who is likely the same besides: nobody has to look. */
export function obvious(
  rows: readonly ReviewRow[],
  { likely }: Pick<Reviewing, 'likely'>,
): Map<number, RowRef> {
  return new Map(
    rows.flatMap(({ entry: { line }, state }) => {
      const same = (likely.get(line) ?? []).filter(
        ({ as, reasons }) => reasons.includes('same-number') && !('line' in as && as.line > line),
      );
      const [only] = same;
      const isAsked = state === 'open' || state === 'likely';
      return isAsked && only && same.length === 1 ? [[line, only.as] as const] : [];
    }),
  );
}
