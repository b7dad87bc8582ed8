/**
 * Opens the journal's folder after anything may have happened: a crash, a power cut, a failing disk, a deleted file.
 * Guarantees that every frame that was ever acknowledged is either in the index or reported as damage, and changes
 * nothing: what was torn or damaged stays as evidence. Where the journal was compacted, the base stands for the frames
 * that it replaced.
 */
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { FileWindow } from './file-window.ts';
import { chainStart } from './frame-format.ts';
import { FrameIndex } from './frame-index.ts';
import {
  decodeSegmentHeader,
  isCompacted,
  type SegmentHeader,
  segmentHeaderBytes,
  segmentName,
  segmentNumber,
} from './segment-format.ts';
import { type FramePlace, framesBehind, type SegmentScan, scanSegment, type Tail } from './segment-scan.ts';

/** How far a segment counts, as its successor's header says it; number 0 where there is none. */
export interface SegmentEnd {
  readonly number: number;
  /** Byte behind its last frame. */
  readonly end: number;
}

/** From where the journal goes on. */
export interface Continuation {
  /** The last segment, if it was closed in order: the next frame follows in it. */
  readonly active: { readonly number: number; readonly id: Buffer; readonly end: number } | null;
  /** Otherwise a new segment follows this one. */
  readonly previous: SegmentEnd;
  /**
   * The last frame that was fsync'd for certain. Those behind it are whole, but perhaps in the system's memory only,
   * and before anything is appended they have to be written again, into the new segment.
   */
  readonly certain: Tail;
  /** Higher than that of any file there is. */
  readonly nextNumber: number;
}

export interface Recovered {
  readonly index: FrameIndex;
  readonly condition: 'clean' | 'torn-tail' | 'damaged';
  /** The last good frame before the first damage; `null` without damage. */
  readonly damagedAfterSeq: number | null;
  readonly tail: Tail;
  readonly continuation: Continuation;
  /** Bytes of all segments that count. */
  readonly bytes: number;
  /** Names of files that count no more, because of a compaction that was finished or not; none of a damaged journal. */
  readonly superseded: readonly string[];
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
  active: Continuation['active'] = null;
  previous: SegmentEnd = { number: 0, end: 0 };
  certain: Tail = this.tail;
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

  /** Takes a base for the beginning. Behind other frames it is none, and what lies between is missing. */
  #begin({ firstSeq, base, chain }: SegmentHeader): void {
    if (this.tail.seq > 0 || this.damagedAfterSeq !== null) return;
    this.index.beginning = { firstSeq, base };
    this.tail = { seq: firstSeq - 1, chain, head: null };
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
    if (header.base > 0 && header.previous === 0) this.#begin(header);
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
    const { end, synced, condition } = scan;
    const before = this.tail;
    this.tail = { ...scan.tail, head: scan.tail.head ?? before.head };
    this.certain = { ...synced.tail, head: synced.tail.head ?? before.head };
    // The header of a segment without frames is counted with its first frame.
    this.bytes += end === segmentHeaderBytes ? 0 : end;
    this.torn ||= condition === 'torn';
    if (condition === 'damaged') this.#damage();
    this.#rescue(file.number, scan.rescued);
    this.active = scan.closed ? { number: file.number, id: header.id, end } : null;
    // A segment of which not even the name is certain must not be named by the next one.
    this.previous =
      synced.upTo === 0
        ? { number: header.previous, end: header.previousEnd }
        : { number: file.number, end: synced.upTo };
  }
}

/** Reads all segments in `directory`. Fails with the file system's errors only; what it finds is in the answer. */
export async function recover(fs: FileSystem, directory: string): Promise<Recovered> {
  const names = await fs.list(directory);
  const numbers = names.map(segmentNumber).filter((number) => number !== null);
  const files: SegmentFile[] = [];
  for (const number of numbers.sort((a, b) => a - b)) files.push(await describe(fs, directory, number));

  const recovery = new Recovery(fs);
  const counting = segmentsThatCount(files);
  for (const [at, file] of counting.entries()) {
    const successor = counting.slice(at + 1).find((later) => later.header)?.header ?? null;
    if (file.header) await recovery.segment(file, file.header, successor);
    else await recovery.headless(file, successor === null);
  }
  const { index, tail, active, previous, certain, damagedAfterSeq, torn, bytes } = recovery;
  const nextNumber = (numbers.at(-1) ?? 0) + 1;
  const condition = damagedAfterSeq !== null ? 'damaged' : torn ? 'torn-tail' : 'clean';
  return {
    index,
    condition,
    damagedAfterSeq,
    tail,
    continuation: { active, previous, certain, nextNumber },
    bytes,
    superseded: condition === 'damaged' ? [] : superseded(names, index.beginning.base > 0 ? counting : []),
  };
}

/** What a compaction left behind: files older than the base, and its own where it was not finished. */
function superseded(names: readonly string[], counting: readonly SegmentFile[]): readonly string[] {
  const first = counting[0]?.number ?? 0;
  return names.filter((name) => {
    const number = segmentNumber(name);
    return number === null ? isCompacted(name) : number < first;
  });
}
