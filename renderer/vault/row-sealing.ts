/**
 * Rows sealed and opened: AES-256-GCM under the newest epoch's key, bound by row-binding.ts.
 *
 * Guarantees: a fresh random 96-bit nonce for every sealing; rows of older epochs still open; a row that does not
 * open is refused by itself, with the reason, and never hides the others.
 */
import {
  type Opened,
  type SealedRow,
  type Sealing,
  SealRefusal,
  type Unsealed,
} from '#shared/ports/sealing.ts';
import { type Bytes, randomBytes } from './bytes.ts';
import { nonceLength, tagLength } from './cipher-batch.ts';
import { type CipherPool, createCipherPool } from './cipher-pool.ts';
import type { EntryDigest } from './entry-digest.ts';
import { rowBinding, tableBinding } from './row-binding.ts';
import { type CipherItem, decryptRow, encryptRow } from './row-cipher.ts';
import type { RowDigest } from './row-digest.ts';
import { VaultLockedError } from './vault-failure.ts';

/** From this many rows on, workers are faster than this thread, and typing stays smooth meanwhile. */
const poolFrom = 400;
const schemaLength = 2;

export interface RowKeys {
  readonly facilityId: string;
  /** Record keys by epoch id. */
  readonly records: ReadonlyMap<string, CryptoKey>;
  /** The epoch under which new rows are sealed. */
  readonly currentEpoch: string;
  readonly digest: RowDigest;
  readonly entryDigest: EntryDigest;
}

/** A row that may be opened, or why not. */
type Prepared = { readonly item: CipherItem; readonly schema: number } | { readonly refusal: SealRefusal };

const refused = (error: SealRefusal): Opened => ({ ok: false, error });

function toSeal(keys: RowKeys, binding: string, plain: Unsealed, nonce: Bytes | undefined): CipherItem {
  const key = keys.records.get(keys.currentEpoch);
  if (!key || !nonce) throw new Error('There is no key or nonce to seal with.');
  if (!Number.isInteger(plain.schema) || plain.schema < 0 || plain.schema > 0xffff) {
    throw new RangeError('A schema version is 0 to 65535.');
  }
  return { key, nonce, binding: rowBinding(binding, plain, plain.schema), data: plain.bytes };
}

function toRow(
  keys: RowKeys,
  { id, rev, index, schema }: Unsealed,
  nonce: Bytes | undefined,
  ciphertext: Bytes | null | undefined,
): SealedRow {
  if (!ciphertext || !nonce) throw new Error('A row was not sealed.');
  const body = new Uint8Array(schemaLength + ciphertext.length);
  body[0] = schema >> 8;
  body[1] = schema & 0xff;
  body.set(ciphertext, schemaLength);
  return { id, rev, keyId: keys.currentEpoch, nonce, body, index };
}

/** Rows come from disk and from other workstations: nothing about them is taken for granted. */
function isWellFormed(row: SealedRow): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    typeof row.id === 'string' &&
    typeof row.rev === 'string' &&
    typeof row.keyId === 'string' &&
    row.nonce instanceof Uint8Array &&
    row.nonce.length === nonceLength &&
    row.body instanceof Uint8Array &&
    row.body.length >= schemaLength + tagLength &&
    typeof row.index === 'object' &&
    row.index !== null &&
    Object.values(row.index).every((id) => id === undefined || typeof id === 'string')
  );
}

/** The row's binding, `null` for text that is no Unicode and that therefore was never sealed. */
function bindingOf(tablePart: string, row: SealedRow, schema: number): string | null {
  try {
    return rowBinding(tablePart, row, schema);
  } catch {
    return null;
  }
}

function toOpen(keys: RowKeys, tablePart: string, row: SealedRow): Prepared {
  if (!isWellFormed(row)) return { refusal: SealRefusal.Malformed };
  const key = keys.records.get(row.keyId);
  if (!key) return { refusal: SealRefusal.ForeignKey };
  const schema = ((row.body[0] ?? 0) << 8) | (row.body[1] ?? 0);
  const binding = bindingOf(tablePart, row, schema);
  if (binding === null) return { refusal: SealRefusal.Malformed };
  return { item: { key, nonce: row.nonce, binding, data: row.body.subarray(schemaLength) }, schema };
}

