/**
 * Rows of a roster that are likely somebody who is there already, or another row: what staff say of each, and what that
 * makes of it. Whoever is not asked about is imported and can be found among the possible duplicates later.
 */
import type { LikelySame } from '#shared/domain/duplicates/likely-same.ts';

/** Somebody who is there already, or another row of the file by its line. */
export type RowRef = { readonly personId: string } | { readonly line: number };

/** What staff say of a row that is likely somebody else as well. */
export type RowChoice =
  /** The same person: the row is not imported; what is new in it goes into the other record. */
  | { readonly kind: 'same'; readonly as: RowRef }
  /** Somebody else than all who are likely the same, which is remembered. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'later' };

/** Somebody who is likely the row's person, and why. */
export interface LikelyRow extends LikelySame {
  readonly as: RowRef;
}

/** Who is likely the person of a row, by line; the likeliest first. */
export type LikelyRows = ReadonlyMap<number, readonly LikelyRow[]>;

/** A row as far as it matters here. */
interface AskedRow {
  readonly line: number;
  readonly skipped: boolean;
  readonly choice: RowChoice | null;
}

export const refKey = (ref: RowRef): string =>
  'line' in ref ? `line ${ref.line}` : `person ${ref.personId}`;

/** Finds the record in which each row ends up: its own, or the one that staff said it is the same as. */
export function targets(entries: readonly AskedRow[]): (ref: RowRef) => RowRef {
  const same = new Map(
    entries.flatMap(({ line, choice, skipped }) =>
      choice?.kind === 'same' && !skipped ? [[line, choice.as] as const] : [],
    ),
  );
  return (ref) => {
    const seen = new Set<number>();
    let at = ref;
    while ('line' in at && !seen.has(at.line)) {
      seen.add(at.line);
      const next = same.get(at.line);
      if (!next) return at;
      at = next;
    }
    return at;
  };
}

/**
 * Who is likely the same as a row and not decided on yet: people who are there, and rows before it (of two rows the
 * later one is asked about).
 */
export function undecided(
  entry: AskedRow,
  likely: LikelyRows,
  entries: ReadonlyMap<number, AskedRow>,
): readonly LikelyRow[] {
  if (entry.choice !== null || entry.skipped) return [];
  return (likely.get(entry.line) ?? []).filter(({ as }) => {
    if (!('line' in as)) return true;
    const other = entries.get(as.line);
    return other !== undefined && !other.skipped && other.choice?.kind !== 'apart' && as.line < entry.line;
  });
}
