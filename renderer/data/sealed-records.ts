import type { RecordKind, RecordOf, Stored } from '#shared/domain/records/registry.ts';
import type { RefusedRow } from '#shared/ports/damage.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { IndexName, SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { SealedDatabase } from './database.ts';
import { decodeRecord, type OpenedRecord } from './record-codec.ts';

/** A record with the row that it came from. */
export interface OpenedRow<K extends RecordKind = RecordKind> extends OpenedRecord<K> {
  readonly id: string;
  readonly row: SealedRow;
}

/** Opened records kept at hand. They go with the window when it is locked. */
const cacheSize = 2_000;

/**
 * Reads and opens rows. One that does not open is reported and left out, and never hides the others. The cache is
 * keyed by what is unique to a write (id and nonce), so that it can't show an old state.
 */
export class SealedRecords implements RecordReader {
  readonly #db: SealedDatabase;
  readonly #sealing: Sealing;
  readonly #refused: (row: RefusedRow) => void;
  readonly #cache = new Map<string, OpenedRecord>();

  constructor(db: SealedDatabase, sealing: Sealing, refused: (row: RefusedRow) => void) {
    this.#db = db;
    this.#sealing = sealing;
    this.#refused = refused;
  }

  async get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> {
    return (await this.getMany(kind, [id]))[0]?.value;
  }

  async getMany<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<Stored<K>[]> {
    return (await this.rows(kind, ids)).map(({ id, value }) => ({ kind, id, value }));
  }

  async where<K extends RecordKind>(kind: K, index: IndexName, value: string): Promise<Stored<K>[]> {
    const rows = await this.#db.sealed(kind).where(`index.${index}`).equals(value).toArray();
    return (await this.openRows(kind, rows)).map((opened) => ({ kind, id: opened.id, value: opened.value }));
  }

  async all<K extends RecordKind>(kind: K): Promise<Stored<K>[]> {
    const rows = await this.#db.sealed(kind).toArray();
    return (await this.openRows(kind, rows)).map((opened) => ({ kind, id: opened.id, value: opened.value }));
  }

  /** Records with their rows; missing and refused ones are left out. */
  async rows<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<OpenedRow<K>[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db.sealed(kind).bulkGet([...ids]);
    return this.openRows(
      kind,
      rows.filter((row) => row !== undefined),
    );
  }

  /** Opens rows in order; refused ones are reported and left out. */
  async openRows<K extends RecordKind>(kind: K, rows: readonly SealedRow[]): Promise<OpenedRow<K>[]> {
    const unknown = rows.filter((row) => !this.#cache.has(cacheKey(kind, row)));
    const opened = await this.#sealing.openAll(kind, unknown);
    const fresh = new Map<SealedRow, OpenedRecord>();
    for (const [at, row] of unknown.entries()) {
      const answer = opened[at];
      const record = answer?.ok ? decodeRecord(kind, answer.value) : undefined;
      if (record) {
        fresh.set(row, record);
        this.#keep(cacheKey(kind, row), record);
      } else
        this.#refused({ table: kind, id: row.id, reason: answer?.ok === false ? answer.error : 'newer' });
    }
    return rows.flatMap((row) => {
      const record = (fresh.get(row) ?? this.#cache.get(cacheKey(kind, row))) as OpenedRecord<K> | undefined;
      return record ? [{ ...record, id: row.id, row }] : [];
    });
  }

  #keep(key: string, record: OpenedRecord): void {
    this.#cache.set(key, record);
    if (this.#cache.size <= cacheSize) return;
    const oldest = this.#cache.keys().next();
    if (!oldest.done) this.#cache.delete(oldest.value);
  }
}

function cacheKey(kind: RecordKind, { id, rev, nonce }: SealedRow): string {
  return `${kind} ${id} ${rev} ${nonce instanceof Uint8Array ? nonce.join('.') : ''}`;
}
