import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, type FileSystem, type OpenFile, type OpenMode } from './file-system.ts';

/** What Windows answers while a virus scanner or the search indexer holds a file open. */
const heldByAnother: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
/** Milliseconds between the tries, about two seconds in all. */
const pauses = [10, 20, 40, 80, 150, 300, 600, 800] as const;

const flags: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY,
  update: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
};

/**
 * Repeats `action` while the file is held by another program. Elsewhere than on Windows these errors mean what they
 * say, and are thrown at once.
 */
export async function retryWhileHeld<T>(platform: NodeJS.Platform, action: () => Promise<T>): Promise<T> {
  for (const milliseconds of platform === 'win32' ? pauses : []) {
    try {
      return await action();
    } catch (error) {
      if (!heldByAnother.has(errorCode(error) ?? '')) throw error;
      await pause(milliseconds);
    }
  }
  return action();
}

async function readFully(handle: FileHandle, into: Uint8Array, position: number): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await handle.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function openFile(handle: FileHandle): OpenFile {
  return {
    read: (into, position) => readFully(handle, into, position),
    write: (bytes, position) => writeFully(handle, bytes, position),
    truncate: (length) => handle.truncate(length),
    // Flushes the length too where it changed, and spares the second write that a mere change of times would cost.
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

async function readWhole(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The operating system's file system. Errors are Node's; `guardFileSystem` turns them into codes. */
export function nodeFileSystem(platform: NodeJS.Platform = process.platform): FileSystem {
  return {
    open: async (path, mode) =>
      openFile(await retryWhileHeld(platform, () => open(path, flags[mode], 0o600))),
    readFile: (path) => retryWhileHeld(platform, () => readWhole(path)),
    size: async (path) => (await stat(path)).size,
    list: (directory) => readdir(directory),
    makeDirectory: async (directory) => {
      await mkdir(directory, { recursive: true });
    },
    rename: (from, to) => retryWhileHeld(platform, () => rename(from, to)),
    remove: (path) => retryWhileHeld(platform, () => rm(path, { force: true })),
    syncDirectory: platform === 'win32' ? async () => undefined : syncDirectory,
  };
}
