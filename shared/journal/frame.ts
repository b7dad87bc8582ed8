/**
 * The payload of a journal frame: the sealed rows of one action or batch, and a sealed trailer that binds them.
 * Guarantees, against a payload that was cut or spliced: decoding is total (a malformed payload is `undefined`, never
 * a wrong row); which rows belong to a frame is proved by the trailer, which only the vault can make.
 *
 * Layout, little endian: "WMF1", u32 number of rows, trailer, then the rows. A row is seven strings and byte arrays,
 * each with a u32 length: table, id, rev, keyId, index (JSON), nonce, body.
 *
 * A page ("WMP1", u32 number of rows, the rows) has no trailer: a compacted journal begins with pages that hold what
 * older frames left. They are proved by the first frame behind them, whose trailer counts all rows.
 */
import type { ChainHeads } from '#shared/domain/audit/chain.ts';
import type { RowIndex, SealedRow } from '#shared/ports/sealing.ts';

export interface FrameRow {
  readonly table: string;
  readonly row: SealedRow;
}

export interface Frame {
  /** Sealed in table `frame` under the id of its sequence; holds `FrameTrailer` as JSON. */
  readonly trailer: SealedRow;
  readonly rows: readonly FrameRow[];
}

/** What the trailer says, sealed. */
export interface FrameTrailer {
  readonly seq: number;
  /** Sum of the digests of the frame's rows, modulo 2^128, in hex. */
  readonly rowsDigest: string;
  /** Per table: number of rows and sum of digests after this frame, modulo 2^128, in hex. */
  readonly sums: Sums;
  /** Where the audit chains end after this frame. Frames from before entries were linked have none. */
  readonly heads?: ChainHeads;
}
export type Sums = Readonly<Record<string, { readonly count: number; readonly sum: string }>>;

export const frameTable = 'frame';
const frameMagic = 0x31464d57;
const pageMagic = 0x31504d57;
const utf8 = new TextEncoder();
const text = new TextDecoder('utf-8', { fatal: true });

type Part = string | Uint8Array;

function parts({ table, row }: FrameRow): readonly Part[] {
  return [table, row.id, row.rev, row.keyId, JSON.stringify(row.index), row.nonce, row.body];
}

/** Bytes that a part takes at most: UTF-8 needs up to three for a UTF-16 unit. */
const most = (part: Part): number => 4 + (typeof part === 'string' ? part.length * 3 : part.length);

/** Bytes that a row takes at most in a frame or a page. */
export const mostRowBytes = (row: FrameRow): number => parts(row).reduce((sum, part) => sum + most(part), 0);

function encodeRows(magic: number, count: number, rows: readonly FrameRow[]): Uint8Array<ArrayBuffer> {
  const all = rows.flatMap(parts);
  // Written in place and cut at the end: an array for each part would cost more than the sealing.
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + most(part), 8));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, count, true);
  let at = 8;
  for (const part of all) {
    const start = at + 4;
    let length = part.length;
    if (typeof part === 'string') length = utf8.encodeInto(part, bytes.subarray(start)).written;
    else bytes.set(part, start);
    view.setUint32(at, length, true);
    at = start + length;
  }
  return bytes.slice(0, at);
}

/** The bytes that main keeps. */
export const encodeFrame = ({ trailer, rows }: Frame): Uint8Array<ArrayBuffer> =>
  encodeRows(frameMagic, rows.length, [{ table: frameTable, row: trailer }, ...rows]);

/** Rows that older frames left, as bytes. */
export const encodePage = (rows: readonly FrameRow[]): Uint8Array<ArrayBuffer> =>
  encodeRows(pageMagic, rows.length, rows);

/** The rows in `bytes`, `more` of them than the count says; `undefined` if they are not what they should be. */
function decodeRows(bytes: Uint8Array, magic: number, more: number): readonly FrameRow[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) return undefined;
  const count = view.getUint32(4, true) + more;
  let at = 8;
  const part = (): Uint8Array => {
    if (at + 4 > bytes.length) throw new RangeError();
    const length = view.getUint32(at, true);
    if (at + 4 + length > bytes.length) throw new RangeError();
    const slice = bytes.slice(at + 4, at + 4 + length);
    at += 4 + length;
    return slice;
  };
  const row = (): FrameRow => {
    const [table, id, rev, keyId] = [
      text.decode(part()),
      text.decode(part()),
      text.decode(part()),
      text.decode(part()),
    ];
    const index = JSON.parse(text.decode(part())) as RowIndex;
    return { table, row: { id, rev, keyId, index, nonce: part(), body: part() } };
  };
  try {
    const rows: FrameRow[] = [];
    for (let n = 0; n < count; n += 1) rows.push(row());
    return at === bytes.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** The frame in `bytes`, or `undefined` if they are not one. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  const [trailer, ...rows] = decodeRows(bytes, frameMagic, 1) ?? [];
  return trailer?.table === frameTable ? { trailer: trailer.row, rows } : undefined;
}

/** The rows of a page, or `undefined` if the bytes are none. */
export const decodePage = (bytes: Uint8Array): readonly FrameRow[] | undefined =>
  decodeRows(bytes, pageMagic, 0);

/** The rows of a frame or a page, or `undefined` if the bytes are neither. */
export const rowsIn = (bytes: Uint8Array): readonly FrameRow[] | undefined =>
  decodePage(bytes) ?? decodeFrame(bytes)?.rows;
