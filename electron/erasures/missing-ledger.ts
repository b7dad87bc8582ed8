/**
 * The note that a restore could not take over all of the erasure ledger beside its snapshot. It lies in the vault's folder
 * until somebody has seen it, so that a restart between the restore and the first unlock does not lose it.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';
import type { LedgerProblem } from '#shared/ipc/contract/backup.ts';

const stored = z.strictObject({ problem: z.enum(['damaged', 'unreadable', 'foreign']) });

const pathIn = (vault: string): string => join(vault, 'erasures-missing.json');

export async function noteMissingLedger(
  fs: FileSystem,
  vault: string,
  problem: LedgerProblem,
): Promise<void> {
  await writeWholeFile(fs, pathIn(vault), Buffer.from(JSON.stringify({ problem })));
}

/** What is noted, `null` if nothing is. A note that can't be understood still is one. */
export async function missingLedger(fs: FileSystem, vault: string): Promise<LedgerProblem | null> {
  const bytes = await fs.readFile(pathIn(vault)).catch(() => null);
  if (bytes === null) return null;
  try {
    return stored.parse(JSON.parse(new TextDecoder().decode(bytes))).problem;
  } catch {
    return 'unreadable';
  }
}

/** Somebody has seen it. */
export async function seenMissingLedger(fs: FileSystem, vault: string): Promise<void> {
  await fs.remove(pathIn(vault));
  await fs.syncDirectory(vault);
}
