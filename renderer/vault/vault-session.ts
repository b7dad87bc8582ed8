/**
 * An open vault. Holds the keys while someone is signed in; `lock()` lets go of all of them.
 *
 * Plaintext that screens hold is not its matter: the window is loaded anew after locking.
 */
import type { SignedIn } from '#shared/ports/account.ts';
import type { Opened, SealedRow, Sealing, Unsealed } from '#shared/ports/sealing.ts';
import { openEpochs } from './epochs.ts';
import type { VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { deriveManifestKey, deriveRecordKey } from './key-derivation.ts';
import { createRowDigest } from './row-digest.ts';
import { type RowKeys, RowSealing } from './row-sealing.ts';
import type { KeyHolder } from './signing-authority.ts';
import { VaultLockedError } from './vault-failure.ts';

/**
 * Derives what rows need from the epochs' facility keys. The manifest's digest is keyed by the oldest epoch, so that
 * sums stay valid when the epoch changes. `null` when the oldest or the newest epoch is not sealed to this holder.
 */
async function rowKeys(header: VaultHeader, holder: KeyHolder, known?: RowKeys): Promise<RowKeys | null> {
  const { facilityId, epochs } = header;
  const facilityKeys = await openEpochs(header, holder.recipientId, holder.keys);
  const oldest = epochs[0];
  const oldestKey = oldest && facilityKeys.get(oldest.id);
  const newest = epochs.at(-1);
  if (!oldestKey || !newest || !facilityKeys.has(newest.id)) return null;
  const records = new Map(known?.records);
  for (const [epochId, base] of facilityKeys) {
    if (!records.has(epochId)) {
      records.set(epochId, await deriveRecordKey(base, facilityId, epochId));
    }
  }
  const digest =
    known?.digest ?? (await createRowDigest(await deriveManifestKey(oldestKey, facilityId, oldest.id)));
  return { facilityId, records, currentEpoch: newest.id, digest };
}

export class VaultSession implements Sealing {
  readonly signedIn: SignedIn;
  #holder: KeyHolder | null;
  #keys: RowKeys | null;
  /** The highest revision of the header that this session has seen. */
  #revision: number;
  readonly #rows: RowSealing;

  private constructor(signedIn: SignedIn, holder: KeyHolder, keys: RowKeys, revision: number) {
    this.signedIn = signedIn;
    this.#holder = holder;
    this.#keys = keys;
    this.#revision = revision;
    this.#rows = new RowSealing(keys);
  }

  /** Opens all epochs of a header that was verified. `null` when they are not sealed to this account. */
  static async open(
    header: VaultHeader,
    holder: KeyHolder,
    signedIn: SignedIn,
  ): Promise<VaultSession | null> {
    const keys = await rowKeys(header, holder);
    return keys && new VaultSession(signedIn, holder, keys, header.revision);
  }

  /** Goes on with a header that was written meanwhile: new rows come under its newest epoch. */
  async adopt(header: VaultHeader): Promise<'adopted' | 'header-altered'> {
    const holder = this.keyHolder();
    if (header.revision < this.#revision || !(await verifyHeader(header, holder.trustAnchor))) {
      return 'header-altered';
    }
    const keys = await rowKeys(header, holder, this.#keys ?? undefined);
    if (!keys) return 'header-altered';
    this.#rows.extendKeys(keys);
    this.#keys = keys;
    this.#revision = header.revision;
    return 'adopted';
  }

  /** For changes of the header. Throws a VaultLockedError once locked. */
  keyHolder(): KeyHolder {
    if (!this.#holder) throw new VaultLockedError();
    return this.#holder;
  }

  /** Drops every key and ends the workers. Using the session afterwards throws a VaultLockedError. */
  lock(): void {
    this.#holder = null;
    this.#keys = null;
    this.#rows.close();
  }

  seal(plain: Unsealed): Promise<SealedRow> {
    return this.#rows.seal(plain);
  }

  open(table: string, row: SealedRow): Promise<Opened> {
    return this.#rows.open(table, row);
  }

  sealAll(plain: readonly Unsealed[]): Promise<SealedRow[]> {
    return this.#rows.sealAll(plain);
  }

  /** As the port says; the bytes of opened rows are views into shared buffers, to be decoded at once. */
  openAll(table: string, rows: readonly SealedRow[]): Promise<Opened[]> {
    return this.#rows.openAll(table, rows);
  }

  digest(table: string, id: string, rev: string): bigint {
    return this.#rows.digest(table, id, rev);
  }
}
