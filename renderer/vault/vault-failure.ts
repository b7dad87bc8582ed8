/** Why the vault did not do what it was asked. Codes, never texts or names: screens translate them. */
export type VaultFailure =
  | { readonly code: 'no-vault' }
  | { readonly code: 'vault-exists' }
  /** The header is no readable header. */
  | { readonly code: 'header-damaged' }
  /** A newer version of the app wrote it in a way that this one can't read. */
  | { readonly code: 'header-too-new' }
  /** The header was changed by someone who holds no administrator's key. */
  | { readonly code: 'header-altered' }
  /** The keystore does not give this user the site secret: the recovery code is needed once. */
  | { readonly code: 'needs-recovery' }
  | { readonly code: 'unknown-account' }
  | { readonly code: 'account-disabled' }
  /** Too soon after a wrong passphrase. */
  | { readonly code: 'wait'; readonly waitMs: number }
  | { readonly code: 'wrong-passphrase'; readonly waitMs: number; readonly failures: number }
  /** An administrator gave it: its owner has to choose another first (`chooseFirstPassphrase`). */
  | { readonly code: 'temporary-passphrase' }
  /** Would be guessed too soon. */
  | { readonly code: 'weak-passphrase' }
  /** The new one is the old one. */
  | { readonly code: 'same-passphrase' }
  /** Mistyped (length, letter or check character). */
  | { readonly code: 'recovery-code-mistyped' }
  /** Well typed, but not this vault's. */
  | { readonly code: 'recovery-code-wrong' }
  | { readonly code: 'not-administrator' }
  | { readonly code: 'last-administrator' }
  /** An administrator's act on the very account they are signed in with. */
  | { readonly code: 'own-account' }
  /** A workstation that is to get a key for certificates has one. */
  | { readonly code: 'issuer-in-use' }
  | { readonly code: 'unknown-issuer' }
  | { readonly code: 'issuer-struck-off' }
  /** A workstation is struck off from a day that is still to come. */
  | { readonly code: 'issuer-day' }
  | { readonly code: 'unknown-workstation' }
  | { readonly code: 'workstation-revoked' }
  /** A workstation is to be revoked at itself. */
  | { readonly code: 'own-workstation' }
  /** Another workstation that belongs to the site has this name. */
  | { readonly code: 'workstation-name' }
  /** Accounts, roles and keys are changed at all workstations at once, and the sync server is not reached. */
  | { readonly code: 'server-needed' }
  /** The change was sent to the server, which has not answered: it holds or it does not. */
  | { readonly code: 'server-silent' }
  /** Two administrators' changes knew nothing of each other; one has to sign in where the overruled one was made. */
  | { readonly code: 'headers-differ' }
  /** The server has no room for it, or refuses this workstation. */
  | { readonly code: 'server-refused' }
  /** No join file of this app. */
  | { readonly code: 'join-file-unreadable' }
  /** Older than a day, or this PC's clock is wrong. */
  | { readonly code: 'join-file-expired' }
  /** Mistyped (length, letter or check character). */
  | { readonly code: 'join-code-mistyped' }
  /** Well typed, but another file's. */
  | { readonly code: 'join-code-wrong' }
  /** What no other code foresees, such as too little memory for Argon2id. */
  | { readonly code: 'failed' }
  /** Main answered with this code of the IPC contract. */
  | { readonly code: 'host'; readonly hostCode: string };

/** Thrown when a locked session is used: a bug of the caller, which should have let go of it. */
export class VaultLockedError extends Error {
  constructor() {
    super('The vault is locked.');
    this.name = 'VaultLockedError';
  }
}
