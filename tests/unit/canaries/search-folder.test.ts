import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { compress } from 'snappyjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FolderSearch, searchFolder } from '#tests/canaries/search-folder.ts';
import { bySnappy, madeBatch, madeLog, madeTable } from './made-leveldb.ts';

const text = 'Kranichbrütßelfğ';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), bytes);
}

const search = (): Promise<FolderSearch> => searchFolder(folder, [text]);
const forms = async (): Promise<readonly string[]> => (await search()).found.map(({ form }) => form);

/** A value as Chromium compresses it; what stands before the text lets it be written as copies only. */
const wrappedValue = (): Buffer => {
  const value = Buffer.from(`${text.slice(0, 9)}-${text.slice(9)}-`.repeat(4) + text);
  return Buffer.concat([Buffer.from([1, 0xff, 0x11, 0x02]), compress(value)]);
};

it('looks into files at any depth, and says where', async () => {
  await put('a/b/c/journal.wmj', Buffer.concat([randomBytes(5000), Buffer.from(text), randomBytes(5000)]));
  await put('a/d', randomBytes(5000));
  const { found, files, kinds } = await search();
  expect(found).toEqual([
    { canary: text, file: 'a/b/c/journal.wmj', writing: 'as entered', encoding: 'utf-8', form: 'raw' },
  ]);
  expect({ files, other: kinds.other }).toEqual({ files: 2, other: 2 });
});

it('looks at names of files', async () => {
  await put(`Bescheinigung ${text}.bin`, Buffer.alloc(0));
  expect(await forms()).toEqual(['file-name']);
});

it('says of a PDF that it is one', async () => {
  await put('certificate', Buffer.from('%PDF-1.7\n'));
  expect((await search()).kinds.pdf).toBe(1);
});

it('opens streams, one within the other', async () => {
  const inner = deflateSync(Buffer.from(`${text} ${text}`));
  const outer = gzipSync(Buffer.concat([randomBytes(100), zstdCompressSync(inner)]), { level: 0 });
  await put('nested', Buffer.concat([randomBytes(100), outer, randomBytes(100)]));
  expect(await forms()).toContain('raw > gzip > zstd > deflate');
});

it('opens compressed values in tables, logs and blob files', async () => {
  const value = wrappedValue();
  await put('000005.ldb', madeTable([['key', value]], bySnappy));
  await put('000006.log', madeLog([randomBytesBatch(), madeBatch([['key', value]])]));
  await put('blob/1/00/2', value.subarray(1));
  expect(await forms()).toEqual([
    'leveldb-compressed-block > indexeddb-snappy',
    'leveldb-log > indexeddb-snappy',
    'raw > indexeddb-snappy',
  ]);
});

const randomBytesBatch = (): Buffer => madeBatch([['filler', randomBytes(40_000)]]);

it('finds a key that is stored as the difference to the one before', async () => {
  const value = Buffer.alloc(1);
  await put(
    '000005.ldb',
    madeTable(
      [
        [`${text.slice(0, -1)}A`, value],
        [text, value],
      ],
      bySnappy,
    ),
  );
  expect(await forms()).toEqual(['leveldb-compressed-block > key']);
});

it('finds a text that SQLite split over pages', async () => {
  const database = new DatabaseSync(join(folder, 'History'));
  database.exec('PRAGMA page_size = 512; CREATE TABLE visits (title TEXT)');
  database.prepare('INSERT INTO visits VALUES (?)').run(`${text} `.repeat(200));
  database.close();
  expect(await forms()).toContain('sqlite');
});

it('reports what it cannot read, and searches its bytes all the same', async () => {
  await put('000005.ldb', Buffer.from(`no table ${text}`));
  await put('000006.log', Buffer.alloc(100, `no log ${text}`));
  await put('Cookies', Buffer.from(`SQLite format 3\0${text}`));
  const { found, unreadable } = await search();
  expect(unreadable.map(({ file }) => file)).toEqual(['000005.ldb', '000006.log', 'Cookies']);
  expect(found.map(({ file }) => file)).toEqual(['000005.ldb', '000006.log', 'Cookies']);
});

it('does not follow links', async () => {
  await symlink(tmpdir(), join(folder, 'link'), 'junction');
  expect((await search()).files).toBe(0);
});
