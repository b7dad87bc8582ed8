import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { AccountsPort, StaffAccount } from '#shared/ports/accounts.ts';

/** Accounts over a list: the signed-in one and those of `others`. */
export function memoryAccounts(signedIn: SignedIn, others: readonly StaffAccount[]): AccountsPort {
  const { accountId: id, name, role } = signedIn;
  let accounts: readonly StaffAccount[] = [{ id, name, role, status: 'active' }, ...others];
  const listeners = new Set<() => void>();
  const change = (next: readonly StaffAccount[]): void => {
    accounts = next;
    for (const listener of listeners) listener();
  };
  const changeOne = (of: string, to: Partial<StaffAccount>): void =>
    change(accounts.map((account) => (account.id === of ? { ...account, ...to } : account)));
  const given = { ok: true, value: { passphrase: 'acde-fghj-kmnr' } } as const;
  const done = { ok: true, value: undefined } as const;
  return {
    list: async () => ({ ok: true, value: accounts }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create: async (newName, newRole) => {
      if (accounts.some((account) => account.name === newName))
        return { ok: false, error: { code: 'account.name-taken', field: 'name' } };
      const account = { id: `account-${accounts.length + 1}`, name: newName, role: newRole };
      change([...accounts, { ...account, status: 'active' }]);
      return given;
    },
    disable: async (of) => {
      changeOne(of, { status: 'disabled' });
      return done;
    },
    changeRole: async (of, to) => {
      changeOne(of, { role: to });
      return done;
    },
    resetPassphrase: async (of) => {
      changeOne(of, { status: 'active' });
      return given;
    },
    changePassphrase: async (old) =>
      old === 'die alte' ? done : { ok: false, error: { code: 'vault.wrong-passphrase', waitMs: 5000 } },
    judge: (passphrase, known) => passphraseStrength(passphrase, known),
  };
}
