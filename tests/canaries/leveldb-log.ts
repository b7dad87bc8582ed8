/** LevelDB's log files (`000001.log`, `MANIFEST-000001`), after `doc/log_format.md` of LevelDB. */

import { ByteReader } from './byte-reader.ts';
import type { Entry } from './leveldb-table.ts';

const blockBytes = 32_768;
const headBytes = 7;
const batchHeadBytes = 12;
const types = { full: 1, first: 2, middle: 3, last: 4 } as const;

type Fragment = { readonly type: number; readonly bytes: Buffer };

/** The fragments of records in a file. One that the end of the file cuts off was never written whole, and is left out. */
function* fragments(file: Buffer): Generator<Fragment> {
  for (let start = 0; start < file.length; start += blockBytes) {
    const block = file.subarray(start, start + blockBytes);
    let at = 0;
    while (at + headBytes <= block.length) {
      const length = block.readUInt16LE(at + 4);
      const type = block[at + 6] ?? 0;
      // Space set aside and not written.
      if (type === 0 && length === 0) break;
      if (type < types.full || type > types.last)
        throw new RangeError(`A record of the unknown type ${type}`);
      const end = at + headBytes + length;
      if (end > block.length) {
        if (block.length === blockBytes) throw new RangeError('A record is longer than its block');
        return;
      }
      yield { type, bytes: block.subarray(at + headBytes, end) };
      at = end;
    }
  }
}

/** The records of a log file, put together. @throws on a file that is not a log. */
export function* logRecords(file: Buffer): Generator<Buffer> {
  let parts: Buffer[] = [];
  for (const { type, bytes } of fragments(file)) {
    if (type === types.full || type === types.first) parts = [];
    parts.push(bytes);
    if (type === types.full || type === types.last) yield Buffer.concat(parts);
  }
}

/** What a record of `000001.log` puts in. @throws on a record that is not a write batch. */
export function* batchEntries(record: Buffer): Generator<Entry> {
  const reader = new ByteReader(record, batchHeadBytes);
  while (!reader.done) {
    const type = reader.byte();
    if (type > 1) throw new RangeError(`A write of the unknown type ${type}`);
    const key = reader.sized();
    yield { key, value: type === 1 ? reader.sized() : Buffer.alloc(0) };
  }
}
