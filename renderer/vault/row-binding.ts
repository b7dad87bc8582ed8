/**
 * What a sealed row is bound to: facility, table, id, rev, schema version and index fields.
 *
 * Guarantees that a row that was moved to another id or table, given another rev, schema version or index field, or
 * taken from another facility does not open. The encoding is injective: two different bindings never give the same
 * bytes. Changing one character of it makes every existing row unreadable; hence the number in its label.
 */
import type { RowIndex } from '#shared/ports/sealing.ts';
import { type Bytes, lengthPrefixed, utf8 } from './bytes.ts';

const encoder = new TextEncoder();

/** What the binding takes of a row, sealed or not. */
interface BoundRow {
  readonly id: string;
  readonly rev: string;
  readonly index: RowIndex;
}

/** The part that all rows of a table share. */
export const tableBinding = (facilityId: string, table: string): string =>
  `wegmarke/row/1;${lengthPrefixed(facilityId)}${lengthPrefixed(table)}`;

/** Associated data of one row. Throws a RangeError on text that is not well-formed Unicode. */
export function rowBinding(tablePart: string, row: BoundRow, schema: number): Bytes {
  let text = `${tablePart}${lengthPrefixed(row.id)}${lengthPrefixed(row.rev)}${schema};`;
  // Every field that is there is bound, also one that only a newer version knows.
  const fields = Object.entries(row.index);
  if (fields.length > 1) fields.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, value] of fields) {
    if (value !== undefined) text += lengthPrefixed(name) + lengthPrefixed(value);
  }
  return encoder.encode(text);
}

/** Input of the manifest's digest, injective in the same way. */
export const digestInput = (table: string, id: string, rev: string): Bytes =>
  utf8(lengthPrefixed(table) + lengthPrefixed(id) + lengthPrefixed(rev));
