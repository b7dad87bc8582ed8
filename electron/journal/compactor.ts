/**
 * When the journal is compacted, and how: a process of its own writes what is to be kept, main puts it in place. Only
 * the latter makes writing wait, for the time of a few file operations.
 */
import type { BackupWorker } from '#electron/backup/process-link.ts';
import type { FileSystem } from '#electron/disk/file-system.ts';
import type { InTurn } from '#electron/disk/in-turn.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { ReplaceableJournal } from './replaceable-journal.ts';
import { swapIn } from './swap.ts';

interface CompactorDeps {
  readonly fs: FileSystem;
  readonly journal: ReplaceableJournal;
  /** The journal's folder. */
  readonly directory: string;
  readonly worker: BackupWorker;
  /** See `BackupDeps`. */
  readonly overJournal: InTurn;
}

export interface Compactor {
  /** Compacts now, whatever there is to gain. Answers when no replaced row is on the disk any more. */
  compact(): Promise<{ readonly bytesBefore: number; readonly bytesAfter: number }>;
  /** Compacts if the journal is large and at least half of it would go. Failures are left to the next occasion. */
  consider(): Promise<void>;
}

/** Below this many bytes a journal is read in a moment, and compacting it is not worth the writing. */
const largeBytes = 67_108_864;
const leastGain = 0.5;
/** So much a journal must have grown since it was found not worth it before it is looked at again. */
const growth = 1.25;

export function compactor({ fs, journal, directory, worker, overJournal }: CompactorDeps): Compactor {
  /** The size at which it was not worth it the last time. */
  let notWorth = 0;

  async function compact(gain: number): Promise<boolean> {
    const { condition, lastSeq } = journal.status();
    if (condition === 'damaged') throw new CodedError('journal.damaged');
    if (lastSeq === 0) return false;
    const compacted = await worker.run('compact', { journal: directory, upTo: lastSeq, leastGain: gain });
    if (compacted) await swapIn(fs, directory, journal, compacted);
    return compacted !== null;
  }

  return {
    compact: () =>
      overJournal(async () => {
        const bytesBefore = journal.status().bytes;
        await compact(0);
        return { bytesBefore, bytesAfter: journal.status().bytes };
      }),
    consider: async () => {
      await overJournal(async () => {
        const { bytes } = journal.status();
        if (bytes < largeBytes || bytes < notWorth * growth) return;
        if (!(await compact(leastGain))) notWorth = bytes;
      }).catch(() => undefined);
    },
  };
}
