/**
 * Puts a compacted journal in the place of the present one.
 *
 * Guarantees, against a crash or a power cut at any moment: either the old files count or the compacted one, and both
 * have everything that was acknowledged. The one step that decides is the rename to a segment's name. Until then nothing
 * of the old journal was touched; its files are removed when the new name is on the disk (journal.ts).
 */
import { join } from 'node:path';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { chainStart, encodeClosingMark } from './frame-format.ts';
import type { Journal } from './journal.ts';
import type { ReplaceableJournal } from './replaceable-journal.ts';
import { compactedName, encodeSegmentHeader, segmentName } from './segment-format.ts';
import type { Tail } from './segment-scan.ts';
import { encodeFrames } from './segment-writer.ts';
import type { Compacted } from './write-compacted.ts';

const atOnceBytes = 4_194_304;

/** Appends what was acknowledged since. Answers the last frame, and the byte behind it. */
async function takeOver(
  present: Journal,
  file: OpenFile,
  { id, base, chain, end }: Compacted,
): Promise<{ readonly tail: Tail; readonly end: number }> {
  let tail: Tail = { seq: base, chain: Buffer.from(chain), head: null };
  let position = end;
  while (tail.seq < present.status().lastSeq) {
    const { frames } = await present.read(tail.seq + 1, atOnceBytes);
    const segment = { id: Buffer.from(id), syncedUpTo: position, whole: true } as const;
    const { bytes, tail: last } = encodeFrames(frames, segment, tail);
    await file.write(bytes, position);
    position += bytes.length;
    tail = last;
  }
  return { tail, end: position };
}

/** Finishes the file: what came meanwhile, the closing mark, and at last the header. */
async function complete(
  fs: FileSystem,
  path: string,
  number: number,
  compacted: Compacted,
  present: Journal,
): Promise<void> {
  const { firstSeq, base } = compacted;
  const id = Buffer.from(compacted.id);
  const file = await fs.open(path, 'update');
  try {
    const { tail, end } = await takeOver(present, file, compacted);
    const mark = {
      payloadBytes: 0,
      seq: tail.seq,
      syncedUpTo: end,
      segmentId: id,
      previousChain: tail.chain,
    };
    await file.write(encodeClosingMark(mark), end);
    const header = { number, id, previous: 0, previousEnd: 0, firstSeq, chain: chainStart, base };
    await file.write(encodeSegmentHeader(header), 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * To be called when `compacted` lies in the journal's folder. What is to be appended waits meanwhile.
 * @throws CodedError `disk.…`: the journal goes on as it was; or, where it is unknown which of the two will count, takes
 * nothing more until the next start, which sees.
 */
export async function swapIn(
  fs: FileSystem,
  directory: string,
  journal: ReplaceableJournal,
  compacted: Compacted,
): Promise<void> {
  const path = join(directory, compactedName(Buffer.from(compacted.id)));
  const number = journal.takeSegmentNumber();
  const name = segmentName(number);
  let failure: unknown;

  async function decide(): Promise<'done' | 'undone'> {
    try {
      await fs.rename(path, join(directory, name));
      return 'done';
    } catch (error) {
      const isOver = !(error instanceof CodedError && error.code === 'disk.timeout');
      if (!isOver || (await fs.list(directory)).includes(name)) throw error;
      failure = error;
      return 'undone';
    }
  }

  try {
    await journal.exchange((present) => complete(fs, path, number, compacted, present), decide);
    if (failure !== undefined) throw failure;
  } catch (error) {
    await fs.remove(path).catch(() => undefined);
    throw error;
  }
}
