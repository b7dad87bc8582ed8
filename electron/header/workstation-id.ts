import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';

const id = z.string().regex(/^[0-9a-f]{16}$/);
const stored = z.strictObject({ workstationId: id, replaced: z.array(id).default([]) });

/** Who this data folder is among the facility's workstations. */
export interface Workstation {
  /** 16 hex digits. */
  readonly workstationId: string;
  /** What it was called before snapshots were restored; a database of one of these is not of this journal. */
  readonly replaced: readonly string[];
}

function decode(bytes: Uint8Array): Workstation | null {
  try {
    return stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

const newId = (): string => randomBytes(8).toString('hex');

/** Replaces the id, for a journal that was restored: what others may have of the old one must not be taken for this. */
export const successorOf = ({ workstationId, replaced }: Workstation): Workstation => ({
  workstationId: newId(),
  replaced: [...replaced, workstationId],
});

/** Keeps the workstation's id in `directory`. */
export async function keepWorkstation(
  fs: FileSystem,
  directory: string,
  workstation: Workstation,
): Promise<void> {
  await writeWholeFile(fs, join(directory, 'workstation.json'), Buffer.from(JSON.stringify(workstation)));
}

/**
 * This data folder's workstation, made at the first call. Where the file can't be understood a new one is made: two
 * workstations with one id would break the order of their writes, a second id costs nothing.
 * @throws CodedError `disk.full`, `disk.failed`, `disk.timeout`.
 */
export async function readWorkstation(fs: FileSystem, directory: string): Promise<Workstation> {
  await makeDurableDirectory(fs, directory);
  const bytes = await fs.readFile(join(directory, 'workstation.json'));
  const known = bytes && decode(bytes);
  if (known) return known;
  const made = { workstationId: newId(), replaced: [] };
  await keepWorkstation(fs, directory, made);
  return made;
}
