import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { BackupState, SetAside, Snapshot, SnapshotRef } from '#shared/ipc/contract/backup.ts';

/** What a rehearsal found in a snapshot: this is what restoring it would give. */
export interface Rehearsal {
  /** Merged records count once, as in the list of people. */
  readonly people: number;
  readonly sessions: number;
  /** Rows that don't open: restoring would leave them out, and say so. */
  readonly unreadable: number;
}

/** What reading all snapshots back found. */
export interface VerifiedAll {
  readonly read: number;
  readonly damaged: number;
  /** It was ended before all were read. */
  readonly stopped: boolean;
}

/** What the screens may do about backups. */
export interface BackupPort {
  /** `undefined` until main has answered for the first time; the same object until something changes. */
  current(): BackupState | undefined;
  subscribe(listener: () => void): () => void;
  /** Newest first, in both places. */
  list(): Promise<Result<readonly Snapshot[], Refusal>>;
  makeNow(): Promise<Result<void, Refusal>>;
  /** Reads every snapshot back in both places; how far it is stands in the state. */
  verifyAll(): Promise<Result<VerifiedAll, Refusal>>;
  /** Ends that after the snapshot that is being read. */
  stopVerifying(): void;
  /** `false`: the person cancelled. */
  chooseFolder(): Promise<Result<boolean, Refusal>>;
  /** Opens the whole snapshot in memory and touches nothing. @param onProgress from 0 to 1. */
  rehearse(ref: Snapshot, onProgress: (done: number) => void): Promise<Result<Rehearsal, Refusal>>;
  /** What was there before each restore and nobody has deleted, newest first. */
  listSetAside(): Promise<Result<readonly SetAside[], Refusal>>;
  /** Deletes it for good. */
  deleteSetAside(id: SetAside['id']): Promise<Result<void, Refusal>>;
  /** Somebody has seen what the last restore lacked of the erasure ledger. */
  dismissLedger(): void;
  /** Sets the present data aside and puts the snapshot in its place; the window goes to the lock screen. */
  restore(ref: SnapshotRef): Promise<Result<void, Refusal>>;
}
