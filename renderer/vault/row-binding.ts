/**
 * What a sealed row is bound to: facility, table, id, rev, schema version and index fields.
 *
 * Guarantees that a row that was moved to another id or table, given another rev, schema version or index field, or
 * taken from another facility does not open. The encoding is injective: two different bindings never give the same
 * bytes. Changing one character of it makes every existing row unreadable; hence the number in its label.
 */
import type { RowIndex } from '#shared/ports/sealing.ts';
import { lengthPrefixed } from './bytes.ts';

/** What the binding takes of a row, sealed or not. */
interface BoundRow {
  readonly id: string;
  readonly rev: string;
  readonly index: RowIndex;
}

/** The part that all rows of a table share. */
export const tableBinding = (facilityId: string, table: string): string =>
  `wegmarke/row/1;${lengthPrefixed(facilityId)}${lengthPrefixed(table)}`;

/**
 * What one row is bound to, as text whose UTF-8 is the associated data. Throws a RangeError on text that is not
 * well-formed Unicode. Runs once per row of every list: it makes one string and no arrays where it can.
 */
export function rowBinding(tablePart: string, row: BoundRow, schema: number): string {
  let text = `${tablePart}${lengthPrefixed(row.id)}${lengthPrefixed(row.rev)}${schema};`;
  const index: Readonly<Record<string, string | undefined>> = row.index;
  // Every field that is there is bound, also one that only a newer version knows.
  const names = Object.keys(index);
  if (names.length > 1) names.sort();
  for (const name of names) {
    const value = index[name];
    if (value !== undefined) text += lengthPrefixed(name) + lengthPrefixed(value);
  }
  return text;
}

/** Input of the manifest's digest, injective in the same way. */
export const digestInput = (table: string, id: string, rev: string): string =>
  lengthPrefixed(table) + lengthPrefixed(id) + lengthPrefixed(rev);
