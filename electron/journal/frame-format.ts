/**
 * The bytes of one frame in the operation journal (little endian):
 *
 *   0  magic "WMF1"            4
 *   4  payload length          4
 *   8  sequence                8   1, 2, 3 … over all segments
 *  16  synced up to            4   end of what was fsync'd in this segment when the frame was written
 *  20  segment id              8   random; bytes left over from another file are not taken for frames
 *  28  previous chain hash    16
 *  44  CRC-32 of 0 … 43        4
 *  48  payload
 *      CRC-32 of header and payload  4
 *
 * The chain hash of a frame is SHA-256, cut to 16 bytes, of header and payload, so each frame vouches for all before
 * it: a frame that is cut, flipped, doubled, removed or moved is noticed. This guards against a failing disk and
 * software, not against a forger: what is authentic is decided by the seals inside the payload.
 *
 * "Synced up to" tells a torn write from damage: frames written after the last fsync were never acknowledged, and any
 * part of them may be missing after a crash; a frame that names a later position proves that what lies before that
 * position had been on the disk.
 *
 * When the journal is closed in order, a closing mark follows the last frame: a head with magic "WMC1" and no payload,
 * whose "synced up to" is its own position. The next frame is written over it.
 */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export const headBytes = 48;
const checksumBytes = 4;
export const chainBytes = 16;
export const segmentIdBytes = 8;
export const frameMagic: Buffer = Buffer.from('WMF1', 'latin1');
const closingMagic: Buffer = Buffer.from('WMC1', 'latin1');

/** Longest payload, as the contract says. */
export const maxPayloadBytes = 33_554_432;

/** What stands in a frame's first 48 bytes. */
export interface FrameHead {
  readonly payloadBytes: number;
  readonly seq: number;
  readonly syncedUpTo: number;
  readonly segmentId: Buffer;
  readonly previousChain: Buffer;
}

/** Bytes that a frame of this payload takes in the segment. */
export const frameBytes = (payloadBytes: number): number => headBytes + payloadBytes + checksumBytes;

function encode(magic: Buffer, head: FrameHead): Buffer {
  const bytes = Buffer.alloc(headBytes);
  magic.copy(bytes);
  bytes.writeUInt32LE(head.payloadBytes, 4);
  bytes.writeBigUInt64LE(BigInt(head.seq), 8);
  bytes.writeUInt32LE(head.syncedUpTo, 16);
  head.segmentId.copy(bytes, 20);
  head.previousChain.copy(bytes, 28);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 44)), 44);
  return bytes;
}

function decode(magic: Buffer, bytes: Buffer): FrameHead | null {
  if (bytes.length < headBytes || bytes.compare(magic, 0, 4, 0, 4) !== 0) return null;
  if (bytes.readUInt32LE(44) !== crc32(bytes.subarray(0, 44))) return null;
  const payloadBytes = bytes.readUInt32LE(4);
  const seq = Number(bytes.readBigUInt64LE(8));
  if (payloadBytes > maxPayloadBytes || !Number.isSafeInteger(seq)) return null;
  return {
    payloadBytes,
    seq,
    syncedUpTo: bytes.readUInt32LE(16),
    segmentId: Buffer.from(bytes.subarray(20, 28)),
    previousChain: Buffer.from(bytes.subarray(28, 44)),
  };
}

/** Writes the first 48 bytes of a frame. */
export const encodeHead = (head: FrameHead): Buffer => encode(frameMagic, head);

/** Reads the first 48 bytes of a frame; `null` if they are none. */
export const decodeHead = (bytes: Buffer): FrameHead | null => decode(frameMagic, bytes);

/** Writes a closing mark: `seq` and `previousChain` are the last frame's, `payloadBytes` is 0. */
export const encodeClosingMark = (mark: FrameHead): Buffer => encode(closingMagic, mark);

/** Reads a closing mark; `null` if the bytes are none. */
export const decodeClosingMark = (bytes: Buffer): FrameHead | null => decode(closingMagic, bytes);

/** The last four bytes of a frame. */
export function encodeChecksum(head: Buffer, payload: Uint8Array): Buffer {
  const bytes = Buffer.alloc(checksumBytes);
  bytes.writeUInt32LE(crc32(payload, crc32(head)), 0);
  return bytes;
}

/** Whether a whole frame's bytes are as they were written. */
export function checksumHolds(frame: Buffer): boolean {
  const end = frame.length - checksumBytes;
  return frame.readUInt32LE(end) === crc32(frame.subarray(0, end));
}

/** The payload of a whole frame, as a view. */
export const payloadOf = (frame: Buffer): Buffer => frame.subarray(headBytes, frame.length - checksumBytes);

/** Chain hash of a frame of which all bytes are at hand. */
export function chainOfFrame(frame: Buffer): Buffer {
  return hash('sha256', frame.subarray(0, frame.length - checksumBytes), 'buffer').subarray(0, chainBytes);
}

/** What comes before the first frame of the first segment. */
export const chainStart: Buffer = Buffer.alloc(chainBytes);
