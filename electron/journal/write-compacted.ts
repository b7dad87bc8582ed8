/**
 * Writes a compacted journal beside the present one: pages of rows that no later frame replaces, and behind them, as it
 * was acknowledged, the last frame. Guarantees that replaying it gives what replaying the whole journal gives, without a
 * key: the rows are taken over as they were sealed, and the last frame's sealed trailer counts all of them. The journal
 * is only read; what is written counts only when `swap.ts` puts it in the journal's place.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { type GrowingFile, writeChecked } from '#electron/disk/growing-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { type FrameRow, rowsIn } from '#shared/journal/frame.ts';
import { LiveRows, Pages } from '#shared/journal/live-rows.ts';
import { FileWindow } from './file-window.ts';
import { chainStart, maxPayloadBytes, segmentIdBytes } from './frame-format.ts';
import type { FrameIndex } from './frame-index.ts';
import { type JournalFrame, readFrames } from './frame-reader.ts';
import { recover } from './recovery.ts';
import { compactedName, segmentHeaderBytes } from './segment-format.ts';
import { scanSegment, type Tail } from './segment-scan.ts';
import { encodeFrames } from './segment-writer.ts';

/** What `swap.ts` has to know of the written file. Its header is not written yet. */
export interface Compacted {
  readonly id: Uint8Array;
  readonly firstSeq: number;
  /** The frame up to which it stands for the journal. */
  readonly base: number;
  /** Of that frame: what the next one has to follow. */
  readonly chain: Uint8Array;
  /** Byte behind it. */
  readonly end: number;
}

/** What is asked for. */
export interface CompactionOrder {
  /** The folder of the journal. */
  readonly journal: string;
  /** The last frame that was acknowledged. */
  readonly upTo: number;
  /** Only if at least this part of the journal's bytes goes; 0: whenever a row was replaced. */
  readonly leastGain: number;
}

interface Deps {
  readonly fs: FileSystem;
  /** Fails when there is no room for so many bytes. */
  readonly demandRoom: (bytes: number) => Promise<void>;
  /** Hears of what was read and written, so that a caller can tell slow from dead. */
  readonly onBytes: (bytes: number) => void;
}

const smallPage = 1_048_576;
const atOnceBytes = 4_194_304;
/** Positions in a segment have 32 bits; this leaves room for what comes behind. */
const mostBytes = 3_000_000_000;

/** Calls `use` for every frame up to `upTo`, in order. */
async function eachFrame(
  { fs, onBytes }: Deps,
  { journal, upTo }: CompactionOrder,
  index: FrameIndex,
  use: (frame: JournalFrame, rows: readonly FrameRow[]) => Promise<void>,
): Promise<void> {
  let next = index.beginning.firstSeq;
  while (next <= upTo) {
    for (const frame of (await readFrames(fs, journal, index, next, atOnceBytes)).frames) {
      if (frame.seq > upTo) return;
      const rows = rowsIn(frame.payload);
      // Main's own checksums hold, so whoever wrote it wrote no frame.
      if (!rows) throw new CodedError('journal.damaged');
      await use(frame, rows);
      onBytes(frame.payload.length);
      next = frame.seq + 1;
    }
  }
}

/** As large as needed: every page takes the sequence of a frame that it stands for. */
function pageBytes(live: LiveRows, upTo: number): number {
  for (let most = smallPage; most < maxPayloadBytes; most *= 2)
    if (live.pageCount(most, upTo) < upTo) return most;
  throw new CodedError('journal.too-large');
}

/** Writes frames behind each other, chained. */
function frameWriter(file: GrowingFile, id: Buffer, from: Tail) {
  let tail = from;
  return {
    write: async (payload: Uint8Array): Promise<void> => {
      const segment = { id, syncedUpTo: file.position, whole: true } as const;
      const { bytes, tail: last } = encodeFrames([{ seq: tail.seq + 1, payload }], segment, tail);
      await file.append(bytes);
      tail = last;
    },
    tail: (): Tail => tail,
  };
}

/** `null`: not enough would be gained. @throws CodedError `journal.damaged`, `journal.too-large`, `disk.…` */
export async function writeCompacted(deps: Deps, order: CompactionOrder): Promise<Compacted | null> {
  const { fs, demandRoom } = deps;
  const { journal, upTo, leastGain } = order;
  const { index, damagedAfterSeq, bytes } = await recover(fs, journal);
  if (index.lastSeq < upTo || damagedAfterSeq !== null) throw new CodedError('journal.damaged');
  const live = new LiveRows();
  await eachFrame(deps, order, index, async ({ seq }, rows) => live.note(seq, rows));
  const liveBytes = live.bytes(upTo);
  if (live.superseded === 0 || bytes - liveBytes < bytes * leastGain) return null;
  if (liveBytes > mostBytes) throw new CodedError('journal.too-large');
  await demandRoom(liveBytes);
  const most = pageBytes(live, upTo);
  const firstSeq = upTo - live.pageCount(most, upTo);
  const id = randomBytes(segmentIdBytes);
  const start: Tail = { seq: firstSeq - 1, chain: chainStart, head: null };
  let tail = start;
  let end = 0;

  async function fill(file: GrowingFile): Promise<void> {
    await file.append(Buffer.alloc(segmentHeaderBytes));
    const writer = frameWriter(file, id, start);
    const pages = new Pages(most);
    await eachFrame(deps, order, index, async ({ seq, payload }, rows) => {
      const full = seq < upTo ? pages.add(live.left(seq, rows)) : pages.end();
      for (const page of full) await writer.write(page);
      if (seq === upTo) await writer.write(payload);
    });
    tail = writer.tail();
    end = file.position;
  }

  async function check(path: string): Promise<void> {
    const file = await fs.open(path, 'read');
    try {
      const bounds = { id, tail: start, start: segmentHeaderBytes, end, isLast: true };
      const scan = await scanSegment(new FileWindow(file, end), bounds, ({ bytes: read }) =>
        deps.onBytes(read),
      );
      const isWhole =
        scan.condition === 'clean' && scan.tail.seq === upTo && scan.tail.chain.equals(tail.chain);
      if (!isWhole) throw new CodedError('disk.failed');
    } finally {
      await file.close();
    }
  }

  await writeChecked(fs, join(journal, compactedName(id)), fill, check);
  return { id, firstSeq, base: upTo, chain: tail.chain, end };
}
