/** LevelDB's table files (`*.ldb`), after `doc/table_format.md` of LevelDB: every block, uncompressed, with its entries. */

import { zstdDecompressSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import { ByteReader } from './byte-reader.ts';

/** A key as it was put in (LevelDB stores only what differs from the key before), and its value. */
export type Entry = { readonly key: Buffer; readonly value: Buffer };

/** A block; `entries` is empty for a filter's, whose contents are no keys and values. */
export type Block = {
  readonly bytes: Buffer;
  readonly compressed: boolean;
  readonly entries: readonly Entry[];
};

const footerBytes = 48;
const magic = 0xdb4775248b80fb57n;
const longestBlock = 268_435_456;

type Handle = { readonly offset: number; readonly size: number };

const handleFrom = (reader: ByteReader): Handle => ({ offset: reader.varint(), size: reader.varint() });

const compressions: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => bytes,
  (bytes) => Buffer.from(uncompress(bytes, longestBlock)),
  (bytes) => zstdDecompressSync(bytes),
];

function blockAt(file: Buffer, { offset, size }: Handle): { bytes: Buffer; compressed: boolean } {
  const reader = new ByteReader(file, offset);
  const stored = reader.take(size);
  const type = reader.byte();
  const uncompressed = compressions[type];
  if (!uncompressed) throw new RangeError(`A block is compressed in the unknown way ${type}`);
  return { bytes: uncompressed(stored), compressed: type !== 0 };
}

function entriesOf(block: Buffer): readonly Entry[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const reader = new ByteReader(block.subarray(0, block.length - 4 - restarts * 4));
  const entries: Entry[] = [];
  let key: Buffer = Buffer.alloc(0);
  while (!reader.done) {
    const [shared, own, valueBytes] = [reader.varint(), reader.varint(), reader.varint()];
    if (shared > key.length) throw new RangeError('A key shares more than the one before has');
    key = Buffer.concat([key.subarray(0, shared), reader.take(own)]);
    entries.push({ key, value: reader.take(valueBytes) });
  }
  return entries;
}

/** @throws on a file that is not a whole table. */
export function* tableBlocks(file: Buffer): Generator<Block> {
  if (file.length < footerBytes || file.readBigUInt64LE(file.length - 8) !== magic)
    throw new RangeError('The table has no footer');
  const footer = new ByteReader(file.subarray(-footerBytes));
  const meta = blockAt(file, handleFrom(footer));
  const index = blockAt(file, handleFrom(footer));
  const filters = entriesOf(meta.bytes);
  yield { ...meta, entries: filters };
  for (const { value } of filters) yield { ...blockAt(file, handleFrom(new ByteReader(value))), entries: [] };
  const handles = entriesOf(index.bytes);
  yield { ...index, entries: handles };
  for (const { value } of handles) {
    const block = blockAt(file, handleFrom(new ByteReader(value)));
    yield { ...block, entries: entriesOf(block.bytes) };
  }
}
