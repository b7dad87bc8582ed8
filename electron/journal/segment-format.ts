/**
 * The journal's files: `000001.wmj`, `000002.wmj` … Each begins with a header of 64 bytes that is fsync'd, name
 * included, before the first frame follows (little endian):
 *
 *   0  magic "WMJ1"            4
 *   4  number of the segment   4   as in its name
 *   8  segment id              8   random, repeated in each of its frames
 *  16  number of the previous  4   0: none
 *  20  end of the previous     4   its frames count up to this byte and no further
 *  24  first sequence          8
 *  32  chain hash before it   16
 *  48  base                    8   0: none
 *  56  (zero)                  4
 *  60  CRC-32 of 0 … 59        4
 *
 * A compacted journal begins with a segment that has a base: its frames up to that sequence are together what all
 * frames up to it had left, and older files count no more. It has no previous segment, and its first sequence is any.
 *
 * "End of the previous" is how a torn or failed write is cut off: nothing is truncated or deleted, the bytes stay
 * where they are as evidence and the next segment says that they don't count.
 */
import { crc32 } from 'node:zlib';
import { chainBytes, segmentIdBytes } from './frame-format.ts';

export const segmentHeaderBytes = 64;
/** Segments are rotated when the next frame would pass this size. */
export const defaultSegmentBytes = 33_554_432;

const magic: Uint8Array = Buffer.from('WMJ1', 'latin1');
const namePattern = /^(\d{6,9})\.wmj$/;

/** A compacted journal until it takes a segment's name. Each has a name of its own: a late rename hits no other. */
export const compactedName = (id: Buffer): string => `compacted-${id.toString('hex')}`;
/** Whether a file is a compacted journal on its way, finished or not. */
export const isCompacted = (name: string): boolean => name.startsWith('compacted-');

export interface SegmentHeader {
  readonly number: number;
  readonly id: Buffer;
  readonly previous: number;
  readonly previousEnd: number;
  readonly firstSeq: number;
  readonly chain: Buffer;
  /** The last sequence of the base with which a compacted journal begins; 0: none. */
  readonly base: number;
}

export const segmentName = (number: number): string => `${String(number).padStart(6, '0')}.wmj`;

/** The number in a segment's file name; `null` for another file. */
export function segmentNumber(name: string): number | null {
  const digits = namePattern.exec(name)?.[1];
  const number = Number(digits);
  return digits !== undefined && number > 0 && segmentName(number) === name ? number : null;
}

export function encodeSegmentHeader(header: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(segmentHeaderBytes);
  bytes.set(magic, 0);
  bytes.writeUInt32LE(header.number, 4);
  header.id.copy(bytes, 8);
  bytes.writeUInt32LE(header.previous, 16);
  bytes.writeUInt32LE(header.previousEnd, 20);
  bytes.writeBigUInt64LE(BigInt(header.firstSeq), 24);
  header.chain.copy(bytes, 32);
  bytes.writeBigUInt64LE(BigInt(header.base), 48);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  return bytes;
}

/** Reads the header of the segment with this number; `null` if it is not whole or belongs to another. */
export function decodeSegmentHeader(bytes: Buffer, number: number): SegmentHeader | null {
  if (bytes.length < segmentHeaderBytes || bytes.compare(magic, 0, 4, 0, 4) !== 0) return null;
  if (bytes.readUInt32LE(60) !== crc32(bytes.subarray(0, 60)) || bytes.readUInt32LE(4) !== number)
    return null;
  return {
    number,
    id: Buffer.from(bytes.subarray(8, 8 + segmentIdBytes)),
    previous: bytes.readUInt32LE(16),
    previousEnd: bytes.readUInt32LE(20),
    firstSeq: Number(bytes.readBigUInt64LE(24)),
    chain: Buffer.from(bytes.subarray(32, 32 + chainBytes)),
    base: Number(bytes.readBigUInt64LE(48)),
  };
}
