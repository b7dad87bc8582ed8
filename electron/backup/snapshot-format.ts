/**
 * A snapshot is one file: the vault header and a journal from its first frame to a last one (little endian):
 *
 *   0  magic "WMS1"                 4
 *   4  version of this format       4
 *   8  length of the whole file     8
 *  16  made at                      8   milliseconds since 1970
 *  24  last sequence                8
 *  32  length of the vault header   4
 *  36  chain hash of the last frame 16
 *  52  CRC-32 of the vault header   4
 *  56  (zero)                       4
 *  60  CRC-32 of 0 … 59             4
 *  64  vault header, as its file on the disk
 *      one journal segment: its header, the frames, the closing mark
 *
 * There is no second format for frames: what is behind the vault header is a segment of the journal (segment-format.ts,
 * frame-format.ts) and becomes one again when it is restored. Every byte is under a checksum, and the chain binds all
 * frames to their order, so a file that is flipped, cut, doubled or put together from two is noticed without any key.
 * Forgers are found by the seals inside the frames, when the vault is open.
 */
import { crc32 } from 'node:zlib';
import { chainBytes } from '#electron/journal/frame-format.ts';

export const preambleBytes = 64;
const formatVersion = 1;
const magic: Uint8Array = Buffer.from('WMS1', 'latin1');

/** What stands in a snapshot's first 64 bytes. */
export interface Preamble {
  readonly fileBytes: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly lastSeq: number;
  readonly headerBytes: number;
  readonly chain: Buffer;
  readonly headerCrc: number;
}

export function encodePreamble(preamble: Preamble): Buffer {
  const bytes = Buffer.alloc(preambleBytes);
  bytes.set(magic, 0);
  bytes.writeUInt32LE(formatVersion, 4);
  bytes.writeBigUInt64LE(BigInt(preamble.fileBytes), 8);
  bytes.writeBigUInt64LE(BigInt(preamble.madeAt), 16);
  bytes.writeBigUInt64LE(BigInt(preamble.lastSeq), 24);
  bytes.writeUInt32LE(preamble.headerBytes, 32);
  preamble.chain.copy(bytes, 36);
  bytes.writeUInt32LE(preamble.headerCrc, 52);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  return bytes;
}

/** Reads the first 64 bytes; `null` if they are not those of a snapshot, or of one that a newer version made. */
export function decodePreamble(bytes: Buffer): Preamble | null {
  if (bytes.length < preambleBytes || bytes.compare(magic, 0, 4, 0, 4) !== 0) return null;
  if (bytes.readUInt32LE(60) !== crc32(bytes.subarray(0, 60)) || bytes.readUInt32LE(4) !== formatVersion)
    return null;
  return {
    fileBytes: Number(bytes.readBigUInt64LE(8)),
    madeAt: Number(bytes.readBigUInt64LE(16)),
    lastSeq: Number(bytes.readBigUInt64LE(24)),
    headerBytes: bytes.readUInt32LE(32),
    chain: Buffer.from(bytes.subarray(36, 36 + chainBytes)),
    headerCrc: bytes.readUInt32LE(52),
  };
}
