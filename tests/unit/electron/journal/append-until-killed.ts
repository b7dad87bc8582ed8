/**
 * Run as a program of its own: appends frames up to a sequence and prints each one's number when it is acknowledged,
 * until it is killed. Arguments: folder, last sequence.
 */
import { writeSync } from 'node:fs';
import { diskSpace, freeBytesOf } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { createJournal } from '#electron/journal/journal.ts';
import { realDiskPayload } from './real-disk-payload.ts';

const [, , folder = '', last = '0'] = process.argv;
const journal = await createJournal({
  fs: guardFileSystem(nodeFileSystem()),
  directory: `${folder}/journal`,
  space: diskSpace(freeBytesOf(folder), 0),
  segmentBytes: 100_000,
});

async function append(seq: number): Promise<void> {
  await journal.append(seq, realDiskPayload(seq));
  writeSync(1, `${seq}\n`);
}

const groupSize = 3;
for (let next = journal.status().lastSeq + 1; next <= Number(last); next = journal.status().lastSeq + 1) {
  const size = Math.min(groupSize, Number(last) - next + 1);
  await Promise.all(Array.from({ length: size }, (_, at) => append(next + at)));
}
await journal.close();
