/**
 * Workstations that write as staff do in the busiest minutes, over the app's own transport: a known record is read before
 * it is replaced, a conflict is read again, and every workstation follows its facility's bucket.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openNatsTransport } from '#electron/sync/nats-transport.ts';
import type { SyncTransport } from '#shared/ports/sync-transport.ts';
import type { TestSite } from '#tests/sync/nats-servers.ts';
import {
  busyDay,
  bytesOf,
  type PlannedDeed,
  plannedDeeds,
  type RecordKind,
  sheetBytes,
  valueBytes,
} from './day-plan.ts';
import type { MadeFacility } from './many-facilities.ts';

export interface Heard {
  readonly deeds: number;
  readonly writes: number;
  readonly conflicts: number;
  readonly failures: number;
  /** Milliseconds of each. */
  readonly publishTimes: readonly number[];
  /** From the beginning of a write until another workstation had it. */
  readonly hearingTimes: readonly number[];
  /** Of values that were written, and still are there. */
  readonly keptBytes: number;
  readonly keptRecords: number;
}

interface Desk {
  readonly transport: SyncTransport;
  readonly facility: FacilityState;
}

interface Row {
  readonly key: string;
  entries: number;
}

interface FacilityState {
  readonly desks: Desk[];
  readonly sheets: Row[];
  readonly people: Row[];
  /** When the write that is under way began, by key. */
  readonly begun: Map<string, { readonly at: number; readonly desk: Desk }>;
}

/** Half of a day's sessions begin in the busiest quarter of an hour. */
const openSheets = busyDay.sessions / 2;
const fullSheet = busyDay.checkIns / busyDay.sessions;
const knownPeople = 5;
const dialledTogether = 50;

const newKey = (): string => randomBytes(16).toString('hex');

export class DeskLoad {
  readonly #facilities: FacilityState[] = [];
  readonly #kept = new Map<string, number>();
  #publishTimes: number[] = [];
  #hearingTimes: number[] = [];
  #deeds = 0;
  #conflicts = 0;
  #failures = 0;

  /** Connects everybody and writes what is there already. */
  static async start(site: TestSite, made: readonly MadeFacility[]): Promise<DeskLoad> {
    const load = new DeskLoad();
    const address = site.address('last');
    const waiting: (() => Promise<void>)[] = [];
    for (const { name, keys } of made) {
      const facility: FacilityState = { desks: [], sheets: [], people: [], begun: new Map() };
      load.#facilities.push(facility);
      for (const key of keys)
        waiting.push(() => load.#open({ address: { ...address, bucket: name }, key }, facility));
    }
    await inSteps(waiting, dialledTogether);
    await inSteps(
      load.#facilities.map((facility) => () => load.#known(facility)),
      dialledTogether,
    );
    return load;
  }

  async #open(
    to: Pick<Parameters<typeof openNatsTransport>[0], 'address' | 'key'>,
    facility: FacilityState,
  ): Promise<void> {
    const transport = openNatsTransport({ ...to, admit: async () => true });
    const desk: Desk = { transport, facility };
    facility.desks.push(desk);
    transport.watch(0, async ({ entries }) => {
      const now = performance.now();
      for (const { key } of entries) {
        const write = facility.begun.get(key);
        if (write && write.desk !== desk) this.#hearingTimes.push(now - write.at);
      }
    });
    const end = performance.now() + 120_000;
    while (transport.connection().kind !== 'connected') {
      if (performance.now() > end) throw new Error('a workstation did not connect');
      await pause(20);
    }
  }

