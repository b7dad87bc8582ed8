/** LevelDB files made by hand, so that a test knows every byte in them. */

import { compress } from 'snappyjs';

const blockBytes = 32_768;

/** Seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const sized = (bytes: Buffer): Buffer => Buffer.concat([varint(bytes.length), bytes]);

const commonLength = (one: Buffer, other: Buffer): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

type Pair = readonly [key: string, value: Buffer];

function blockOf(pairs: readonly Pair[]): Buffer {
  let before: Buffer = Buffer.alloc(0);
  const entries = pairs.map(([name, value]) => {
    const key = Buffer.from(name);
    const shared = commonLength(key, before);
    before = key;
    const own = key.subarray(shared);
    return Buffer.concat([varint(shared), varint(own.length), varint(value.length), own, value]);
  });
  // One restart point, at 0.
  return Buffer.concat([...entries, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
}

/** How a block may be stored, by its number in the format. */
export type Storing = { readonly type: number; readonly store: (block: Buffer) => Uint8Array };
export const plainly: Storing = { type: 0, store: (block) => block };
export const bySnappy: Storing = { type: 1, store: (block) => compress(block) };

/** A table with one data block that holds `pairs`. */
export function madeTable(pairs: readonly Pair[], { type, store }: Storing): Buffer {
  const parts: Buffer[] = [];
  const put = (stored: Uint8Array, kind: number): Buffer => {
    const offset = Buffer.concat(parts).length;
    parts.push(Buffer.concat([stored, Buffer.from([kind, 0, 0, 0, 0])]));
    return Buffer.concat([varint(offset), varint(stored.length)]);
  };
  const data = put(store(blockOf(pairs)), type);
  const filter = put(Buffer.from('filter'), 0);
  const meta = put(blockOf([['filter.made', filter]]), 0);
  const index = put(blockOf([['~', data]]), 0);
  const footer = Buffer.alloc(48);
  Buffer.concat([meta, index]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([...parts, footer]);
}

/** A write batch that puts `pairs` in. */
export function madeBatch(pairs: readonly Pair[]): Buffer {
  const writes = pairs.map(([key, value]) =>
    Buffer.concat([Buffer.from([1]), sized(Buffer.from(key)), sized(value)]),
  );
  return Buffer.concat([Buffer.alloc(12), ...writes]);
}

/** A log that holds `records`. */
export function madeLog(records: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const put = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const record of records) {
    let rest = record;
    let first = true;
    do {
      if (blockBytes - (at % blockBytes) < 7) put(Buffer.alloc(blockBytes - (at % blockBytes)));
      const part = rest.subarray(0, blockBytes - (at % blockBytes) - 7);
      rest = rest.subarray(part.length);
      const type = first ? (rest.length === 0 ? 1 : 2) : rest.length === 0 ? 4 : 3;
      put(Buffer.concat([Buffer.from([0, 0, 0, 0, part.length & 255, part.length >> 8, type]), part]));
      first = false;
    } while (rest.length > 0);
  }
  return Buffer.concat(parts);
}
