/**
 * The operation journal: what is acknowledged here is on the disk, in order and unchanged, and is found again after a
 * crash, a power cut or a full disk at any moment. A frame that was not acknowledged is there whole or not at all,
 * and only behind all acknowledged ones.
 *
 * A journal with damage is read-only. Appending behind a gap would make sequences that nobody can replay, and hide
 * the moment from which data has to be fetched from elsewhere.
 */
import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { FileSystem } from '#electron/disk/file-system.ts';
import type { DiskSpace } from '#electron/disk/free-disk.ts';
import { makeDurableDirectory } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { JournalStatus } from '#shared/ipc/contract/journal.ts';
import { chainBytes, decodeHead, frameBytes, maxPayloadBytes } from './frame-format.ts';
import type { FrameIndex } from './frame-index.ts';
import { type FramePage, readFrames } from './frame-reader.ts';
import { type Recovered, recover } from './recovery.ts';
import { defaultSegmentBytes, segmentHeaderBytes } from './segment-format.ts';
import type { Tail } from './segment-scan.ts';
import { SegmentWriter, type WaitingFrame, type WrittenFrames } from './segment-writer.ts';

export interface JournalDeps {
  /** Guarded, so that its failures are codes and its writes end. */
  readonly fs: FileSystem;
  /** The folder of the segments; it is made if need be. */
  readonly directory: string;
  readonly space: DiskSpace;
  /** Bytes at which a new segment is begun; 32 MiB unless told. */
  readonly segmentBytes?: number;
}

/** An acknowledgement. `diskMs`: milliseconds of the write and fsync that made the frame safe. */
interface Appended {
  readonly seq: number;
  readonly diskMs: number;
}

export interface Journal {
  status(): JournalStatus;
  /**
   * Resolves when the frame is on the disk. `seq` must be the last one plus 1; the last `seq` again with the same
   * bytes is answered as done. The payload must not be changed before the answer. After a failure the same `seq` is
   * appended again; whether the failed one is on the disk is then settled.
   * @throws CodedError `journal.out-of-order`, `journal.too-large`, `disk.full`, `disk.failed`, `disk.timeout`.
   */
  append(seq: number, payload: Uint8Array): Promise<Appended>;
  /**
   * Frames from `fromSeq` on, or from the journal's beginning on where that is later, about `maxBytes` of them but at
   * least one where there is one; only acknowledged ones.
   * @throws CodedError `journal.damaged` if that frame was there and is lost.
   */
  read(fromSeq: number, maxBytes: number): Promise<FramePage>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
  /** The number of a segment that somebody else writes: no file has it, and none that is still to come. */
  takeSegmentNumber(): number;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

interface Waiting extends WaitingFrame {
  readonly answer: PromiseWithResolvers<Appended>;
}

class OperationJournal implements Journal {
  readonly #deps: JournalDeps;
  /** `null`: damaged, nothing is written. */
  readonly #writer: SegmentWriter | null;
  /** The last frame that is on the disk for certain, while there are others behind it. */
  #uncertainBehind: Tail | null;
  readonly #index: FrameIndex;
  readonly #found: Pick<JournalStatus, 'condition' | 'damagedAfterSeq'>;
  #tail: Tail;
  #bytes: number;
  /** Files that a compaction has replaced and that are still there. */
  #superseded: readonly string[];
  /** In order; those that are being written are at the front. */
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(deps: JournalDeps, recovered: Recovered, writer: SegmentWriter | null) {
    const { condition, damagedAfterSeq, index, tail, bytes, continuation, superseded } = recovered;
    this.#deps = deps;
    this.#writer = writer;
    this.#index = index;
    this.#found = { condition, ...(damagedAfterSeq === null ? {} : { damagedAfterSeq }) };
    this.#tail = tail;
    this.#bytes = bytes;
    this.#superseded = superseded;
    this.#uncertainBehind = continuation.certain.seq < tail.seq ? continuation.certain : null;
  }

