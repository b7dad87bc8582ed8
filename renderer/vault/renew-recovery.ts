/**
 * A new recovery code in place of the old one.
 *
 * Guarantees that the old code stays good until the new one was typed back from its sheet, and is dead from then on: the
 * slot that it opened is gone from the header, and a new epoch is sealed to the new slot only, so that what is written
 * afterwards does not open with the old code and an older copy of the header, such as a snapshot's, either.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { withNewEpoch } from './administration.ts';
import { type Bytes, isSame, randomBytes, wipe } from './bytes.ts';
import { recoveryRecipient, shareEpochs } from './epochs.ts';
import type { VaultHeader } from './header.ts';
import { shareIssuerKeys } from './issuer-keys.ts';
import { formatRecoveryCode, parseRecoveryCode, recoveryCodeBytes } from './recovery-code.ts';
import { createRecoverySlot } from './recovery-slot.ts';
import { changeSigned, type KeyHolder, sealSigningKey } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';

/** A code that is on its way to paper. */
export interface PendingRecovery {
  /** For the sheet; shown once. */
  readonly recoveryCode: string;
  /** Whether `typed` is the code; changes nothing. */
  check(typed: string): Result<void, VaultFailure>;
  /** Puts it in the old one's place, if `typed` is the code. May be repeated after a refusal. */
  confirm(typed: string): Promise<Result<void, VaultFailure>>;
  /** Forgets it; the old one stays. */
  discard(): void;
}

/** Draws a code. `replace` makes it the vault's. */
export function pendingRecovery(
  replace: (code: Bytes) => Promise<Result<void, VaultFailure>>,
): PendingRecovery {
  const code = randomBytes(recoveryCodeBytes);
  const check = (typed: string): Result<void, VaultFailure> => {
    const parsed = parseRecoveryCode(typed);
    if (!parsed.ok) return err({ code: 'recovery-code-mistyped' });
    return isSame(parsed.value, code) ? ok(undefined) : err({ code: 'recovery-code-wrong' });
  };
  return {
    recoveryCode: formatRecoveryCode(code),
    check,
    confirm: async (typed) => {
      const checked = check(typed);
      if (!checked.ok) return checked;
      const replaced = await replace(code);
      if (replaced.ok) wipe(code);
      return replaced;
    },
    discard: () => wipe(code),
  };
}

/** The next header, whose recovery slot the code opens. */
export function replaceRecovery(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
  code: Bytes,
  now: Date,
): Promise<Result<VaultHeader, VaultFailure>> {
  return changeSigned(header, holder, async (signingKey) => {
    const { facilityId } = header;
    const slot = await createRecoverySlot(facilityId, code, siteSecret, holder.trustAnchor);
    const recipient = { id: recoveryRecipient, publicKey: slot.publicKey };
    const recovery = {
      ...slot,
      createdAt: now.toISOString(),
      signingKey: await sealSigningKey(facilityId, recipient, signingKey),
    };
    const epochs = await shareEpochs(header, holder, recipient);
    const shared = await shareIssuerKeys(header, holder, { ...recipient, role: 'administrator' });
    return ok(await withNewEpoch({ ...shared, recovery, epochs }, now));
  });
}
