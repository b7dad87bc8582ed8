/**
 * Bytes of a foreign file to rows of text. Guarantees, against damaged and hostile files: bounded by size and number
 * of rows, never runs anything the file holds, and answers with a reason instead of throwing.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RawRow } from '#shared/domain/roster/table.ts';
import { type Delimiter, detectDelimiter, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { decodeText, detectEncoding, type Encoding } from './text-encoding.ts';

export const mostBytes = 50 * 1024 * 1024;
export const mostRows = 100_000;

/** What staff chose instead of what was detected. */
export interface ReadOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
}

export type FileFacts =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'xlsx'; readonly sheets: readonly string[]; readonly sheet: string };

export interface ReadFile {
  readonly facts: FileFacts;
  readonly rows: readonly RawRow[];
}

/** `old-workbook`: an .xls file, or a workbook with a password; `other-kind`: no table at all. */
export type ReadFailure =
  | 'too-large'
  | 'too-many-rows'
  | 'empty'
  | 'old-workbook'
  | 'other-kind'
  | 'unreadable';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Reads a roster file. Needs a worker for workbooks. */
export async function readTable(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Result<ReadFile, ReadFailure>> {
  if (bytes.length > mostBytes) return err('too-large');
  if (bytes.length === 0) return err('empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err('old-workbook');
  if (
    startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)
  ) {
    return err('other-kind');
  }
  try {
    const file = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
      ? await workbook(bytes, options)
      : csv(bytes, options);
    if (file.rows.length > mostRows) return err('too-many-rows');
    return file.rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')) ? ok(file) : err('empty');
  } catch {
    return err('unreadable');
  }
}

async function workbook(bytes: Uint8Array, { sheet }: ReadOptions): Promise<ReadFile> {
  const { rows, ...facts } = await readXlsx(bytes, sheet);
  return { facts: { kind: 'xlsx', ...facts }, rows };
}

function csv(bytes: Uint8Array, options: ReadOptions): ReadFile {
  const encoding = options.encoding ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const delimiter = options.delimiter ?? detectDelimiter(text);
  return { facts: { kind: 'csv', encoding, delimiter }, rows: readCsv(text, delimiter) };
}
