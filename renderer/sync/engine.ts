/**
 * Keeps this workstation and its server in step. Guarantees, over outages, lost answers, other writers and crashes:
 * - a write is published until the server is known to have it (outbox.ts), and only over what was merged before;
 * - what comes is stored before the place in the server's sequence moves on;
 * - a value that does not open is never stored, and is replaced by what is here;
 * - nothing is sent or taken over while the server is not the one that is known (shared/sync/stream-lineage.ts).
 */
import type { OpenedEntry, Replica, TakenRecord } from '#shared/ports/replica.ts';
import type { SyncState, SyncTrouble } from '#shared/ports/sync.ts';
import type { SyncBatch, SyncEntry, SyncLine } from '#shared/ports/sync-transport.ts';
import { noted } from '#shared/sync/stream-lineage.ts';
import { valueFormats } from '#shared/sync/value-format.ts';
import { rowOnWire } from '#shared/sync/wire.ts';
import { type KeptState, nothingKept, readKept, recordVersions } from './kept-state.ts';
import { Outbox } from './outbox.ts';
import { publishRound } from './publish-round.ts';
import { Repairs } from './repairs.ts';
import { ServerPieces } from './server-pieces.ts';
import { syncState } from './sync-state.ts';

/** What all workstations share beside the records: the vault's header, and who belongs to the site. */
export interface SharedSite {
  /** Takes a value over that is no record. `repair`: it is nothing of this site's. */
  take(entry: SyncEntry): Promise<'taken' | 'repair' | 'unknown'>;
  /** Reads the newest header from the server; `false`: it was not reached. */
  refresh(line: SyncLine): Promise<boolean>;
  /** After every connecting: publishes the header where the server has none, or an older one. */
  connected(line: SyncLine, isFirst: boolean): Promise<'ours' | 'foreign' | 'revoked' | 'unanswered'>;
  /** Whether what that workstation sealed is not taken over: it was revoked before the server got it. */
  refuses(writer: string, storedAt: string): boolean;
}

export interface EngineDeps {
  readonly replica: Replica;
  readonly site: SharedSite;
  readonly openLine: (known: KeptState['known']) => Promise<SyncLine | string>;
  readonly now: () => number;
  /** Records that came or were merged, in whatever state they are now. */
  readonly arrived: (taken: readonly TakenRecord[]) => void;
  /** Between two large pieces of work. */
  readonly pause: () => Promise<void>;
}

/** Entries that are merged in one write: while it lasts, staff's own writes wait. */
const mergedTogether = 250;
/** The same while everything comes for the first time. */
const filledTogether = 1_000;
/** Milliseconds between two writes of the kept state while much comes. */
const keepEvery = 2_000;
/** Own writes that are remembered until they come back. */
const mostSent = 50_000;
/** Milliseconds until a failed round is tried again. */
const againAfter = 500;
/** The server's clock is looked at again after so many milliseconds. */
const clockEvery = 600_000;

export class SyncEngine {
  readonly #deps: EngineDeps;
  readonly #outbox = new Outbox();
  readonly #pieces = new ServerPieces();
  readonly #listeners = new Set<() => void>();
  #line: SyncLine | undefined;
  #kept: KeptState = nothingKept;
  #keptAt = 0;
  #keeping: Promise<void> = Promise.resolve();
  #trouble: SyncTrouble | undefined;
  #failure: { readonly at: number; readonly code: string } | null = null;
  #isCaughtUp = false;
  #isReady = false;
  #filled = { done: 0, remaining: 0 };
  #lastSign = 0;
  readonly #startedAt: number;
  #clock: { readonly aheadMs: number; readonly at: number } | undefined;
  #records: number | null = null;
  readonly #repairs = new Repairs();
  #isFirstFill = false;
  /** The outbox is being filled: that it is empty says nothing then. */
  #filling = 0;
  #isLackingNoMore = false;
  /** Pieces that records lack which came in this run. */
  readonly #lacking = new Set<string>();
  /** What was published here and has not come back yet. */
  readonly #sent = new Set<string>();
  #publishing: Promise<void> | undefined;
  #isStopped = false;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #ends: (() => void)[] = [];
  readonly #whenWhole: (() => void)[] = [];
  #unwatch = (): void => undefined;
  #state: SyncState = { kind: 'off' };

