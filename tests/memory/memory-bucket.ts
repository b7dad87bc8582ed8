/** A server's bucket in memory, with lines of workstations to it: compare-and-set, watches, outages, lost answers. */
import type {
  PublishOutcome,
  StreamIdentity,
  SyncBatch,
  SyncConnection,
  SyncEntry,
  SyncLine,
} from '#shared/ports/sync-transport.ts';
import { type KnownStream, lineageOf } from '#shared/sync/stream-lineage.ts';

const batchEntries = 500;
/** As resources/sync-server sets it up. */
const mostValueBytes = 512 * 1024;

export class MemoryBucket {
  #entries = new Map<string, SyncEntry>();
  #sequence = 0;
  readonly #lines = new Set<MemoryLine>();
  createdAt: string;
  /** The server's time, milliseconds since 1970. */
  now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
    this.createdAt = new Date(now()).toISOString();
  }

  get entries(): readonly SyncEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.revision - b.revision);
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** The bucket as it is now, to put back later. */
  copy(): MemoryBucket {
    const copied = new MemoryBucket(this.now);
    copied.createdAt = this.createdAt;
    copied.#entries = new Map(this.#entries);
    copied.#sequence = this.#sequence;
    return copied;
  }

  get(key: string): SyncEntry | undefined {
    return this.#entries.get(key);
  }

  put(key: string, value: Uint8Array, expected = this.#entries.get(key)?.revision ?? 0): PublishOutcome {
    if ((this.#entries.get(key)?.revision ?? 0) !== expected) return { kind: 'conflict' };
    this.#sequence += 1;
    const storedAt = new Date(this.now() + this.#sequence / 1e6).toISOString();
    this.#entries.set(key, { key, value: new Uint8Array(value), revision: this.#sequence, storedAt });
    for (const line of this.#lines) line.wake();
    return { kind: 'stored', revision: this.#sequence };
  }

  identity(): StreamIdentity {
    return {
      createdAt: this.createdAt,
      lastSequence: this.#sequence,
      records: this.#entries.size,
      clockAheadMs: this.now() - Date.now(),
    };
  }

  /** A workstation's line, which is offline until `go('connected')`. */
  line(known: KnownStream | undefined, options: LineOptions = {}): MemoryLine {
    const line = new MemoryLine(this, known, options);
    this.#lines.add(line);
    return line;
  }

  release(line: MemoryLine): void {
    this.#lines.delete(line);
  }
}

interface LineOptions {
  /** The workstation's clock, for how far the server's is ahead of it. */
  readonly clock?: () => number;
}

export class MemoryLine implements SyncLine {
  readonly #bucket: MemoryBucket;
  readonly #known: KnownStream | undefined;
  readonly #clock: () => number;
  #state: SyncConnection = { kind: 'connecting' };
  readonly #listeners = new Set<() => void>();
  #watch:
    | { last: number; take: (batch: SyncBatch) => Promise<void>; busy: boolean; caughtUp: boolean }
    | undefined;
  /** What becomes of the next write: stored without an answer, or lost without one. */
  nextPublish: 'lose-answer' | 'lose' | undefined;
  published = 0;

  constructor(bucket: MemoryBucket, known: KnownStream | undefined, { clock = Date.now }: LineOptions) {
    this.#bucket = bucket;
    this.#known = known;
    this.#clock = clock;
  }

  readonly connection = (): SyncConnection => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  go(kind: 'connected' | 'offline' | 'refused'): void {
    const since = this.#clock();
    if (kind === 'connected') {
      const found = this.#bucket.identity();
      const stored = new Map(this.#bucket.entries.map(({ revision, storedAt }) => [revision, storedAt]));
      const lineage = lineageOf(this.#known, found, stored);
      this.#set(lineage === 'same' || lineage === 'first' ? { kind, since } : { kind: 'held', since, found });
    } else this.#set({ kind, since });
    if (this.#watch) this.#watch.caughtUp = false;
    this.wake();
  }

  #set(state: SyncConnection): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  async identity(): ReturnType<SyncLine['identity']> {
    if (this.#state.kind !== 'connected' && this.#state.kind !== 'held')
      return { ok: false, error: 'offline' };
    const found = this.#bucket.identity();
    return { ok: true, value: { ...found, clockAheadMs: this.#bucket.now() - this.#clock() } };
  }

  async publish(key: string, value: Uint8Array, expected: number): Promise<PublishOutcome> {
    await Promise.resolve();
    if (this.#state.kind !== 'connected') return { kind: 'offline' };
    const fate = this.nextPublish;
    this.nextPublish = undefined;
    if (fate === 'lose') return { kind: 'unknown' };
    if (value.length > mostValueBytes) return { kind: 'refused', reason: 'too-large' };
    const outcome = this.#bucket.put(key, value, expected);
    if (outcome.kind === 'stored') this.published += 1;
    return fate === 'lose-answer' ? { kind: 'unknown' } : outcome;
  }

  async get(key: string): ReturnType<SyncLine['get']> {
    await Promise.resolve();
    if (this.#state.kind !== 'connected') return { ok: false, error: 'offline' };
    return { ok: true, value: this.#bucket.get(key) };
  }

  watch(after: number, take: (batch: SyncBatch) => Promise<void>): () => void {
    const watch = { last: after, take, busy: false, caughtUp: false };
    this.#watch = watch;
    this.wake();
    return () => {
      if (this.#watch === watch) this.#watch = undefined;
    };
  }

  /** Hands over what there is, one batch after the other. */
  wake(): void {
    void this.#hand();
  }

  async #hand(): Promise<void> {
    const watch = this.#watch;
    if (!watch || watch.busy || this.#state.kind !== 'connected') return;
    const waiting = this.#bucket.entries.filter(({ revision }) => revision > watch.last);
    if (waiting.length === 0 && watch.caughtUp) return;
    watch.busy = true;
    const entries = waiting.slice(0, batchEntries);
    const remaining = waiting.length - entries.length;
    try {
      await watch.take({ entries, remaining });
      watch.last = entries.at(-1)?.revision ?? watch.last;
      watch.caughtUp = remaining === 0;
    } catch {
      // It comes again.
      await new Promise((resolve) => setTimeout(resolve, 5));
    } finally {
      watch.busy = false;
    }
    if (this.#watch === watch) this.wake();
  }

  reconsider(): void {
    if (this.#state.kind === 'held') this.go('connected');
  }

  async close(): Promise<void> {
    this.#watch = undefined;
    this.#bucket.release(this);
    this.#set({ kind: 'closed' });
  }
}
