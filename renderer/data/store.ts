/**
 * The one place that writes. Guarantees, against crashes at any moment and against half writes:
 * - a write is journalled and fsync'd whole before anything else changes; only then is it reported as saved;
 * - rows, directory chunks and the root (what was applied, manifest) change in one IndexedDB transaction, which the
 *   next start makes up for from the journal where it failed;
 * - one write at a time, in the order asked for; a failed one changes nothing.
 * WebCrypto is never awaited inside a transaction: everything is sealed before.
 */
import type { ChainHeads } from '#shared/domain/audit/chain.ts';
import type { DirectoryKind, Projected } from '#shared/domain/directory.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import {
  encodeFrame,
  type FrameRow,
  type FrameTrailer,
  frameTable,
  type Sums,
} from '#shared/journal/frame.ts';
import type { SealedRow, Sealing, Unsealed } from '#shared/ports/sealing.ts';
import type { SealedDatabase, TableName } from './database.ts';
import type { DirectoryStore, Parts, Prepared } from './directory-store.ts';
import type { JournalPort } from './journal-port.ts';
import { digestSum, type Manifest, moved, toSums } from './manifest.ts';
import { encodeJson } from './record-codec.ts';

export const rootId = 'root';
/**
 * Of the root row, the directory's chunks and a frame's trailer. Raised with every change of what the root or a
 * directory entry holds: a database of another layout is written anew from the journal.
 */
export const layoutVersion = 5;

/** What the sealed root row says. */
export interface Root {
  readonly appliedSeq: number;
  readonly sums: Sums;
  readonly parts: Parts;
  /** The last stamp drawn or seen, so that stamps grow over restarts. */
  readonly lastStamp: string;
  /** Where the audit chains end. */
  readonly heads: ChainHeads;
  /** Every row was sealed again under this epoch; none is said of a database that was written anew. */
  readonly sealedUnder?: string;
}

/** A record to be written: what is to be sealed, the row it replaces and what it changes in the directory. */
export interface RowWrite {
  readonly kind: RecordKind;
  readonly plain: Unsealed;
  readonly replaces: SealedRow | undefined;
  readonly before: Projected<DirectoryKind> | undefined;
  readonly after: Projected<DirectoryKind> | undefined;
}

export interface StoreState {
  seq: number;
  manifest: Manifest;
  lastStamp: string;
  heads: ChainHeads;
  /** See `Root`; kept with the next write. */
  sealedUnder?: string | undefined;
  /** Set when nothing may be written any more in this run; the code says why. */
  readOnly: string | undefined;
  /** The database is not what was stored: the next unlock writes it anew from the journal. */
  distrusted: boolean;
}

export interface StoreDeps {
  readonly db: SealedDatabase;
  readonly sealing: Sealing;
  readonly journal: JournalPort;
  readonly directory: DirectoryStore;
  readonly workstationId: string;
  readonly randomBytes: (count: number) => Uint8Array;
}

const uncertain: ReadonlySet<string> = new Set([
  'disk.timeout',
  'ipc.failed',
  'ipc.bad-result',
  'journal.out-of-order',
]);

/** Milliseconds until a transaction that does not end is given up (a full disk hangs without an error). */
const patience = 5_000;

export class Store {
  readonly deps: StoreDeps;
  readonly state: StoreState;
  /** Ids that were written since, for tables that were empty when `rowsAt` was first asked; `undefined` for others. */
  readonly #writtenSinceEmpty = new Map<RecordKind, Set<string> | undefined>();
  #queue: Promise<unknown> = Promise.resolve();
  /** The transaction that is under way; at most one. */
  #storing: Promise<void> = Promise.resolve();

  constructor(deps: StoreDeps, state: StoreState) {
    this.deps = deps;
    this.state = state;
  }

  /** Runs tasks one after the other, in the order they were handed in. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(task);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Resolves when everything handed in so far is in the database too. */
  async settled(): Promise<void> {
    await this.#queue;
    await this.#storing;
  }

