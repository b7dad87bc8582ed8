import { z } from 'zod';
import { call } from './define.ts';

/** A sealed entry of the erasure ledger: bytes that main keeps and does not understand. */
export const mostEntryBytes = 65_536;
const entry = z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= mostEntryBytes);
/** More than a site can delete in a century. */
export const mostEntries = 100_000;
const entries = z.array(entry).max(mostEntries);

export const erasuresContract = {
  /** All entries of the ledger. `erasures.damaged`: there is one and no copy of it is whole. */
  'erasures.read': call(z.void(), z.strictObject({ entries }), ['erasures.damaged', 'disk.failed']),
  /**
   * Adds entries; those that are there already change nothing, and copies of which none is whole are replaced. Answered
   * when both copies are on the disk.
   */
  'erasures.add': call(z.strictObject({ entries }), z.void(), ['disk.full', 'disk.failed', 'disk.timeout']),
} as const;
