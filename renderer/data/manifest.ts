/**
 * The manifest: per table, how many rows there are and the sum (modulo 2^128) of keyed digests over (table, id, rev).
 * Guarantees, against rows that vanish, come back in an old state or are slipped in: the sums of the root row, of the
 * last journal frame and of the rows themselves agree, or the difference is noticed. Sums are moved by each write's
 * difference and never counted again in a transaction.
 */
import type { Sums } from '#shared/journal/frame.ts';

const modulus = 1n << 128n;

interface TableSum {
  readonly count: number;
  readonly sum: bigint;
}
export type Manifest = ReadonlyMap<string, TableSum>;

/** A row that a write replaces or adds. */
export interface Change {
  readonly table: string;
  readonly before: bigint | undefined;
  readonly after: bigint | undefined;
}

/** The manifest after the changes. */
export function moved(manifest: Manifest, changes: Iterable<Change>): Manifest {
  const next = new Map(manifest);
  for (const { table, before, after } of changes) {
    const { count, sum } = next.get(table) ?? { count: 0, sum: 0n };
    next.set(table, {
      count: count + (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1),
      sum: (sum + (after ?? 0n) - (before ?? 0n) + modulus) % modulus,
    });
  }
  return next;
}

/** Adds digests modulo 2^128, in hex. */
export function digestSum(digests: Iterable<bigint>): string {
  let sum = 0n;
  for (const digest of digests) sum = (sum + digest) % modulus;
  return sum.toString(16);
}

/** As it is written; tables without rows are left out. */
export function toSums(manifest: Manifest): Sums {
  return Object.fromEntries(
    [...manifest]
      .filter(([, { count }]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, { count, sum }]) => [table, { count, sum: sum.toString(16) }]),
  );
}

/** As it was written. */
export function fromSums(sums: Sums): Manifest {
  return new Map(
    Object.entries(sums).map(([table, { count, sum }]) => [table, { count, sum: BigInt(`0x${sum}`) }]),
  );
}

/** Whether two sets of sums say the same. */
export function sameSums(a: Sums, b: Sums): boolean {
  return JSON.stringify(toSums(fromSums(a))) === JSON.stringify(toSums(fromSums(b)));
}
