/**
 * Unlocking: passphrase to open vault.
 *
 * Guarantees that an attempt is counted before it is made (a killed app does not save it), and that no key is used
 * before the header's signature was checked with the trust anchor from inside the slot.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { openSlot } from './accounts.ts';
import { wipe } from './bytes.ts';
import type { Account, VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { importKeyPair } from './key-agreement.ts';
import { namedAccounts } from './lock-screen.ts';
import type { KeyHolder } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import { VaultSession } from './vault-session.ts';
import { attempt, loadSiteSecret, readHeader } from './vault-storage.ts';

/** Milliseconds, for the bench: key stretching is slow on purpose, the rest is not. */
interface UnlockTimings {
  readonly argon2Ms: number;
  readonly restMs: number;
}

export interface Unlocked {
  readonly session: VaultSession;
  readonly timings: UnlockTimings;
}

/** Makes a session of keys that were just opened or made. `header-altered` when the header is not what was signed. */
export async function openSession(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
): Promise<Result<VaultSession, VaultFailure>> {
  if (!(await verifyHeader(header, holder.trustAnchor))) return err({ code: 'header-altered' });
  const signedIn = (await namedAccounts(header, siteSecret)).find(({ id }) => id === holder.recipientId);
  if (!signedIn) return err({ code: 'header-altered' });
  const { id: accountId, name, role } = signedIn;
  const session = await VaultSession.open(header, holder, { accountId, name, role });
  return session ? ok(session) : err({ code: 'header-altered' });
}

async function openAccount(
  host: VaultHost,
  header: VaultHeader,
  account: Account,
  passphrase: string,
  siteSecret: Uint8Array,
): Promise<Result<{ readonly session: VaultSession; readonly argon2Ms: number }, VaultFailure>> {
  const throttle = await attempt(host);
  if (!throttle.ok) return throttle;
  const owner = { facilityId: header.facilityId, accountId: account.id, siteSecret };
  const { contents, argon2Ms } = await openSlot(owner, passphrase, account.passphraseSlot);
  if (!contents) {
    const { waitMs, failures } = throttle.value;
    return err({ code: 'wrong-passphrase', waitMs, failures });
  }
  const counted = host.throttleSucceeded();
  if (contents.temporary) {
    wipe(contents.privateKey);
    await counted;
    return err({ code: 'temporary-passphrase' });
  }
  const keys = await importKeyPair(account.publicKey, contents.privateKey);
  wipe(contents.privateKey);
  const holder = { recipientId: account.id, keys, trustAnchor: contents.trustAnchor };
  const [session] = await Promise.all([openSession(header, holder, siteSecret), counted]);
  return session.ok ? ok({ session: session.value, argon2Ms }) : session;
}

/** Opens the vault for one account. A temporary passphrase opens nothing: `temporary-passphrase`. */
export async function unlock(
  host: VaultHost,
  accountId: string,
  passphrase: string,
): Promise<Result<Unlocked, VaultFailure>> {
  const start = performance.now();
  const [header, secret] = await Promise.all([readHeader(host), loadSiteSecret(host)]);
  if (!header.ok) return header;
  const account = header.value.accounts.find(({ id }) => id === accountId);
  if (!account) return err({ code: 'unknown-account' });
  if (account.status !== 'active') return err({ code: 'account-disabled' });
  if (!secret.ok) return secret;
  const opened = await openAccount(host, header.value, account, passphrase, secret.value);
  wipe(secret.value);
  if (!opened.ok) return opened;
  const { session, argon2Ms } = opened.value;
  return ok({ session, timings: { argon2Ms, restMs: performance.now() - start - argon2Ms } });
}
