import type { Fields } from './units.ts';

/**
 * Field stamps: which write last set each field. `'*'` stamps every field that has no stamp of its own, so that a record
 * written at once carries one stamp. Entries of maps and items of lists are stamped one by one as `<field>/<id>`. A
 * stamp of what is not there says that it was removed.
 */
export type FieldStamps = Readonly<Record<string, string>>;

/** An edit that was overwritten by another that did not know of it: kept until somebody dismisses it. */
export interface OverwrittenEdit {
  /** The unit (units.ts) that was written. */
  readonly field: string;
  /** Says when, and at which workstation. */
  readonly stamp: string;
  /** What was written: an entry or item itself, else fields by name; missing: it was removed. */
  readonly value?: unknown;
}

/** A record as it is sealed. Rows from before there was merging have a value and stamps only. */
export interface StampedRecord<V = Fields> {
  readonly value: V;
  readonly stamps: FieldStamps;
  /** The latest stamp known of each workstation, where `stamps` and `history` don't show it. */
  readonly seen?: readonly string[];
  /** In order of stamps. */
  readonly history?: readonly OverwrittenEdit[];
}

/** What is left of an erased record: when it went. It is never pruned, so that no older copy comes back. */
export interface ErasedRecord {
  readonly erased: true;
  readonly stamps: FieldStamps;
}

export type RecordVersion<V = Fields> = StampedRecord<V> | ErasedRecord;
