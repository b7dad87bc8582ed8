/**
 * What an administrator changes in the header. Every function takes the present header and returns the next one,
 * signed; writing it is the caller's. None needs another person's passphrase.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import { createAccount, createSlot, type NewAccount, type NewPassphrase } from './accounts.ts';
import { createEpoch, type Recipient, recoveryRecipient, shareEpochs, withdrawEpochs } from './epochs.ts';
import type { Account, VaultHeader } from './header.ts';
import { shareIssuerKeys, withdrawIssuerKeys } from './issuer-keys.ts';
import { changeSigned, type KeyHolder, sealSigningKey } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';

type Changed = Promise<Result<VaultHeader, VaultFailure>>;

const withAccount = (header: VaultHeader, account: Account): VaultHeader => ({
  ...header,
  accounts: header.accounts.map((present) => (present.id === account.id ? account : present)),
});

/** The signing key for an administrator, nothing for others. */
async function signingKeyFor(
  header: VaultHeader,
  { id, publicKey, role }: Recipient & { readonly role: Role },
  signingKey: Uint8Array<ArrayBuffer>,
): Promise<Pick<Account, 'signingKey'>> {
  if (role !== 'administrator') return {};
  return { signingKey: await sealSigningKey(header.facilityId, { id, publicKey }, signingKey) };
}

/** Adds an account with an initial passphrase and all epoch keys. */
export function addAccount(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
  person: NewAccount,
): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const { facilityId } = header;
    const { account: bare } = await createAccount(
      { facilityId, siteSecret, trustAnchor: holder.trustAnchor },
      person,
    );
    const account = { ...bare, ...(await signingKeyFor(header, bare, signingKey)) };
    const epochs = await shareEpochs(header, holder, account);
    const shared = await shareIssuerKeys(header, holder, account);
    return ok({ ...shared, accounts: [...header.accounts, account], epochs });
  });
}

/**
 * Disables an account, withdraws its keys and begins a new epoch, so that nothing written from then on is readable with
 * keys it may have copied; older rows keep theirs until they are sealed again. Nobody disables the account they are signed in with, nor the last active administrator.
 */
export function disableAccount(
  header: VaultHeader,
  holder: KeyHolder,
  accountId: string,
  now: Date,
): Changed {
  return changeSigned(header, holder, async () => {
    const account = header.accounts.find(({ id }) => id === accountId);
    if (!account) return err({ code: 'unknown-account' });
    if (accountId === holder.recipientId) return err({ code: 'own-account' });
    if (account.status !== 'active') return err({ code: 'account-disabled' });
    const otherAdministrator = header.accounts.some(
      ({ id, role, status }) => id !== accountId && role === 'administrator' && status === 'active',
    );
    if (!otherAdministrator) return err({ code: 'last-administrator' });
    const { signingKey: _withdrawn, ...kept } = account;
    const without = {
      ...withAccount(withdrawIssuerKeys(header, accountId), { ...kept, status: 'disabled' as const }),
      epochs: withdrawEpochs(header, accountId),
    };
    return ok(await withNewEpoch(without, now));
  });
}

/** Gives an account another role, with the keys of that role and no others. Nobody changes their own. */
export function changeRole(header: VaultHeader, holder: KeyHolder, accountId: string, role: Role): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const account = header.accounts.find(({ id }) => id === accountId);
    if (!account) return err({ code: 'unknown-account' });
    if (accountId === holder.recipientId) return err({ code: 'own-account' });
    if (account.status !== 'active') return err({ code: 'account-disabled' });
    const { signingKey: _former, ...kept } = { ...account, role };
    const changed = { ...kept, ...(await signingKeyFor(header, kept, signingKey)) };
    const bare = withdrawIssuerKeys(header, accountId);
    return ok(withAccount(await shareIssuerKeys(bare, holder, changed), changed));
  });
}

/**
 * Gives an account a new passphrase when the old one is forgotten, and opens a disabled one again. Its private key
 * can't be opened any more, so it gets a new pair, to which all keys are sealed again. For one's own there is `changePassphrase`.
 */
export function resetPassphrase(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
  accountId: string,
  passphrase: NewPassphrase,
): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const account = header.accounts.find(({ id }) => id === accountId);
    if (!account) return err({ code: 'unknown-account' });
    if (accountId === holder.recipientId) return err({ code: 'own-account' });
    const { facilityId } = header;
    const site = { facilityId, siteSecret, trustAnchor: holder.trustAnchor };
    const { slot } = await createSlot(site, accountId, passphrase);
    const renewed = { ...account, ...slot, status: 'active' as const };
    const complete = { ...renewed, ...(await signingKeyFor(header, renewed, signingKey)) };
    const shared = await shareIssuerKeys(header, holder, complete);
    return ok({ ...withAccount(shared, complete), epochs: await shareEpochs(header, holder, complete) });
  });
}

/** Begins a new epoch, sealed to all active accounts and the recovery slot. Older rows keep their key. */
export function rotateEpoch(header: VaultHeader, holder: KeyHolder, now: Date): Changed {
  return changeSigned(header, holder, async () => ok(await withNewEpoch(header, now)));
}

/** The header with one more epoch, whose key only those have who are active now. Unsigned. */
export async function withNewEpoch(header: VaultHeader, now: Date): Promise<VaultHeader> {
  const recipients = [
    ...header.accounts.filter(({ status }) => status === 'active'),
    { id: recoveryRecipient, publicKey: header.recovery.publicKey },
  ];
  const epoch = await createEpoch(header.facilityId, recipients, now);
  return { ...header, epochs: [...header.epochs, epoch] };
}
