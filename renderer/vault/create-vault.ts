/**
 * First set-up.
 *
 * Guarantees that nothing is written before the person has typed the recovery code back: a vault whose sheet was
 * never printed does not come into being. The site secret is stored before the header, so that there is never a
 * header without it on the PC that made it.
 */

import { localDay } from '#shared/domain/calendar/dates.ts';
import { err, type Result } from '#shared/domain/result.ts';
import { createAccount } from './accounts.ts';
import { type Bytes, fromBase64, isSame, randomBytes, randomId, wipe } from './bytes.ts';
import { createEpoch, recoveryRecipient } from './epochs.ts';
import { headerVersion, type VaultHeader } from './header.ts';
import { signHeader } from './header-signature.ts';
import { withIssuerKey } from './issuer-keys.ts';
import { generateKeyPair } from './key-agreement.ts';
import { deriveLabelKey } from './key-derivation.ts';
import { sealLabel } from './labels.ts';
import { formatRecoveryCode, parseRecoveryCode, recoveryCodeBytes } from './recovery-code.ts';
import { createRecoverySlot } from './recovery-slot.ts';
import { type KeyHolder, sealSigningKey } from './signing-authority.ts';
import { openSession } from './unlock.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import type { VaultSession } from './vault-session.ts';
import { readHeader, siteSecretLength, storeSiteSecret, writeHeader } from './vault-storage.ts';

export interface VaultSetup {
  /** Shown on the lock screen, sealed under the site secret. */
  readonly facilityName?: string;
  readonly administratorName: string;
  readonly passphrase: string;
  /** 16 hex digits. */
  readonly workstationId: string;
  readonly now: Date;
}

/** A vault that exists in memory only. */
export interface PendingVault {
  /** For the sheet; shown once. */
  readonly recoveryCode: string;
  /**
   * Writes the vault and signs the administrator in, if `typed` is the code. May be repeated after
   * `recovery-code-mistyped`, `recovery-code-wrong` or a failure of main.
   */
  confirmRecoveryCode(typed: string): Promise<Result<VaultSession, VaultFailure>>;
  /** Forgets it; nothing was written. */
  discard(): void;
}

interface Draft {
  readonly header: VaultHeader;
  readonly holder: KeyHolder;
}

/** Header and keys of a new vault. */
async function draftVault(setup: VaultSetup, siteSecret: Bytes, code: Bytes): Promise<Draft> {
  const facilityId = randomId();
  const signing = await generateKeyPair('Ed25519');
  const trustAnchor = fromBase64(signing.publicKey);
  const person = {
    name: setup.administratorName,
    role: 'administrator',
    passphrase: setup.passphrase,
    temporary: false,
  } as const;
  const { account, keys } = await createAccount({ facilityId, siteSecret, trustAnchor }, person);
  const slot = await createRecoverySlot(facilityId, code, siteSecret, trustAnchor);
  const recovery = { id: recoveryRecipient, publicKey: slot.publicKey };
  const labelKey = await deriveLabelKey(siteSecret, facilityId);
  const unsigned: VaultHeader = {
    format: 'wegmarke-vault',
    version: headerVersion,
    readableFrom: headerVersion,
    facilityId,
    generation: 1,
    revision: 1,
    createdAt: setup.now.toISOString(),
    createdOn: setup.workstationId,
    ...(setup.facilityName
      ? { facilityLabel: await sealLabel(labelKey, facilityId, 'facility', setup.facilityName) }
      : {}),
    accounts: [{ ...account, signingKey: await sealSigningKey(facilityId, account, signing.privateKey) }],
    recovery: { ...slot, signingKey: await sealSigningKey(facilityId, recovery, signing.privateKey) },
    epochs: [await createEpoch(facilityId, [account, recovery], setup.now)],
    signingRoot: signing.publicKey,
    signature: '',
  };
  const { workstationId, now } = setup;
  const complete = await withIssuerKey(unsigned, signing.privateKey, workstationId, localDay(now));
  const header = await signHeader(complete, signing.privateKey);
  return { header, holder: { recipientId: account.id, keys, trustAnchor } };
}

/** Prepares a new vault. `vault-exists` when there is one already. */
export async function createVault(
  host: VaultHost,
  setup: VaultSetup,
): Promise<Result<PendingVault, VaultFailure>> {
  const present = await readHeader(host);
  if (present.ok) return err({ code: 'vault-exists' });
  if (present.error.code !== 'no-vault') return present;
  const siteSecret = randomBytes(siteSecretLength);
  const code = randomBytes(recoveryCodeBytes);
  const { header, holder } = await draftVault(setup, siteSecret, code);
  const discard = (): void => wipe(siteSecret, code);
  const pending: PendingVault = {
    recoveryCode: formatRecoveryCode(code),
    discard,
    async confirmRecoveryCode(typed) {
      const parsed = parseRecoveryCode(typed);
      if (!parsed.ok) return err({ code: 'recovery-code-mistyped' });
      if (!isSame(parsed.value, code)) return err({ code: 'recovery-code-wrong' });
      const stored = await storeSiteSecret(host, siteSecret.slice());
      if (!stored.ok) return stored;
      const written = await writeHeader(host, header);
      if (!written.ok) return written;
      const session = await openSession(header, holder, siteSecret);
      discard();
      return session;
    },
  };
  return { ok: true, value: pending };
}