  private constructor(deps: EngineDeps) {
    this.#deps = deps;
    this.#startedAt = deps.now();
  }

  /** With what was kept of the last run; nothing goes or comes before `start`. */
  static async open(deps: EngineDeps): Promise<SyncEngine> {
    const engine = new SyncEngine(deps);
    engine.#kept = readKept(await deps.replica.loadState());
    return engine;
  }

  readonly current = (): SyncState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the details screen shows of it. */
  figures() {
    return {
      sequence: this.#kept.cursor,
      records: this.#records,
      waiting: this.#outbox.changes,
      clockAheadMs: this.#clock?.aheadMs ?? null,
      lastError: this.#failure,
      repaired: this.#repairs.count,
    };
  }

  /** The line while it stands, for what is shared beside the records. */
  line(): SyncLine | undefined {
    return this.#line?.connection().kind === 'connected' ? this.#line : undefined;
  }

  /** Asks the server anew how it stands, for whoever reads the figures. */
  async look(): Promise<void> {
    const found = await this.line()?.identity();
    if (!found?.ok || this.#isStopped) return;
    this.#lookAt(found.value);
    this.#tell();
  }

  kept(): Pick<KeptState, 'tasks' | 'overwritten'> {
    return this.#kept;
  }

  /** Keeps what others found of the records that came. */
  keep(found: Partial<Pick<KeptState, 'tasks' | 'overwritten'>>): void {
    this.#kept = { ...this.#kept, ...found };
    this.#later(keepEvery, () => void this.#store());
    this.#tell();
  }

  /** Connects, and goes on where the last run ended. */
  async start(): Promise<void> {
    const { replica, openLine } = this.#deps;
    this.#ends.push(
      replica.onWritten((written) => {
        for (const { isNew, ...name } of written) this.#outbox.add(name, { isNew, isWritten: true });
        this.#tell();
        this.#publish();
      }),
    );
    await this.#fillOutbox();
    this.#isFirstFill = this.#kept.cursor === 0 && this.#outbox.changes === 0;
    if (this.#isStopped) return;
    const line = await openLine(this.#kept.known);
    if (typeof line === 'string') {
      this.#failed(line);
      return;
    }
    if (this.#isStopped) {
      await line.close();
      return;
    }
    this.#line = line;
    this.#ends.push(line.subscribe(() => void this.#connectionChanged(line)));
    await this.#connectionChanged(line);
  }

  /** Ends it; what was not published waits for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const end of this.#ends.splice(0)) end();
    this.#unwatch();
    await this.#line?.close();
    await this.#publishing?.catch(() => undefined);
    await this.#store();
  }

  /** Begins anew with whatever server is there now, after an administrator's word. */
  async reseed(): Promise<void> {
    const revisions = { known: undefined, cursor: 0, heldBack: undefined, lacking: undefined };
    this.#kept = { ...this.#kept, ...revisions, comparesAll: true };
    await this.#store();
  }

  /** Everything on the server is sealed again under the newest epoch, which began here. */
  async resealAll(): Promise<void> {
    this.#filling += 1;
    try {
      this.#kept = { ...this.#kept, resealsAll: true };
      await this.#store();
      await this.#fillOutbox();
    } finally {
      this.#filling -= 1;
    }
    this.#publish();
  }

  /** Sync ends in this run, because of what the header or an administrator says. */
  halt(trouble: SyncTrouble): void {
    this.#stopFor(trouble);
    this.#unwatch();
  }

  /** Everything comes for the first time: nothing that staff wrote here can be at odds with it. */
  get isFirstFill(): boolean {
    return this.#isFirstFill;
  }

  /** Resolves once everything that the server had has come; at once where it had before. */
  whole(): Promise<void> {
    if (!this.#kept.isPartial) return Promise.resolve();
    return new Promise((resolve) => this.#whenWhole.push(resolve));
  }

  /** Tries at once what was given up; what an administrator decided stays. */
  retry(): void {
    if (this.#trouble === 'full' || this.#trouble === 'foreign') this.#trouble = undefined;
    this.#line?.reconsider();
    const line = this.line();
    if (line && !this.#isReady) void this.#greet(line);
    this.#tell();
    this.#publish();
  }

  async #fillOutbox(): Promise<void> {
    const { replica } = this.#deps;
    const { comparesAll, resealsAll, publishedSeq } = this.#kept;
    const since = publishedSeq > 0 ? await replica.writtenSince(publishedSeq) : undefined;
    for (const name of since ?? []) this.#outbox.add(name, { isWritten: true });
    if (since && !comparesAll && !resealsAll) return;
    // Where everything of the server is read before, what did not come from there is new to it.
    const isNew = this.#kept.cursor === 0;
    this.#kept = { ...this.#kept, comparesAll: true };
    for await (const names of replica.names())
      for (const name of names)
        if (resealsAll || !this.#outbox.has(name)) this.#outbox.add(name, { isNew, reseals: resealsAll });
  }

  async #connectionChanged(line: SyncLine): Promise<void> {
    const connection = line.connection();
    if (connection.kind !== 'connected') {
      this.#isReady = false;
      this.#isCaughtUp = false;
      this.#tell();
      return;
    }
    this.#tell();
    await this.#greet(line);
  }

  /** Of a new connection: whose server it is, its clock, the header; then the watch. */
  async #greet(line: SyncLine): Promise<void> {
    const { site } = this.#deps;
    const isFirst = this.#kept.known === undefined;
    const found = await line.identity();
    const verdict = found.ok
      ? await site.connected(line, isFirst && found.value.lastSequence > 0)
      : 'unanswered';
    if (this.#isStopped || line.connection().kind !== 'connected') return;
    if (!found.ok || verdict === 'unanswered') {
      this.#later(againAfter, () => void this.#greet(line));
      return;
    }
    this.#lookAt(found.value);
    if (verdict !== 'ours') {
      this.#stopFor(verdict);
      return;
    }
    if (this.#trouble === 'foreign') this.#trouble = undefined;
    if (isFirst)
      this.#kept = { ...this.#kept, known: { createdAt: found.value.createdAt, sequence: 0, marks: [] } };
    if (!this.#isReady) {
      this.#isReady = true;
      this.#watch(line);
    }
    this.#tell();
  }

  #lookAt(found: { readonly clockAheadMs: number; readonly records: number }): void {
    this.#clock = { aheadMs: found.clockAheadMs, at: this.#deps.now() };
    this.#records = found.records;
    this.#lastSign = this.#deps.now();
  }

  #stopFor(trouble: SyncTrouble): void {
    this.#trouble = trouble;
    this.#tell();
  }

  async #take({ entries, remaining }: SyncBatch): Promise<void> {
    if (this.#isStopped) throw new Error('sync has ended');
    this.#filled = { done: this.#filled.done + entries.length, remaining };
    if (remaining > 0) this.#isCaughtUp = false;
    if (remaining > 0 && !this.#kept.isPartial) this.#kept = { ...this.#kept, isPartial: true };
    const together = this.#isFirstFill ? filledTogether : mergedTogether;
    for (let at = 0; at < entries.length; at += together) {
      if (at > 0) await this.#deps.pause();
      await this.#takeSome(entries.slice(at, at + together));
    }
    this.#lastSign = this.#deps.now();
    const last = entries.at(-1);
    if (last) {
      const { known, cursor } = this.#kept;
      this.#kept = {
        ...this.#kept,
        known: known && noted(known, entries),
        cursor: Math.max(cursor, last.revision),
      };
    }
    if (remaining === 0 && !this.#isCaughtUp) {
      this.#isCaughtUp = true;
      this.#isFirstFill = false;
      this.#kept = { ...this.#kept, isPartial: false };
      for (const resolve of this.#whenWhole.splice(0)) resolve();
      this.#filled = { done: 0, remaining: 0 };
    }
    if (this.#isLackingNoMore) this.#readAgain();
    this.#tell();
    this.#publish();
    if (this.#deps.now() - this.#keptAt > keepEvery) await this.#store();
    else this.#later(keepEvery, () => void this.#store());
  }

  async #takeSome(entries: readonly SyncEntry[]): Promise<void> {
    const { replica, site } = this.#deps;
    const records: SyncEntry[] = [];
    for (const entry of entries) {
      if (entry.value[0] === valueFormats.record) {
        if (!this.#isOwnEcho(entry)) records.push(entry);
      } else if ((await site.take(entry)) === 'repair') this.#isGarbage(entry.key);
    }
    const opened = await this.#open(records);
    const incoming = opened.flatMap((answer, at) => {
      const entry = records[at];
      if (!entry) return [];
      if (answer.kind === 'newer') this.#holdBack(entry.revision);
      else if (answer.kind === 'lacking') this.#lack(entry.revision, answer.pieces);
      else if (answer.kind === 'picture') this.#isLackingNoMore ||= this.#lacking.has(entry.key);
      else if (answer.kind !== 'record') this.#isGarbage(entry.key);
      else return [answer];
      return [];
    });
    const taken = await replica.take(incoming.map(({ name, version }) => ({ ...name, version })));
    if (!taken.ok) {
      this.#failed(taken.error);
      throw new Error('what came could not be stored');
    }
    for (const [at, record] of taken.value.entries()) {
      const isUnderNewest = incoming[at]?.isUnderNewest ?? true;
      if (!record.isSettled) this.#outbox.add(record);
      // A latecomer under an older epoch; what was there at the change of epochs is sealed again by who changed it.
      else if (!isUnderNewest && this.#isCaughtUp) this.#outbox.add(record, { reseals: true });
      else if (isUnderNewest || !this.#kept.resealsAll) this.#outbox.remove(record);
    }
    if (taken.value.length > 0) this.#deps.arrived(taken.value);
  }

  /** What was published here comes back like everything else; it was merged before it went. */
  #isOwnEcho({ key, value }: SyncEntry): boolean {
    // Answers that were lost leave some behind.
    if (this.#sent.size > mostSent) this.#sent.clear();
    return this.#sent.size > 0 && this.#sent.delete(rowOnWire(key, value)?.rev ?? '');
  }

  /**
   * Values are opened once more after a look at the header, where they are under an epoch that is not known here. What a
   * revoked workstation wrote is like what nobody wrote.
   */
  async #open(entries: readonly SyncEntry[]): Promise<readonly OpenedEntry[]> {
    const { replica, site } = this.#deps;
    const line = this.#line;
    const get: SyncLine['get'] = async (key) => line?.get(key) ?? { ok: false, error: 'offline' };
    let opened = await replica.open(entries, get);
    if (opened.some(({ kind }) => kind === 'unknown-epoch') && line) {
      if (!(await site.refresh(line))) throw new Error('the header could not be read');
      opened = await replica.open(entries, get);
    }
    return opened.map((answer, at) =>
      answer.kind === 'record' && site.refuses(answer.writer, entries[at]?.storedAt ?? '')
        ? { kind: 'garbage' }
        : answer,
    );
  }

  /** Somebody who has the picture puts it right; the record is read again then. */
  #lack(revision: number, pieces: readonly string[]): void {
    for (const piece of pieces) this.#lacking.add(piece);
    this.#kept = { ...this.#kept, lacking: Math.min(this.#kept.lacking ?? revision, revision) };
  }

  #readAgain(): void {
    const { lacking, cursor } = this.#kept;
    this.#lacking.clear();
    this.#isLackingNoMore = false;
    if (lacking === undefined || !this.#line) return;
    this.#kept = { ...this.#kept, lacking: undefined, cursor: Math.min(cursor, lacking - 1) };
    this.#isCaughtUp = false;
    this.#watch(this.#line);
  }

  #watch(line: SyncLine): void {
    this.#unwatch();
    this.#unwatch = line.watch(this.#kept.cursor, (batch) => this.#take(batch));
  }

  #holdBack(revision: number): void {
    const { heldBack } = this.#kept;
    if (!heldBack) this.#kept = { ...this.#kept, heldBack: { revision, versions: recordVersions() } };
  }

  /** Somebody put something there that is not ours: what is here takes its place. */
  #isGarbage(key: string): void {
    this.#repairs.note(key);
    this.#later(0, () => void this.#repair());
  }

  async #repair(): Promise<void> {
    await this.#repairs.prepare(this.#deps.replica, this.#outbox, this.#pieces);
    this.#tell();
    this.#publish();
  }

  /** Publishes what waits, one round after the other, until nothing waits or it can't go on. */
  #publish(): void {
    if (this.#publishing || !this.#mayPublish()) return;
    const publishing = this.#rounds().finally(() => {
      if (this.#publishing === publishing) this.#publishing = undefined;
      this.#tell();
    });
    this.#publishing = publishing;
  }

  #mayPublish(): boolean {
    const isReady = !this.#isStopped && !this.#trouble && this.#isReady && this.#isCaughtUp;
    return isReady && (this.#outbox.size > 0 || this.#pieces.areBroken);
  }

  async #rounds(): Promise<void> {
    const { replica, now } = this.#deps;
    for (;;) {
      if (!this.#mayPublish() || !this.#line) {
        await this.#allPublished();
        // Something may have been written meanwhile, and nobody else begins a round while this one lasts.
        if (!this.#mayPublish() || !this.#line) {
          this.#publishing = undefined;
          return;
        }
      }
      const line = this.#line;
      if (!this.#clock || now() - this.#clock.at > clockEvery) {
        const found = await line.identity();
        if (!found.ok) return this.#later(againAfter, () => this.#publish());
        this.#lookAt(found.value);
      }
      const outcome = await publishRound({
        ...{
          line,
          replica,
          outbox: this.#outbox,
          pieces: this.#pieces,
          offset: this.#clock?.aheadMs ?? 0,
          now: now(),
        },
        open: (entries) => this.#open(entries),
        putRight: this.#kept.putRight,
        keepPutRight: async (putRight) => {
          this.#kept = { ...this.#kept, putRight };
          await this.#store();
        },
        arrived: this.#deps.arrived,
        heldBack: (revision) => this.#holdBack(revision),
        sent: (rev) => this.#sent.add(rev),
      }).catch(() => 'failed' as const);
      this.#tell();
      if (outcome === 'full') return this.#stopFor('full');
      if (outcome !== 'progress') {
        this.#failed(`sync.${outcome}`);
        return this.#later(againAfter, () => this.#publish());
      }
      this.#lastSign = now();
      await this.#deps.pause();
    }
  }

  /** Everything written so far is on the server: the next start need not look at it. */
  async #allPublished(): Promise<void> {
    const isWaiting = (): boolean => this.#outbox.size > 0 || this.#filling > 0 || this.#isStopped;
    if (isWaiting() || this.#outbox.parked > 0) return;
    const seq = await this.#deps.replica.lastSeq();
    if (isWaiting()) return;
    this.#kept = { ...this.#kept, publishedSeq: seq, comparesAll: false, resealsAll: false, putRight: {} };
    this.#later(keepEvery, () => void this.#store());
  }

  #failed(code: string): void {
    this.#failure = { at: this.#deps.now(), code };
    this.#tell();
  }

  #later(ms: number, work: () => void): void {
    if (this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }

  /** Writes what is to be kept, one after the other. Should the disk refuse it, the next start compares more. */
  #store(): Promise<void> {
    this.#keptAt = this.#deps.now();
    this.#keeping = this.#keeping.then(() => this.#deps.replica.saveState(this.#kept).catch(() => undefined));
    return this.#keeping;
  }

  #tell(): void {
    const next = syncState({
      ...{ connection: this.#line?.connection(), trouble: this.#trouble, kept: this.#kept },
      ...{ count: this.#outbox.changes, parked: this.#outbox.parked },
      ...{ isCaughtUp: this.#isCaughtUp, filled: this.#filled },
      ...{ startedAt: this.#startedAt, lastSign: this.#lastSign },
    });
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
