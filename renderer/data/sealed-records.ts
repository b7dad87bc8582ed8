import { type RecordKind, type RecordOf, recordTypes, type Stored } from '#shared/domain/records/registry.ts';
import type { RefusedRow } from '#shared/ports/damage.ts';
import type { Overwritten, RecordReader } from '#shared/ports/record-reader.ts';
import type { IndexName, SealedRow, Sealing } from '#shared/ports/sealing.ts';
import { overwrittenEdits } from '#shared/sync/edits.ts';
import type { ErasedRecord } from '#shared/sync/field-stamps.ts';
import { parseStamp } from '#shared/sync/stamp.ts';
import type { SealedDatabase } from './database.ts';
import { decodeRecord, type OpenedRecord } from './record-codec.ts';

/** A record with the row that it came from. */
export type OpenedRow<K extends RecordKind = RecordKind> = OpenedRecord<K> & {
  readonly id: string;
  readonly row: SealedRow;
};

/** Opened records kept at hand. They go with the window when it is locked. */
const cacheSize = 2_000;
/** Rows that are read and opened at a time. */
const pageSize = 4_000;

/**
 * Reads and opens rows. One that does not open is reported and left out, and never hides the others. The cache is
 * keyed by id and checked by the nonce, which is new with every sealing, so that it can't show an old state.
 */
export class SealedRecords implements RecordReader {
  readonly #db: SealedDatabase;
  readonly #sealing: Sealing;
  readonly #refused: (row: RefusedRow) => void;
  readonly #cache = new Map<string, { readonly nonce: Uint8Array; readonly record: OpenedRecord }>();

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

  /** Page after page: while workers open one, the database reads the next. */
  async all<K extends RecordKind>(kind: K): Promise<Stored<K>[]> {
    const table = this.#db.sealed(kind);
    const pages: Promise<OpenedRow<K>[]>[] = [];
    let after: string | undefined;
    for (;;) {
      const range = after === undefined ? table.toCollection() : table.where('id').above(after);
      const rows = await range.limit(pageSize).toArray();
      pages.push(this.openRows(kind, rows));
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.id;
    }
    return (await Promise.all(pages)).flatMap((page) => page.map(({ id, value }) => ({ kind, id, value })));
  }

  async overwritten(kind: RecordKind, id: string): Promise<readonly Overwritten[]> {
    const rows = await this.rows(kind, [id]);
    return rows
      .flatMap((row) => overwrittenEdits(recordTypes[kind].merging, row))
      .flatMap((edit) => {
        const stamp = parseStamp(edit.stamp);
        return stamp ? [{ ...edit, at: stamp.time, workstationId: stamp.workstationId }] : [];
      });
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

  /**
   * Opens rows in order; refused ones are reported and left out, erased ones only left out.
   *
   * @param keep whether they are kept at hand. A list longer than the cache would only push everything else out of it.
   * @param erased is told of rows whose record was erased
   */
  async openRows<K extends RecordKind>(
    kind: K,
    rows: readonly SealedRow[],
    keep = rows.length <= cacheSize,
    erased: (id: string, left: ErasedRecord) => void = () => undefined,
  ): Promise<OpenedRow<K>[]> {
    const known = keep ? rows.map((row) => this.#known(kind, row)) : [];
    const opened = await this.#sealing.openAll(
      kind,
      rows.filter((_, at) => !known[at]),
    );
    let next = 0;
    return rows.flatMap((row, at) => {
      let record = known[at] as OpenedRecord<K> | undefined;
      if (!record) {
        const answer = opened[next];
        next += 1;
        const decoded = answer?.ok ? decodeRecord(kind, answer.value) : undefined;
        if (decoded && 'erased' in decoded) {
          // What stood there before goes from memory too.
          this.#cache.delete(`${kind} ${row.id}`);
          erased(row.id, decoded);
          return [];
        }
        record = decoded;
        if (!record)
          this.#refused({ table: kind, id: row.id, reason: answer?.ok === false ? answer.error : 'newer' });
        else if (keep) this.#keep(kind, row, record);
      }
      return record ? [{ ...record, id: row.id, row }] : [];
    });
  }

  /** Drops records from memory that are about to be erased. */
  forget(kind: RecordKind, ids: readonly string[]): void {
    for (const id of ids) this.#cache.delete(`${kind} ${id}`);
  }

  #known(kind: RecordKind, { id, nonce }: SealedRow): OpenedRecord | undefined {
    const cached = this.#cache.get(`${kind} ${id}`);
    return cached && sameBytes(cached.nonce, nonce) ? cached.record : undefined;
  }

  #keep(kind: RecordKind, { id, nonce }: SealedRow, record: OpenedRecord): void {
    this.#cache.set(`${kind} ${id}`, { nonce, record });
    if (this.#cache.size <= cacheSize) return;
    const oldest = this.#cache.keys().next();
    if (!oldest.done) this.#cache.delete(oldest.value);
  }
}

/** Bytes of a row may be anything: what is not bytes is never the same. */
function sameBytes(a: unknown, b: unknown): boolean {
  return (
    a instanceof Uint8Array &&
    b instanceof Uint8Array &&
    a.length === b.length &&
    a.every((byte, at) => byte === b[at])
  );
}
