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
import { createKeystore, keystoreHandlers } from '#electron/keystore/site-secret.ts';
import type { AppFolders } from './app-folders.ts';

/** What a data folder that may be used gives: the answers to every call about it, and its workstation id. */
export type OpenDataFolder = {
  readonly workstationId: string;
  /** Ends the journal's segment, so that the next start finds it whole. For after the last call. */
  close(): Promise<void>;
  readonly handlers: Omit<Handlers, 'app.info' | 'app.lock' | 'documents.savePdf' | 'documents.print'>;
};

/** Opens journal, header, throttle and keystore. @throws CodedError `disk.…` if the journal can't be opened. */
export async function openDataFolder({ data, local }: AppFolders): Promise<OpenDataFolder> {
  const fs = guardFileSystem(nodeFileSystem());
  const space = diskSpace(freeBytesOf(data));
  const vault = join(data, 'vault');
  const clock = { calendar: Date.now, monotonic: () => performance.now() };
  const keystore = createKeystore({
    fs,
    directory: join(local, 'keystore'),
    cipher: safeStorage,
    platform: process.platform,
  });
  const journal = await createJournal({ fs, directory: join(data, 'journal'), space });
  return {
    workstationId: await workstationId(fs, vault),
    close: () => journal.close(),
    handlers: {
      ...headerHandlers(headerFile(fs, vault), space),
      ...throttleHandlers(createThrottle(fs, vault, clock)),
      ...journalHandlers(journal),
      ...keystoreHandlers(keystore),
      ...freeDiskHandlers(space),
    },
  };
}
