/**
 * What sync needs of a server: one bucket of opaque keys with sealed values, written by compare-and-set. Plain data
 * only, so that it crosses IPC. Times of the server are ISO 8601 texts with up to nanoseconds, compared for equality
 * only; times of this computer are milliseconds since 1970.
 */

/** Where this workstation stands with its server. */
export type SyncConnection =
  /** Not reached yet since the start. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly since: number }
  /** Tries again by itself, at growing intervals. */
  | { readonly kind: 'offline'; readonly since: number }
  /** Reached, but it does not take this workstation's key: revoked, or not added yet. Tries again once a minute. */
  | { readonly kind: 'refused'; readonly since: number }
  /** Reached, but what lies there was not admitted: nothing is written or read until `reconsider`. */
  | { readonly kind: 'held'; readonly since: number; readonly found: StreamIdentity }
  | { readonly kind: 'closed' };

/** What tells one server's bucket from another's, and an older copy from the present one. */
export interface StreamIdentity {
  /** When the bucket was made, as the server writes it; another one has another time. */
  readonly createdAt: string;
  /** Sequence of the newest write, 0 where nothing was written. Never goes back in the same bucket. */
  readonly lastSequence: number;
  readonly records: number;
  /** How far the server's clock is ahead of this computer's, in milliseconds. */
  readonly clockAheadMs: number;
}

/** A value as it lies on the server. `revision` is its sequence in the whole bucket. */
export interface SyncEntry {
  readonly key: string;
  readonly value: Uint8Array<ArrayBuffer>;
  readonly revision: number;
  readonly storedAt: string;
}

export type PublishOutcome =
  | { readonly kind: 'stored'; readonly revision: number }
  /** Somebody else wrote this key: get, merge, publish again. */
  | { readonly kind: 'conflict' }
  /** Sent, but no answer came: it may be stored or not. Get the key before trying again. */
  | { readonly kind: 'unknown' }
  /** Not sent. */
  | { readonly kind: 'offline' }
  /** The server will never take it like this. */
  | { readonly kind: 'refused'; readonly reason: 'too-large' | 'full' | 'not-allowed' };

/** A read that got no answer; nothing is known then. */
export type ReadProblem = 'offline' | 'unanswered';

/** Entries in the order of their revisions, each key at most once. */
export interface SyncBatch {
  readonly entries: readonly SyncEntry[];
  /** How many are still to come on the way to the present; 0 says that this workstation has caught up. */
  readonly remaining: number;
}

export type SyncRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ReadProblem };

/** The server's bucket as a workstation has it. */
export interface SyncTransport {
  connection(): SyncConnection;
  /** @returns its unsubscribe function */
  subscribe(listener: () => void): () => void;
  identity(): Promise<SyncRead<StreamIdentity>>;
  /** @param expected the revision that this write replaces, 0 where the key is new */
  publish(key: string, value: Uint8Array, expected: number): Promise<PublishOutcome>;
  /** The key's present entry; `undefined` where it was never written. */
  get(key: string): Promise<SyncRead<SyncEntry | undefined>>;
  /** When the entry of that revision was stored; `undefined` where a later write replaced it. */
  storedAt(revision: number): Promise<SyncRead<string | undefined>>;
  /**
   * Hands over everything after a revision, then what is written from now on, over outages, for as long as it is not
   * stopped. A batch is handed over when the one before was taken; one whose `take` failed comes again.
   * @returns ends it
   */
  watch(after: number, take: (batch: SyncBatch) => Promise<void>): () => void;
  /** Judges the server once more, or tries at once to reach it: after an administrator's word or the computer's sleep. */
  reconsider(): void;
  close(): Promise<void>;
}

/** The same as the window has it: main judges, and closes when the window goes. */
export type SyncLine = Omit<SyncTransport, 'storedAt'>;
