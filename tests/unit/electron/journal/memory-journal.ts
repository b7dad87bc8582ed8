import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { createJournal, type Journal } from '#electron/journal/journal.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

export const directory = '/data/journal';
export const memoryDisk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));

/** A journal over a disk in memory. @param freeBytes what the disk has left. */
export function openOn(
  fs: FaultFileSystem,
  segmentBytes = 33_554_432,
  freeBytes: () => number = () => Number.MAX_SAFE_INTEGER,
): Promise<Journal> {
  const space = diskSpace(async () => freeBytes());
  return createJournal({ fs: guardFileSystem(fs, 50), directory, space, segmentBytes });
}

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** All payloads as text. */
export async function textsOf(journal: Journal, fromSeq = 1): Promise<string[]> {
  const texts: string[] = [];
  for (let next = fromSeq, end = false; !end; ) {
    const page = await journal.read(next, 1000);
    for (const { seq, payload } of page.frames) {
      texts.push(new TextDecoder().decode(payload));
      next = seq + 1;
    }
    ({ end } = page);
  }
  return texts;
}

/** Appends `count` frames "frame 1", "frame 2" … one after the other. */
export async function appendMany(journal: Journal, count: number): Promise<void> {
  const first = journal.status().lastSeq + 1;
  for (let seq = first; seq < first + count; seq++) await journal.append(seq, bytes(`frame ${seq}`));
}