function toOpened(table: string, { id, rev, index }: SealedRow, schema: number, bytes: Bytes | null): Opened {
  return bytes
    ? { ok: true, value: { table, id, rev, index, schema, bytes } }
    : refused(SealRefusal.Tampered);
}

export class RowSealing implements Sealing {
  #keys: RowKeys | null;
  #pool: CipherPool | null = null;

  constructor(keys: RowKeys) {
    this.#keys = keys;
  }

  async seal(plain: Unsealed): Promise<SealedRow> {
    const keys = this.#open();
    const nonce = randomBytes(nonceLength);
    const item = toSeal(keys, tableBinding(keys.facilityId, plain.table), plain, nonce);
    return toRow(keys, plain, nonce, await encryptRow(item));
  }

  async open(table: string, row: SealedRow): Promise<Opened> {
    const keys = this.#open();
    const prepared = toOpen(keys, tableBinding(keys.facilityId, table), row);
    if ('refusal' in prepared) return refused(prepared.refusal);
    const bytes = await decryptRow(prepared.item);
    this.#open();
    return toOpened(table, row, prepared.schema, bytes);
  }

  async sealAll(plain: readonly Unsealed[]): Promise<SealedRow[]> {
    const keys = this.#open();
    const random = randomBytes(plain.length * nonceLength);
    // Each row gets bytes of its own: IndexedDB stores the whole buffer behind a view.
    const nonces = plain.map((_, at) => random.slice(at * nonceLength, (at + 1) * nonceLength));
    const bindings = new Map<string, string>();
    const items = plain.map((row, at) => {
      const binding = bindings.get(row.table) ?? tableBinding(keys.facilityId, row.table);
      bindings.set(row.table, binding);
      return toSeal(keys, binding, row, nonces[at]);
    });
    const bodies =
      items.length < poolFrom
        ? await Promise.all(items.map(encryptRow))
        : await this.#workers(keys).run('seal', items);
    return plain.map((row, at) => toRow(keys, row, nonces[at], bodies[at]));
  }

  /** As the port says. The bytes of opened rows are views into shared buffers: whoever keeps them long copies them. */
  async openAll(table: string, rows: readonly SealedRow[]): Promise<Opened[]> {
    const keys = this.#open();
    const binding = tableBinding(keys.facilityId, table);
    const prepared = rows.map((row) => toOpen(keys, binding, row));
    const items = prepared.flatMap((row) => ('item' in row ? [row.item] : []));
    const plain =
      items.length < poolFrom
        ? await Promise.all(items.map(decryptRow))
        : await this.#workers(keys).run('open', items);
    this.#open();
    let at = 0;
    return rows.map((row, place) => {
      const one = prepared[place];
      if (!one || 'refusal' in one) return refused(one?.refusal ?? SealRefusal.Malformed);
      return toOpened(table, row, one.schema, plain[at++] ?? null);
    });
  }

  epochs(): readonly string[] {
    const { records, currentEpoch } = this.#open();
    return [...[...records.keys()].filter((id) => id !== currentEpoch), currentEpoch];
  }

  digest(table: string, id: string, rev: string): bigint {
    return this.#open().digest(table, id, rev);
  }

  entryDigest(id: string, entry: unknown): string {
    return this.#open().entryDigest(id, entry);
  }

  /** Goes on with more epochs. `keys` holds the present ones first, the very same; work under way is not disturbed. */
  extendKeys(keys: RowKeys): void {
    this.#open();
    this.#keys = keys;
    this.#pool?.extend([...keys.records.values()]);
  }

  /**
   * Lets go of all keys and ends the workers. What is being opened, or sealed by the workers, rejects with a
   * VaultLockedError.
   */
  close(): void {
    this.#keys = null;
    this.#pool?.close();
    this.#pool = null;
  }

  #open(): RowKeys {
    if (!this.#keys) throw new VaultLockedError();
    return this.#keys;
  }

  #workers(keys: RowKeys): CipherPool {
    this.#pool ??= createCipherPool([...keys.records.values()]);
    return this.#pool;
  }
}
