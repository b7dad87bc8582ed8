/**
 * Epochs: periods of the facility's life with one facility key each, sealed to every active account and to the
 * recovery slot.
 */
import { type Bytes, bound, randomBytes, randomId, wipe } from './bytes.ts';
import type { Epoch, VaultHeader } from './header.ts';
import { openWithKey, sealToKey } from './key-agreement.ts';
import { importSecret } from './key-derivation.ts';

/** Someone to whom keys are sealed: an account's id, or `recovery`. */
export interface Recipient {
  readonly id: string;
  readonly publicKey: string;
}

/** The recovery slot's name among the recipients. */
export const recoveryRecipient = 'recovery';

const info = (facilityId: string, epochId: string, recipientId: string): Bytes =>
  bound('wegmarke/epoch-key/1', facilityId, epochId, recipientId);

/** A new epoch with a fresh facility key. */
export async function createEpoch(
  facilityId: string,
  recipients: readonly Recipient[],
  now: Date,
): Promise<Epoch> {
  const id = randomId();
  const facilityKey = randomBytes(32);
  const sealed = await Promise.all(
    recipients.map(async ({ id: to, publicKey }) => [
      to,
      await sealToKey(publicKey, facilityKey, info(facilityId, id, to)),
    ]),
  );
  wipe(facilityKey);
  return { id, createdAt: now.toISOString(), sealedKeys: Object.fromEntries(sealed) };
}

/** The epoch's raw facility key, `null` if it is not sealed to this recipient. The caller wipes it. */
async function openFacilityKey(
  facilityId: string,
  epoch: Epoch,
  recipientId: string,
  keys: CryptoKeyPair,
): Promise<Bytes | null> {
  const sealed = epoch.sealedKeys[recipientId];
  return sealed ? openWithKey(keys, sealed, info(facilityId, epoch.id, recipientId)) : null;
}

/** The facility keys of all epochs that this recipient has, as HKDF inputs, in the header's order. */
export async function openEpochs(
  header: VaultHeader,
  recipientId: string,
  keys: CryptoKeyPair,
): Promise<ReadonlyMap<string, CryptoKey>> {
  const opened = await Promise.all(
    header.epochs.map(async (epoch): Promise<[string, CryptoKey] | null> => {
      const facilityKey = await openFacilityKey(header.facilityId, epoch, recipientId, keys);
      return facilityKey && [epoch.id, await importSecret(facilityKey)];
    }),
  );
  return new Map(opened.filter((epoch) => epoch !== null));
}

/** The same epochs, their keys sealed to `recipient` as well by one who has them. */
export function shareEpochs(
  header: VaultHeader,
  giver: { readonly recipientId: string; readonly keys: CryptoKeyPair },
  recipient: Recipient,
): Promise<Epoch[]> {
  return Promise.all(
    header.epochs.map(async (epoch) => {
      const facilityKey = await openFacilityKey(header.facilityId, epoch, giver.recipientId, giver.keys);
      if (!facilityKey) return epoch;
      const binding = info(header.facilityId, epoch.id, recipient.id);
      const sealed = await sealToKey(recipient.publicKey, facilityKey, binding);
      wipe(facilityKey);
      return { ...epoch, sealedKeys: { ...epoch.sealedKeys, [recipient.id]: sealed } };
    }),
  );
}

/** The same epochs without what was sealed to this recipient. */
export const withdrawEpochs = (header: VaultHeader, recipientId: string): Epoch[] =>
  header.epochs.map((epoch) => {
    const { [recipientId]: _withdrawn, ...sealedKeys } = epoch.sealedKeys;
    return { ...epoch, sealedKeys };
  });
