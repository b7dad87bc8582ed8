/**
 * Writes frames behind each other and returns when they are on the disk: one write and one fsync for all frames that
 * wait. After any failure the next write starts from a known state:
 *
 * - a write that failed is cut off again; if that fails too, the segment is given up,
 * - after a failed fsync the segment is given up at once. The system may have dropped the bytes and yet call them
 *   written, and a second fsync would then succeed without having written anything,
 * - after a timeout it is given up untouched: the late write may still land in it.
 *
 * Where a segment is given up, the next frame goes into a new one whose header says up to which byte the old counts.
 */
import { join } from 'node:path';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import {
  chainOfFrame,
  encodeChecksum,
  encodeClosingMark,
  encodeHead,
  frameBytes,
  segmentIdBytes,
} from './frame-format.ts';
import type { Continuation, SegmentEnd } from './recovery.ts';
import { encodeSegmentHeader, segmentHeaderBytes, segmentName } from './segment-format.ts';
import type { Tail } from './segment-scan.ts';

/** A frame that waits to be written. */
export interface WaitingFrame {
  readonly seq: number;
  readonly payload: Uint8Array;
}

/** What one fsync made safe. */
export interface WrittenFrames {
  readonly segment: number;
  /** How many of the waiting frames, from the first on. */
  readonly count: number;
  /** Byte at which the first of them starts. */
  readonly position: number;
  /** The last of them. */
  readonly tail: Tail;
}

export interface SegmentWriterDeps {
  readonly fs: FileSystem;
  readonly directory: string;
  /** Size in bytes at which a new segment is begun. */
  readonly segmentBytes: number;
  readonly randomBytes: (count: number) => Buffer;
}

interface ActiveSegment {
  readonly number: number;
  readonly id: Buffer;
  readonly file: OpenFile;
  /** Everything before this byte is fsync'd; the next frame starts here. */
  end: number;
}

/** Frames that share one fsync are at most this many bytes, unless a single one is longer. */
const batchBytes = 4_194_304;

/** Closing is the last that is asked of the file; whether it succeeds changes nothing. */
function closeUnheeded(file: OpenFile): void {
  file.close().catch(() => undefined);
}

const isTimeout = (error: unknown): boolean => error instanceof CodedError && error.code === 'disk.timeout';

export class SegmentWriter {
  readonly #deps: SegmentWriterDeps;
  #active: ActiveSegment | null = null;
  /** The segment that the next new one names as its predecessor. */
  #previous: SegmentEnd;
  #nextNumber: number;

  private constructor(deps: SegmentWriterDeps, { previous, nextNumber }: Continuation) {
    this.#deps = deps;
    this.#previous = previous;
    this.#nextNumber = nextNumber;
  }

  /** Takes up the journal where recovery found its end. */
  static async open(deps: SegmentWriterDeps, from: Continuation): Promise<SegmentWriter> {
    const writer = new SegmentWriter(deps, from);
    const { active } = from;
    if (!active) return writer;
    writer.#active = { ...active, file: await deps.fs.open(writer.#path(active.number), 'update') };
    return writer;
  }

  /**
   * Begins a new segment with frames that are in the journal already, but perhaps not on the disk. It appears under
   * its name with all of them or not at all: what it replaces stays untouched until then, and afterwards as well.
   */
  async rewrite(frames: readonly WaitingFrame[], tail: Tail): Promise<WrittenFrames> {
    const { fs } = this.#deps;
    const segment = this.#newSegment(tail);
    const encoded = encodeFrames(frames, { id: segment.id, syncedUpTo: 0 }, tail);
    const path = this.#path(segment.number);
    await writeWholeFile(fs, path, Buffer.concat([segment.header, encoded.bytes]));
    const end = segmentHeaderBytes + encoded.bytes.length;
    this.#active = { number: segment.number, id: segment.id, file: await fs.open(path, 'update'), end };
    return {
      segment: segment.number,
      count: frames.length,
      position: segmentHeaderBytes,
      tail: encoded.tail,
    };
  }

  /**
   * Writes as many of the waiting frames as fit and returns when they are on the disk.
   * @param tail the frame that the first of them follows.
   */
  async write(waiting: readonly WaitingFrame[], tail: Tail): Promise<WrittenFrames> {
    const first = waiting[0];
    if (!first) throw new RangeError('no frame waits');
    const active = await this.#segmentFor(first, tail);
    const batch = this.#batch(waiting, active);
    const encoded = encodeFrames(batch, { id: active.id, syncedUpTo: active.end }, tail);
    await this.#writeAtEnd(active, encoded.bytes);
    await this.#sync(active);
    const position = active.end;
    active.end += encoded.bytes.length;
    return { segment: active.number, count: batch.length, position, tail: encoded.tail };
  }

