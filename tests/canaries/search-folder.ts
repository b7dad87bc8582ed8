/**
 * Looks for texts in everything that lies in a folder: each file's bytes and name, and what its format hides from a
 * plain search. Guarantees, against a search that finds nothing because it could not read: a file of a known format that
 * does not parse is reported, and each format is counted.
 *
 * Read: LevelDB tables (Snappy and Zstandard blocks, whole keys) and logs (records across blocks), IndexedDB values that
 * are compressed a second time, blob files, SQLite rows, bodies in Chromium's simple cache (Brotli), and streams of gzip,
 * zlib and Zstandard anywhere, one within the other. Not read: what is encrypted (Chromium's `Sessions_Encrypted`, cookie
 * values), Brotli outside of the simple cache, shared-dictionary compression, glyphs in a PDF (so a PDF is reported as
 * such), deleted SQLite rows that are split over pages, swapped-out memory.
 */

import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { byteFinder } from './byte-finder.ts';
import { type Written, writtenForms } from './canaries.ts';
import {
  brotliBody,
  compressedStreams,
  isSimpleCacheEntry,
  type Part,
  unwrapValue,
} from './compressed-parts.ts';
import { batchEntries, logRecords } from './leveldb-log.ts';
import { tableBlocks } from './leveldb-table.ts';
import { isSqlite, sqliteCells } from './sqlite-cells.ts';

/** A text that was found. */
export type Finding = {
  readonly canary: string;
  /** Relative to the folder, with `/`. */
  readonly file: string;
  readonly writing: string;
  readonly encoding: string;
  /** How the bytes were come by: `raw`, `file-name`, or the steps, joined by ` > `. */
  readonly form: string;
};

/** What a file was read as. */
const fileKinds = ['leveldb-table', 'leveldb-log', 'sqlite', 'simple-cache', 'pdf', 'other'] as const;
type FileKind = (typeof fileKinds)[number];

/** What a search came to. */
export type FolderSearch = {
  readonly found: readonly Finding[];
  readonly files: number;
  readonly kinds: Readonly<Record<FileKind, number>>;
  /** LevelDB blocks and log records that were read. */
  readonly blocks: number;
  /** Bytes looked through, each form of them counted. */
  readonly bytes: number;
  /** Files that could not be read, or not as the kind that they are; their raw bytes were searched where there are any. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
};

const deepest = 3;
const namedLog = /^\d{6,}\.log$/;
const namedManifest = /^MANIFEST-\d{6,}$/;
const namedTable = /^\d{6,}\.(ldb|sst)$/;

function kindOf(name: string, bytes: Buffer): FileKind {
  if (namedTable.test(name)) return 'leveldb-table';
  if (namedLog.test(name) || namedManifest.test(name)) return 'leveldb-log';
  if (isSqlite(bytes)) return 'sqlite';
  if (isSimpleCacheEntry(bytes)) return 'simple-cache';
  return bytes.subarray(0, 1024).includes('%PDF-') ? 'pdf' : 'other';
}

class Search {
  readonly #find: (bytes: Buffer) => ReadonlySet<Written>;
  readonly #found = new Map<string, Finding>();
  readonly #unreadable: { file: string; reason: string }[] = [];
  readonly #kinds = Object.fromEntries(fileKinds.map((kind) => [kind, 0])) as Record<FileKind, number>;
  #files = 0;
  #blocks = 0;
  #bytes = 0;

  constructor(texts: readonly string[]) {
    this.#find = byteFinder(texts.flatMap(writtenForms));
  }

  get result(): FolderSearch {
    return {
      found: [...this.#found.values()],
      files: this.#files,
      kinds: this.#kinds,
      blocks: this.#blocks,
      bytes: this.#bytes,
      unreadable: this.#unreadable,
    };
  }

  unreadable(file: string, error: unknown): void {
    this.#unreadable.push({ file, reason: error instanceof Error ? error.message : String(error) });
  }

  /** Looks through bytes and everything that lies compressed in them. */
  #look(file: string, { form, bytes }: Part, depth = 0): void {
    this.#bytes += bytes.length;
    for (const { canary, writing, encoding } of this.#find(bytes)) {
      const finding = { canary, file, writing, encoding, form };
      this.#found.set(JSON.stringify(finding), finding);
    }
    if (depth === deepest) return;
    for (const part of compressedStreams(bytes))
      this.#look(file, { form: `${form} > ${part.form}`, bytes: part.bytes }, depth + 1);
  }

  #lookIntoValue(file: string, form: string, value: Buffer): void {
    const part = unwrapValue(value);
    if (part) this.#look(file, { form: `${form} > ${part.form}`, bytes: part.bytes }, 1);
  }

  #lookIntoTable(file: string, bytes: Buffer): void {
    for (const block of tableBlocks(bytes)) {
      this.#blocks += 1;
      const form = block.compressed ? 'leveldb-compressed-block' : 'leveldb-block';
      this.#look(file, { form, bytes: block.bytes });
      for (const { key, value } of block.entries) {
        this.#look(file, { form: `${form} > key`, bytes: key }, deepest);
        this.#lookIntoValue(file, form, value);
      }
    }
  }

  #lookIntoLog(file: string, bytes: Buffer, holdsBatches: boolean): void {
    for (const record of logRecords(bytes)) {
      this.#blocks += 1;
      this.#look(file, { form: 'leveldb-log', bytes: record });
      if (!holdsBatches) continue;
      for (const { value } of batchEntries(record)) this.#lookIntoValue(file, 'leveldb-log', value);
    }
  }

  async #lookIntoFile(path: string, file: string, bytes: Buffer): Promise<void> {
    const name = basename(path);
    const kind = kindOf(name, bytes);
    this.#kinds[kind] += 1;
    switch (kind) {
      case 'leveldb-table':
        return this.#lookIntoTable(file, bytes);
      case 'leveldb-log':
        return this.#lookIntoLog(file, bytes, namedLog.test(name));
      case 'sqlite':
        for (const cell of await sqliteCells(path)) this.#look(file, { form: 'sqlite', bytes: cell });
        return;
      case 'simple-cache': {
        const body = brotliBody(bytes);
        if (body) this.#look(file, body);
        return;
      }
      case 'pdf':
      case 'other':
        return this.#lookIntoValue(file, 'raw', bytes);
    }
  }

  /** Looks through the file at `path` and its name. */
  async file(path: string, file: string): Promise<void> {
    this.#files += 1;
    this.#look(file, { form: 'file-name', bytes: Buffer.from(file) }, deepest);
    try {
      const bytes = await readFile(path);
      this.#look(file, { form: 'raw', bytes });
      await this.#lookIntoFile(path, file, bytes);
    } catch (error) {
      this.unreadable(file, error);
    }
  }
}

/** Regular files below `folder`. Links are not followed: what they lead to is not the folder's. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const name of (await readdir(folder)).toSorted()) {
    const path = join(folder, name);
    const entry = await lstat(path);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/**
 * Looks for `texts` in everything below `folder`, which nobody should be writing to meanwhile.
 * @param texts each of at least 8 letters; see `writtenForms` for what is looked for.
 * @throws where `folder` cannot be listed.
 */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<FolderSearch> {
  const search = new Search(texts);
  for await (const path of filesBelow(folder))
    await search.file(path, relative(folder, path).split(sep).join('/'));
  return search.result;
}
