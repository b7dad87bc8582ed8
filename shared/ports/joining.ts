/** How a PC without data comes into a site. Errors are keys of `locales/*​/failures.json`. */
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

/** What a PC that joins is waiting for. */
export type JoinState =
  /** The server is not reached yet. */
  | { readonly kind: 'connecting' }
  /** The server does not know this PC's key yet: the IT department adds it. */
  | { readonly kind: 'refused' }
  /** An administrator at another workstation has to take it in. */
  | { readonly kind: 'asking' }
  /** More PCs ask already than there is room for. */
  | { readonly kind: 'full' }
  /** An administrator said no. */
  | { readonly kind: 'declined' }
  /** This PC could not store what it was given; it tries again. */
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'joined' };

/** A PC that waits to be taken in. Nothing but its key at the server is stored on it. */
export interface PendingJoin {
  readonly facilityName: string | null;
  /** For the IT department. */
  readonly publicKey: string;
  /** Groups of digits, the same as on the administrator's screen. */
  readonly fingerprint: readonly string[];
  /** The same object until it changes. */
  current(): JoinState;
  /** @returns its unsubscribe function */
  subscribe(listener: () => void): () => void;
  /** Gives up; nothing stays on this PC. */
  cancel(): Promise<void>;
}

export interface JoinPort {
  /** Whether it looks like a join file. */
  isJoinFile(text: string): boolean;
  /** Opens the file with its code and begins to wait. `name`: what staff will call this PC. */
  begin(file: string, code: string, name: string): Promise<Result<PendingJoin, Refusal>>;
}
