/**
 * A roster under review: what the file has, what staff corrected, and what becomes of each row. Guarantees: every row
 * of the table is one entry, and every entry is ready, open or skipped; nothing falls out.
 */
import type { ColumnTarget, RosterField } from './mapping.ts';
import { type CheckedRow, type RosterValues, type RowProblem, readRow, valuesOf } from './rows.ts';
import type { RowShape, TableRow } from './table.ts';

export interface RosterEntry {
  readonly line: number;
  readonly values: RosterValues;
  /** What stood behind the last column; it is not imported. */
  readonly surplus: readonly string[];
  /** `whole` once staff have looked at the row. */
  readonly shape: RowShape;
  readonly read: CheckedRow;
  /** Left out by staff. */
  readonly skipped: boolean;
}

/** Reads a row of the table for the first time. */
export function entryFor(row: TableRow, mapping: readonly ColumnTarget[], today: string): RosterEntry {
  const values = valuesOf(row.cells, mapping);
  const surplus = row.cells.slice(mapping.length).filter((cell) => cell.trim() !== '');
  return { line: row.line, values, surplus, shape: row.shape, read: readRow(values, today), skipped: false };
}

/** The entry with one value corrected. Who corrects a row has looked at it, so that its shape is settled. */
export function withValue(entry: RosterEntry, field: RosterField, text: string, today: string): RosterEntry {
  const values = { ...entry.values, [field]: text };
  return { ...entry, values, shape: 'whole', read: readRow(values, today) };
}

/** Staff have looked at a row of another shape than the header's and take it as it stands. */
export function asItStands(entry: RosterEntry): RosterEntry {
  return { ...entry, shape: 'whole' };
}

const numberKey = (number: string): string => number.trim().toLowerCase();

/** People who are there already, by their number. */
export function knownNumbers(
  people: readonly { readonly id: string; readonly number: string | null }[],
): ReadonlyMap<string, string> {
  return new Map(
    people.flatMap(({ id, number }) => (number === null ? [] : [[numberKey(number), id] as const])),
  );
}

/** What stands against an entry, beside what it says itself. `personId` is the person who has the number already. */
export type EntryProblem = RowProblem & { readonly personId?: string };

/**
 * All problems of all entries, in their order. Numbers have to be unique among the entries that are not skipped (the
 * first one keeps it) and must not belong to a person who is there already.
 */
export function problemsOf(
  entries: readonly RosterEntry[],
  known: ReadonlyMap<string, string>,
): (readonly EntryProblem[])[] {
  const firstLine = new Map<string, number>();
  return entries.map((entry) => {
    const shape: EntryProblem[] =
      entry.shape === 'whole'
        ? []
        : [
            {
              field: null,
              code: entry.shape,
              severity: 'error',
              values: { surplus: entry.surplus.join(' · ').slice(0, 120) },
            },
          ];
    const number = entry.read.person?.number ?? entry.values.number?.trim() ?? '';
    if (number === '' || entry.skipped) return [...shape, ...entry.read.problems];
    const key = numberKey(number);
    const personId = known.get(key);
    const line = firstLine.get(key);
    if (line === undefined) firstLine.set(key, entry.line);
    const about = { field: 'number', severity: 'error', values: { number, line: line ?? 0 } } as const;
    const twice: EntryProblem[] = line === undefined ? [] : [{ ...about, code: 'number-twice' }];
    const there: EntryProblem[] =
      personId === undefined ? [] : [{ ...about, code: 'number-known', personId }];
    return [...shape, ...there, ...twice, ...entry.read.problems];
  });
}

/** `open`: an error has to be put right, or the row skipped. */
export type EntryState = 'ready' | 'open' | 'skipped';

export function stateOf(entry: RosterEntry, problems: readonly RowProblem[]): EntryState {
  if (entry.skipped) return 'skipped';
  return entry.read.person === undefined || problems.some(({ severity }) => severity === 'error')
    ? 'open'
    : 'ready';
}