  /** As in the middle of that quarter of an hour: half of those who come are in the sheets. */
  async #known(facility: FacilityState): Promise<void> {
    const [desk] = facility.desks;
    if (!desk) return;
    for (let at = 0; at < openSheets; at += 1) {
      const row = { key: newKey(), entries: fullSheet / 2 };
      await this.#publish(desk, row.key, sheetBytes(row.entries), 0);
      facility.sheets.push(row);
    }
    for (let at = 0; at < knownPeople; at += 1) {
      const row = { key: newKey(), entries: 1 };
      await this.#publish(desk, row.key, valueBytes.participant, 0);
      facility.people.push(row);
    }
  }

  /** Begins anew with counting. */
  reset(): void {
    this.#publishTimes = [];
    this.#hearingTimes = [];
    this.#deeds = 0;
    this.#conflicts = 0;
    this.#failures = 0;
  }

  /** @param speed 1: as fast as in the busiest quarter of an hour */
  async run(seconds: number, speed: number): Promise<void> {
    const begun = performance.now();
    const drawn = this.#facilities.flatMap((facility) =>
      plannedDeeds(busyDay).flatMap((deed) =>
        drawnTimes(deed, seconds, speed).map((at) => ({ at, deed, facility })),
      ),
    );
    drawn.sort((a, b) => a.at - b.at);
    const running: Promise<void>[] = [];
    for (const { at, deed, facility } of drawn) {
      const early = at - (performance.now() - begun);
      if (early > 1) await pause(early);
      running.push(this.#do(facility, deed));
    }
    const left = seconds * 1_000 - (performance.now() - begun);
    if (left > 0) await pause(left);
    await Promise.all(running);
  }

  async #do(facility: FacilityState, { replaces, adds }: PlannedDeed): Promise<void> {
    const desk = facility.desks[randomInt(facility.desks.length)];
    if (!desk) return;
    // As the outbox does: all of a deed at once, the audit entry among it.
    await Promise.all([
      ...replaces.map((kind) => this.#replace(desk, kind)),
      ...adds.map((kind) => this.#publish(desk, newKey(), bytesOf(kind, 1), 0)),
      this.#publish(desk, newKey(), valueBytes.audit, 0),
    ]);
    this.#deeds += 1;
  }

  async #replace(desk: Desk, kind: RecordKind): Promise<void> {
    const rows = kind === 'sheet' ? desk.facility.sheets : desk.facility.people;
    const row = rows[randomInt(rows.length)];
    if (!row) return;
    row.entries = Math.min(row.entries + 1, fullSheet);
    for (;;) {
      const found = await desk.transport.get(row.key);
      if (!found.ok || !found.value) {
        this.#failures += 1;
        return;
      }
      const done = await this.#publish(desk, row.key, bytesOf(kind, row.entries), found.value.revision);
      if (done) return;
    }
  }

  /** @returns whether it is settled; `false`: somebody was faster */
  async #publish(desk: Desk, key: string, bytes: number, expected: number): Promise<boolean> {
    const at = performance.now();
    desk.facility.begun.set(key, { at, desk });
    const outcome = await desk.transport.publish(key, randomBytes(bytes), expected);
    if (outcome.kind === 'conflict') {
      this.#conflicts += 1;
      return false;
    }
    if (outcome.kind === 'stored') {
      this.#publishTimes.push(performance.now() - at);
      this.#kept.set(key, bytes);
    } else this.#failures += 1;
    return true;
  }

  heard(): Heard {
    return {
      deeds: this.#deeds,
      writes: this.#publishTimes.length,
      conflicts: this.#conflicts,
      failures: this.#failures,
      publishTimes: this.#publishTimes,
      hearingTimes: this.#hearingTimes,
      keptBytes: [...this.#kept.values()].reduce((sum, bytes) => sum + bytes, 0),
      keptRecords: this.#kept.size,
    };
  }

  async end(): Promise<void> {
    await Promise.all(
      this.#facilities.flatMap(({ desks }) => desks.map(({ transport }) => transport.close())),
    );
  }
}

/** Milliseconds from the beginning, as many as the deed has in its busiest quarter of an hour. */
function drawnTimes({ inPeak }: PlannedDeed, seconds: number, speed: number): number[] {
  const expected = (inPeak * seconds * speed) / (15 * 60);
  // A whole number whose mean is the expected one.
  const count = Math.floor(expected + Math.random());
  return Array.from({ length: count }, () => Math.random() * seconds * 1_000);
}

async function inSteps(actions: readonly (() => Promise<void>)[], together: number): Promise<void> {
  for (let at = 0; at < actions.length; at += together)
    await Promise.all(actions.slice(at, at + together).map((action) => action()));
}
