import type { RosterEntry } from '#shared/domain/roster/entries.ts';
import type { ColumnTarget } from '#shared/domain/roster/mapping.ts';
import type { LikelyRows } from '#shared/domain/roster/same-person.ts';
import type { RosterTable } from '#shared/domain/roster/table.ts';
import type { ImportEnd } from './import-rows.ts';
import type { ReadFailure, ReadFile } from './read-table.ts';

/** No file yet, or one that could not be read. */
export interface Choosing {
  readonly step: 'choose';
  readonly failure: { readonly file: string; readonly reason: ReadFailure } | null;
}

interface ReadingFile {
  readonly step: 'reading';
  readonly fileName: string;
}

/** The file as a table, and where its columns go. */
export interface Roster {
  readonly file: File;
  readonly read: ReadFile;
  readonly hasHeader: boolean;
  readonly table: RosterTable;
  readonly mapping: readonly ColumnTarget[];
}

export interface Mapping extends Roster {
  readonly step: 'mapping';
  /** What staff corrected before they came back here; kept as long as the table and the mapping stay. */
  readonly earlier: readonly RosterEntry[] | null;
}

export interface Checking extends Roster {
  readonly step: 'checking';
  /** Rows that are checked. */
  readonly done: number;
}

export interface Reviewing extends Roster {
  readonly step: 'review';
  readonly entries: readonly RosterEntry[];
  /** People who were there before the import, by number. */
  readonly known: ReadonlyMap<string, string>;
  /** Who is likely somebody else as well, as far as rows are compared. */
  readonly likely: LikelyRows;
  /** Rows that are not compared yet. */
  readonly uncompared: number;
  readonly saved: SavedLines;
}

/** Lines that are saved, with the id of the person that each ended up in. */
type SavedLines = ReadonlyMap<number, string>;

export interface Importing extends Omit<Reviewing, 'step'> {
  readonly step: 'importing';
  readonly stopping: boolean;
  /** Rows saved and instant (ms) when this run began, to tell how long the rest takes. */
  readonly began: { readonly saved: number; readonly at: number };
}

export interface Ended extends Omit<Reviewing, 'step'> {
  readonly step: 'done';
  readonly end: Exclude<ImportEnd, { readonly how: 'outdated' }>;
}

export type ImportState = Choosing | ReadingFile | Mapping | Checking | Reviewing | Importing | Ended;
