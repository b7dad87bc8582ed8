/** The PCs of a site, for administrators. Refusals are keys of `locales/*​/failures.json`. */
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

export interface Workstation {
  readonly id: string;
  readonly name: string;
  /** By which the server knows it. */
  readonly publicKey: string;
  /** In the server's time, ISO 8601. */
  readonly addedAt: string;
  /** `null` while it belongs to the site. */
  readonly revokedAt: string | null;
}

/** A PC that asks to belong to the site. */
export interface AskingWorkstation {
  readonly workstationId: string;
  /** What whoever sits there calls it. */
  readonly name: string;
  readonly requestedAt: string;
  /** Groups of digits, the same as on its own screen. */
  readonly fingerprint: readonly string[];
}

/** A file that was just made for another PC, and its code: shown once, kept nowhere. */
export interface JoinInvitation {
  readonly code: string;
  readonly goodUntil: Date;
  /** `false`: the person cancelled. */
  save(): Promise<Result<boolean, Refusal>>;
}

/** How this PC stands with what all workstations share. */
export type SiteStanding =
  /** No server was set up. */
  | 'off'
  | 'agreed'
  /** Accounts or keys were changed at two workstations that did not know of each other: administrators sign in at both. */
  | 'differs'
  /** A newer version of the app changed accounts: this one waits for its update. */
  | 'newer'
  /** This workstation was revoked. */
  | 'revoked';

export interface WorkstationsPort {
  /** In the order in which they came; the same array until it changes. */
  list(): readonly Workstation[];
  /** The same array until it changes. */
  asking(): readonly AskingWorkstation[];
  standing(): SiteStanding;
  /** Changes of accounts were overruled since the app was opened: somebody has to look at them. */
  overruled(): boolean;
  /** Called after every change of what is answered here. @returns its unsubscribe function */
  subscribe(listener: () => void): () => void;
  /** Looks on the server who asks. `false`: it is not reached. */
  look(): Promise<boolean>;
  /** Enters this PC itself, after its server was set up. Administrators only, as everything that follows. */
  enter(name: string): Promise<Result<void, Refusal>>;
  rename(id: string, name: string): Promise<Result<void, Refusal>>;
  invite(): Promise<Result<JoinInvitation, Refusal>>;
  approve(asking: AskingWorkstation, name: string): Promise<Result<void, Refusal>>;
  decline(asking: AskingWorkstation): Promise<Result<void, Refusal>>;
  /** Begins a new key; the PC's access to the server has to be ended there too. */
  revoke(id: string): Promise<Result<void, Refusal>>;
}
