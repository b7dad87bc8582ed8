import { type RecordKind, type RecordOf, recordTypes } from '#shared/domain/records/registry.ts';
import type { Unsealed } from '#shared/ports/sealing.ts';
import type {
  ErasedRecord,
  OverwrittenEdit,
  RecordVersion,
  StampedRecord,
} from '#shared/sync/field-stamps.ts';
import { type Fields, recordOf, unitsOf } from '#shared/sync/units.ts';

/** A record as it was opened: its value, the stamps of its fields, and its overwritten edits. */
export type OpenedRecord<K extends RecordKind = RecordKind> = StampedRecord<RecordOf<K>>;

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** What is sealed of a record: its value, the stamps of its fields, and its overwritten edits. */
export function encodeRecord<K extends RecordKind>(
  kind: K,
  id: string,
  rev: string,
  { value, stamps, seen, history }: OpenedRecord<K>,
): Unsealed {
  const type = recordTypes[kind];
  const index = (type.index as (record: RecordOf<K>) => Unsealed['index'])(value);
  return {
    table: kind,
    id,
    rev,
    index,
    schema: type.version,
    bytes: utf8.encode(JSON.stringify({ value, stamps, seen, history })),
  };
}

/** What is sealed in place of an erased record: no value, and no index by which it was found. */
export function encodeErased(kind: RecordKind, id: string, rev: string, stamp: string): Unsealed {
  const left: ErasedRecord = { erased: true, stamps: { '*': stamp } };
  const schema = recordTypes[kind].version;
  return { table: kind, id, rev, index: {}, schema, bytes: utf8.encode(JSON.stringify(left)) };
}

/**
 * The record in opened bytes, brought to the present version. `undefined`: it was written by a newer version of the
 * app and is held back. The seal vouches for the contents, so only migrated records are validated again.
 */
export function decodeRecord<K extends RecordKind>(
  kind: K,
  opened: Unsealed,
): OpenedRecord<K> | ErasedRecord | undefined {
  if (opened.schema > recordTypes[kind].version) return undefined;
  return presentRecord(kind, opened.schema, decodeJson(opened.bytes));
}

/** A record of this or an earlier version of the app, brought to the present one. */
export function presentRecord<K extends RecordKind>(
  kind: K,
  schema: number,
  sealed: RecordVersion,
): OpenedRecord<K> | ErasedRecord {
  const type = recordTypes[kind];
  const record = sealed as OpenedRecord<K> | ErasedRecord;
  if ('erased' in record || schema === type.version) return record;
  const migrated = (value: Fields): RecordOf<K> =>
    type.schema.parse(
      type.migrations.slice(schema - 1).reduce((older, migrate) => migrate(older), { ...value }),
    ) as RecordOf<K>;
  const { history } = record;
  return {
    ...record,
    value: migrated(record.value),
    ...(history ? { history: history.map((edit) => migratedEdit(kind, record.value, edit, migrated)) } : {}),
  };
}

/**
 * An overwritten edit, brought to the present version with the record around it. What can't be brought there leaves its
 * field and stamp.
 */
function migratedEdit(
  kind: RecordKind,
  record: Fields,
  { field, stamp, value }: OverwrittenEdit,
  migrated: (value: Fields) => Fields,
): OverwrittenEdit {
  const { merging } = recordTypes[kind];
  try {
    const as = recordOf(merging, new Map([...unitsOf(merging, record), [field, value]]));
    const now = unitsOf(merging, migrated(as)).get(field);
    return { field, stamp, ...(now === undefined ? {} : { value: now }) };
  } catch {
    return { field, stamp };
  }
}

/** JSON of anything that is not a record (the directory's chunks, the root, a frame's trailer), as bytes. */
export function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8.encode(JSON.stringify(value));
}

/** The value in bytes that this app sealed itself. */
export function decodeJson<T>(bytes: Uint8Array): T {
  return JSON.parse(text.decode(bytes)) as T;
}
