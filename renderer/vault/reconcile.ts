import { ok, type Result } from '#shared/domain/result.ts';
import { type Recipient, recoveryRecipient, shareEpochs } from './epochs.ts';
import type { Epoch, VaultHeader } from './header.ts';
import { isSameHeader, mergeHeaders } from './merge-headers.ts';
import { changeSigned, type KeyHolder } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';

/** Epochs of the overruled header that the other does not have: rows are sealed under them. */
export const strayEpochs = (header: VaultHeader, overruled: VaultHeader): readonly Epoch[] =>
  overruled.epochs.filter(({ id }) => !header.epochs.some((epoch) => epoch.id === id));

/**
 * Whether a header of another workstation has something that `next` would take away from it. `present`: the one that
 * `next` was made of.
 */
export function hasMore(theirs: VaultHeader, present: VaultHeader, next: VaultHeader): boolean {
  const { header, overruled } = mergeHeaders(present, theirs);
  if (overruled && strayEpochs(next, overruled).length > 0) return true;
  return !isSameHeader(header, present);
}

/**
 * The next header after two were signed that knew nothing of each other: the one that was taken, with the keys of the
 * overruled one, so that everything that was sealed meanwhile opens. `holder`: an administrator who has both.
 */
export function takeInEpochs(
  header: VaultHeader,
  overruled: VaultHeader,
  holder: KeyHolder,
): Promise<Result<VaultHeader, VaultFailure>> {
  return changeSigned(header, holder, async () => {
    const recipients: Recipient[] = [
      ...header.accounts.filter(({ status }) => status === 'active'),
      { id: recoveryRecipient, publicKey: header.recovery.publicKey },
    ];
    let strays = [...strayEpochs(header, overruled)];
    for (const recipient of recipients) {
      if (recipient.id !== holder.recipientId)
        strays = await shareEpochs({ ...header, epochs: strays }, holder, recipient);
    }
    const mayOpen = new Set(recipients.map(({ id }) => id));
    strays = strays.map((epoch) => ({
      ...epoch,
      sealedKeys: Object.fromEntries(Object.entries(epoch.sealedKeys).filter(([id]) => mayOpen.has(id))),
    }));
    // Before the newest, which stays the one that new rows come under.
    return ok({ ...header, epochs: [...header.epochs.slice(0, -1), ...strays, ...header.epochs.slice(-1)] });
  });
}
