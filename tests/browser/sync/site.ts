/** A facility of several workstations around one bucket in memory: real data, real sealing, real databases. */
import { expect, vi } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { type EngineDeps, type SharedSite, SyncEngine } from '#renderer/sync/engine.ts';
import { MergeWatch } from '#renderer/sync/merge-watch.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { TakenRecord } from '#shared/ports/replica.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { participant, Workplace } from '#tests/browser/data/harness.ts';
import { madeGroup, madeOffer, madeSlot } from '#tests/memory/made.ts';
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
  watch: MergeWatch | undefined;
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
      arrived: (taken) => {
        this.taken.push(...taken);
        this.watch?.arrived(taken, false);
      },
      pause: async () => undefined,
    };
    const engine = await SyncEngine.open(deps);
    this.engine = engine;
    const { data } = this;
    this.watch = new MergeWatch(
      {
        data: { ...data.merged, likelySame: async (people) => people.map(() => []) },
        replica: data.replica,
        found: (found) => engine.keep(found),
        keepErasures: data.keepErasures,
        repeatErasures: async (ids) => {
          await data.commands.execute('erasure.repeat', { ids: [...ids] });
        },
      },
      engine.kept(),
    );
    data.replica.onWritten((written) => this.watch?.written(written));
    await this.engine.start();
    return this.data;
  }

  async close(): Promise<void> {
    this.watch?.stop();
    this.watch = undefined;
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
    const entry = (key: string, value: Uint8Array<ArrayBuffer>) => ({
      key,
      value,
      revision: 1,
      storedAt: '',
    });
    const pieces = new Map(out.value.flatMap((record) => [...record.pieces]));
    const opened = await replica.open(
      out.value.map(({ key, value }) => entry(key, value)),
      async (key) => ({
        ok: true,
        value: entry(key, (await replica.sealPiece(key, pieces.get(key) ?? '')).value),
      }),
    );
    return opened
      .map((entry) => (entry.kind === 'record' ? canonicalJson([entry.name, entry.version]) : entry.kind))
      .sort()
      .join('\n');
  }
}

/** Runs a deed. @throws where it is refused */
export async function run<N extends CommandName>(
  data: OpenedData | undefined,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const answer = await data?.commands.execute(name, input);
  if (!answer?.ok) throw new Error(`refused: ${answer?.error.code}`);
  return answer.value;
}

/** A group with a session and people. */
export async function filled(data: OpenedData, names: readonly string[]) {
  const people: string[] = [];
  for (const name of names) people.push((await run(data, 'participant.create', participant(name))).id);
  const { id: offerId } = await run(data, 'offer.save', { id: null, offer: madeOffer() });
  const { id: groupId } = await run(data, 'courseGroup.save', { id: null, group: madeGroup(offerId) });
  await run(data, 'enrolment.add', { groupId, participantIds: people, enrolledOn: '2026-11-02' });
  const { id: sessionId } = await run(data, 'session.plan', { groupId, ...madeSlot('2026-11-23') });
  return { people, groupId, sessionId };
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

  /** Of number 1 to the last. */
  station(number: number): Station {
    const found = this.stations[number - 1];
    if (!found) throw new Error('no such workstation');
    return found;
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
