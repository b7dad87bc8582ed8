import { join } from 'node:path';
import { safeStorage } from 'electron';
import { diskSpace, freeBytesOf, freeDiskHandlers } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { headerFile } from '#electron/header/header-file.ts';
import { headerHandlers } from '#electron/header/header-handlers.ts';
import { createThrottle, throttleHandlers } from '#electron/header/throttle.ts';
import { workstationId } from '#electron/header/workstation-id.ts';
import type { Handlers } from '#electron/ipc/handlers.ts';
import { createJournal } from '#electron/journal/journal.ts';
import { journalHandlers } from '#electron/journal/journal-handlers.ts';
import { kioskKey } from '#electron/keystore/kiosk-key.ts';
import { createKeystore, keystoreHandlers } from '#electron/keystore/site-secret.ts';
import { createInbox } from '#electron/kiosk/inbox.ts';
import { kioskHandlers } from '#electron/kiosk/kiosk.ts';
import type { AppFolders } from './app-folders.ts';

/** What a data folder that may be used gives: the answers to every call about it, and its workstation id. */
export type OpenDataFolder = {
  readonly workstationId: string;
  /** Ends the journal's segment, so that the next start finds it whole. For after the last call. */
  close(): Promise<void>;
  readonly handlers: Omit<
    Handlers,
    'app.info' | 'app.lock' | `documents.${string}` | `printing.${string}` | 'camera.begin' | 'camera.end'
  >;
};

/**
 * Opens journal, header, throttle, keystore and kiosk. @param turnKiosk makes the window a kiosk or ends that.
 * @throws CodedError `disk.…` if the journal can't be opened.
 */
export async function openDataFolder(
  { data, local }: AppFolders,
  turnKiosk: (on: boolean) => void,
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
  const journal = await createJournal({ fs, directory: join(data, 'journal'), space });
  return {
    workstationId: await workstationId(fs, vault),
    close: () => journal.close(),
    handlers: {
      ...headerHandlers(headerFile(fs, vault), space),
      ...throttleHandlers(createThrottle(fs, vault, clock)),
      ...journalHandlers(journal),
      ...keystoreHandlers(createKeystore(sealedFor)),
      ...(await kioskHandlers({
        fs,
        directory: kioskFolder,
        key: kioskKey(sealedFor),
        inbox: createInbox({ fs, directory: kioskFolder, space }),
        turn: turnKiosk,
      })),
      ...freeDiskHandlers(space),
    },
  };
}
