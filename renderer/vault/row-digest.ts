import { createBLAKE3, type IHasher } from 'hash-wasm';
import { type Bytes, wipe } from './bytes.ts';
import { digestInput } from './row-binding.ts';

/** The manifest's contribution of one row: `(table, id, rev)` to 128 bits. */
export type RowDigest = (table: string, id: string, rev: string) => bigint;

/**
 * Keyed BLAKE3 cut to 128 bits, synchronous because it is summed inside database transactions. Without the key
 * nobody can find rows whose sum stays the same. Wipes `key`; the hasher keeps its own copy as long as it lives.
 */
export async function createRowDigest(key: Bytes): Promise<RowDigest> {
  const hasher: IHasher = await createBLAKE3(128, key.slice());
  wipe(key);
  return (table, id, rev) => {
    const bytes = hasher
      .init()
      .update(digestInput(table, id, rev))
      .digest('binary');
    const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
    return (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
  };
}
