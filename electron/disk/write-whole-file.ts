import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** A new content that lies fsync'd beside the file and waits to take its place. */
export interface PreparedFile {
  /** Puts the new content in place and returns when that, too, is on the disk. */
  commit(): Promise<void>;
}

/**
 * Writes `bytes` to a temporary file beside `path` and fsyncs it. Everything that needs room on the disk happens
 * here; until `commit` the file keeps its old content, and after it has the new one, never a mixture.
 */
export async function prepareWholeFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
): Promise<PreparedFile> {
  const temporary = `${path}.new`;
  await fs.remove(temporary);
  const file = await fs.open(temporary, 'create');
  try {
    await file.write(bytes, 0);
    await file.sync();
    await file.close();
  } catch (error) {
    // What can't be finished must not take the room of what comes after; neither step may hide the first failure.
    file.close().catch(() => undefined);
    await fs.remove(temporary).catch(() => undefined);
    throw error;
  }
  return {
    commit: async () => {
      try {
        await fs.rename(temporary, path);
      } catch (error) {
        await fs.remove(temporary).catch(() => undefined);
        throw error;
      }
      await fs.syncDirectory(dirname(path));
    },
  };
}

/** Replaces or creates the file in one step that a crash can't halve; returns when it is on the disk. */
export async function writeWholeFile(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const prepared = await prepareWholeFile(fs, path, bytes);
  await prepared.commit();
}

/** Makes the folder, and returns when its name is on the disk. */
export async function makeDurableDirectory(fs: FileSystem, directory: string): Promise<void> {
  await fs.makeDirectory(directory);
  await fs.syncDirectory(dirname(directory));
}
