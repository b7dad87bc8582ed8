import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { Backup } from './backup.ts';

/** Dialogs that main runs: paths never come from the window. `null`: cancelled. */
export interface AskForPlace {
  readonly folder: () => Promise<string | null>;
  readonly snapshot: () => Promise<string | null>;
}

type BackupCalls =
  | 'backup.state'
  | 'backup.list'
  | 'backup.make'
  | 'backup.verify'
  | 'backup.stopVerifying'
  | 'backup.chooseFolder'
  | 'backup.read'
  | 'backup.restore'
  | 'backup.restoreFile'
  | 'backup.listSetAside'
  | 'backup.deleteSetAside'
  | 'backup.dismissLedger';

/** Answers the backup's calls. */
export function backupHandlers(backup: Backup, ask: AskForPlace): HandlersOf<BackupCalls> {
  return {
    'backup.state': async () => backup.state(),
    'backup.list': () => backup.list(),
    'backup.make': () => backup.makeNow(),
    'backup.verify': () => backup.verifyAll(),
    'backup.stopVerifying': async () => backup.stopVerifying(),
    'backup.chooseFolder': async () => {
      const folder = await ask.folder();
      if (folder !== null) await backup.choose(folder);
      return { chosen: folder !== null };
    },
    'backup.read': ({ place, name, fromSeq, maxBytes }) => backup.read({ place, name }, fromSeq, maxBytes),
    'backup.restore': (ref) => backup.restore(ref),
    'backup.restoreFile': async () => {
      const path = await ask.snapshot();
      if (path !== null) await backup.restoreFile(path);
      return { restored: path !== null };
    },
    'backup.listSetAside': async () => [...(await backup.listSetAside())],
    'backup.deleteSetAside': ({ id }) => backup.deleteSetAside(id),
    'backup.dismissLedger': () => backup.dismissLedger(),
  };
}
