/** A disk of its own, small enough to be filled: a file system in memory, which only root on Linux may mount. */
import { execFileSync } from 'node:child_process';
import { statfsSync, statSync } from 'node:fs';
import { mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Fills it up to so many bytes that stay free. */
  fillUpTo(freeBytes: number): void;
  /** Gives the room back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** @param megabytes how much it holds */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'wegmarke-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    fillUpTo: (freeBytes) => {
      // The app goes on writing and deleting while it is measured, so what was free a moment ago may be taken.
      for (let attempts = 20; ; attempts -= 1) {
        const { bavail, bsize } = statfsSync(folder);
        const tooMuch = bavail * bsize - freeBytes;
        if (tooMuch <= 0) return;
        const filled = statSync(filler, { throwIfNoEntry: false })?.size ?? 0;
        try {
          execFileSync('fallocate', ['--offset', String(filled), '--length', String(tooMuch), filler], {
            stdio: 'pipe',
          });
        } catch (problem) {
          if (attempts === 0) throw problem;
        }
      }
    },
    free: () => rm(filler, { force: true }),
    remove: async () => {
      // A process that is about to end may still stand in it.
      execFileSync('umount', ['--lazy', folder]);
      await rmdir(folder);
    },
  };
}
