import { codedDiskError } from '#electron/disk/guarded-file-system.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { LedgerFile } from './ledger-file.ts';

/**
 * Answers the erasure ledger's calls. It may grow on a disk that is nearly full: nobody may come back because of that.
 * @param grown hears that the ledger has new entries, for its copy in the second place
 */
export function ledgerHandlers(
  ledger: LedgerFile,
  grown: () => void,
): HandlersOf<'erasures.read' | 'erasures.add'> {
  return {
    'erasures.read': async () => ({
      entries: (await ledger.read().catch(coded)).map((entry) => Uint8Array.from(entry)),
    }),
    'erasures.add': async ({ entries }) => {
      await ledger.add(entries).catch(coded);
      grown();
    },
  };
}

function coded(error: unknown): never {
  throw codedDiskError(error);
}
