/**
 * How rows travel to a cipher worker and back: one buffer of bytes and one of lengths, both transferred. Twenty
 * thousand small arrays by structured clone would cost more than their encryption.
 */
import type { Bytes } from './bytes.ts';
import type { CipherItem } from './row-cipher.ts';

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

const encoder = new TextEncoder();

/** Room for rows whose bindings take up to `bytesPerUnit` bytes per UTF-16 unit. */
const roomFor = (items: readonly CipherItem[], bytesPerUnit: number): Bytes =>
  new Uint8Array(
    items.reduce((sum, item) => sum + nonceLength + item.binding.length * bytesPerUnit + item.data.length, 0),
  );

/** Lays rows into `bytes`: nonce, binding, data of each in turn. `null` when a binding was longer than expected. */
function layOut(
  items: readonly CipherItem[],
  keys: readonly CryptoKey[],
  bytes: Bytes,
): Pick<CipherJob, 'bytes' | 'layout'> | null {
  const layout = new Uint32Array(items.length * 3);
  let at = 0;
  let entry = 0;
  for (const { key, nonce, binding, data } of items) {
    bytes.set(nonce, at);
    at += nonceLength;
    const { read, written } = encoder.encodeInto(binding, bytes.subarray(at));
    if (read < binding.length || at + written + data.length > bytes.length) return null;
    bytes.set(data, at + written);
    at += written + data.length;
    layout[entry] = keys.indexOf(key);
    layout[entry + 1] = written;
    layout[entry + 2] = data.length;
    entry += 3;
  }
  return { bytes, layout };
}

/** One buffer for a batch. Bindings are ASCII but for strange ids; only then it is laid out a second time. */
export function packItems(
  items: readonly CipherItem[],
  keys: readonly CryptoKey[],
): Pick<CipherJob, 'bytes' | 'layout'> {
  const packed = layOut(items, keys, roomFor(items, 1)) ?? layOut(items, keys, roomFor(items, 3));
  if (!packed) throw new Error('A batch did not fit.');
  return packed;
}

/** Calls `run` for each row of a job, in order, with views into its buffer. */
export function mapItems<T>(
  { bytes, layout }: CipherJob,
  run: (keyIndex: number, nonce: Bytes, binding: Bytes, data: Bytes) => T,
): T[] {
  const results: T[] = [];
  let at = 0;
  for (let entry = 0; entry < layout.length; entry += 3) {
    const bindingAt = at + nonceLength;
    const dataAt = bindingAt + (layout[entry + 1] ?? 0);
    const end = dataAt + (layout[entry + 2] ?? 0);
    const binding = bytes.subarray(bindingAt, dataAt);
    results.push(
      run(layout[entry] ?? 0, bytes.subarray(at, bindingAt), binding, bytes.subarray(dataAt, end)),
    );
    at = end;
  }
  return results;
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
