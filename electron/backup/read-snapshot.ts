/**
 * Reads snapshots. `verify` says of a whole file that it is as it was written, from its first byte to its last; nothing
 * of a snapshot is used before.
 */
import { crc32 } from 'node:zlib';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import { decodeHeader, type StoredHeader } from '#electron/header/header-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { FileWindow } from '#electron/journal/file-window.ts';
import { FrameIndex } from '#electron/journal/frame-index.ts';
import { type FramePage, readIndexed } from '#electron/journal/frame-reader.ts';
import {
  decodeSegmentHeader,
  type SegmentHeader,
  segmentHeaderBytes,
} from '#electron/journal/segment-format.ts';
import { scanSegment } from '#electron/journal/segment-scan.ts';
import { decodePreamble, type Preamble, preambleBytes } from './snapshot-format.ts';

/** A snapshot of which every byte was found as it was written. */
export interface WholeSnapshot {
  readonly madeAt: number;
  readonly lastSeq: number;
  readonly bytes: number;
  readonly header: StoredHeader;
  readonly segment: SegmentHeader;
  /** Byte at which the segment begins. */
  readonly segmentAt: number;
  readonly index: FrameIndex;
}

/** The number that the segment in a snapshot has. */
export const segmentInSnapshot = 1;

const damaged = (): CodedError => new CodedError('backup.damaged');

/** The same file as if it began at `offset`. */
function beginningAt(file: OpenFile, offset: number): OpenFile {
  return { ...file, read: (into, position) => file.read(into, position + offset) };
}

async function withFile<T>(fs: FileSystem, path: string, use: (file: OpenFile) => Promise<T>): Promise<T> {
  const file = await fs.open(path, 'read');
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

async function readPart(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, await file.read(bytes, position));
}

/** What the first bytes say, if the file has the length that they name; a glance, where `verify` reads everything. */
export function glance(fs: FileSystem, path: string): Promise<Preamble | null> {
  return withFile(fs, path, async (file) => {
    const preamble = decodePreamble(await readPart(file, 0, preambleBytes));
    return preamble && preamble.fileBytes === (await fs.size(path)) ? preamble : null;
  });
}

async function readHeader(file: OpenFile, { headerBytes, headerCrc, fileBytes }: Preamble) {
  if (preambleBytes + headerBytes > fileBytes) throw damaged();
  const bytes = await readPart(file, preambleBytes, headerBytes);
  const header = crc32(bytes) === headerCrc ? decodeHeader(bytes) : null;
  if (!header) throw damaged();
  return header;
}

/**
 * Reads the whole file. @param onBytes hears of every frame, so that a caller can tell slow from dead.
 * @throws CodedError `backup.damaged` if a single byte is not as it was written.
 */
export async function verify(
  fs: FileSystem,
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<WholeSnapshot> {
  const preamble = await glance(fs, path);
  if (!preamble) throw damaged();
  return withFile(fs, path, async (file) => {
    const header = await readHeader(file, preamble);
    const segmentAt = preambleBytes + preamble.headerBytes;
    const end = preamble.fileBytes - segmentAt;
    const window = new FileWindow(beginningAt(file, segmentAt), end);
    const segment = decodeSegmentHeader(await window.at(0, segmentHeaderBytes), segmentInSnapshot);
    if (!segment || (segment.base === 0 && segment.firstSeq !== 1)) throw damaged();
    const { firstSeq, base } = segment;
    const index = new FrameIndex();
    index.beginning = { firstSeq, base };
    const start = { seq: firstSeq - 1, chain: segment.chain, head: null };
    const bounds = { id: segment.id, tail: start, start: segmentHeaderBytes, end, isLast: true };
    const { closed, tail } = await scanSegment(window, bounds, ({ position, seq, bytes }) => {
      index.add(segmentInSnapshot, position, seq, bytes);
      onBytes(bytes);
    });
    if (!closed || tail.seq !== preamble.lastSeq || !tail.chain.equals(preamble.chain)) throw damaged();
    const { madeAt, lastSeq, fileBytes } = preamble;
    return { madeAt, lastSeq, bytes: fileBytes, header, segment, segmentAt, index };
  });
}

/** Frames of a snapshot that was verified. @throws CodedError `backup.damaged` if the file changed since. */
export async function readSnapshot(
  fs: FileSystem,
  path: string,
  { index, segmentAt }: WholeSnapshot,
  fromSeq: number,
  maxBytes: number,
): Promise<FramePage> {
  const openSegment = async () => beginningAt(await fs.open(path, 'read'), segmentAt);
  try {
    return await readIndexed(openSegment, index, fromSeq, maxBytes);
  } catch (error) {
    throw error instanceof CodedError && error.code === 'journal.damaged' ? damaged() : error;
  }
}
