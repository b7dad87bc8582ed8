import type { Refusal } from '#shared/domain/commands/define.ts';
import type { DeletionRun } from '#shared/domain/records/deletion-run.ts';
import type { Result } from '#shared/domain/result.ts';
import type { DueForDeletion, DueNow } from '#shared/domain/retention/due-list.ts';

/** How a deletion run ended. */
export interface RunEnd {
  readonly outcome: DeletionRun['outcome'];
  readonly done: DeletionRun['done'];
  /** Why it ended early. */
  readonly refusal: Refusal | null;
  /** Whether what was deleted is out of the journal's older entries as well; see `RetentionPort.erase`. */
  readonly compacted: boolean;
}

/** Deletions that came back with an older snapshot. */
interface RepeatedErasures {
  /** Done again. */
  readonly count: number;
  /** Sealed under a key that the snapshot's header does not have: nobody knows what they say. */
  readonly locked: number;
}

interface RunOptions {
  /** Ends it between two whole steps. */
  readonly signal: { readonly aborted: boolean };
  /** People and sessions that are done, and how many there are in all. */
  readonly onProgress: (done: number, of: number) => void;
}

/** Deleting people's data. Every deed is refused to roles that may not. */
export interface RetentionPort {
  /** What this unlock did again, because an older snapshot had been put back; or why it could not. */
  readonly repeated: Result<RepeatedErasures, Refusal>;
  /**
   * Erases a person everywhere. Answers whether they are out of the journal's older entries as well (`compacted`); if
   * not, they go from there when it is compacted next.
   */
  erase(participantId: string): Promise<Result<{ readonly compacted: boolean }, Refusal>>;
  /** Who and what is due today; `retention.not-signed-off` while there are no periods. */
  due(): Promise<Result<DueForDeletion, Refusal>>;
  /** Deletes what is due, and leaves the log of it. */
  run(due: DueNow, options: RunOptions): Promise<Result<RunEnd, Refusal>>;
}
