import type { PassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';

/** What went wrong: a key of `locales/*​/failures.json`, and how long to wait before the next attempt. */
interface UnlockFailure {
  readonly code: string;
  /** Milliseconds. */
  readonly waitMs?: number;
}

export interface LockedAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What the recovery code opened. */
export interface Recovered {
  /** Those who can be given a new passphrase here. */
  readonly administrators: readonly LockedAccount[];
  /** Makes this computer usable again; passphrases stay as they are. */
  restore(): Promise<Result<void, UnlockFailure>>;
  /** Makes this computer usable again, gives the administrator a new passphrase and opens the app. */
  setPassphrase(accountId: string, passphrase: string): Promise<Result<void, UnlockFailure>>;
  discard(): void;
}

/** What the lock screen needs of the rest of the app. Success opens the app: the screen goes away by itself. */
export interface UnlockPort {
  /** `vault.temporary-passphrase`: right, but to be replaced by `chooseFirst` before anything opens. */
  unlock(accountId: string, passphrase: string): Promise<Result<void, UnlockFailure>>;
  chooseFirst(accountId: string, temporary: string, chosen: string): Promise<Result<void, UnlockFailure>>;
  recover(typedCode: string): Promise<Result<Recovered, UnlockFailure>>;
  judge(passphrase: string, known: readonly string[]): Promise<PassphraseJudgement>;
}
