import { err, ok, type Result } from '#shared/domain/result.ts';
import { openSlot, sealSlot } from './accounts.ts';
import { wipe } from './bytes.ts';
import type { VaultHeader } from './header.ts';
import type { VaultFailure } from './vault-failure.ts';

/** Whose passphrase changes, and from what to what. */
export interface PassphraseChange {
  readonly accountId: string;
  readonly oldPassphrase: string;
  readonly newPassphrase: string;
}

/**
 * The next header with one account's slot sealed under a new passphrase; the key pair stays. Needs no signature.
 * `wrong-old-passphrase` when the old one does not open the slot, `same-passphrase` when it does and is the new one.
 */
export async function changePassphrase(
  header: VaultHeader,
  siteSecret: Uint8Array,
  { accountId, oldPassphrase, newPassphrase }: PassphraseChange,
): Promise<Result<VaultHeader, VaultFailure | { readonly code: 'wrong-old-passphrase' }>> {
  const account = header.accounts.find(({ id }) => id === accountId);
  if (!account) return err({ code: 'unknown-account' });
  const owner = { facilityId: header.facilityId, accountId, siteSecret };
  const { contents } = await openSlot(owner, oldPassphrase, account.passphraseSlot);
  if (!contents) return err({ code: 'wrong-old-passphrase' });
  // Only now: who does not know the old one learns nothing, and the attempt counts as a wrong one.
  if (newPassphrase.normalize('NFKC') === oldPassphrase.normalize('NFKC')) {
    wipe(contents.privateKey);
    return err({ code: 'same-passphrase' });
  }
  const sealed = await sealSlot(owner, newPassphrase, { ...contents, temporary: false });
  wipe(contents.privateKey);
  const passphraseSlot = { ...sealed, changes: (account.passphraseSlot.changes ?? 0) + 1 };
  return ok({
    ...header,
    generation: header.generation + 1,
    accounts: header.accounts.map((present) =>
      present.id === accountId ? { ...present, passphraseSlot } : present,
    ),
  });
}
