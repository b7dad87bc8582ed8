/** Staff accounts as screens have them once the vault is open. */
import { randomId } from '#renderer/vault/bytes.ts';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import { drawTemporaryPassphrase } from '#renderer/vault/temporary-passphrase.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultFailure } from '#renderer/vault/vault-failure.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { sameName } from '#shared/domain/timetable/clashes.ts';
import type { AccountsPort, StaffAccount } from '#shared/ports/accounts.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';

interface StaffAccountsDeps {
  readonly vault: Pick<
    Vault,
    'accounts' | 'addAccount' | 'disableAccount' | 'changeRole' | 'resetPassphrase' | 'changePassphrase'
  >;
  readonly commands: CommandPort;
  readonly session: VaultSession;
  readonly now: () => Date;
  /** A new key for the data has begun. */
  readonly keyBegun: () => void;
}

type Noted = 'account.create' | 'account.disable' | 'account.changeRole' | 'account.resetPassphrase';

/** Every change of an account is noted first, as whoever may not note it may not make it. */
export function staffAccounts({ vault, commands, session, now, keyBegun }: StaffAccountsDeps): AccountsPort {
  const listeners = new Set<() => void>();
  const changed = <T, E>(result: Result<T, E>): Result<T, E> => {
    if (result.ok) for (const listener of listeners) listener();
    return result;
  };
  const noted = async <T>(
    deed: Noted,
    id: string,
    change: () => Promise<Result<void, VaultFailure>>,
    value: T,
  ): Promise<Result<T, Refusal>> => {
    const note = await commands.execute(deed, { ids: [id] });
    if (!note.ok) return note;
    const done = await change().catch(unforeseen);
    return changed(done.ok ? ok(value) : err({ code: failureOf(done.error).code }));
  };
  const list = async (): Promise<Result<readonly StaffAccount[], Refusal>> => {
    const found = await vault.accounts(session).catch(unforeseen);
    return found.ok ? found : err({ code: failureOf(found.error).code });
  };
  return {
    list,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create: async (name, role) => {
      const present = await list();
      if (!present.ok) return present;
      // On the lock screen one name is one person.
      if (present.value.some((account) => account.status === 'active' && sameName(account.name, name)))
        return err({ code: 'account.name-taken', field: 'name' });
      const given = { passphrase: drawTemporaryPassphrase() };
      const person = { id: randomId(), name: name.trim(), role, ...given, temporary: true };
      return noted('account.create', person.id, () => vault.addAccount(session, person), given);
    },
    disable: async (id) => {
      const done = await noted(
        'account.disable',
        id,
        () => vault.disableAccount(session, id, now()),
        undefined,
      );
      if (done.ok) keyBegun();
      return done;
    },
    changeRole: (id, role) =>
      noted('account.changeRole', id, () => vault.changeRole(session, id, role), undefined),
    resetPassphrase: async (id) => {
      const given = { passphrase: drawTemporaryPassphrase() };
      const change = () => vault.resetPassphrase(session, id, { ...given, temporary: true });
      return noted('account.resetPassphrase', id, change, given);
    },
    changePassphrase: async (oldPassphrase, newPassphrase) => {
      const done = await vault.changePassphrase(session, oldPassphrase, newPassphrase).catch(unforeseen);
      if (!done.ok) return err(failureOf(done.error));
      await commands.execute('account.changePassphrase', { ids: [session.signedIn.accountId] });
      return ok(undefined);
    },
    judge: (passphrase, known) => passphraseStrength(passphrase, known),
  };
}
