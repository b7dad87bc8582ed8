import { createBLAKE3 } from 'hash-wasm';
import { type Bytes, utf8, wipe } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';

/** The digest of an audit entry under its id, in hex. */
export type EntryDigest = (id: string, entry: unknown) => string;

/**
 * Keyed BLAKE3, 256 bits, over one spelling of the entry, unknown fields included: it is the same when the entry was
 * sealed anew under another epoch. Without the key nobody can make entries that fit. Wipes `key`; the hasher keeps its
 * own copy as long as it lives.
 */
export async function createEntryDigest(key: Bytes): Promise<EntryDigest> {
  const hasher = await createBLAKE3(256, key.slice());
  wipe(key);
  return (id, entry) =>
    hasher
      .init()
      .update(utf8(canonicalJson([id, entry])))
      .digest('hex');
}
