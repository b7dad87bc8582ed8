import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from './file-system.ts';

/** So often a growing file is fsync'd: a single fsync of all of it could take longer than a dead disk is waited for. */
const syncEveryBytes = 8_388_608;

/** A file that is written from front to back under a temporary name. */
export interface GrowingFile {
  /** Where the next bytes go. */
  readonly position: number;
  append(bytes: Uint8Array): Promise<void>;
  /** Writes over what is there. */
  put(bytes: Uint8Array, position: number): Promise<void>;
}

/**
 * Lets `fill` write a file that appears under its name only when it is on the disk and `check` has read it back. Where
 * anything fails, nothing appears and what was there stays.
 */
export async function writeChecked<T>(
  fs: FileSystem,
  path: string,
  fill: (file: GrowingFile) => Promise<void>,
  check: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.new`;
  await fs.remove(temporary);
  try {
    const file = await fs.open(temporary, 'create');
    try {
      await fill(growing(file));
      await file.sync();
    } finally {
      await file.close();
    }
    const checked = await check(temporary);
    await fs.rename(temporary, path);
    await fs.syncDirectory(dirname(path));
    return checked;
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    throw error;
  }
}

function growing(file: OpenFile): GrowingFile {
  let position = 0;
  let synced = 0;
  return {
    get position() {
      return position;
    },
    append: async (bytes) => {
      await file.write(bytes, position);
      position += bytes.length;
      if (position - synced < syncEveryBytes) return;
      await file.sync();
      synced = position;
    },
    put: (bytes, at) => file.write(bytes, at),
  };
}
