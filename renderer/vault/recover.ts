/**
 * Recovery with the code on the sheet: when no administrator knows a passphrase any more, or the keystore of this
 * Windows user holds no site secret.
 *
 * Guarantees that nothing is removed: the site secret is stored again, an administrator gets a new slot, and all
 * else stays as it was.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { resetPassphrase } from './administration.ts';
import { wipe } from './bytes.ts';
import { recoveryRecipient } from './epochs.ts';
import type { VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { importKeyPair } from './key-agreement.ts';
import { type LockScreenAccount, namedAccounts } from './lock-screen.ts';
import { isStrong } from './passphrase-strength.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { openRecoverySlot, type RecoveryContents } from './recovery-slot.ts';
import type { KeyHolder } from './signing-authority.ts';
import { type Unlocked, unlock } from './unlock.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import { readHeader, storeSiteSecret, writeHeader } from './vault-storage.ts';

/** What the code opened. */
export interface RecoveredVault {
  /** Active accounts with names. */
  readonly accounts: readonly LockScreenAccount[];
  /** Only stores the site secret for this Windows user; passphrases stay and unlock as usual. */
  restoreSiteSecret(): Promise<Result<void, VaultFailure>>;
  /**
   * Stores the site secret, gives an administrator a new passphrase and signs them in. May be repeated after a
   * failure.
   */
  setPassphrase(accountId: string, passphrase: string): Promise<Result<Unlocked, VaultFailure>>;
  /** Forgets what was opened. */
  discard(): void;
}

function recovered(
  host: VaultHost,
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: RecoveryContents['siteSecret'],
  accounts: readonly LockScreenAccount[],
): RecoveredVault {
  let present = header;
  const restoreSiteSecret = (): Promise<Result<void, VaultFailure>> =>
    storeSiteSecret(host, siteSecret.slice());
  return {
    accounts,
    restoreSiteSecret,
    async setPassphrase(accountId, passphrase) {
      const account = accounts.find(({ id }) => id === accountId);
      if (!account) return err({ code: 'unknown-account' });
      if (account.role !== 'administrator') return err({ code: 'not-administrator' });
      if (!(await isStrong(passphrase, [account.name]))) return err({ code: 'weak-passphrase' });
      const next = await resetPassphrase(present, holder, siteSecret, accountId, {
        passphrase,
        temporary: false,
      });
      if (!next.ok) return next;
      const stored = await restoreSiteSecret();
      if (!stored.ok) return stored;
      const written = await writeHeader(host, next.value);
      if (!written.ok) return written;
      present = next.value;
      // The code proves more than a passphrase does: wrong ones before it are forgotten.
      await host.throttleSucceeded();
      const unlocked = await unlock(host, accountId, passphrase);
      if (unlocked.ok) wipe(siteSecret);
      return unlocked;
    },
    discard: () => wipe(siteSecret),
  };
}

/** Opens the recovery slot with a typed code. */
export async function recoverWithCode(
  host: VaultHost,
  typed: string,
): Promise<Result<RecoveredVault, VaultFailure>> {
  const code = parseRecoveryCode(typed);
  if (!code.ok) return err({ code: 'recovery-code-mistyped' });
  const header = await readHeader(host);
  if (!header.ok) return header;
  const { facilityId, recovery } = header.value;
  const contents = await openRecoverySlot(facilityId, code.value, recovery);
  wipe(code.value);
  if (!contents) return err({ code: 'recovery-code-wrong' });
  const { privateKey, siteSecret, trustAnchor } = contents;
  const keys = await importKeyPair(recovery.publicKey, privateKey);
  wipe(privateKey);
  if (!(await verifyHeader(header.value, trustAnchor))) {
    wipe(siteSecret);
    return err({ code: 'header-altered' });
  }
  const holder = { recipientId: recoveryRecipient, keys, trustAnchor };
  return ok(recovered(host, header.value, holder, siteSecret, await namedAccounts(header.value, siteSecret)));
}
