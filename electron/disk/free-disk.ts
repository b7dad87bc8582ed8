import { statfs } from 'node:fs/promises';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';

/** Below this many free bytes nothing more is written: a full disk damages more than a refused write does. */
const leastFreeBytes = 500_000_000;

/** Reads how many bytes are free, for this user, on the disk that holds the data folder. */
export type ReadFreeBytes = () => Promise<number>;

/** Free bytes as the operating system tells them of the disk that holds `directory`, which must exist. */
export function freeBytesOf(directory: string): ReadFreeBytes {
  return async () => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  };
}

/** Refuses a write while there is too little room. */
export interface DiskSpace {
  freeBytes(): Promise<number>;
  /** Fails with `disk.full` below the threshold. Where the system does not tell, the write itself decides. */
  demandRoom(): Promise<void>;
}

/** @param least bytes that must be free for a write; 500 MB unless told. */
export function diskSpace(readFreeBytes: ReadFreeBytes, least: number = leastFreeBytes): DiskSpace {
  return {
    freeBytes: readFreeBytes,
    demandRoom: async () => {
      const free = await readFreeBytes().catch(() => Number.POSITIVE_INFINITY);
      if (free < least) throw new CodedError('disk.full');
    },
  };
}

/** Answers `app.freeDisk`. */
export function freeDiskHandlers(space: DiskSpace): HandlersOf<'app.freeDisk'> {
  return {
    'app.freeDisk': async () => Math.floor(await space.freeBytes()),
  };
}
