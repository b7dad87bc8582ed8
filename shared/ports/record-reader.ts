import type { RecordKind, RecordOf, Stored } from '#shared/domain/records/registry.ts';
import type { IndexName } from './sealing.ts';

/** Reads opened records. A record that can't be opened is not there for the reader; the data layer reports it. */
export interface RecordReader {
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>;
  /** Missing ones are left out. */
  getMany<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]>;
  where<K extends RecordKind>(kind: K, index: IndexName, value: string): Promise<Stored<K>[]>;
  all<K extends RecordKind>(kind: K): Promise<Stored<K>[]>;
}
