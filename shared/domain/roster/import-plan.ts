/**
 * What an import writes, batch by batch. Guarantees that every row that is ready or the same as another is in exactly
 * one batch, that a batch names only people who are there or rows of its own and earlier ones, and that what several
 * rows say of one person adds up.
 */
import { importBatchSize } from '#shared/domain/commands/participants.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { type TakenOver, takenOver } from '#shared/domain/people/taken-over.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { RosterEntry } from './entries.ts';
import { type LikelyRows, type RowRef, refKey, targets } from './same-person.ts';

/** Somebody new, of one row or of several. */
interface NewPerson {
  readonly line: number;
  readonly person: NewParticipant & { readonly formerNumbers: string[] };
}

/** What rows say of somebody who is there. */
interface NewsOfPerson {
  readonly id: string;
  readonly changes: TakenOver;
}

export interface ImportBatch {
  readonly added: readonly NewPerson[];
  readonly news: readonly NewsOfPerson[];
  readonly apart: readonly (readonly [RowRef, RowRef])[];
  /** Lines that are accounted for by this batch, with the record that they end up in. */
  readonly lines: readonly { readonly line: number; readonly target: RowRef }[];
}

interface Planned {
  /** Rows that go in: ready ones, and those that are the same as somebody. */
  readonly entries: readonly RosterEntry[];
  readonly likely: LikelyRows;
  readonly personOf: (id: string) => PersonEntry | undefined;
  /** Rows that are saved already, with their person's id. */
  readonly saved: ReadonlyMap<number, string>;
}

/** The record with what changes in it. */
const changed = <P extends object>(before: P, changes: TakenOver): P => ({ ...before, ...changes });

/** The batches in which rows are written, in the order of the file. */
export function importPlan({ entries, likely, personOf, saved }: Planned): readonly ImportBatch[] {
  const targetOf = targets(entries);
  /** A row that is saved is a person who is there. */
  const settled = (ref: RowRef): RowRef => {
    const target = targetOf(ref);
    const id = 'line' in target ? saved.get(target.line) : undefined;
    return id === undefined ? target : { personId: id };
  };
  const open = entries.filter(({ line, read }) => read.person && !saved.has(line));
  const byTarget = Map.groupBy(open, ({ line }) => refKey(settled({ line })));
  const groups = [...byTarget.values()].map((rows) => ({ rows, target: recordOf(rows, settled) }));
  const batches: ImportBatch[] = [];
  for (let at = 0; at < groups.length; at += importBatchSize) {
    const part = groups.slice(at, at + importBatchSize);
    batches.push({
      added: part.flatMap(({ rows, target }) => ('line' in target ? newPerson(rows, target.line) : [])),
      news: part.flatMap(({ rows, target }) =>
        'line' in target ? [] : news(rows, personOf(target.personId)),
      ),
      apart: [],
      lines: part.flatMap(({ rows, target }) => rows.map(({ line }) => ({ line, target }))),
    });
  }
  return withApart(batches, open, likely, settled);
}

/** The record of rows that are one person; where the row that goes on is left out, the first of them does. */
function recordOf(rows: readonly RosterEntry[], settled: (ref: RowRef) => RowRef): RowRef {
  const line = rows[0]?.line ?? 0;
  const target = settled({ line });
  return 'personId' in target || rows.some((row) => row.line === target.line) ? target : { line };
}

/** One person of several rows: the row that goes on, with what the others say besides. */
function newPerson(rows: readonly RosterEntry[], line: number): NewPerson[] {
  const first = rows.find((row) => row.line === line)?.read.person;
  if (!first) return [];
  const person = rows
    .filter((row) => row.line !== line)
    .reduce((before, { read }) => (read.person ? changed(before, takenOver(before, read.person)) : before), {
      ...first,
      formerNumbers: [] as string[],
    });
  return [{ line, person }];
}

function news(rows: readonly RosterEntry[], person: PersonEntry | undefined): NewsOfPerson[] {
  if (!person) return [];
  let after = person;
  let changes: TakenOver = {};
  for (const { read } of rows) {
    if (!read.person) continue;
    const more = takenOver(after, read.person);
    after = changed(after, more);
    changes = { ...changes, ...more };
  }
  return Object.keys(changes).length === 0 ? [] : [{ id: person.id, changes }];
}

/** Remembers with each batch who was said not to be the same person, once both are there. */
function withApart(
  batches: readonly ImportBatch[],
  rows: readonly RosterEntry[],
  likely: LikelyRows,
  settled: (ref: RowRef) => RowRef,
): readonly ImportBatch[] {
  const batchOf = new Map(
    batches.flatMap(({ added }, at) => added.map(({ line }) => [refKey({ line }), at] as const)),
  );
  const pairs = new Map<string, readonly [RowRef, RowRef]>();
  for (const { line, choice } of rows) {
    if (choice?.kind !== 'apart') continue;
    const one = settled({ line });
    for (const { as } of likely.get(line) ?? []) {
      const other = settled(as);
      const key = [refKey(one), refKey(other)].sort().join(' ');
      // A row that is left out is nobody.
      const isThere = 'personId' in other || batchOf.has(refKey(other));
      if (refKey(one) !== refKey(other) && isThere) pairs.set(key, [one, other]);
    }
  }
  const at = (ref: RowRef): number => batchOf.get(refKey(ref)) ?? 0;
  const byBatch = Map.groupBy(pairs.values(), ([one, other]) => Math.max(at(one), at(other)));
  return batches.map((batch, index) => ({ ...batch, apart: byBatch.get(index) ?? [] }));
}
