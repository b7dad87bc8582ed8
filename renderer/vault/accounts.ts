/**
 * Staff accounts: a key pair of their own, whose private half only passphrase and site secret together open.
 *
 * The slot also holds the trust anchor (the public key of the administrators' signature). Who swaps the header's
 * signing root can't swap it there.
 */
import type { Role } from '#shared/ports/account.ts';
import { type Bytes, bound, concat, fromBase64, randomBytes, randomId, toBase64, wipe } from './bytes.ts';
import { type Account, argon2idParameters, type PassphraseSlot } from './header.ts';
import { generateKeyPair, importKeyPair, pkcs8Length } from './key-agreement.ts';
import { deriveKek, deriveLabelKey } from './key-derivation.ts';
import { sealLabel } from './labels.ts';
import { stretchPassphrase } from './passphrase-stretching.ts';
import { openBox, sealBox } from './sealed-box.ts';

/** Whose slot it is. */
interface SlotOwner {
  readonly facilityId: string;
  readonly accountId: string;
  readonly siteSecret: Uint8Array;
}

/** What a slot holds. The caller wipes `privateKey`. */
export interface SlotContents {
  /** PKCS #8. */
  readonly privateKey: Bytes;
  /** Ed25519, 32 bytes. */
  readonly trustAnchor: Bytes;
  /**
   * An administrator gave this passphrase; it opens nothing before its owner has chosen another. Under the seal, so that
   * nobody can make it a lasting one with an editor.
   */
  readonly temporary: boolean;
}

const trustAnchorLength = 32;

const binding = ({ facilityId, accountId }: SlotOwner): Bytes =>
  bound('wegmarke/passphrase-slot/1', facilityId, accountId);

/** Seals a slot under a passphrase, with a fresh salt and today's parameters. */
export async function sealSlot(
  owner: SlotOwner,
  passphrase: string,
  { privateKey, trustAnchor, temporary }: SlotContents,
): Promise<PassphraseSlot> {
  const salt = randomBytes(16);
  const { stretched } = await stretchPassphrase(passphrase, salt, argon2idParameters);
  const kek = await deriveKek(stretched, owner.siteSecret, owner.facilityId, owner.accountId);
  const plain = concat(privateKey, trustAnchor, new Uint8Array(temporary ? [1] : []));
  const sealedPrivateKey = await sealBox(kek, plain, binding(owner));
  wipe(plain);
  return { kdf: { ...argon2idParameters }, salt: toBase64(salt), sealedPrivateKey };
}

/** Opens a slot; `contents` is `null` when passphrase or site secret is another. `argon2Ms`: milliseconds of Argon2id. */
export async function openSlot(
  owner: SlotOwner,
  passphrase: string,
  slot: PassphraseSlot,
): Promise<{ readonly contents: SlotContents | null; readonly argon2Ms: number }> {
  const { stretched, argon2Ms } = await stretchPassphrase(passphrase, fromBase64(slot.salt), slot.kdf);
  const kek = await deriveKek(stretched, owner.siteSecret, owner.facilityId, owner.accountId);
  const plain = await openBox(kek, slot.sealedPrivateKey, binding(owner));
  if (!plain) return { contents: null, argon2Ms };
  const flagAt = pkcs8Length + trustAnchorLength;
  const contents = {
    privateKey: plain.slice(0, pkcs8Length),
    trustAnchor: plain.slice(pkcs8Length, flagAt),
    temporary: plain.length > flagAt,
  };
  wipe(plain);
  return { contents, argon2Ms };
}

/** What a new account is made of. */
export interface NewAccount {
  /** Drawn where it is not given. */
  readonly id?: string;
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
  readonly temporary: boolean;
}

/** The passphrase of a new slot. */
export type NewPassphrase = Pick<NewAccount, 'passphrase' | 'temporary'>;

/** The site an account is made for. */
export interface Site {
  readonly facilityId: string;
  readonly siteSecret: Uint8Array;
  readonly trustAnchor: Bytes;
}

/** A fresh key pair in a fresh slot. `keys` is the pair for this run of the app, non-extractable. */
export async function createSlot(
  { facilityId, siteSecret, trustAnchor }: Site,
  accountId: string,
  { passphrase, temporary }: NewPassphrase,
): Promise<{ readonly slot: Pick<Account, 'publicKey' | 'passphraseSlot'>; readonly keys: CryptoKeyPair }> {
  const { publicKey, privateKey } = await generateKeyPair('X25519');
  const owner = { facilityId, accountId, siteSecret };
  const passphraseSlot = await sealSlot(owner, passphrase, { privateKey, trustAnchor, temporary });
  const keys = await importKeyPair(publicKey, privateKey);
  wipe(privateKey);
  return { slot: { publicKey, passphraseSlot }, keys };
}

/** A new active account with its pair. It has no epoch keys and no signing key yet. */
export async function createAccount(
  site: Site,
  { id = randomId(), name, role, ...passphrase }: NewAccount,
): Promise<{ readonly account: Account; readonly keys: CryptoKeyPair }> {
  const labelKey = await deriveLabelKey(site.siteSecret, site.facilityId);
  const label = await sealLabel(labelKey, site.facilityId, id, name);
  const { slot, keys } = await createSlot(site, id, passphrase);
  return { account: { id, label, role, status: 'active', ...slot }, keys };
}
