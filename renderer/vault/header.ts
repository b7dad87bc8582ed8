/**
 * The vault header: everything that is needed to get at the keys, and no key in the clear.
 *
 * Guarantees: unknown fields of a newer version survive reading and writing; key derivation is never weaker than
 * the minimum, also when the file was edited (a weaker setting would be taken over at the next change of
 * passphrase). Who may have changed it is checked apart, in header-signature.ts.
 */
import { z } from 'zod';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { roles } from '#shared/ports/account.ts';

/** The version that this code writes. */
export const headerVersion = 1;

/** RFC 9106's second recommended set, rounded up to t=3; about a quarter of a second on an office PC. */
export const argon2idParameters = {
  name: 'argon2id',
  memoryKiB: 65_536,
  iterations: 3,
  parallelism: 1,
} as const;

export const id128 = z.string().regex(/^[0-9a-f]{32}$/);
const base64 = z.base64().max(4096);
/** Base64 of exactly `bytes` bytes. */
export const fixed = (bytes: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9+/]{${Math.ceil((bytes * 4) / 3)}}={${(3 - (bytes % 3)) % 3}}$`));

/** A public nkey of a workstation, as the sync server knows it. */
export const workstationKey = z.string().regex(/^U[A-Z2-7]{55}$/);

/** AES-256-GCM under a symmetric key. */
export const sealedBox = z.looseObject({ nonce: fixed(12), ciphertext: base64 });
export type SealedBox = z.infer<typeof sealedBox>;

/** HPKE (RFC 9180) to one recipient's public key. */
export const sealedToKey = z.looseObject({ enc: fixed(32), ciphertext: base64 });
export type SealedToKey = z.infer<typeof sealedToKey>;

/** The upper bounds keep an edited file from freezing the lock screen. */
export const kdf = z.looseObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int().min(argon2idParameters.memoryKiB).max(1_048_576),
  iterations: z.int().min(argon2idParameters.iterations).max(32),
  parallelism: z.int().min(1).max(8),
});
export type KdfParameters = z.infer<typeof kdf>;

/** The part of an account that its owner changes alone, so the administrators' signature leaves it out. */
const passphraseSlot = z.looseObject({
  kdf,
  salt: fixed(16),
  sealedPrivateKey: sealedBox,
  /** How often the owner has changed the passphrase of this key pair; absent: never. Between two PCs the higher counts. */
  changes: z.int().nonnegative().optional(),
});
export type PassphraseSlot = z.infer<typeof passphraseSlot>;

const account = z.looseObject({
  id: id128,
  /** The person's name under the site secret: the lock screen can list it, a stolen disk can't. */
  label: sealedBox,
  role: z.enum(roles),
  status: z.enum(['active', 'disabled']),
  /** X25519. */
  publicKey: fixed(32),
  passphraseSlot,
  /** The facility's signing key, sealed to this account; administrators only. */
  signingKey: sealedToKey.optional(),
});
export type Account = z.infer<typeof account>;

const recovery = z.looseObject({
  /** When the code was drawn; absent: at the first set-up. */
  createdAt: z.iso.datetime().optional(),
  publicKey: fixed(32),
  /** Private key, site secret and trust anchor under the recovery code. */
  sealed: sealedBox,
  signingKey: sealedToKey,
});
export type RecoverySlot = z.infer<typeof recovery>;

const epoch = z.looseObject({
  id: id128,
  createdAt: z.iso.datetime(),
  /** The epoch's facility key by recipient: an account's id or `recovery`. */
  sealedKeys: z.record(z.string(), sealedToKey),
});
export type Epoch = z.infer<typeof epoch>;

const day = z.iso.date();

/** A workstation's key for certificates. */
const issuer = z.looseObject({
  /** 16 hex digits. */
  workstationId: z.string().regex(/^[0-9a-f]{16}$/),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Ed25519. */
  publicKey: fixed(32),
  validFrom: day,
  validTo: day.nullable(),
  /** From this day on the key counts for nothing; `null` while it is in use. */
  struckOff: day.nullable(),
  /** The private key by recipient: accounts whose role may issue, and `recovery`. */
  sealedKeys: z.record(z.string(), sealedToKey),
});
export type Issuer = z.infer<typeof issuer>;

/** A PC that belongs to the site. */
const workstation = z.looseObject({
  /** 16 hex digits, main's own. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** Its nkey at the sync server. */
  publicKey: workstationKey,
  /** What staff call it, under the site secret like names of accounts. */
  label: sealedBox,
  addedAt: z.iso.datetime(),
  /** Absent while it belongs to the site. */
  revokedAt: z.iso.datetime().optional(),
});
export type Workstation = z.infer<typeof workstation>;

/** A list for those who check certificates, with the administrators' signature over its bytes. */
const signedList = z.looseObject({ content: z.base64().max(262_144), signature: fixed(64) });

const header = z.looseObject({
  format: z.literal('wegmarke-vault'),
  version: z.int().positive(),
  /** The oldest version that may read this header. */
  readableFrom: z.int().positive(),
  facilityId: id128,
  /** Grows with every write. Not signed: a change of one's own passphrase is a write too. */
  generation: z.int().positive(),
  /** Grows with every administrator's change. Signed. */
  revision: z.int().positive(),
  createdAt: z.iso.datetime(),
  createdOn: z.string().regex(/^[0-9a-f]{16}$/),
  /** The facility's name for the lock screen, under the site secret. */
  facilityLabel: sealedBox.optional(),
  accounts: z.array(account).min(1).max(1000),
  recovery,
  /** In the order in which they came into use; new rows are sealed under the last. */
  epochs: z.array(epoch).min(1).max(1000),
  /** Absent where no workstation has a key for certificates yet. */
  issuers: z.array(issuer).max(1000).optional(),
  /** The public part of `issuers` as it is handed out. */
  issuerList: signedList.optional(),
  /** Absent where sync was never set up. */
  workstations: z.array(workstation).max(1000).optional(),
  /** Ed25519 public key of the administrators' signature. */
  signingRoot: fixed(32),
  signature: fixed(64),
});
export type VaultHeader = z.infer<typeof header>;

const versions = z.looseObject({ format: z.literal('wegmarke-vault'), readableFrom: z.int().positive() });

/** Reads a header's JSON text. */
export function parseHeader(text: string): Result<VaultHeader, 'header-damaged' | 'header-too-new'> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('header-damaged');
  }
  const versioned = versions.safeParse(json);
  if (versioned.success && versioned.data.readableFrom > headerVersion) return err('header-too-new');
  const parsed = header.safeParse(json);
  return parsed.success ? ok(parsed.data) : err('header-damaged');
}

/** The header's JSON text, unknown fields included. */
export const serialiseHeader = (value: VaultHeader): string => JSON.stringify(value);
