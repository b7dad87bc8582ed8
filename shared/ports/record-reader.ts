import type { RecordKind, RecordOf, Stored } from '#shared/domain/records/registry.ts';
import type { IndexName } from './sealing.ts';

/** The audit log is read through its own port, which looks at the role. */
export type ReadableKind = Exclude<RecordKind, 'audit'>;

/** An edit of a record that was overwritten by somebody who did not know of it, and says something else than the record. */
export interface Overwritten {
  /** What was written: a field, fields that go together by their first, `entries/<id>` of an attendance sheet. */
  readonly field: string;
  readonly stamp: string;
  /** An entry or item itself, else fields by name; missing: it was removed. */
  readonly value?: unknown;
  /** When, in milliseconds since 1970 by the clock of `workstationId`. */
  readonly at: number;
  readonly workstationId: string;
}

/** Reads opened records. A record that can't be opened is not there for the reader; the data layer reports it. */
export interface RecordReader {
  get<K extends ReadableKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>;
  /** Missing ones are left out. */
  getMany<K extends ReadableKind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]>;
  where<K extends ReadableKind>(kind: K, index: IndexName, value: string): Promise<Stored<K>[]>;
  all<K extends ReadableKind>(kind: K): Promise<Stored<K>[]>;
  /** Overwritten edits that nobody has taken or dismissed, the oldest first; none of a record that is not there. */
  overwritten(kind: ReadableKind, id: string): Promise<readonly Overwritten[]>;
}
