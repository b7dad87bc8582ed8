import type { Result } from '#shared/domain/result.ts';
import type { BackupState, SetAside, Snapshot, SnapshotRef } from '#shared/ipc/contract/backup.ts';
import type { CallResult } from '#shared/ipc/contract/contract.ts';

/** What the backup needs of main; each method is the call of the same name, errors are its codes. */
export interface BackupHost {
  state(): Promise<Result<BackupState, string>>;
  /** Returns the function that ends it. */
  onChanged(listener: (state: BackupState) => void): () => void;
  list(): Promise<Result<Snapshot[], string>>;
  make(): Promise<Result<BackupState, string>>;
  verify(): Promise<Result<CallResult<'backup.verify'>, string>>;
  stopVerifying(): Promise<Result<void, string>>;
  chooseFolder(): Promise<Result<{ readonly chosen: boolean }, string>>;
  read(
    ref: SnapshotRef,
    fromSeq: number,
    maxBytes: number,
  ): Promise<Result<CallResult<'backup.read'>, string>>;
  restore(ref: SnapshotRef): Promise<Result<void, string>>;
  listSetAside(): Promise<Result<SetAside[], string>>;
  deleteSetAside(id: string): Promise<Result<void, string>>;
  dismissLedger(): Promise<Result<void, string>>;
  compactJournal(): Promise<Result<CallResult<'journal.compact'>, string>>;
  restoreFile(): Promise<Result<{ readonly restored: boolean }, string>>;
}