  /**
   * Leaves a closing mark, which spares the next start to write the last frames again. Without it nothing is lost,
   * so a failure is not heeded.
   */
  async close(tail: Tail): Promise<void> {
    const active = this.#active;
    this.#active = null;
    if (!active) return;
    const { file, id, end } = active;
    const mark = encodeClosingMark({
      payloadBytes: 0,
      seq: tail.seq,
      syncedUpTo: end,
      segmentId: id,
      previousChain: tail.chain,
    });
    await file
      .write(mark, end)
      .then(() => file.sync())
      .catch(() => undefined);
    await file.close().catch(() => undefined);
  }

  /** A number is never used twice: what a timed-out attempt left may still appear under it. */
  takeNumber(): number {
    return this.#nextNumber++;
  }

  #path(number: number): string {
    return join(this.#deps.directory, segmentName(number));
  }

  #newSegment({ seq, chain }: Tail): {
    readonly number: number;
    readonly id: Buffer;
    readonly header: Buffer;
  } {
    const number = this.takeNumber();
    const id = this.#deps.randomBytes(segmentIdBytes);
    const { number: previous, end: previousEnd } = this.#previous;
    const header = encodeSegmentHeader({
      number,
      id,
      previous,
      previousEnd,
      firstSeq: seq + 1,
      chain,
      base: 0,
    });
    return { number, id, header };
  }

  /** The segment that takes the frame: the active one while there is room, else a new one. */
  async #segmentFor(frame: WaitingFrame, tail: Tail): Promise<ActiveSegment> {
    const active = this.#active;
    const isEmpty = active?.end === segmentHeaderBytes;
    if (active && (isEmpty || active.end + frameBytes(frame.payload.length) <= this.#deps.segmentBytes))
      return active;
    if (active) this.#giveUp(active);
    const created = await this.#create(tail);
    this.#active = created;
    return created;
  }

  async #create(tail: Tail): Promise<ActiveSegment> {
    const { fs, directory } = this.#deps;
    const { number, id, header } = this.#newSegment(tail);
    const file = await fs.open(this.#path(number), 'create');
    try {
      await file.write(header, 0);
      await file.sync();
      await fs.syncDirectory(directory);
    } catch (error) {
      closeUnheeded(file);
      if (!isTimeout(error)) await fs.remove(this.#path(number)).catch(() => undefined);
      throw error;
    }
    return { number, id, file, end: segmentHeaderBytes };
  }

  /** As many frames as one write and the segment hold, but at least the first. */
  #batch(waiting: readonly WaitingFrame[], active: ActiveSegment): readonly WaitingFrame[] {
    const room = Math.min(batchBytes, this.#deps.segmentBytes - active.end);
    let bytes = 0;
    const fitting = waiting.findIndex(({ payload }, at) => {
      bytes += frameBytes(payload.length);
      return at > 0 && bytes > room;
    });
    return fitting < 0 ? waiting.slice() : waiting.slice(0, fitting);
  }

  async #writeAtEnd(active: ActiveSegment, bytes: Buffer): Promise<void> {
    try {
      await active.file.write(bytes, active.end);
    } catch (error) {
      if (isTimeout(error)) this.#giveUp(active);
      else await active.file.truncate(active.end).catch(() => this.#giveUp(active));
      throw error;
    }
  }

  async #sync(active: ActiveSegment): Promise<void> {
    try {
      await active.file.sync();
    } catch (error) {
      this.#giveUp(active);
      throw error;
    }
  }

  #giveUp(active: ActiveSegment): void {
    this.#active = null;
    this.#previous = { number: active.number, end: active.end };
    closeUnheeded(active.file);
  }
}

/** What frames say of the segment they are written into. */
interface AroundFrames {
  readonly id: Buffer;
  readonly syncedUpTo: number;
  /**
   * The file gets its name when all of it is on the disk, so each frame vouches for what is before it. `syncedUpTo` is
   * then where the first one starts.
   */
  readonly whole?: true;
}

/** The frames' bytes, each chained to the one before it. */
export function encodeFrames(
  batch: readonly WaitingFrame[],
  segment: AroundFrames,
  tail: Tail,
): { readonly bytes: Buffer; readonly tail: Tail } {
  const parts: Uint8Array[] = [];
  let last = tail;
  let { syncedUpTo } = segment;
  for (const { seq, payload } of batch) {
    const head = encodeHead({
      payloadBytes: payload.length,
      seq,
      syncedUpTo,
      segmentId: segment.id,
      previousChain: last.chain,
    });
    const frame = Buffer.concat([head, payload, encodeChecksum(head, payload)]);
    parts.push(frame);
    if (segment.whole) syncedUpTo += frame.length;
    last = { seq, chain: chainOfFrame(frame), head };
  }
  return { bytes: Buffer.concat(parts), tail: last };
}
