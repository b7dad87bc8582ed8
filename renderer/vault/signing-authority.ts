/**
 * Who may change accounts and epochs: those to whom the facility's signing key is sealed, i.e. administrators and
 * the recovery slot. The key is bytes only while one header is signed.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { type Bytes, bound, concat, wipe } from './bytes.ts';
import { type Recipient, recoveryRecipient } from './epochs.ts';
import { headerVersion, type SealedToKey, type VaultHeader } from './header.ts';
import { signHeader, verifyHeader } from './header-signature.ts';
import { openWithKey, sealToKey } from './key-agreement.ts';
import type { VaultFailure } from './vault-failure.ts';

/** One who holds keys: an account that is signed in, or the recovery slot that a code opened. */
export interface KeyHolder {
  readonly recipientId: string;
  readonly keys: CryptoKeyPair;
  readonly trustAnchor: Bytes;
}

const info = (facilityId: string, recipientId: string): Bytes =>
  bound('wegmarke/signing-key/1', facilityId, recipientId);

/** Seals the signing key to one more holder. */
export const sealSigningKey = (facilityId: string, to: Recipient, signingKey: Bytes): Promise<SealedToKey> =>
  sealToKey(to.publicKey, signingKey, info(facilityId, to.id));

async function openSigningKey(header: VaultHeader, holder: KeyHolder): Promise<Bytes | null> {
  const account = header.accounts.find(({ id }) => id === holder.recipientId);
  const sealed =
    holder.recipientId === recoveryRecipient
      ? header.recovery.signingKey
      : account?.status === 'active' && account.role === 'administrator'
        ? account.signingKey
        : undefined;
  return sealed ? openWithKey(holder.keys, sealed, info(header.facilityId, holder.recipientId)) : null;
}

/**
 * Makes a signed change: `change` gets the verified header and a copy of the signing key and returns the header's
 * new contents or a refusal. Generation and revision go up by one. `header-altered` and `not-administrator` are its
 * own failures.
 */
export async function changeSigned(
  header: VaultHeader,
  holder: KeyHolder,
  change: (signingKey: Bytes) => Promise<Result<VaultHeader, VaultFailure>>,
): Promise<Result<VaultHeader, VaultFailure>> {
  if (!(await verifyHeader(header, holder.trustAnchor))) return err({ code: 'header-altered' });
  const signingKey = await openSigningKey(header, holder);
  if (!signingKey) return err({ code: 'not-administrator' });
  try {
    const changed = await change(signingKey);
    if (!changed.ok) return changed;
    const next = {
      ...changed.value,
      version: Math.max(changed.value.version, headerVersion),
      generation: header.generation + 1,
      revision: header.revision + 1,
    };
    return ok(await signHeader(next, concat(signingKey)));
  } finally {
    wipe(signingKey);
  }
}
