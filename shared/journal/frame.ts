/**
 * The payload of a journal frame: the sealed rows of one action or batch, and a sealed trailer that binds them.
 * Guarantees, against a payload that was cut or spliced: decoding is total (a malformed payload is `undefined`, never
 * a wrong row); which rows belong to a frame is proved by the trailer, which only the vault can make.
 *
 * Layout, little endian: "WMF1", trailer, u32 number of rows, then the rows. A row is six strings and byte arrays,
 * each with a u32 length: table, id, rev, keyId, index (JSON), nonce, body.
 */
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
}
export type Sums = Readonly<Record<string, { readonly count: number; readonly sum: string }>>;

export const frameTable = 'frame';
const magic = 0x31464d57;
const utf8 = new TextEncoder();
const text = new TextDecoder('utf-8', { fatal: true });

function parts({ table, row }: FrameRow): readonly Uint8Array[] {
  return [
    utf8.encode(table),
    utf8.encode(row.id),
    utf8.encode(row.rev),
    utf8.encode(row.keyId),
    utf8.encode(JSON.stringify(row.index)),
    row.nonce,
    row.body,
  ];
}

/** The bytes that main keeps, opaque to it. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const all = [{ table: frameTable, row: frame.trailer }, ...frame.rows].map(parts);
  const size = all.flat().reduce((sum, part) => sum + 4 + part.length, 8);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, frame.rows.length, true);
  let at = 8;
  for (const part of all.flat()) {
    view.setUint32(at, part.length, true);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** The frame in `bytes`, or `undefined` if they are not one. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) return undefined;
  const count = view.getUint32(4, true);
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
    const trailer = row();
    const rows: FrameRow[] = [];
    for (let n = 0; n < count; n += 1) rows.push(row());
    return trailer.table === frameTable && at === bytes.length ? { trailer: trailer.row, rows } : undefined;
  } catch {
    return undefined;
  }
}
