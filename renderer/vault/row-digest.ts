import { createBLAKE3, type IHasher } from 'hash-wasm';
import { type Bytes, wipe } from './bytes.ts';
import { digestInput } from './row-binding.ts';

const encoder = new TextEncoder();

/** The manifest's contribution of one row: `(table, id, rev)` to 128 bits. */
export type RowDigest = (table: string, id: string, rev: string) => bigint;

/**
 * Keyed BLAKE3 cut to 128 bits, synchronous because it is summed inside database transactions. Without the key
 * nobody can find rows whose sum stays the same. Wipes `key`; the hasher keeps its own copy as long as it lives.
 */
export async function createRowDigest(key: Bytes): Promise<RowDigest> {
  const hasher: IHasher = await createBLAKE3(128, key.slice());
  wipe(key);
  const scratch = new Uint8Array(1024);
  return (table, id, rev) => {
    const text = digestInput(table, id, rev);
    const { read, written } = encoder.encodeInto(text, scratch);
    const input = read === text.length ? scratch.subarray(0, written) : encoder.encode(text);
    const bytes = hasher.init().update(input).digest('binary');
    const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
    return (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
  };
}
