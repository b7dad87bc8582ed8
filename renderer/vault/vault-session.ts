/**
 * An open vault. Holds the keys while someone is signed in; `lock()` lets go of all of them.
 *
 * Plaintext that screens hold is not its matter: the window is loaded anew after locking.
 */
import type { KioskContent, KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import type { Result } from '#shared/domain/result.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import type { Opened, SealedRow, Sealing, Unsealed } from '#shared/ports/sealing.ts';
import { type Bytes, randomId } from './bytes.ts';
import { createEntryDigest } from './entry-digest.ts';
import { openEpochs } from './epochs.ts';
import type { VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { openProofSigner } from './issuer-keys.ts';
import { deriveAuditKey, deriveKioskRoot, deriveManifestKey, deriveRecordKey } from './key-derivation.ts';
import { type KioskEntryRefusal, kioskEntryOpener } from './kiosk-inbox.ts';
import { deriveKioskSecrets } from './kiosk-keys.ts';
import { sealKioskStore } from './kiosk-store.ts';
import { createRowDigest } from './row-digest.ts';
import { type RowKeys, RowSealing } from './row-sealing.ts';
import type { KeyHolder } from './signing-authority.ts';
import { VaultLockedError } from './vault-failure.ts';

/** What is derived from the epochs' facility keys, which are let go of at once. */
interface SessionKeys {
  readonly rows: RowKeys;
  /** By epoch id. */
  readonly kioskRoots: ReadonlyMap<string, CryptoKey>;
}

/**
 * Derives what rows and kiosks need. The digests of the manifest and of audit entries are keyed by the oldest epoch, so
 * that sums and chains stay valid when the epoch changes. `null` when the oldest or the newest epoch is not sealed to this holder.
 */
async function sessionKeys(
  header: VaultHeader,
  holder: KeyHolder,
  known?: SessionKeys,
): Promise<SessionKeys | null> {
  const { facilityId, epochs } = header;
  const facilityKeys = await openEpochs(header, holder.recipientId, holder.keys);
  const oldest = epochs[0];
  const oldestKey = oldest && facilityKeys.get(oldest.id);
  const newest = epochs.at(-1);
  if (!oldestKey || !newest || !facilityKeys.has(newest.id)) return null;
  const records = new Map(known?.rows.records);
  const kioskRoots = new Map(known?.kioskRoots);
  for (const [epochId, base] of facilityKeys) {
    if (!records.has(epochId)) {
      records.set(epochId, await deriveRecordKey(base, facilityId, epochId));
      kioskRoots.set(epochId, await deriveKioskRoot(base, facilityId, epochId));
    }
  }
  const digest =
    known?.rows.digest ?? (await createRowDigest(await deriveManifestKey(oldestKey, facilityId, oldest.id)));
  const entryDigest =
    known?.rows.entryDigest ??
    (await createEntryDigest(await deriveAuditKey(oldestKey, facilityId, oldest.id)));
  return { rows: { facilityId, records, currentEpoch: newest.id, digest, entryDigest }, kioskRoots };
}

export class VaultSession implements Sealing {
  readonly signedIn: SignedIn;
  #holder: KeyHolder | null;
  #keys: SessionKeys | null;
  /** The newest header that this session has verified. */
  #header: VaultHeader;
  readonly #rows: RowSealing;

  private constructor(signedIn: SignedIn, holder: KeyHolder, keys: SessionKeys, header: VaultHeader) {
    this.signedIn = signedIn;
    this.#holder = holder;
    this.#keys = keys;
    this.#header = header;
    this.#rows = new RowSealing(keys.rows);
  }

  /** Opens all epochs of a header that was verified. `null` when they are not sealed to this account. */
  static async open(
    header: VaultHeader,
    holder: KeyHolder,
    signedIn: SignedIn,
  ): Promise<VaultSession | null> {
    const keys = await sessionKeys(header, holder);
    return keys && new VaultSession(signedIn, holder, keys, header);
  }

  /** Goes on with a header that was written meanwhile: new rows come under its newest epoch. */
  async adopt(header: VaultHeader): Promise<'adopted' | 'header-altered'> {
    const holder = this.keyHolder();
    if (header.revision < this.#header.revision || !(await verifyHeader(header, holder.trustAnchor))) {
      return 'header-altered';
    }
    const keys = await sessionKeys(header, holder, this.#keys ?? undefined);
    if (!keys) return 'header-altered';
    this.#rows.extendKeys(keys.rows);
    this.#keys = keys;
    this.#header = header;
    return 'adopted';
  }

  /**
   * What signs certificates at this workstation; `null` when it has no key in use, or none for this account. It signs
   * nothing more once the session is locked.
   */
  async proofSigner(workstationId: string): Promise<ProofSigner | null> {
    const signer = await openProofSigner(this.#header, this.keyHolder(), workstationId);
    if (!signer) return null;
    return {
      keyId: signer.keyId,
      sign: (content) => {
        this.keyHolder();
        return signer.sign(content);
      },
    };
  }

  /** The newest header that this session has verified. */
  verifiedHeader(): VaultHeader {
    this.keyHolder();
    return this.#header;
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

  /** Draws a kiosk under the newest epoch and seals what it may know. The caller wipes the key. */
  async sealKiosk(content: KioskContent): Promise<{ readonly store: Bytes; readonly key: Bytes }> {
    const { rows, kioskRoots } = this.#openKeys();
    const { facilityId, currentEpoch: epochId } = rows;
    const root = kioskRoots.get(epochId);
    if (!root) throw new Error('There is no key for a kiosk.');
    const kiosk = { facilityId, epochId, kioskId: randomId() };
    const secrets = await deriveKioskSecrets(root, kiosk);
    return { store: await sealKioskStore(kiosk, secrets, content), key: secrets.kioskKey };
  }

  /** Opens what kiosks of this facility have written. Lives no longer than the session: locked, it opens nothing more. */
  kioskEntries(): (bytes: Uint8Array) => Promise<Result<KioskEntry, KioskEntryRefusal>> {
    const { rows, kioskRoots } = this.#openKeys();
    const open = kioskEntryOpener(rows.facilityId, kioskRoots);
    return (bytes) => {
      this.#openKeys();
      return open(bytes);
    };
  }

  #openKeys(): SessionKeys {
    if (!this.#keys) throw new VaultLockedError();
    return this.#keys;
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

  epochs(): readonly string[] {
    return this.#rows.epochs();
  }

  digest(table: string, id: string, rev: string): bigint {
    return this.#rows.digest(table, id, rev);
  }

  entryDigest(id: string, entry: unknown): string {
    return this.#rows.entryDigest(id, entry);
  }
}