  status(): JournalStatus {
    const { lastSeq, beginning } = this.#index;
    return { lastSeq, base: beginning.base, bytes: this.#bytes, ...this.#found };
  }

  async append(seq: number, payload: Uint8Array): Promise<Appended> {
    if (payload.length > maxPayloadBytes) throw new CodedError('journal.too-large');
    if (!this.#writer) throw new CodedError('disk.failed');
    const same = this.#waiting.find((waiting) => waiting.seq === seq);
    if (same && Buffer.compare(same.payload, payload) === 0) return same.answer.promise;
    if (!same && this.#isLastFrame(seq, payload)) {
      if (this.#uncertainBehind) throw new CodedError('disk.failed');
      return { seq, diskMs: 0 };
    }
    if (seq !== (this.#waiting.at(-1)?.seq ?? this.#tail.seq) + 1)
      throw new CodedError('journal.out-of-order');
    const answer = Promise.withResolvers<Appended>();
    this.#waiting.push({ seq, payload, answer });
    this.#writing ??= this.#writeAll(this.#writer);
    return answer.promise;
  }

  read(fromSeq: number, maxBytes: number): Promise<FramePage> {
    return readFrames(this.#deps.fs, this.#deps.directory, this.#index, fromSeq, maxBytes);
  }

  async idle(): Promise<void> {
    await this.#writing;
  }

  takeSegmentNumber(): number {
    if (!this.#writer) throw new CodedError('journal.damaged');
    return this.#writer.takeNumber();
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#writer?.close(this.#tail);
  }

  /**
   * Writes frames again that may be in the system's memory only, as after a run that was killed, or whose last fsync
   * failed: the system would call them written and lose them at the next power cut.
   */
  async makeCertain(): Promise<void> {
    const from = this.#uncertainBehind;
    if (!from || !this.#writer) return;
    const { fs, directory } = this.#deps;
    const { frames } = await readFrames(fs, directory, this.#index, from.seq + 1, Number.POSITIVE_INFINITY);
    const { segment, position, tail } = await this.#writer.rewrite(frames, from);
    this.#index.dropFrom(from.seq + 1);
    this.#addToIndex(segment, position, frames);
    this.#bytes += segmentHeaderBytes;
    this.#tail = tail;
    this.#uncertainBehind = null;
  }

  /** Removes what a compaction has replaced, once the name of what replaces it is on the disk. */
  async removeSuperseded(): Promise<void> {
    if (this.#superseded.length === 0) return;
    const { fs, directory } = this.#deps;
    await fs.syncDirectory(directory);
    for (const name of this.#superseded) await fs.remove(join(directory, name));
    this.#superseded = [];
    await fs.syncDirectory(directory);
  }

  #isLastFrame(seq: number, payload: Uint8Array): boolean {
    const { head, chain } = this.#tail;
    if (seq !== this.#tail.seq || !head || decodeHead(head)?.payloadBytes !== payload.length) return false;
    return hash('sha256', Buffer.concat([head, payload]), 'buffer')
      .subarray(0, chainBytes)
      .equals(chain);
  }

  async #writeAll(writer: SegmentWriter): Promise<void> {
    while (this.#waiting.length > 0) {
      try {
        await this.#deps.space.demandRoom();
        await this.removeSuperseded();
        await this.makeCertain();
        const started = performance.now();
        const written = await writer.write(this.#waiting, this.#tail);
        this.#acknowledge(written, performance.now() - started);
      } catch (error) {
        // Those behind the failed one can't follow it any more.
        for (const { answer } of this.#waiting.splice(0)) answer.reject(error);
      }
    }
    this.#writing = null;
  }

  #acknowledge({ segment, count, position, tail }: WrittenFrames, diskMs: number): void {
    if (position === segmentHeaderBytes) this.#bytes += segmentHeaderBytes;
    this.#tail = tail;
    const written = this.#waiting.splice(0, count);
    this.#bytes += this.#addToIndex(segment, position, written);
    for (const { seq, answer } of written) answer.resolve({ seq, diskMs });
  }

  /** Answers how many bytes they take. */
  #addToIndex(segment: number, position: number, frames: readonly WaitingFrame[]): number {
    let next = position;
    for (const { seq, payload } of frames) {
      const bytes = frameBytes(payload.length);
      this.#index.add(segment, next, seq, bytes);
      next += bytes;
    }
    return next - position;
  }
}

/**
 * Opens the journal in `deps.directory`, or begins one. On a disk that takes no more writes it still opens, to be
 * read; appending fails then, and of the last frames those that were never acknowledged may still be lost.
 * @throws CodedError `disk.failed`, `disk.full`, `disk.timeout` when the folder can't be made or read.
 */
export async function createJournal(deps: JournalDeps): Promise<Journal> {
  const { fs, directory, segmentBytes = defaultSegmentBytes } = deps;
  await makeDurableDirectory(fs, directory);
  const recovered = await recover(fs, directory);
  if (recovered.condition === 'damaged') return new OperationJournal(deps, recovered, null);
  const writer = await SegmentWriter.open(
    { fs, directory, segmentBytes, randomBytes },
    recovered.continuation,
  );
  const journal = new OperationJournal(deps, recovered, writer);
  await journal.removeSuperseded().catch(() => undefined);
  await journal.makeCertain().catch(() => undefined);
  return journal;
}
