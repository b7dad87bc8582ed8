import { join } from 'node:path';
import { safeStorage } from 'electron';
import { awayFolder } from '#electron/backup/away-folder.ts';
import { Backup } from '#electron/backup/backup.ts';
import { type AskForPlace, backupHandlers } from '#electron/backup/backup-handlers.ts';
import { keepBackingUp } from '#electron/backup/keep-backing-up.ts';
import { backupWorker, forkBackupProcess } from '#electron/backup/process-link.ts';
import { finishRestore, restoreFolders } from '#electron/backup/restore.ts';
import { diskSpace, freeBytesOf, freeDiskHandlers } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { ledgerFile } from '#electron/erasures/ledger-file.ts';
import { ledgerHandlers } from '#electron/erasures/ledger-handlers.ts';
import { headerFile } from '#electron/header/header-file.ts';
import { headerHandlers } from '#electron/header/header-handlers.ts';
import { createThrottle, throttleHandlers } from '#electron/header/throttle.ts';
import { readWorkstation, type Workstation } from '#electron/header/workstation-id.ts';
import type { Handlers } from '#electron/ipc/handlers.ts';
import { compactor } from '#electron/journal/compactor.ts';
import { createJournal } from '#electron/journal/journal.ts';
import { journalHandlers } from '#electron/journal/journal-handlers.ts';
import { replaceableJournal } from '#electron/journal/replaceable-journal.ts';
import { kioskKey, syncSeed } from '#electron/keystore/removable-secret.ts';
import { sharedSecret } from '#electron/keystore/shared-secret.ts';
import { createKeystore, keystoreHandlers } from '#electron/keystore/site-secret.ts';
import { createInbox } from '#electron/kiosk/inbox.ts';
import { kioskHandlers } from '#electron/kiosk/kiosk.ts';
import { knownServer } from '#electron/sync/known-server.ts';
import { type SyncHandlersDeps, syncAnswers } from '#electron/sync/sync-handlers.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import type { AppFolders } from './app-folders.ts';

/** What the data folder needs of the window. */
export type Surroundings = {
  /** Makes the window a kiosk or ends that. */
  readonly turnKiosk: (on: boolean) => void;
  readonly ask: AskForPlace;
  readonly backupChanged: (state: BackupState) => void;
  readonly sync: Pick<SyncHandlersDeps, 'connectionChanged' | 'batchCame'>;
};

/** What a data folder that may be used gives: the answers to every call about it, and its workstation id. */
export type OpenDataFolder = {
  /** Another one after a restore. */
  workstation(): Workstation;
  /** The window was locked: a good moment for a snapshot. */
  locked(): void;
  /** The page that was connected to the sync server is gone. */
  stopSync(): Promise<void>;
  /** Makes a last snapshot and ends the journal's segment, so that the next start finds it whole. For after the last call. */
  close(): Promise<void>;
  readonly handlers: Omit<
    Handlers,
    'app.info' | 'app.lock' | `documents.${string}` | `printing.${string}` | 'camera.begin' | 'camera.end'
  >;
};

/**
 * Opens journal, header, throttle, keystore, kiosk and backup. A restore that a crash cut short is finished first.
 * @throws CodedError `disk.…` if the journal can't be opened.
 */
export async function openDataFolder(
  { data, local }: AppFolders,
  { turnKiosk, ask, backupChanged, sync }: Surroundings,
): Promise<OpenDataFolder> {
  const fs = guardFileSystem(nodeFileSystem());
  const space = diskSpace(freeBytesOf(data));
  const vault = join(data, 'vault');
  const clock = { calendar: Date.now, monotonic: () => performance.now() };
  const sealedFor = {
    fs,
    directory: join(local, 'keystore'),
    cipher: safeStorage,
    platform: process.platform,
  };
  const kioskFolder = join(data, 'kiosk');
  const folders = restoreFolders(data);
  await finishRestore(fs, folders);
  const header = headerFile(fs, vault);
  const journal = await replaceableJournal(() => createJournal({ fs, directory: folders.journal, space }));
  const overJournal = inTurn();
  const ledger = ledgerFile(fs, vault);
  const workers = { here: backupWorker(forkBackupProcess), away: backupWorker(forkBackupProcess) };
  const compacting = compactor({
    fs,
    journal,
    directory: folders.journal,
    worker: workers.here,
    overJournal,
  });
  const backup = await Backup.open({
    fs,
    journal,
    overJournal,
    header,
    data,
    folders,
    ledger,
    away: awayFolder(fs, vault),
    workers,
    now: Date.now,
    changed: backupChanged,
    workstation: await readWorkstation(fs, vault),
  });
  const keystore = createKeystore(sealedFor);
  const syncFolder = join(data, 'sync');
  const syncing = syncAnswers({
    ...sync,
    server: knownServer(fs, syncFolder),
    seed: sharedSecret({
      ...{ fs, directory: syncFolder, file: 'seed.bin', purpose: 'sync-seed' },
      own: syncSeed(sealedFor),
      siteSecret: () => keystore.load().catch(() => null),
    }),
  });
  const occasions = keepBackingUp(backup, compacting);
  return {
    workstation: () => backup.workstation,
    locked: occasions.locked,
    stopSync: syncing.stop,
    close: async () => {
      await syncing.stop();
      await occasions.end();
      await journal.close();
    },
    handlers: {
      ...headerHandlers(header, space),
      ...ledgerHandlers(ledger, () => void backup.ledgerGrew()),
      ...throttleHandlers(createThrottle(fs, vault, clock)),
      ...journalHandlers(journal, compacting),
      ...keystoreHandlers(keystore),
      ...(await kioskHandlers({
        fs,
        directory: kioskFolder,
        key: kioskKey(sealedFor),
        inbox: createInbox({ fs, directory: kioskFolder, space }),
        turn: turnKiosk,
      })),
      ...backupHandlers(backup, ask),
      ...freeDiskHandlers(space),
      ...syncing.handlers,
    },
  };
}
