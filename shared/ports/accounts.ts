import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Role } from './account.ts';

/** A staff account, as staff see it. */
export interface StaffAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly status: 'active' | 'disabled';
}

/** A passphrase that opens the app once, until its owner has chosen another. Shown once, kept nowhere. */
export interface TemporaryPassphrase {
  readonly passphrase: string;
}

/** How well a passphrase withstands guessing. */
interface JudgedPassphrase {
  /** 0 (guessed at once) to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly acceptable: boolean;
  /** Key of what is weak; `null` if nothing stands out. */
  readonly warningKey: string | null;
}

/** Staff accounts, whose keys are the vault's. Codes of refusals are keys of `locales/*​/failures.json`. */
export interface AccountsPort {
  /** All there ever were, by name. */
  list(): Promise<Result<readonly StaffAccount[], Refusal>>;
  /** Called after every change. Returns its unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Administrators only, as the four that follow. */
  create(name: string, role: Role): Promise<Result<TemporaryPassphrase, Refusal>>;
  /** Not one's own; what is written from then on is closed to it, whatever it copied before. */
  disable(id: string): Promise<Result<void, Refusal>>;
  changeRole(id: string, role: Role): Promise<Result<void, Refusal>>;
  /** For a forgotten one; a disabled account is opened again by it. Not one's own. */
  resetPassphrase(id: string): Promise<Result<TemporaryPassphrase, Refusal>>;
  /** One's own. A wrong old one counts as at the lock screen: `waitMs` until the next attempt. */
  changePassphrase(
    oldPassphrase: string,
    newPassphrase: string,
  ): Promise<Result<void, Refusal & { readonly waitMs?: number }>>;
  judge(passphrase: string, known: readonly string[]): Promise<JudgedPassphrase>;
}
