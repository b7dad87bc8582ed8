import type { RecordKind, RecordOf, Stored } from '#shared/domain/records/registry.ts';
import type { IndexName } from './sealing.ts';

/** The audit log is read through its own port, which looks at the role. */
export type ReadableKind = Exclude<RecordKind, 'audit'>;

/** Reads opened records. A record that can't be opened is not there for the reader; the data layer reports it. */
export interface RecordReader {
  get<K extends ReadableKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>;
  /** Missing ones are left out. */
  getMany<K extends ReadableKind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]>;
  where<K extends ReadableKind>(kind: K, index: IndexName, value: string): Promise<Stored<K>[]>;
  all<K extends ReadableKind>(kind: K): Promise<Stored<K>[]>;
}
