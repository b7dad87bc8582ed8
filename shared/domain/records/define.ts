import type { z } from 'zod';
import type { RowIndex } from '#shared/ports/sealing.ts';

/**
 * How two versions of one record become one (shared/sync, docs/decisions/0019). Fields that are named nowhere are taken
 * one by one, from whoever wrote last; so no rule may be needed between them. Field names are the schema's.
 */
export interface MergeRule {
  /** Maps whose entries are fields of their own. */
  readonly entriesOf?: readonly string[];
  /** Lists that desks add to: items of both stay, in the order of their JSON. */
  readonly itemsOf?: readonly string[];
  /** Fields that only make sense together: they come from one version, all of them. */
  readonly together?: readonly (readonly string[])[];
  /**
   * All fields that are named nowhere, unknown ones too: `together` as one, `fixed` as one that is written once. Two
   * versions of what is fixed, neither written in knowledge of the other, are an anomaly.
   */
  readonly rest?: 'together' | 'fixed';
}

/**
 * A kind of record: its validator, its version, how older versions become this one, and by which random ids it is
 * found. Validators are loose, so that the unknown fields of a newer version survive opening and sealing again.
 */
export interface RecordType<S extends z.ZodType> {
  readonly schema: S;
  /** Raised with every change of the shape. A record of a higher version is held back, never overwritten. */
  readonly version: number;
  /** `migrations[n]` turns version n + 1 into n + 2. Append only. */
  readonly migrations: readonly ((record: Record<string, unknown>) => Record<string, unknown>)[];
  readonly index: (record: z.infer<S>) => RowIndex;
  readonly merging: MergeRule;
}

/** Declares a record type; the version follows from the migrations. */
export function recordType<S extends z.ZodType>(
  schema: S,
  index: (record: z.infer<S>) => RowIndex,
  migrations: RecordType<S>['migrations'] = [],
  merging: MergeRule = {},
): RecordType<S> {
  return { schema, index, migrations, version: migrations.length + 1, merging };
}
