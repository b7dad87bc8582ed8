import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import { wipe } from './bytes.ts';
import type { VaultHeader } from './header.ts';
import { deriveLabelKey } from './key-derivation.ts';
import { openLabel } from './labels.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import { loadSiteSecret, readHeader } from './vault-storage.ts';

export interface LockScreenAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What can be shown before anyone signed in. Not verified yet: the signature is checked with a passphrase's help. */
export type LockScreen =
  | { readonly state: 'no-vault' }
  /** The keystore gives no site secret, or another site's: no names can be shown. */
  | { readonly state: 'needs-recovery' }
  | {
      readonly state: 'locked';
      readonly facilityName: string | null;
      /** Active accounts by name. */
      readonly accounts: readonly LockScreenAccount[];
      /** Milliseconds until a passphrase may be tried; 0 if now. */
      readonly waitMs: number;
    };

/** Accounts whose label opens, disabled ones too, sorted by name. */
export async function staffAccounts(
  header: VaultHeader,
  siteSecret: Uint8Array,
): Promise<readonly StaffAccount[]> {
  const labelKey = await deriveLabelKey(siteSecret, header.facilityId);
  const named = await Promise.all(
    header.accounts.map(async ({ id, role, status, label }) => {
      const name = await openLabel(labelKey, header.facilityId, id, label);
      return name === null ? [] : [{ id, name, role, status }];
    }),
  );
  return named.flat().sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** Active accounts whose label opens, sorted by name. */
export async function namedAccounts(
  header: VaultHeader,
  siteSecret: Uint8Array,
): Promise<readonly LockScreenAccount[]> {
  const all = await staffAccounts(header, siteSecret);
  return all.filter(({ status }) => status === 'active').map(({ status: _active, ...account }) => account);
}

/** The facility's name, if the header has one. */
export async function readFacilityName(header: VaultHeader, siteSecret: Uint8Array): Promise<string | null> {
  if (!header.facilityLabel) return null;
  const labelKey = await deriveLabelKey(siteSecret, header.facilityId);
  return openLabel(labelKey, header.facilityId, 'facility', header.facilityLabel);
}

/** Reads what the lock screen shows. */
export async function readLockScreen(host: VaultHost): Promise<Result<LockScreen, VaultFailure>> {
  const header = await readHeader(host);
  if (!header.ok) return header.error.code === 'no-vault' ? ok({ state: 'no-vault' }) : header;
  const secret = await loadSiteSecret(host);
  if (!secret.ok) return secret.error.code === 'needs-recovery' ? ok({ state: 'needs-recovery' }) : secret;
  const accounts = await namedAccounts(header.value, secret.value);
  const name = await readFacilityName(header.value, secret.value);
  wipe(secret.value);
  if (accounts.length === 0) return ok({ state: 'needs-recovery' });
  const throttle = await host.throttleState();
  if (!throttle.ok) return err({ code: 'host', hostCode: throttle.error });
  return ok({ state: 'locked', facilityName: name, accounts, waitMs: throttle.value.waitMs });
}
