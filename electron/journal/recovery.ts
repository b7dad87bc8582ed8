/**
 * Opens the journal's folder after anything may have happened: a crash, a power cut, a failing disk, a deleted file.
 * Guarantees that every frame that was ever acknowledged is either in the index or reported as damage, and changes
 * nothing in the files: evidence stays.
 */
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { FileWindow } from './file-window.ts';
import { chainStart } from './frame-format.ts';
import { FrameIndex } from './frame-index.ts';
import {
  decodeSegmentHeader,
  type SegmentHeader,
  segmentHeaderBytes,
  segmentName,
  segmentNumber,
} from './segment-format.ts';
import { type FramePlace, framesBehind, type SegmentScan, scanSegment, type Tail } from './segment-scan.ts';

/** The segment that holds the last good frame, or is ready for the next one. */
export interface LastSegment {
  readonly number: number;
  readonly id: Buffer;
  /** Byte behind its last good frame. */
  readonly end: number;
  /** From here to `end` the bytes may be in the system's memory only. */
  readonly unsyncedFrom: number;
  /** False: something that doesn't count lies behind `end`; the next frame goes into a new segment. */
  readonly continuable: boolean;
}

export interface Recovered {
  readonly index: FrameIndex;
  readonly condition: 'clean' | 'torn-tail' | 'damaged';
  /** The last good frame before the first damage; `null` without damage. */
  readonly damagedAfterSeq: number | null;
  readonly tail: Tail;
  readonly last: LastSegment | null;
  /** Higher than that of any file there is. */
  readonly nextNumber: number;
  /** Bytes of all segments that count. */
  readonly bytes: number;
}

interface SegmentFile {
  readonly number: number;
  readonly path: string;
  readonly size: number;
  readonly header: SegmentHeader | null;
}

async function withWindow<T>(
  fs: FileSystem,
  path: string,
  end: number,
  action: (window: FileWindow) => Promise<T>,
): Promise<T> {
  const file = await fs.open(path, 'read');
  try {
    return await action(new FileWindow(file, end));
  } finally {
    await file.close();
  }
}

async function describe(fs: FileSystem, directory: string, number: number): Promise<SegmentFile> {
  const path = join(directory, segmentName(number));
  const size = await fs.size(path);
  const header = await withWindow(fs, path, Math.min(size, segmentHeaderBytes), async (window) =>
    decodeSegmentHeader(await window.at(0, segmentHeaderBytes), number),
  );
  return { number, path, size, header };
}

/**
 * The segments that count, oldest first, from each one's word about the one before it. A segment that nobody names
 * was given up while it was made and holds nothing acknowledged. Where the named one is missing or unreadable, the
 * next lower one is taken; the gap shows when they are read.
 */
function segmentsThatCount(files: readonly SegmentFile[]): readonly SegmentFile[] {
  const counting: SegmentFile[] = [];
  let next = files.findLast((file) => file.header !== null);
  while (next) {
    const { number, header } = next;
    counting.unshift(next);
    if (header?.previous === 0) break;
    const named = header
      ? files.find((file) => file.number === header.previous && file.number < number)
      : undefined;
    next = named ?? files.findLast((file) => file.number < number && file.header !== null);
  }
  // A segment without a header behind all others: given up while it was made, or damaged.
  const behind = counting.at(-1)?.number ?? 0;
  return [...counting, ...files.filter((file) => file.number > behind)];
}

/** State of a recovery that goes through the segments from the oldest to the newest. */
class Recovery {
  readonly index = new FrameIndex();
  tail: Tail = { seq: 0, chain: chainStart, head: null };
  last: LastSegment | null = null;
  damagedAfterSeq: number | null = null;
  torn = false;
  bytes = 0;
  readonly #fs: FileSystem;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  #damage(): void {
    this.damagedAfterSeq ??= this.index.lastSeq;
  }

  #rescue(segment: number, frames: readonly FramePlace[]): void {
    for (const { position, seq, bytes } of frames) {
      if (seq > this.index.lastSeq) this.index.add(segment, position, seq, bytes);
    }
  }

  /** A segment whose header is gone: nothing but a file that was just being made, unless it holds frames. */
  async headless(file: SegmentFile, isBehindAll: boolean): Promise<void> {
    const frames = await withWindow(this.#fs, file.path, file.size, async (window) => {
      const found: FramePlace[] = [];
      for await (const { position, head, frame } of framesBehind(window, 0, null)) {
        found.push({ position, seq: head.seq, bytes: frame.length });
      }
      return found;
    });
    if (frames.length === 0 && isBehindAll) {
      this.torn = true;
      return;
    }
    this.#damage();
    this.#rescue(file.number, frames);
  }

  /** @param successor the next segment that counts, which says how far this one counts. */
  async segment(file: SegmentFile, header: SegmentHeader, successor: SegmentHeader | null): Promise<void> {
    if (header.firstSeq !== this.tail.seq + 1 || !header.chain.equals(this.tail.chain)) this.#damage();
    const end = successor?.previous === file.number ? successor.previousEnd : file.size;
    const scan = await withWindow(this.#fs, file.path, end, (window) =>
      scanSegment(
        window,
        {
          id: header.id,
          tail: { seq: header.firstSeq - 1, chain: header.chain, head: null },
          start: segmentHeaderBytes,
          end,
          isLast: successor === null,
        },
        ({ position, seq, bytes }) => this.#rescue(file.number, [{ position, seq, bytes }]),
      ),
    );
    this.#conclude(file, header, scan);
  }

  #conclude(file: SegmentFile, header: SegmentHeader, scan: SegmentScan): void {
    const { tail, end, syncedUpTo, condition } = scan;
    this.tail = { ...tail, head: tail.head ?? this.tail.head };
    // The header of a segment without frames is counted with its first frame.
    this.bytes += end === segmentHeaderBytes ? 0 : end;
    this.torn ||= condition === 'torn';
    if (condition === 'damaged') this.#damage();
    this.#rescue(file.number, scan.rescued);
    this.last = {
      number: file.number,
      id: header.id,
      end,
      unsyncedFrom: syncedUpTo,
      continuable: condition === 'clean' && file.size === end,
    };
  }
}

/** Reads all segments in `directory`. Fails with the file system's errors only; what it finds is in the answer. */
export async function recover(fs: FileSystem, directory: string): Promise<Recovered> {
  const numbers = (await fs.list(directory)).map(segmentNumber).filter((number) => number !== null);
  const files: SegmentFile[] = [];
  for (const number of numbers.sort((a, b) => a - b)) files.push(await describe(fs, directory, number));

  const recovery = new Recovery(fs);
  const counting = segmentsThatCount(files);
  for (const [at, file] of counting.entries()) {
    const successor = counting.slice(at + 1).find((later) => later.header)?.header ?? null;
    if (file.header) await recovery.segment(file, file.header, successor);
    else await recovery.headless(file, successor === null);
  }
  const { index, tail, last, damagedAfterSeq, torn, bytes } = recovery;
  const condition = damagedAfterSeq !== null ? 'damaged' : torn ? 'torn-tail' : 'clean';
  return { index, condition, damagedAfterSeq, tail, last, nextNumber: (numbers.at(-1) ?? 0) + 1, bytes };
}
