/** A facility of several workstations around one bucket in memory: real data, real sealing, real databases. */
import { expect, vi } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { type EngineDeps, type SharedSite, SyncEngine } from '#renderer/sync/engine.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { TakenRecord } from '#shared/ports/replica.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { Workplace } from '#tests/browser/data/harness.ts';
import { MemoryBucket, type MemoryLine } from '#tests/memory/memory-bucket.ts';

/** One header everywhere, and nobody revoked. */
const plainSite: SharedSite = {
  take: async () => 'repair',
  refresh: async () => true,
  connected: async () => 'ours',
  refuses: () => false,
};

export class Station {
  readonly workplace: Workplace;
  readonly taken: TakenRecord[] = [];
  site: SharedSite = plainSite;
  engine: SyncEngine | undefined;
  line: MemoryLine | undefined;
  data: OpenedData | undefined;
  #bucket: () => MemoryBucket;

  constructor(sealing: Sealing, number: number, bucket: () => MemoryBucket) {
    this.workplace = new Workplace(sealing);
    this.workplace.workstationId = number.toString(16).padStart(16, '0');
    this.#bucket = bucket;
  }

  /** Unlocks, with sync beside it. @param online whether its line stands at once */
  async open(online = true): Promise<OpenedData> {
    await this.close();
    this.data = await this.workplace.open();
    const deps: EngineDeps = {
      replica: this.data.replica,
      site: this.site,
      openLine: async (known) => {
        this.line = this.#bucket().line(known, { clock: () => this.workplace.now.getTime() });
        if (online) this.line.go('connected');
        return this.line;
      },
      now: () => this.workplace.now.getTime(),
      arrived: (taken) => this.taken.push(...taken),
      pause: async () => undefined,
    };
    this.engine = await SyncEngine.open(deps);
    await this.engine.start();
    return this.data;
  }

  async close(): Promise<void> {
    await this.engine?.stop();
    this.engine = undefined;
    await this.workplace.close();
    this.data = undefined;
  }

  /** Everything there is here: the content of all records with their stamps and histories, whatever it is sealed under. */
  async digest(): Promise<string> {
    const replica = this.data?.replica;
    if (!replica) throw new Error('the workstation is closed');
    const names = [];
    for await (const part of replica.names()) names.push(...part);
    const out = await replica.outgoing(
      names.map((name) => ({ ...name, rebasing: { offset: 0, serverTime: 0, settledUpTo: 'zzzz' } })),
      async () => undefined,
    );
    if (!out.ok) throw new Error(out.error);
    const opened = await replica.open(
      out.value.map(({ key, value }) => ({ key, value, revision: 1, storedAt: '' })),
    );
    return opened
      .map((entry) => (entry.kind === 'record' ? canonicalJson([entry.name, entry.version]) : entry.kind))
      .sort()
      .join('\n');
  }
}

export class Site {
  bucket: MemoryBucket;
  readonly stations: readonly Station[];

  constructor(sealing: Sealing, count = 3) {
    this.stations = Array.from({ length: count }, (_, at) => new Station(sealing, at + 1, () => this.bucket));
    this.bucket = this.newBucket();
  }

  /** An empty one whose clock is the first workstation's. */
  newBucket(madeLater = 0): MemoryBucket {
    return new MemoryBucket(() => (this.stations[0]?.workplace.now.getTime() ?? 0) + madeLater);
  }

  /** Waits until every workstation says that it is in step. */
  async inStep(): Promise<void> {
    await vi.waitFor(
      () => {
        for (const { engine } of this.stations) if (engine) expect(engine.current().kind).toBe('in-step');
      },
      { timeout: 20_000, interval: 10 },
    );
    // The last write of one may still be on its way to another.
    await Promise.all(
      this.stations.map(({ engine, line }) =>
        vi.waitFor(() => {
          if (engine && line) expect(engine.figures().sequence).toBe(this.bucket.sequence);
        }, 20_000),
      ),
    );
  }

  /** Waits until they are in step, and says that they have the same. @returns the digest */
  async agrees(): Promise<string> {
    await this.inStep();
    const digests = await Promise.all(
      this.stations.filter(({ data }) => data).map((station) => station.digest()),
    );
    expect(new Set(digests).size).toBe(1);
    return digests[0] ?? '';
  }

  async remove(): Promise<void> {
    for (const station of this.stations) {
      await station.close();
      await station.workplace.remove();
    }
  }
}
