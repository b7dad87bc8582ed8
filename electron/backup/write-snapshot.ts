/**
 * Makes, copies and unpacks snapshots. Guarantees, against a crash, a power cut, a full or dead disk at any moment: a
 * file under a snapshot's name was fsync'd and read back whole before it got that name, no file is ever replaced, and
 * the journal is only read.
 */
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { type GrowingFile, writeChecked } from '#electron/disk/growing-file.ts';
import { makeDurableDirectory } from '#electron/disk/write-whole-file.ts';
import { encodeHeader, type StoredHeader } from '#electron/header/header-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { chainStart, encodeClosingMark, segmentIdBytes } from '#electron/journal/frame-format.ts';
import type { FrameIndex } from '#electron/journal/frame-index.ts';
import { readFrames } from '#electron/journal/frame-reader.ts';
import { recover } from '#electron/journal/recovery.ts';
import { encodeSegmentHeader, segmentHeaderBytes, segmentName } from '#electron/journal/segment-format.ts';
import type { Tail } from '#electron/journal/segment-scan.ts';
import { encodeFrames } from '#electron/journal/segment-writer.ts';
import { segmentInSnapshot, verify, type WholeSnapshot } from './read-snapshot.ts';
import { encodePreamble, preambleBytes } from './snapshot-format.ts';
import { snapshotName } from './snapshot-name.ts';

/** What a snapshot is made of. */
export interface SnapshotSource {
  readonly journal: string;
  /** Everything up to this frame was acknowledged before; later frames are left out. */
  readonly lastSeq: number;
  /** Read after `lastSeq` was: it has the keys of every frame up to there. */
  readonly header: StoredHeader;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** Where a snapshot lies, and what was read back of it. */
export interface MadeSnapshot {
  readonly name: string;
  readonly whole: WholeSnapshot;
}

type OnBytes = (bytes: number) => void;

const atOnceBytes = 4_194_304;

/** The frames of a journal that main may be writing to: what lies behind `lastSeq` is not looked at. */
async function indexUpTo(fs: FileSystem, { journal, lastSeq }: SnapshotSource): Promise<FrameIndex> {
  const { index, damagedAfterSeq } = await recover(fs, journal);
  if (index.lastSeq < lastSeq || (damagedAfterSeq !== null && damagedAfterSeq < lastSeq))
    throw new CodedError('journal.damaged');
  return index;
}

async function appendSegment(
  fs: FileSystem,
  source: SnapshotSource,
  file: GrowingFile,
  onBytes: OnBytes,
): Promise<Tail> {
  const { journal, lastSeq } = source;
  const index = await indexUpTo(fs, source);
  const id = randomBytes(segmentIdBytes);
  const segmentAt = file.position;
  const number = segmentInSnapshot;
  const { firstSeq, base } = index.beginning;
  let tail: Tail = { seq: firstSeq - 1, chain: chainStart, head: null };
  await file.append(
    encodeSegmentHeader({ number, id, previous: 0, previousEnd: 0, firstSeq, chain: tail.chain, base }),
  );
  while (tail.seq < lastSeq) {
    const { frames } = await readFrames(fs, journal, index, tail.seq + 1, atOnceBytes);
    const { bytes, tail: last } = encodeFrames(
      frames.filter(({ seq }) => seq <= lastSeq),
      { id, syncedUpTo: file.position - segmentAt, whole: true },
      tail,
    );
    await file.append(bytes);
    onBytes(bytes.length);
    tail = last;
  }
  const syncedUpTo = file.position - segmentAt;
  const mark = { payloadBytes: 0, seq: tail.seq, syncedUpTo, segmentId: id, previousChain: tail.chain };
  await file.append(encodeClosingMark(mark));
  return tail;
}

/** The first name that no file has: a file is never replaced, not even by one of the same second. */
async function freeName(
  fs: FileSystem,
  folder: string,
  facility: string,
  { madeAt, lastSeq }: SnapshotSource,
): Promise<string> {
  const taken = new Set(await fs.list(folder));
  for (let second = Math.floor(madeAt / 1000); ; second++) {
    const name = snapshotName({ facility, madeAt: second * 1000, lastSeq });
    if (!taken.has(name)) return name;
  }
}

/** Makes a snapshot in `folder`. @throws CodedError `journal.damaged`, `backup.damaged`, `disk.…` */
export async function makeSnapshot(
  fs: FileSystem,
  folder: string,
  facility: string,
  source: SnapshotSource,
  onBytes: OnBytes = () => undefined,
): Promise<MadeSnapshot> {
  await makeDurableDirectory(fs, folder);
  const name = await freeName(fs, folder, facility, source);
  const header = encodeHeader(source.header);
  const fill = async (file: GrowingFile): Promise<void> => {
    await file.append(Buffer.alloc(preambleBytes));
    await file.append(header);
    const { chain, seq } = await appendSegment(fs, source, file, onBytes);
    const preamble = {
      fileBytes: file.position,
      madeAt: source.madeAt,
      lastSeq: seq,
      headerBytes: header.length,
      chain,
      headerCrc: crc32(header),
    };
    await file.put(encodePreamble(preamble), 0);
  };
  const whole = await writeChecked(fs, join(folder, name), fill, (path) => verify(fs, path, onBytes));
  return { name, whole };
}

async function appendPart(
  fs: FileSystem,
  from: string,
  part: { readonly start: number; readonly end: number },
  file: GrowingFile,
  onBytes: OnBytes,
): Promise<void> {
  const source = await fs.open(from, 'read');
  try {
    for (let at = part.start; at < part.end; ) {
      const chunk = Buffer.alloc(Math.min(atOnceBytes, part.end - at));
      const read = await source.read(chunk, at);
      if (read === 0) throw new CodedError('backup.damaged');
      await file.append(chunk.subarray(0, read));
      onBytes(read);
      at += read;
    }
  } finally {
    await source.close();
  }
}

/** Copies a snapshot under its own name into another folder. One that is there already is verified instead. */
export async function copySnapshot(
  fs: FileSystem,
  from: string,
  folder: string,
  onBytes: OnBytes = () => undefined,
): Promise<MadeSnapshot> {
  const name = basename(from);
  const path = join(folder, name);
  if ((await fs.list(folder)).includes(name)) return { name, whole: await verify(fs, path, onBytes) };
  const part = { start: 0, end: await fs.size(from) };
  const fill = (file: GrowingFile): Promise<void> => appendPart(fs, from, part, file, onBytes);
  return { name, whole: await writeChecked(fs, path, fill, (written) => verify(fs, written, onBytes)) };
}

/**
 * Makes the journal in a snapshot a segment again: the file of that `number` in `folder`, which must be empty of
 * segments. The snapshot is verified first, the segment read back as a journal afterwards.
 */
export async function unpackSnapshot(
  fs: FileSystem,
  path: string,
  folder: string,
  number: number,
  onBytes: OnBytes = () => undefined,
): Promise<WholeSnapshot> {
  const whole = await verify(fs, path, onBytes);
  await makeDurableDirectory(fs, folder);
  const part = { start: whole.segmentAt + segmentHeaderBytes, end: whole.bytes };
  const target = join(folder, segmentName(number));
  await fs.remove(target);
  const fill = async (file: GrowingFile): Promise<void> => {
    await file.append(encodeSegmentHeader({ ...whole.segment, number }));
    await appendPart(fs, path, part, file, onBytes);
  };
  await writeChecked(fs, target, fill, async () => undefined);
  const { condition, tail } = await recover(fs, folder);
  if (condition !== 'clean' || tail.seq !== whole.lastSeq) throw new CodedError('backup.damaged');
  return whole;
}
