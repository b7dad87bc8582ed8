/** The vault's dealings with main: header, site secret and the count of wrong passphrases, as results of its own. */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { ThrottleState } from '#shared/ipc/contract/throttle.ts';
import { parseHeader, serialiseHeader, type VaultHeader } from './header.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';

/** Bytes. */
export const siteSecretLength = 32;

const hostFailure = (hostCode: string): { readonly ok: false; readonly error: VaultFailure } =>
  err({ code: 'host', hostCode });

/** The present header; `no-vault` when there is none yet. */
export async function readHeader(host: VaultHost): Promise<Result<VaultHeader, VaultFailure>> {
  const file = await host.readHeader();
  if (!file.ok)
    return file.error === 'header.damaged' ? err({ code: 'header-damaged' }) : hostFailure(file.error);
  if (!file.value) return err({ code: 'no-vault' });
  const parsed = parseHeader(file.value.text);
  if (!parsed.ok) return err({ code: parsed.error });
  return parsed.value.generation === file.value.generation ? parsed : err({ code: 'header-damaged' });
}

/** Writes the next header; it is on the disk for certain when this succeeds. */
export async function writeHeader(host: VaultHost, header: VaultHeader): Promise<Result<void, VaultFailure>> {
  const written = await host.writeHeader({ generation: header.generation, text: serialiseHeader(header) });
  return written.ok ? ok(undefined) : hostFailure(written.error);
}

/** The site secret; `needs-recovery` when the keystore does not give it to this user. The caller wipes it. */
export async function loadSiteSecret(host: VaultHost): Promise<Result<Uint8Array, VaultFailure>> {
  const loaded = await host.loadSiteSecret();
  if (!loaded.ok) return hostFailure(loaded.error);
  return loaded.value?.length === siteSecretLength ? ok(loaded.value) : err({ code: 'needs-recovery' });
}

/** Seals the site secret for this user. */
export async function storeSiteSecret(
  host: VaultHost,
  secret: Uint8Array,
): Promise<Result<void, VaultFailure>> {
  const stored = await host.storeSiteSecret(secret);
  return stored.ok ? ok(undefined) : hostFailure(stored.error);
}

/** Asks leave to try a passphrase; it counts as wrong until `throttleSucceeded`. */
export async function attempt(host: VaultHost): Promise<Result<ThrottleState, VaultFailure>> {
  const allowed = await host.throttleAttempt();
  if (allowed.ok) return allowed;
  if (allowed.error !== 'throttle.wait') return hostFailure(allowed.error);
  const state = await host.throttleState();
  return state.ok ? err({ code: 'wait', waitMs: state.value.waitMs }) : hostFailure(state.error);
}
