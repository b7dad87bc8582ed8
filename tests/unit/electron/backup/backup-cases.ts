import { join } from 'node:path';
import { awayFolder } from '#electron/backup/away-folder.ts';
import { Backup } from '#electron/backup/backup.ts';
import { backupJobs, type JobMessage, type ProcessMessage, perform } from '#electron/backup/backup-jobs.ts';
import type { BackupWorker } from '#electron/backup/process-link.ts';
import { restoreFolders } from '#electron/backup/restore.ts';
import { makeSnapshot, type SnapshotSource } from '#electron/backup/write-snapshot.ts';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { ledgerFile } from '#electron/erasures/ledger-file.ts';
import { headerFile, type StoredHeader } from '#electron/header/header-file.ts';
import { readWorkstation } from '#electron/header/workstation-id.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { createJournal, type Journal } from '#electron/journal/journal.ts';
import { replaceableJournal } from '#electron/journal/replaceable-journal.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany, textsOf } from '#tests/unit/electron/journal/memory-journal.ts';

const data = '/data';
export const folders = restoreFolders(data);
export const hereFolder = '/data/snapshots';
export const facility = 'ab'.repeat(4);

/** Milliseconds of a Sunday noon. */
export const noon = Date.UTC(2026, 10, 29, 12);

export const headerOf = (generation: number, facilityId = 'ab'.repeat(16)): StoredHeader => ({
  generation,
  text: JSON.stringify({ facilityId, note: 'Schlüssel', line: '\u001f' }),
});

export const memoryDisk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));

/** Small segments, so that every journal has several. */
export function openJournalOn(fs: FaultFileSystem): Promise<Journal> {
  const space = diskSpace(async () => Number.MAX_SAFE_INTEGER);
  return createJournal({ fs: guardFileSystem(fs, 50), directory: folders.journal, space, segmentBytes: 400 });
}

/** A disk with a closed journal of so many frames. */
export async function journalOf(frames: number): Promise<FaultFileSystem> {
  const fs = memoryDisk();
  const journal = await openJournalOn(fs);
  await appendMany(journal, frames);
  await journal.close();
  return fs;
}

export const sourceOf = (lastSeq: number, madeAt = noon): SnapshotSource => ({
  journal: folders.journal,
  lastSeq,
  header: headerOf(3),
  madeAt,
});

/** A disk with a snapshot. */
export async function snapshotOf(frames: number) {
  const fs = await journalOf(frames);
  const { name, whole } = await makeSnapshot(fs, hereFolder, facility, sourceOf(frames));
  return { fs, whole, name, path: join(hereFolder, name) };
}

/** Payloads of the journal on a disk, as text. */
export async function journalTexts(fs: FaultFileSystem): Promise<readonly string[]> {
  return textsOf(await openJournalOn(fs));
}

/** The texts that `appendMany` writes. */
export const frameTexts = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `frame ${at + 1}`);

/** Does the jobs in this process, over a file system that a test can break. */
export function workerOver(fs: FaultFileSystem, freeBytes = Number.MAX_SAFE_INTEGER): BackupWorker {
  const performers = backupJobs({ fs: guardFileSystem(fs, 50), freeBytes: async () => freeBytes });
  return {
    run: async (job, takes) => {
      const said: ProcessMessage[] = [];
      await perform(performers, { id: 1, job, takes } as JobMessage, (message) => said.push(message));
      const last = said.at(-1);
      if (last?.kind === 'done') return structuredClone(last.answer) as never;
      throw new CodedError(last?.kind === 'failed' ? last.code : 'nothing was said');
    },
    end: () => undefined,
  };
}

/** Says of every job that it failed. */
export const deadWorker = (code = 'backup.timeout'): BackupWorker => ({
  run: async () => {
    throw new CodedError(code);
  },
  end: () => undefined,
});

/** The whole of main's backup over a disk in memory. */
export async function openBackup(
  fs: FaultFileSystem,
  workers: Partial<{ readonly here: BackupWorker; readonly away: BackupWorker }> = {},
) {
  const clock = { now: noon };
  const states: BackupState[] = [];
  const header = headerFile(fs, folders.vault);
  const journal = await replaceableJournal(() => openJournalOn(fs));
  const ledger = ledgerFile(guardFileSystem(fs, 50), folders.vault);
  const backup = await Backup.open({
    fs,
    journal,
    overJournal: inTurn(),
    header,
    data,
    folders,
    ledger,
    away: awayFolder(fs, folders.vault),
    workers: { here: workerOver(fs), away: workerOver(fs), ...workers },
    now: () => clock.now,
    changed: (state) => states.push(state),
    workstation: await readWorkstation(fs, folders.vault),
  });
  return { backup, journal, header, ledger, clock, states };
}
