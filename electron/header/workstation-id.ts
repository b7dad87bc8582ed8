import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';

const stored = z.strictObject({ workstationId: z.string().regex(/^[0-9a-f]{16}$/) });

function decode(bytes: Uint8Array): string | null {
  try {
    return stored.parse(JSON.parse(new TextDecoder().decode(bytes))).workstationId;
  } catch {
    return null;
  }
}

/**
 * This data folder's workstation id, 16 hex digits, made at the first call. Where the file can't be understood a new
 * one is made: two workstations with one id would break the order of their writes, a second id costs nothing.
 * @throws CodedError `disk.full`, `disk.failed`, `disk.timeout`.
 */
export async function workstationId(fs: FileSystem, directory: string): Promise<string> {
  await makeDurableDirectory(fs, directory);
  const path = join(directory, 'workstation.json');
  const bytes = await fs.readFile(path);
  const known = bytes && decode(bytes);
  if (known) return known;
  const made = randomBytes(8).toString('hex');
  await writeWholeFile(fs, path, Buffer.from(JSON.stringify({ workstationId: made })));
  return made;
}
