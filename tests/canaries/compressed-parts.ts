/** What lies compressed within some bytes: IndexedDB's values, bodies in caches, streams in documents. */

import { brotliDecompressSync, constants, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { uncompress } from 'snappyjs';

/** Bytes and how they were come by. */
export type Part = { readonly form: string; readonly bytes: Buffer };

const longest = 268_435_456;
const valueMark = Buffer.from([0xff, 0x11, 0x02]);
const simpleCacheMagic = Buffer.from('305c72a71b6dfbfc', 'hex');
const simpleCacheEnd = Buffer.from('d8410d97456ffaf4', 'hex');
const simpleCacheHeadBytes = 24;

/**
 * An IndexedDB value that Chromium compressed before it gave it to LevelDB (`idb_value_wrapping.cc`: the version's
 * varint unless the value lies in a blob file, FF 11 02, Snappy). `undefined` if the bytes are none.
 */
export function unwrapValue(value: Buffer): Part | undefined {
  const at = value.subarray(0, 16).indexOf(valueMark);
  if (at === -1) return undefined;
  try {
    const bytes = uncompress(value.subarray(at + valueMark.length), longest);
    return { form: 'indexeddb-snappy', bytes: Buffer.from(bytes) };
  } catch {
    // Three bytes that happen to be the mark.
    return undefined;
  }
}

type Magic = { readonly form: string; readonly magic: Buffer; readonly open: (bytes: Buffer) => Buffer };

/** What is cut off gives what there is of it. */
const cut = { maxOutputLength: longest, finishFlush: constants.Z_SYNC_FLUSH };
const inflate = (bytes: Buffer): Buffer => inflateSync(bytes, cut);

/** Where the deflated bytes of a gzip member begin (RFC 1952, 2.3). */
function gzipHeadEnd(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  if (flags & 8) at = bytes.indexOf(0, at) + 1;
  if (flags & 16) at = bytes.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** Node's own `gunzip` refuses a member that other bytes follow, as in a cache entry. */
const gunzip = (bytes: Buffer): Buffer => inflateRawSync(bytes.subarray(gzipHeadEnd(bytes)), cut);

const magics: readonly Magic[] = [
  { form: 'gzip', magic: Buffer.from('1f8b08', 'hex'), open: gunzip },
  ...['7801', '785e', '789c', '78da'].map((hex) => ({
    form: 'deflate',
    magic: Buffer.from(hex, 'hex'),
    open: inflate,
  })),
  {
    form: 'zstd',
    magic: Buffer.from('28b52ffd', 'hex'),
    open: (bytes) =>
      zstdDecompressSync(bytes, { maxOutputLength: longest, finishFlush: constants.ZSTD_e_flush }),
  },
];

function* streamsOf(bytes: Buffer, { form, magic, open }: Magic): Generator<Part> {
  for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) {
    try {
      const opened = open(bytes.subarray(at));
      if (opened.length > 0) yield { form, bytes: opened };
    } catch {
      // The magic is two to four bytes, so most of its finds in sealed rows are chance.
    }
  }
}

/** Whether a file is an entry of Chromium's "simple" cache, which also holds the Cache API's and compiled code. */
export const isSimpleCacheEntry = (file: Buffer): boolean =>
  file.subarray(0, simpleCacheMagic.length).equals(simpleCacheMagic);

/** Brotli has no magic: its body is known by the entry's headers. @throws on a body that does not open. */
export function brotliBody(entry: Buffer): Part | undefined {
  if (!/content-encoding:\s*br\b/i.test(entry.toString('latin1'))) return undefined;
  const keyBytes = entry.readUInt32LE(12);
  const body = entry.subarray(simpleCacheHeadBytes + keyBytes, entry.indexOf(simpleCacheEnd));
  return { form: 'brotli', bytes: brotliDecompressSync(body, { maxOutputLength: longest }) };
}

/** Everything in `bytes` that begins with the magic of gzip, zlib or Zstandard and opens. */
export function* compressedStreams(bytes: Buffer): Generator<Part> {
  for (const magic of magics) yield* streamsOf(bytes, magic);
}
