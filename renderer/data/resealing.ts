/**
 * Seals rows again that lie under the key of an older epoch, in the background of a working day.
 *
 * Guarantees, against a lock, a crash or a full disk at any moment: every batch is one write like any other (journalled
 * whole, then stored), and changes nothing but seals and revs; what was not done is found again by looking at the rows
 * themselves, so that there is no place to lose. Between two batches the window and the desk come first.
 */
import { recordKinds } from '#shared/domain/records/registry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { ResealingState } from '#shared/ports/data-keys.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { BegunStore } from './begun-store.ts';
import type { SealedDatabase, TableName } from './database.ts';
import { nextIdle } from './next-task.ts';
import type { Store } from './store.ts';

interface ResealingDeps {
  readonly db: SealedDatabase;
  readonly sealing: Sealing;
  readonly store: Store;
  readonly begun: BegunStore;
}

/** Rows that are read and sealed in one go: some hundredths of a second, in which nobody else can write. */
const together = 150;
/** For each millisecond of work so many are left to others. */
const restFactor = 2;
/** Milliseconds until a disk that refused is asked again. */
const retryMs = 60_000;

const tables = [...recordKinds, 'directory'] as const;

export class Resealing {
  readonly #deps: ResealingDeps;
  #state: ResealingState = { state: 'idle', done: 0, of: 0, unreadable: 0, code: null };
  #running: Promise<Result<string, string>> | undefined;
  #stopped = false;
  readonly #listeners = new Set<() => void>();

  constructor(deps: ResealingDeps) {
    this.#deps = deps;
  }

  readonly current = (): ResealingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether rows may lie under an older key. */
  get isDue(): boolean {
    const epochs = this.#deps.sealing.epochs();
    return epochs.length > 1 && this.#deps.store.state.sealedUnder !== epochs.at(-1);
  }

  /**
   * Seals until no row is left; a call while it runs joins it. Goes on with the newest key when another one begins
   * meanwhile. Answers with the key's epoch; the error is a failure code after which nothing can be written in this run, or `stopped`.
   */
  run(): Promise<Result<string, string>> {
    this.#running ??= this.#all().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * That nothing of what it replaced is on the disk any more: no row is looked at again before another key begins.
   * @param epoch as `run` answered it.
   */
  finish(epoch: string): void {
    this.#deps.store.state.sealedUnder = epoch;
    this.#set({ state: 'done' });
  }

  /** That everything is sealed again, but what was replaced is still on the disk: the next unlock tries again. */
  fail(code: string): void {
    this.#set({ state: 'failed', code });
  }

  /** Ends it after the batch that is under way; the next unlock goes on. */
  stop(): void {
    this.#stopped = true;
  }

  #newest(): string {
    return this.#deps.sealing.epochs().at(-1) ?? '';
  }

  #set(change: Partial<ResealingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  async #all(): Promise<Result<string, string>> {
    const { db, begun } = this.#deps;
    for (;;) {
      const epoch = this.#newest();
      const counts = await Promise.all(tables.map((table) => db.sealed(table).count()));
      this.#set({
        state: 'working',
        done: 0,
        of: counts.reduce((sum, n) => sum + n, 0),
        unreadable: 0,
        code: null,
      });
      for (const table of tables) {
        const sealed = await this.#table(table);
        if (!sealed.ok) return sealed;
      }
      const entries = await db.sealed('begun').toArray();
      if (entries.some(({ keyId }) => keyId !== epoch)) await begun.rewrite((value) => value);
      if (epoch === this.#newest()) return ok(epoch);
    }
  }

  async #table(table: (typeof tables)[number]): Promise<Result<null, string>> {
    for (let after: string | undefined; ; ) {
      await nextIdle();
      if (this.#stopped) return err('stopped');
      const since = performance.now();
      const page = await this.#read(table, after);
      const old = page.filter((row) => this.#isOld(row)).map(({ id }) => id);
      const left = old.length === 0 ? ok(0) : await this.#sealed(table, old);
      if (!left.ok) return left;
      this.#set({
        done: this.#state.done + page.length,
        of: Math.max(this.#state.of, this.#state.done + page.length),
        unreadable: this.#state.unreadable + left.value,
      });
      if (page.length < together) return ok(null);
      after = page.at(-1)?.id;
      if (old.length > 0) await rest((performance.now() - since) * restFactor);
    }
  }

  #read(table: TableName, after: string | undefined): Promise<SealedRow[]> {
    const rows = this.#deps.db.sealed(table);
    return (after === undefined ? rows.toCollection() : rows.where('id').above(after))
      .limit(together)
      .toArray();
  }

  #isOld({ keyId }: SealedRow): boolean {
    return keyId !== this.#newest();
  }

  /** One batch through the write queue; a disk that refuses is asked again. Answers how many rows do not open. */
  async #sealed(table: (typeof tables)[number], ids: readonly string[]): Promise<Result<number, string>> {
    const { db, store } = this.#deps;
    for (;;) {
      const answer = await store.enqueue(async () => {
        // Somebody may have written some of them meanwhile.
        const rows = (await db.sealed(table).bulkGet([...ids])).filter((row) => row !== undefined);
        return store.resealRows(
          table,
          rows.filter((row) => this.#isOld(row)),
        );
      });
      if (answer.ok || store.state.readOnly !== undefined || this.#stopped) {
        this.#set({ state: answer.ok ? 'working' : 'failed', code: answer.ok ? null : answer.error });
        return answer;
      }
      this.#set({ state: 'waiting', code: answer.error });
      await rest(retryMs);
      if (this.#stopped) return err('stopped');
    }
  }
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
