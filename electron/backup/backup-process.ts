/** The utility process that makes, reads and checks snapshots: an entry of its own, started by `process-link.ts`. */

import { freeBytesOf } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { backupJobs, type JobMessage, perform } from './backup-jobs.ts';

/** Network shares and sticks are slow, and nobody waits for this process. */
const writeTimeoutMs = 30_000;

const performers = backupJobs({
  fs: guardFileSystem(nodeFileSystem(), writeTimeoutMs),
  freeBytes: (folder) => freeBytesOf(folder)(),
});
const alone = inTurn();

process.parentPort.on('message', ({ data }) => {
  void alone(() =>
    perform(performers, data as JobMessage, (message) => process.parentPort.postMessage(message)),
  );
});
