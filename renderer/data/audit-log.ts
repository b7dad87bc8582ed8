/**
 * Reads and checks the audit log. Guarantees that nobody but an administrator reads it, whatever a screen asks for, and
 * that a check looks at every entry that is there: what the chains end with stands in the root row and in the journal's
 * last frame, so that entries that are gone are noticed like those that were changed.
 */

import { rightToRead } from '#shared/domain/access/rights.ts';
import { type ChainFinding, ChainWalk, entryId, placeOf } from '#shared/domain/audit/chain.ts';
import { type AuditFilter, fits } from '#shared/domain/audit/filter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { AuditCheck, AuditCursor, AuditLine, AuditPage, AuditPort } from '#shared/ports/audit.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { nextIdle } from './next-task.ts';
import type { OpenedRow, SealedRecords } from './sealed-records.ts';
import type { Store } from './store.ts';

interface AuditLogDeps {
  readonly store: Store;
  readonly records: SealedRecords;
  readonly signedIn: SignedIn;
  readonly now: () => Date;
  /** What this workstation was called before snapshots were restored. */
  readonly replaced: readonly string[];
  /** The rows have just been written anew from the journal: doing so again would change nothing. */
  readonly isRebuilt: boolean;
}

/** Rows that are opened in one go: few, because whoever has just unlocked types while they are checked. */
const slice = 100;
/** Entries of a chain that are read ahead for a page. */
const ahead = 250;
/** Entries that a page looks at at most. */
const mostLooked = 5_000;

/** By the hybrid clock, which never goes back: the order in which entries of all chains were written. */
const stampOf = ({ stamps }: OpenedRow<'audit'>): string => stamps['*'] ?? '';
/** Milliseconds since 1970. */
const stampedAt = (row: OpenedRow<'audit'>): number => Number.parseInt(stampOf(row).slice(0, 9), 36);

/** One chain read backwards. */
class ChainReader {
  /** The number that comes next; 0 at the end. */
  next: number;
  readonly #read: (ids: readonly [string, string]) => Promise<readonly OpenedRow<'audit'>[]>;
  readonly #workstationId: string;
  /** Ascending; the last one is the next. */
  #ready: OpenedRow<'audit'>[] = [];
  /** Down to which number `#ready` reaches. */
  #down: number;

  constructor(
    workstationId: string,
    from: number,
    read: (ids: readonly [string, string]) => Promise<readonly OpenedRow<'audit'>[]>,
  ) {
    this.#workstationId = workstationId;
    this.next = from;
    this.#down = from + 1;
    this.#read = read;
  }

