/**
 * Gives every operation of a file system a code for its failure and every write an end: a dead network share or a
 * full disk lets a write hang without an error, and whoever waits for "saved" has to be told.
 */
import { CodedError } from '#electron/ipc/coded-error.ts';
import { errorCode, type FileSystem, type OpenFile } from './file-system.ts';

/** Milliseconds after which a write counts as failed. */
const defaultWriteTimeoutMs = 5000;

const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** Turns an operating system's error into `disk.full` or `disk.failed`; a coded one stays as it is. */
export function codedDiskError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  return new CodedError(noRoom.has(errorCode(error) ?? '') ? 'disk.full' : 'disk.failed', error);
}

async function coded<T>(action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw codedDiskError(error);
  }
}

/**
 * Fails with `disk.timeout` when `action` takes longer than `milliseconds`. The action itself can't be called back:
 * it may still take effect afterwards, and the caller has to reckon with that.
 */
function withDeadline<T>(action: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CodedError('disk.timeout')), milliseconds);
    action
      .then(resolve, (error: unknown) => reject(codedDiskError(error)))
      .finally(() => clearTimeout(timer));
  });
}

function guardFile(file: OpenFile, limited: <T>(action: Promise<T>) => Promise<T>): OpenFile {
  return {
    read: (into, position) => coded(file.read(into, position)),
    write: (bytes, position) => limited(file.write(bytes, position)),
    truncate: (length) => limited(file.truncate(length)),
    sync: () => limited(file.sync()),
    close: () => limited(file.close()),
  };
}

/**
 * The same file system with coded failures: `disk.full`, `disk.failed`, and `disk.timeout` for what changes something
 * and takes longer than `writeTimeoutMs`.
 */
export function guardFileSystem(raw: FileSystem, writeTimeoutMs: number = defaultWriteTimeoutMs): FileSystem {
  const limited = <T>(action: Promise<T>): Promise<T> => withDeadline(action, writeTimeoutMs);
  return {
    open: async (path, mode) => guardFile(await limited(raw.open(path, mode)), limited),
    readFile: (path) => coded(raw.readFile(path)),
    size: (path) => coded(raw.size(path)),
    list: (directory) => coded(raw.list(directory)),
    makeDirectory: (directory) => limited(raw.makeDirectory(directory)),
    rename: (from, to) => limited(raw.rename(from, to)),
    remove: (path) => limited(raw.remove(path)),
    syncDirectory: (directory) => limited(raw.syncDirectory(directory)),
  };
}
