/**
 * How rows travel to a cipher worker and back: one buffer of bytes and one of lengths, both transferred. Twenty
 * thousand small arrays by structured clone would cost more than their encryption.
 */
import type { Bytes } from './bytes.ts';

export type CipherMode = 'seal' | 'open';
export const nonceLength = 12;
export const tagLength = 16;
/** In place of a length: this row did not open. */
const refused = 0xffffffff;

/** `keys` are sent once; they are non-extractable and cross as handles. */
export interface CipherSetup {
  readonly kind: 'setup';
  readonly keys: readonly CryptoKey[];
}

export interface CipherJob {
  readonly kind: 'job';
  readonly job: number;
  readonly mode: CipherMode;
  readonly bytes: Bytes;
  /** Per row: index of the key, length of the binding, length of the data. */
  readonly layout: Uint32Array<ArrayBuffer>;
}

export interface CipherAnswer {
  readonly job: number;
  readonly bytes: Bytes;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** A row on its way out: its key by number. */
export interface PackedItem {
  readonly keyIndex: number;
  readonly nonce: Uint8Array;
  readonly binding: Bytes;
  readonly data: Uint8Array;
}

/** Lays rows into one buffer: nonce, binding, data of each in turn. */
export function packItems(items: readonly PackedItem[]): Pick<CipherJob, 'bytes' | 'layout'> {
  const size = items.reduce((sum, item) => sum + nonceLength + item.binding.length + item.data.length, 0);
  const bytes = new Uint8Array(size);
  const layout = new Uint32Array(items.length * 3);
  let at = 0;
  let entry = 0;
  for (const { keyIndex, nonce, binding, data } of items) {
    layout[entry] = keyIndex;
    layout[entry + 1] = binding.length;
    layout[entry + 2] = data.length;
    entry += 3;
    bytes.set(nonce, at);
    bytes.set(binding, at + nonceLength);
    bytes.set(data, at + nonceLength + binding.length);
    at += nonceLength + binding.length + data.length;
  }
  return { bytes, layout };
}

/** The rows of a job, as views into its buffer. */
export function* unpackItems({ bytes, layout }: CipherJob): Generator<PackedItem> {
  let at = 0;
  for (let entry = 0; entry < layout.length; entry += 3) {
    const dataAt = at + nonceLength + (layout[entry + 1] ?? 0);
    const end = dataAt + (layout[entry + 2] ?? 0);
    yield {
      keyIndex: layout[entry] ?? 0,
      nonce: bytes.subarray(at, at + nonceLength),
      binding: bytes.subarray(at + nonceLength, dataAt),
      data: bytes.subarray(dataAt, end),
    };
    at = end;
  }
}

/** Lays results one behind the other; `null` is a refusal. */
export function packResults(job: number, results: readonly (Bytes | null)[]): CipherAnswer {
  const bytes = new Uint8Array(results.reduce((sum, result) => sum + (result?.length ?? 0), 0));
  const lengths = new Uint32Array(results.length);
  let at = 0;
  results.forEach((result, row) => {
    lengths[row] = result ? result.length : refused;
    if (!result) return;
    bytes.set(result, at);
    at += result.length;
  });
  return { job, bytes, lengths };
}

/** Results in order, as views into the answer's buffer: whoever keeps one copies it. */
export function unpackResults({ bytes, lengths }: CipherAnswer): (Bytes | null)[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    if (length === refused) return null;
    at += length;
    return bytes.subarray(at - length, at);
  });
}
