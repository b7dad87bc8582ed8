import { type RecordKind, type RecordOf, recordTypes } from '#shared/domain/records/registry.ts';
import type { Unsealed } from '#shared/ports/sealing.ts';
import type { FieldStamps } from '#shared/sync/field-stamps.ts';

/** A record as it was opened, with the stamps of its fields. */
export interface OpenedRecord<K extends RecordKind = RecordKind> {
  readonly value: RecordOf<K>;
  readonly stamps: FieldStamps;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** What is sealed of a record: its value and the stamps of its fields. */
export function encodeRecord<K extends RecordKind>(
  kind: K,
  id: string,
  rev: string,
  { value, stamps }: OpenedRecord<K>,
): Unsealed {
  const type = recordTypes[kind];
  const index = (type.index as (record: RecordOf<K>) => Unsealed['index'])(value);
  return {
    table: kind,
    id,
    rev,
    index,
    schema: type.version,
    bytes: utf8.encode(JSON.stringify({ value, stamps })),
  };
}

/**
 * The record in opened bytes, brought to the present version. `undefined`: it was written by a newer version of the
 * app and is held back. The seal vouches for the contents, so only migrated records are validated again.
 */
export function decodeRecord<K extends RecordKind>(kind: K, opened: Unsealed): OpenedRecord<K> | undefined {
  const type = recordTypes[kind];
  if (opened.schema > type.version) return undefined;
  const record = JSON.parse(text.decode(opened.bytes)) as OpenedRecord<K>;
  if (opened.schema === type.version) return record;
  const migrated = type.migrations
    .slice(opened.schema - 1)
    .reduce((value, migrate) => migrate(value), record.value as Record<string, unknown>);
  return { value: type.schema.parse(migrated) as RecordOf<K>, stamps: record.stamps };
}

/** JSON of anything that is not a record (the directory's chunks, the root, a frame's trailer), as bytes. */
export function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8.encode(JSON.stringify(value));
}

/** The value in bytes that this app sealed itself. */
export function decodeJson<T>(bytes: Uint8Array): T {
  return JSON.parse(text.decode(bytes)) as T;
}
