/** What restores set aside: it is shown, and goes when an administrator says so. Never by itself. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import type { SetAside } from '#shared/ipc/contract/backup.ts';
import { asideTime } from './restore.ts';

/** What the window calls a folder: no name and no path of the disk. */
const idOf = (name: string): string => hash('sha256', name, 'hex').slice(0, 16);

async function bytesIn(fs: FileSystem, folder: string): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const name of await fs.list(folder)) sizes.push(await fs.size(join(folder, name)));
  return sizes;
}

/** Folders in which something lies, newest first. Others than a restore has made are not looked at. */
export async function listSetAside(fs: FileSystem, setAside: string): Promise<readonly SetAside[]> {
  const found: SetAside[] = [];
  await fs.makeDirectory(setAside);
  for (const name of await fs.list(setAside)) {
    const at = asideTime(name);
    const sizes = at === null ? [] : await bytesIn(fs, join(setAside, name));
    if (at !== null && sizes.length > 0)
      found.push({ id: idOf(name), at, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) });
  }
  return found.sort((a, b) => b.at - a.at);
}

/**
 * Deletes what lies in the folder of this id, if there is one. The empty folder stays: its name says when this PC was
 * restored, and which snapshots are of the journal before.
 */
export async function emptySetAside(fs: FileSystem, setAside: string, id: string): Promise<void> {
  for (const name of await fs.list(setAside)) {
    if (asideTime(name) === null || idOf(name) !== id) continue;
    const folder = join(setAside, name);
    for (const file of await fs.list(folder)) await fs.remove(join(folder, file));
    await fs.syncDirectory(folder);
  }
}
