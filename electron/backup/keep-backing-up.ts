import type { Compactor } from '#electron/journal/compactor.ts';
import type { Backup } from './backup.ts';

const everyMs = 60_000;
/** What quitting waits for at most: Windows ends a program that takes longer to shut down. */
const quitMs = 10_000;

/** The occasions on which a snapshot may be due. */
export interface BackupOccasions {
  /** The window was locked. */
  locked(): void;
  /** For the end of the program, before the journal is closed. */
  end(): Promise<void>;
}

/** Looks once a minute whether a snapshot is due, and at a lock whether the journal is to be compacted; nothing here is ever waited for but the last one. */
export function keepBackingUp(backup: Backup, compactor: Compactor): BackupOccasions {
  void backup.look();
  // The window is locked yet, and nobody writes.
  void compactor.consider();
  const timer = setInterval(() => void backup.consider('hour'), everyMs);
  return {
    locked: () => void backup.consider('lock').then(compactor.consider),
    end: async () => {
      clearInterval(timer);
      let patience: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, quitMs);
      });
      await Promise.race([backup.consider('quit'), late]);
      clearTimeout(patience);
      backup.end();
    },
  };
}
