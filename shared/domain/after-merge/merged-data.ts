import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { ReadableKind, RecordReader } from '#shared/ports/record-reader.ts';
import type { PersonEntry } from '../directory.ts';
import type { RecordKind } from '../records/registry.ts';

/** Ids of the records that a merge has changed or brought, by kind. */
export type Touched = ReadonlyMap<RecordKind, ReadonlySet<string>>;

/** What the rules look at: the records and the directory after the merge, of every group. */
export interface MergedData {
  readonly records: RecordReader;
  readonly directory: Pick<DirectoryPort, 'get' | 'list' | 'enrolmentsOf' | 'occupiedBetween' | 'sheetsOf'>;
  /** For each of them the ids of people who are likely the same, as `domain/duplicates` finds them. */
  readonly likelySame: (people: readonly PersonEntry[]) => Promise<readonly (readonly string[])[]>;
}

export const touchedOf = (touched: Touched, kind: ReadableKind): readonly string[] => [
  ...(touched.get(kind) ?? []),
];
