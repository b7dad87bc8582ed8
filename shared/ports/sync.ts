/** What screens know of sync, and what administrators do about it. Without a server everything here stands still. */
import type { MergeTask } from '#shared/domain/after-merge/merge-task.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { Result } from '#shared/domain/result.ts';

/** Why nothing goes to the server or comes from it until somebody has looked. */
export type SyncTrouble =
  /** The server does not take this workstation's key: not added yet, or revoked. */
  | 'refused'
  /** The server's bucket is a new one and empty. `reseed` fills it from here. */
  | 'emptied'
  /** The server's bucket is an older state than this workstation has seen. `reseed` brings what is missing there. */
  | 'older'
  /** The server's bucket is not the one that is known, and holds something. `reseed` goes on where it is this facility's. */
  | 'another'
  /** What lies on the server is not this facility's. */
  | 'foreign'
  /** The server has no room left for this facility. */
  | 'full'
  /** Records that are larger than the server takes, even without their pictures: everything else goes on. */
  | 'too-large'
  /** An administrator revoked this workstation. */
  | 'revoked'
  /** A newer version of the app has written records that this one can't read: it waits for its update. */
  | 'newer';

export type SyncState =
  /** No server was set up. */
  | { readonly kind: 'off' }
  /** Everything was published and everything there is was taken over. `at`: of the last sign from the server. */
  | { readonly kind: 'in-step'; readonly at: number }
  /** The first fill, or catching up: records taken over so far in this run, and how many the server still has. */
  | { readonly kind: 'filling'; readonly done: number; readonly remaining: number }
  /** Connected, changes are on their way to the server. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** Not connected (`since` in milliseconds since 1970; of the start of the program where it never was). */
  | { readonly kind: 'offline'; readonly since: number; readonly count: number }
  | { readonly kind: 'attention'; readonly trouble: SyncTrouble; readonly count: number };

/** For IT. Nothing in it is secret, and nothing names a person. */
export interface SyncDetails {
  /** Addresses of the servers, as their file says. */
  readonly servers: readonly string[];
  readonly bucket: string;
  /** This workstation's public key, which the server's administrator has to know. */
  readonly publicKey: string;
  /** The newest sequence of the server that was taken over here; 0: none yet. */
  readonly sequence: number;
  /** Records on the server at the last look; `null`: not reached in this run. */
  readonly records: number | null;
  /** Changes that wait here. */
  readonly waiting: number;
  /** How far the server's clock is ahead of this computer's, in milliseconds; `null`: not reached in this run. */
  readonly clockAheadMs: number | null;
  readonly lastError: { readonly at: number; readonly code: string } | null;
  /** Values on the server that did not open and were replaced from here, in this run. */
  readonly repaired: number;
}

/** A record with an edit that was overwritten by somebody who did not know of it. */
export interface OverwrittenRecord {
  readonly kind: Exclude<RecordKind, 'audit'>;
  readonly id: string;
}

export interface SyncPort {
  /** The same object until it changes. */
  current(): SyncState;
  details(): SyncDetails | null;
  /** Asks the server anew for what `details` says of it; resolves at once where it is not reached. */
  look(): Promise<void>;
  /** Records with overwritten edits that nobody has looked at; the same array until it changes. */
  overwritten(): readonly OverwrittenRecord[];
  /** What two desks have made wrong together and is still so; the same array until it changes. */
  tasks(): readonly MergeTask[];
  /** Called after every change of what the others above answer. @returns its unsubscribe function */
  subscribe(listener: () => void): () => void;
  /**
   * Takes the file that the server kit wrote (`sync.address-unreadable`, `sync.address-unencrypted`) and begins to
   * connect. Administrators only.
   */
  connect(addressFile: string): Promise<Result<void, Refusal>>;
  /** Ends sync with this server; nothing here or there is deleted. Administrators only. */
  disconnect(): Promise<Result<void, Refusal>>;
  /** After `emptied`, `older` or `another`, once an administrator has confirmed: everything here is compared and published. */
  reseed(): Promise<Result<void, Refusal>>;
  /** Tries at once to reach the server. */
  retry(): void;
}
