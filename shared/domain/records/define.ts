import type { z } from 'zod';
import type { RowIndex } from '#shared/ports/sealing.ts';

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
}

/** Declares a record type; the version follows from the migrations. */
export function recordType<S extends z.ZodType>(
  schema: S,
  index: (record: z.infer<S>) => RowIndex,
  migrations: RecordType<S>['migrations'] = [],
): RecordType<S> {
  return { schema, index, migrations, version: migrations.length + 1 };
}
