/**
 * A roster under review: what the file has, what staff corrected, and what becomes of each row. Guarantees: every row
 * of the table is one entry, and every entry is ready, open or skipped; nothing falls out.
 */
import type { ColumnTarget, RosterField } from './mapping.ts';
import { type CheckedRow, type RosterValues, type RowProblem, readRow, valuesOf } from './rows.ts';
import { type LikelyRows, type RowChoice, refKey, targets, undecided } from './same-person.ts';
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
  /** What staff said of a row that is likely somebody else as well. */
  readonly choice: RowChoice | null;
}

/** Reads a row of the table for the first time. */
export function entryFor(row: TableRow, mapping: readonly ColumnTarget[], today: string): RosterEntry {
  const values = valuesOf(row.cells, mapping);
  const surplus = row.cells.slice(mapping.length).filter((cell) => cell.trim() !== '');
  return {
    ...{ line: row.line, values, surplus, shape: row.shape, read: readRow(values, today) },
    ...{ skipped: false, choice: null },
  };
}

/**
 * The entry with one value corrected. Who corrects a row has looked at it, so that its shape is settled; whether it is
 * somebody else as well is another question then.
 */
export function withValue(entry: RosterEntry, field: RosterField, text: string, today: string): RosterEntry {
  const values = { ...entry.values, [field]: text };
  return { ...entry, values, shape: 'whole', read: readRow(values, today), choice: null };
}

/** Staff have looked at a row of another shape than the header's and take it as it stands. */
export function asItStands(entry: RosterEntry): RosterEntry {
  return { ...entry, shape: 'whole' };
}

/** What tells whether two numbers are the same. */
export const numberKey = (number: string): string => number.trim().toLowerCase();

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
 * All problems of all entries, in their order. A number belongs to one person: to the first of the entries that have it
 * and are not skipped, and to somebody who is there already; other entries may have it only if they are the same
 * person. Who is likely the same person and not decided on is told.
 */
export function problemsOf(
  entries: readonly RosterEntry[],
  known: ReadonlyMap<string, string>,
  likely: LikelyRows = nobody,
): (readonly EntryProblem[])[] {
  const firstOf = new Map<string, { readonly line: number; readonly target: string }>();
  const targetOf = targets(entries);
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const numberProblems = (entry: RosterEntry): EntryProblem[] => {
    const number = entry.read.person?.number ?? entry.values.number?.trim() ?? '';
    if (number === '' || entry.skipped) return [];
    const key = numberKey(number);
    const target = refKey(targetOf({ line: entry.line }));
    const personId = known.get(key);
    const first = firstOf.get(key);
    if (!first) firstOf.set(key, { line: entry.line, target });
    const about = { field: 'number', severity: 'error', values: { number, line: first?.line ?? 0 } } as const;
    return [
      ...(personId === undefined || target === refKey({ personId })
        ? []
        : [{ ...about, code: 'number-known' as const, personId }]),
      ...(!first || first.target === target ? [] : [{ ...about, code: 'number-twice' as const }]),
    ];
  };
  return entries.map((entry) => [
    ...shapeProblems(entry),
    ...numberProblems(entry),
    ...undecided(entry, likely, byLine).map(({ as }): EntryProblem => {
      const about = { field: null, code: 'likely-same', severity: 'warning' } as const;
      return 'line' in as
        ? { ...about, values: { line: as.line } }
        : { ...about, values: { line: 0 }, personId: as.personId };
    }),
    ...entry.read.problems,
  ]);
}

const nobody: LikelyRows = new Map();

function shapeProblems(entry: RosterEntry): EntryProblem[] {
  if (entry.shape === 'whole') return [];
  const values = { surplus: entry.surplus.join(' · ').slice(0, 120) };
  return [{ field: null, code: entry.shape, severity: 'error', values }];
}

/**
 * `open`: an error has to be put right, or the row skipped. `same`: not imported by itself, its person is in another
 * record.
 */
export type EntryState = 'ready' | 'open' | 'same' | 'skipped';

export function stateOf(entry: RosterEntry, problems: readonly RowProblem[]): EntryState {
  if (entry.skipped) return 'skipped';
  if (entry.read.person === undefined || problems.some(({ severity }) => severity === 'error')) return 'open';
  return entry.choice?.kind === 'same' ? 'same' : 'ready';
}
