/**
 * Guarantees that a reader finds the old file or the whole new one: temporary name beside it, fsync, rename.
 */

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '#electron/ipc/coded-error.ts';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Virus scanners and indexers hold a fresh file for a moment; Windows then refuses the rename. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (const waitMs of [20, 80, 200, 500, 1200]) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(String(codeOf(error)))) throw error;
      await pause(waitMs);
    }
  }
  await rename(from, to);
}

/** Writes `bytes` to `path`. @throws CodedError `disk.full` or `disk.failed`; nothing is left behind then. */
export async function writeFileSafely(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CodedError(codeOf(error) === 'ENOSPC' ? 'disk.full' : 'disk.failed', error);
  }
}