  /** The newest entry that was not taken yet; ones that are missing or do not open are passed over. */
  async peek(): Promise<OpenedRow<'audit'> | undefined> {
    while (this.#ready.length === 0 && this.#down > 1) {
      const up = this.#down - 1;
      this.#down = Math.max(1, up - ahead + 1);
      const ids = [entryId(this.#workstationId, this.#down), entryId(this.#workstationId, up)] as const;
      this.#ready = [...(await this.#read(ids))];
    }
    const row = this.#ready.at(-1);
    this.next = row ? (placeOf(row.id)?.number ?? 0) : 0;
    return row;
  }

  take(): void {
    const row = this.#ready.pop();
    const number = row ? (placeOf(row.id)?.number ?? 1) : 1;
    this.next = number - 1;
  }

  /** Nothing older is wanted. */
  stop(): void {
    this.#ready = [];
    this.#down = 1;
    this.next = 0;
  }
}

export class AuditLog implements Omit<AuditPort, 'accountNames'> {
  readonly #deps: AuditLogDeps;
  #check: AuditCheck = { state: 'waiting' };
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(deps: AuditLogDeps) {
    this.#deps = deps;
  }

  readonly current = (): AuditCheck => this.#check;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  count(): number {
    return Object.values(this.#deps.store.state.heads).reduce((sum, { number }) => sum + number, 0);
  }

  async page(
    filter: AuditFilter,
    cursor: AuditCursor | null,
    limit: number,
  ): Promise<Result<AuditPage, Refusal>> {
    if (rightToRead(this.#deps.signedIn.role, 'audit') !== 'all') return err({ code: 'role' });
    const readers = Object.entries(this.#deps.store.state.heads).map(
      // A chain that the cursor does not know began after the page before.
      ([workstationId, { number }]) =>
        [
          workstationId,
          new ChainReader(workstationId, cursor ? (cursor[workstationId] ?? 0) : number, (ids) =>
            this.#between(ids),
          ),
        ] as const,
    );
    const from = filter.from === null ? null : Date.parse(filter.from);
    const lines: AuditLine[] = [];
    let looked = 0;
    while (lines.length < limit && looked < mostLooked) {
      const newest = await newestOf(readers.map(([, reader]) => reader));
      if (!newest) return ok({ lines, looked, cursor: null });
      const { reader, row } = newest;
      // No clock of the PC shows more than the hybrid one, and that one never goes back: all older entries are too old.
      if (from !== null && stampedAt(row) < from) reader.stop();
      else {
        reader.take();
        looked += 1;
        if (fits(filter, row.value)) lines.push({ id: row.id, entry: row.value });
      }
    }
    await newestOf(readers.map(([, reader]) => reader));
    const left = readers.map(([workstationId, { next }]) => [workstationId, next] as const);
    const isEnd = left.every(([, next]) => next === 0);
    return ok({ lines, looked, cursor: isEnd ? null : Object.fromEntries(left) });
  }

  originOf(workstationId: string): 'this' | 'replaced' | 'other' {
    if (workstationId === this.#deps.store.deps.workstationId) return 'this';
    return this.#deps.replaced.includes(workstationId) ? 'replaced' : 'other';
  }

  check(): Promise<void> {
    this.#running ??= this.#checkNow().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #checkNow(): Promise<void> {
    const { store } = this.#deps;
    await store.settled();
    // The rows lag behind the journal; the next start makes up for it and checks.
    if (store.state.readOnly === 'database.behind') return;
    const finding = await this.#walk();
    const isWhole = finding.faultCount === 0;
    if (!isWhole && !this.#deps.isRebuilt) await store.distrust();
    this.#set({ state: 'done', at: this.#deps.now(), finding });
  }

  async #walk(): Promise<ChainFinding> {
    const { records, store } = this.#deps;
    const { sealing } = store.deps;
    const { heads } = store.state;
    const of = this.count();
    const firsts = await records.rows(
      'audit',
      Object.keys(heads).map((workstationId) => entryId(workstationId, 1)),
    );
    const walk = new ChainWalk(
      (id, entry) => sealing.entryDigest(id, entry),
      heads,
      firsts.map(({ value }) => value),
    );
    let done = 0;
    for (let after = ''; ; ) {
      this.#set({ state: 'checking', done: Math.min(done, of), of });
      const rows = await this.#after(after);
      const opened = await this.#opened(rows);
      for (const { id } of rows) {
        if (!this.#isNewerThan(heads, id)) walk.take(id, opened.get(id));
      }
      await nextIdle();
      done += rows.length;
      after = rows.at(-1)?.id ?? '';
      if (rows.length < slice) return walk.finish();
    }
  }

  /** Whether the entry came while the check was running. */
  #isNewerThan(heads: Store['state']['heads'], id: string): boolean {
    const place = placeOf(id);
    if (!place) return false;
    const { workstationId, number } = place;
    const now = this.#deps.store.state.heads[workstationId]?.number ?? 0;
    return number > (heads[workstationId]?.number ?? 0) && number <= now;
  }

  async #opened(rows: readonly SealedRow[]): Promise<ReadonlyMap<string, AuditEntry>> {
    const opened = await this.#deps.records.openRows('audit', rows, false);
    return new Map(opened.map(({ id, value }) => [id, value]));
  }

  #after(id: string): Promise<SealedRow[]> {
    return this.#table().where('id').above(id).limit(slice).toArray();
  }

  async #between([low, high]: readonly [string, string]): Promise<readonly OpenedRow<'audit'>[]> {
    const rows = await this.#table().where('id').between(low, high, true, true).toArray();
    return this.#deps.records.openRows('audit', rows, false);
  }

  #table() {
    return this.#deps.store.deps.db.sealed('audit');
  }

  #set(check: AuditCheck): void {
    this.#check = check;
    for (const listener of this.#listeners) listener();
  }
}

/** The reader whose next entry is the newest of all, and that entry. */
async function newestOf(
  readers: readonly ChainReader[],
): Promise<{ readonly reader: ChainReader; readonly row: OpenedRow<'audit'> } | undefined> {
  let newest: { readonly reader: ChainReader; readonly row: OpenedRow<'audit'> } | undefined;
  for (const reader of readers) {
    const row = await reader.peek();
    if (row && (!newest || stampOf(row) > stampOf(newest.row))) newest = { reader, row };
  }
  return newest;
}