  /**
   * Lets the next unlock write the database anew from the journal. Without effect where the journal itself is behind
   * or damaged: then the database may be the only one that has everything.
   */
  async distrust(): Promise<void> {
    if (this.state.distrusted || this.state.readOnly !== undefined) return;
    this.state.distrusted = true;
    // A transaction that is under way and stores a root comes before this one.
    await this.deps.db.sealed('root').delete(rootId);
  }

  /** A rev that no other write has: sequence, workstation, random. */
  newRev(): string {
    const random = Array.from(this.deps.randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
    return `${(this.state.seq + 1).toString(36)}.${this.deps.workstationId}.${random}`;
  }

  /**
   * What lies under these ids, in order. To be called inside `enqueue`. While an empty database is filled, nothing is
   * read that was never written: that would cost more than writing it.
   */
  async rowsAt(kind: RecordKind, ids: readonly string[]): Promise<readonly (SealedRow | undefined)[]> {
    const table = this.deps.db.sealed(kind);
    if (!this.#writtenSinceEmpty.has(kind))
      this.#writtenSinceEmpty.set(kind, (await table.limit(1).count()) === 0 ? new Set() : undefined);
    const written = this.#writtenSinceEmpty.get(kind);
    if (!written) return table.bulkGet([...ids]);
    const there = ids.filter((id) => written.has(id));
    const rows = there.length > 0 ? await table.bulkGet(there) : [];
    const byId = new Map(there.map((id, at) => [id, rows[at]]));
    return ids.map((id) => byId.get(id));
  }

  /** Journals and stores. To be called inside `enqueue`. The error is a failure code. */
  async commit(
    writes: readonly RowWrite[],
    { lastStamp, heads }: Pick<StoreState, 'lastStamp' | 'heads'>,
  ): Promise<Result<null, string>> {
    const { sealing, journal, directory } = this.deps;
    if (this.state.readOnly !== undefined) return err(this.state.readOnly);
    const seq = this.state.seq + 1;
    await directory.ensure(
      writes.flatMap(({ before, after }) => [before?.part, after?.part].filter((part) => part !== undefined)),
    );
    const prepared = directory.prepare(
      writes
        .filter(({ before, after }) => before || after)
        .map(({ plain, before, after }) => ({ id: plain.id, before, after })),
    );
    const manifest = this.#manifestAfter(writes);
    const sealed = await sealing.sealAll([
      ...writes.map(({ plain }) => plain),
      this.#plain(frameTable, String(seq), {
        seq,
        rowsDigest: digestSum(writes.map(({ plain }) => sealing.digest(plain.table, plain.id, plain.rev))),
        sums: toSums(manifest),
        heads,
      } satisfies FrameTrailer),
      this.#plain('root', rootId, {
        appliedSeq: seq,
        sums: toSums(manifest),
        parts: prepared.parts,
        lastStamp,
        heads,
        ...(this.state.sealedUnder === undefined ? {} : { sealedUnder: this.state.sealedUnder }),
      } satisfies Root),
      ...prepared.written.map((chunk) => this.#plain('directory', chunk.id, chunk)),
    ]);
    const rows: FrameRow[] = writes.map(({ kind }, at) => ({ table: kind, row: rowAt(sealed, at) }));
    const appended = await journal.append(seq, encodeFrame({ trailer: rowAt(sealed, writes.length), rows }));
    if (!appended.ok) {
      // Whether the frame arrived is unknown after these: nothing more is written until a new start has looked.
      if (uncertain.has(appended.error)) this.state.readOnly = 'journal.uncertain';
      return err(appended.error);
    }
    // Journalled is saved. The transaction goes on by itself: IndexedDB lets later reads wait for it.
    await this.#storing;
    this.#storing = this.#store(
      writes,
      rows,
      rowAt(sealed, writes.length + 1),
      sealed.slice(writes.length + 2),
      prepared,
    ).then((stored) => {
      // Where the database lags behind the journal, this run only reads; the next start catches up.
      if (!stored) this.state.readOnly = 'database.behind';
    });
    for (const { kind, plain } of writes) this.#writtenSinceEmpty.get(kind)?.add(plain.id);
    prepared.commit();
    Object.assign(this.state, { seq, manifest, lastStamp, heads });
    return ok(null);
  }

  /**
   * Seals rows of a table again, under the newest key and as they are; such that do not open are left. To be called
   * inside `enqueue`, with rows read there. Answers how many were left, or a failure code.
   */
  async resealRows(
    table: RecordKind | 'directory',
    rows: readonly SealedRow[],
  ): Promise<Result<number, string>> {
    const opened = await this.deps.sealing.openAll(table, rows);
    const again = opened.flatMap((answer, at) =>
      answer.ok ? [{ plain: { ...answer.value, rev: this.newRev() }, replaces: rows[at] }] : [],
    );
    const left = rows.length - again.length;
    if (again.length === 0) return ok(left);
    if (this.state.readOnly !== undefined) return err(this.state.readOnly);
    if (table === 'directory') {
      // Derived from records, and so in no journal.
      const sealed = await this.deps.sealing.sealAll(again.map(({ plain }) => plain));
      await this.#storing;
      const put = (db: SealedDatabase): Promise<void> =>
        db
          .sealed(table)
          .bulkPut(sealed)
          .then(() => undefined);
      return (await inTime(writeTransaction(this.deps.db, [], put))) ? ok(left) : err('database.behind');
    }
    const writes = again.map((row) => ({ kind: table, ...row, before: undefined, after: undefined }));
    const { lastStamp, heads } = this.state;
    const committed = await this.commit(writes, { lastStamp, heads });
    return committed.ok ? ok(left) : committed;
  }

  #manifestAfter(writes: readonly RowWrite[]): Manifest {
    const { sealing } = this.deps;
    return moved(
      this.state.manifest,
      writes.map(({ plain, replaces }) => ({
        table: plain.table,
        before: replaces && sealing.digest(plain.table, replaces.id, replaces.rev),
        after: sealing.digest(plain.table, plain.id, plain.rev),
      })),
    );
  }

  #plain(table: string, id: string, value: unknown): Unsealed {
    return { table, id, rev: this.newRev(), index: {}, schema: layoutVersion, bytes: encodeJson(value) };
  }

  async #store(
    writes: readonly RowWrite[],
    rows: readonly FrameRow[],
    root: SealedRow,
    chunks: readonly SealedRow[],
    prepared: Prepared,
  ): Promise<boolean> {
    const byTable = Map.groupBy(rows, ({ table }) => table as TableName);
    const expected = new Map(
      writes.flatMap(({ kind, replaces }) => (replaces ? [[`${kind} ${replaces.id}`, replaces.rev]] : [])),
    );
    return inTime(
      writeTransaction(this.deps.db, [...byTable.keys()], async (db) => {
        for (const [table, list] of byTable) {
          const replacing = list.map(({ row }) => row.id).filter((id) => expected.has(`${table} ${id}`));
          const present = replacing.length > 0 ? await db.sealed(table).bulkGet(replacing) : [];
          if (present.some((row, at) => row?.rev !== expected.get(`${table} ${replacing[at]}`)))
            throw new Error('a row changed beside the write queue');
          await db.sealed(table).bulkPut(list.map(({ row }) => row));
        }
        if (chunks.length > 0) await db.sealed('directory').bulkPut([...chunks]);
        if (prepared.removed.length > 0) await db.sealed('directory').bulkDelete([...prepared.removed]);
        if (!this.state.distrusted) await db.sealed('root').put(root);
      }),
    );
  }
}

/** One transaction over the tables, the directory and the root. */
export function writeTransaction(
  db: SealedDatabase,
  tables: readonly TableName[],
  work: (db: SealedDatabase) => Promise<void>,
): Promise<void> {
  return db.transaction('rw', [...new Set<TableName>([...tables, 'directory', 'root'])], () => work(db));
}

/** Whether the transaction ended well within the patience. */
async function inTime(transaction: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([transaction.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function rowAt(rows: readonly SealedRow[], at: number): SealedRow {
  const row = rows[at];
  if (!row) throw new Error('a sealed row is missing');
  return row;
}
