/** Runs a journal over a faulty file system, remembers what it acknowledged, and checks what is found afterwards. */

import type { FileSystem } from '#electron/disk/file-system.ts';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { createJournal, type Journal } from '#electron/journal/journal.ts';
import type { FaultFileSystem } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/journal';

/** Weakens the file system between the faulty one and the journal, to see that the check notices. */
export type Weaken = (fs: FileSystem) => FileSystem;

export interface Script {
  /** Each group is appended at once, each of its numbers being the length of a payload. */
  readonly groups: readonly (readonly number[])[];
  readonly segmentBytes: number;
}

/** Everything that was ever tried to append and what of it was acknowledged, by sequence from 1 on. */
export interface Record {
  readonly tried: Map<number, Buffer[]>;
  readonly acknowledged: Map<number, Buffer>;
}

export const emptyRecord = (): Record => ({ tried: new Map(), acknowledged: new Map() });

export function openJournal(
  fs: FaultFileSystem,
  segmentBytes: number,
  weaken: Weaken = (same) => same,
): Promise<Journal> {
  const space = diskSpace(async () => Number.MAX_SAFE_INTEGER);
  return createJournal({ fs: guardFileSystem(weaken(fs), 2), directory, space, segmentBytes });
}

/** Unlike any other payload of the run, so that a mix-up shows. */
function payload(seq: number, attempt: number, length: number): Buffer {
  const text = `${seq}/${attempt}:`;
  return Buffer.from(text.repeat(Math.ceil(length / text.length) + 1).slice(0, length + text.length));
}

async function tryAppend(journal: Journal, record: Record, seq: number, bytes: Buffer): Promise<boolean> {
  const tried = record.tried.get(seq) ?? [];
  record.tried.set(seq, [...tried, bytes]);
  try {
    await journal.append(seq, bytes);
  } catch {
    return false;
  }
  record.acknowledged.set(seq, bytes);
  return true;
}

const attempts = 4;

/** Appends all groups; what fails is tried again with other bytes, as a caller may. Ends early at a power cut. */
export async function perform(
  journal: Journal,
  script: Script,
  record: Record,
  fs: FaultFileSystem,
): Promise<void> {
  for (const lengths of script.groups) {
    const first = journal.status().lastSeq + 1;
    for (let attempt = 0; attempt < attempts && !fs.isOff; attempt++) {
      const missing = lengths.map((length, at) => ({ seq: first + at, length }));
      const open = missing.filter(({ seq }) => seq > journal.status().lastSeq);
      const done = await Promise.all(
        open.map(({ seq, length }) => tryAppend(journal, record, seq, payload(seq, attempt, length))),
      );
      if (done.every(Boolean)) break;
    }
    if (fs.isOff) return;
  }
}

async function readAll(journal: Journal): Promise<Buffer[]> {
  const found: Buffer[] = [];
  for (;;) {
    const { frames, end } = await journal.read(found.length + 1, 200);
    for (const frame of frames) {
      if (frame.seq !== found.length + 1)
        throw new Error(`frame ${frame.seq} in the place of ${found.length + 1}`);
      found.push(Buffer.from(frame.payload));
    }
    if (end) return found;
  }
}

/**
 * Throws unless everything acknowledged is there, identical and in order, and everything else is a frame that was
 * tried, whole, behind it. Afterwards what is there counts as acknowledged, for the journal has said so; unless the
 * disk refused writes when it was opened (`isReadOnly`).
 */
export async function check(journal: Journal, record: Record, isReadOnly = false): Promise<void> {
  const { condition, lastSeq } = journal.status();
  if (condition === 'damaged') throw new Error('called damaged');
  const found = await readAll(journal);
  if (found.length !== lastSeq) throw new Error(`${lastSeq} reported, ${found.length} read`);
  for (const [seq, bytes] of record.acknowledged) {
    if (!found[seq - 1]?.equals(bytes)) throw new Error(`acknowledged frame ${seq} of ${lastSeq} lost`);
  }
  for (const [at, bytes] of found.entries()) {
    if (!record.tried.get(at + 1)?.some((tried) => tried.equals(bytes)))
      throw new Error(`frame ${at + 1} made up`);
    if (!isReadOnly) record.acknowledged.set(at + 1, bytes);
  }
}

export const copyRecord = (record: Record): Record => ({
  tried: new Map(record.tried),
  acknowledged: new Map(record.acknowledged),
});
