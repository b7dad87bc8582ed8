/**
 * Adds a file to a folder that belongs to somebody else. Guarantees, against a failing disk and another program in the
 * same folder: the file is there whole or not at all, and a file that was there before keeps its name and content.
 */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { errorCode, type FileSystem } from '#electron/disk/file-system.ts';
import { codedDiskError } from '#electron/disk/guarded-file-system.ts';

/** Files of one name in a folder; whoever has more has another problem. */
const mostOfOneName = 1_000;

/** Takes the first free name by creating it: only that is safe from another program. */
async function takeName(fs: FileSystem, directory: string, name: string, ending: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? `${name}.${ending}` : `${name} (${number}).${ending}`;
    try {
      await (await fs.open(join(directory, tried), 'create')).close();
      return tried;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || number >= mostOfOneName) throw error;
    }
  }
}

async function writeAll(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'create');
  try {
    await file.write(bytes, 0);
    await file.sync();
  } catch (error) {
    // May not hide the first failure.
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

/**
 * Writes `bytes` to a new file, fsync'd, and returns its name: `name.ending`, or with a number where that is taken.
 * @throws CodedError `disk.full`, `disk.failed`.
 */
export async function addNewFile(
  fs: FileSystem,
  directory: string,
  { name, ending, bytes }: { readonly name: string; readonly ending: string; readonly bytes: Uint8Array },
): Promise<string> {
  const temporary = join(directory, `${randomBytes(8).toString('hex')}.new`);
  let taken: string | undefined;
  try {
    // Everything that needs room happens before the name is taken.
    await writeAll(fs, temporary, bytes);
    taken = await takeName(fs, directory, name, ending);
    await fs.rename(temporary, join(directory, taken));
  } catch (error) {
    for (const path of taken === undefined ? [temporary] : [temporary, join(directory, taken)])
      await fs.remove(path).catch(() => undefined);
    throw codedDiskError(error);
  }
  await fs.syncDirectory(directory).catch((error: unknown) => {
    throw codedDiskError(error);
  });
  return taken;
}
