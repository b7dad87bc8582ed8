/** What sync needs of the local data: merging what comes, sealing what goes. Implemented in renderer/data. */
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { Result } from '#shared/domain/result.ts';
import type { OverwrittenEdit, RecordVersion } from '#shared/sync/field-stamps.ts';
import type { Rebasing } from '#shared/sync/rebase.ts';
import type { SyncEntry, SyncLine } from './sync-transport.ts';

export interface RecordName {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A value of the server that was opened. */
export type OpenedEntry =
  | {
      readonly kind: 'record';
      readonly name: RecordName;
      readonly version: RecordVersion;
      /** The workstation that sealed it. */
      readonly writer: string;
      /** It was sealed under the newest epoch. */
      readonly isUnderNewest: boolean;
      /** This workstation's latest stamp that it knows; empty: none. */
      readonly ownUpTo: string;
    }
  /** A piece of a picture, to which records refer. */
  | { readonly kind: 'picture'; readonly isUnderNewest: boolean }
  /** A record that refers to pieces which are not there, or are garbage. */
  | { readonly kind: 'lacking'; readonly pieces: readonly string[] }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newer' }
  /** Sealed under an epoch that this session has no key of. */
  | { readonly kind: 'unknown-epoch' }
  /** Nothing that this facility wrote under that key. */
  | { readonly kind: 'garbage' };

/** What became of a version that came. */
export interface TakenRecord extends RecordName {
  /** What is stored now is what the server has: nothing is to be published. */
  readonly isSettled: boolean;
  /** Something changed here. */
  readonly isChanged: boolean;
  /** It has overwritten edits to be shown. */
  readonly hasOverwritten: boolean;
  /** Overwritten edits that had to go unseen because there were too many. */
  readonly dropped: readonly OverwrittenEdit[];
}

/** What is to be published of a record. */
export interface OutgoingRecord extends RecordName {
  readonly key: string;
  readonly value: Uint8Array<ArrayBuffer>;
  /** Tells this sealing from every other. */
  readonly rev: string;
  /** Pieces of its pictures by key, which have to be on the server before it. */
  readonly pieces: ReadonlyMap<string, string>;
}

/** A piece of a picture, to be published under the key that was given. */
export interface SealedPiece {
  readonly value: Uint8Array<ArrayBuffer>;
  readonly rev: string;
  /** Under which it was sealed. */
  readonly epoch: string;
}

/** A record to be published, and how its stamps are put right before (shared/sync/rebase.ts). */
export interface GoingRecord extends RecordName {
  readonly rebasing: Omit<Rebasing, 'workstationId'>;
}

export interface Replica {
  readonly workstationId: string;
  /** A record's key on the server: the same on every workstation and in every epoch. 32 hex digits. */
  keyOf(name: RecordName): string;
  /**
   * In order.
   *
   * @param get reads pieces of pictures that records refer to
   * @throws where one of them could not be read
   */
  open(entries: readonly SyncEntry[], get: SyncLine['get']): Promise<readonly OpenedEntry[]>;
  /** The newest epoch, under which everything is sealed. */
  epoch(): string;
  sealPiece(key: string, piece: string): Promise<SealedPiece>;
  /** Those of the wanted pieces that stand in records here, by key. */
  piecesAt(keys: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
  /**
   * Merges and stores, in as few frames as the journal takes; in order. The error is a failure code, and the last of it
   * was not stored then.
   */
  take(
    incoming: readonly (RecordName & { readonly version: RecordVersion })[],
  ): Promise<Result<readonly TakenRecord[], string>>;
  /**
   * Seals records as they are, in order, those that are not there or of a newer app left out. Stamps of a wrong clock
   * are put right and stored before.
   *
   * @param stored hears of records whose stamps were put right, before they are stored, with this workstation's latest
   */
  outgoing(
    records: readonly GoingRecord[],
    stored: (settled: readonly (RecordName & { readonly upTo: string })[]) => Promise<void>,
  ): Promise<Result<readonly OutgoingRecord[], string>>;
  /** Every record there is, erased ones too, in parts. */
  names(): AsyncIterable<readonly RecordName[]>;
  /** Records that the journal's frames after this one wrote; `undefined`: the journal does not reach back so far. */
  writtenSince(seq: number): Promise<readonly RecordName[] | undefined>;
  /** The journal's last frame, once every write before has been told to `onWritten`. */
  lastSeq(): Promise<number>;
  /** Called after every write of a command. @returns its unsubscribe function */
  onWritten(listener: (written: readonly (RecordName & { readonly isNew: boolean })[]) => void): () => void;
  /** What sync keeps here, sealed; it is lost with the database and never journalled. */
  loadState(): Promise<unknown>;
  saveState(state: unknown): Promise<void>;
  /** Whether a record has overwritten edits to be shown. */
  hasOverwritten(name: RecordName): Promise<boolean>;
}
