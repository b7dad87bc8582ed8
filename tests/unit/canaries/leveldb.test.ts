import { randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { batchEntries, logRecords } from '#tests/canaries/leveldb-log.ts';
import { tableBlocks } from '#tests/canaries/leveldb-table.ts';
import { bySnappy, madeBatch, madeLog, madeTable, plainly } from './made-leveldb.ts';

const value = Buffer.from('value '.repeat(40));
const pairs = [
  ['person-anna', value],
  ['person-annabel', value],
  ['person-bert', Buffer.alloc(0)],
] as const;

describe('a table', () => {
  it.each([
    ['plain', plainly],
    ['Snappy', bySnappy],
    ['Zstandard', { type: 2, store: (block: Buffer) => zstdCompressSync(block) }],
  ])('gives its keys whole and its values: %s', (_, storing) => {
    const blocks = [...tableBlocks(madeTable(pairs, storing))];
    const entries = blocks.flatMap((block) => block.entries.map(({ key, value }) => [key.toString(), value]));
    for (const pair of pairs) expect(entries).toContainEqual([...pair]);
    expect(blocks.map(({ bytes }) => bytes.toString())).toContain('filter');
    expect(blocks.at(-1)?.compressed).toBe(storing !== plainly);
  });

  it.each([
    ['that is cut off', madeTable(pairs, bySnappy).subarray(0, -1)],
    ['that is empty', Buffer.alloc(0)],
    ['whose blocks are compressed in an unknown way', madeTable(pairs, { ...plainly, type: 9 })],
    ['whose compressed block is damaged', madeTable(pairs, { type: 1, store: (block) => block })],
  ])('is refused %s', (_, file) => {
    expect(() => [...tableBlocks(file)]).toThrow();
  });
});

describe('a log', () => {
  const long = randomBytes(100_000);
  const records = [
    madeBatch([['person-anna', value]]),
    madeBatch([['long', long]]),
    // Leaves fewer than seven bytes in the block, in which no head has room.
    randomBytes(32_768 - ((100_000 + 400) % 32_768)),
    Buffer.alloc(0),
  ];

  it('gives its records whole, over the borders of blocks', () => {
    expect([...logRecords(madeLog(records))]).toEqual(records);
  });

  it('gives what a record puts in', () => {
    const [first, second] = [...logRecords(madeLog(records))];
    expect([...batchEntries(first ?? long)]).toEqual([{ key: Buffer.from('person-anna'), value }]);
    expect([...batchEntries(second ?? long)]).toEqual([{ key: Buffer.from('long'), value: long }]);
  });

  it('gives what is whole when its end was never written', () => {
    const whole = madeLog(records.slice(0, 2));
    expect([...logRecords(whole.subarray(0, -10))]).toEqual(records.slice(0, 1));
    expect([...logRecords(Buffer.concat([whole, Buffer.alloc(5000)]))]).toEqual(records.slice(0, 2));
  });

  it('is refused when it is none', () => {
    expect(() => [...logRecords(Buffer.alloc(100, 'not a log '))]).toThrow();
    expect(() => [...batchEntries(Buffer.alloc(100, 'not a batch '))]).toThrow();
  });
});
