/**
 * Whole workstations (commands, sealed databases, journals, engines) through random courses of writes, outages, lost
 * writes and answers, restarts, lost databases and clocks that are wrong by up to ten years.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { madeMark } from '#tests/memory/made.ts';
import { facilitySealing } from '../data/harness.ts';
import { filled, run, Site, type Station } from './site.ts';

/** A nightly run takes more. */
const courses = Math.max(1, Number(import.meta.env.WEGMARKE_COURSES ?? 20));
const tenYears = 10 * 365 * 86_400_000;

const who = fc.nat({ max: 2 });
const person = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('room' as const), who, person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('mark' as const), who, person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      who,
      goes: fc.constantFrom('offline' as const, 'connected' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('lost' as const),
      who,
      fate: fc.constantFrom('lose' as const, 'lose-answer' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), who, losesDatabase: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), who, off: clockOff() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('agree' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function clockOff(): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(0), fc.integer({ min: -tenYears, max: tenYears }));
}

/** A site that is being run through a course, and what was written there. */
class Course {
  readonly #site: Site;
  readonly #people: readonly string[];
  readonly #sessionId: string;
  /** Rooms that were written, by person. */
  readonly #written: Record<string, string[]> = {};
  readonly #marked = new Set<string>();
  #time = Date.UTC(2026, 10, 23, 8);

  constructor(site: Site, people: readonly string[], sessionId: string) {
    this.#site = site;
    this.#people = people;
    this.#sessionId = sessionId;
  }

  async run(step: Step, at: number): Promise<void> {
    this.#pass(60_000);
    if (step.kind === 'agree') {
      for (const { line } of this.#site.stations) line?.go('connected');
      await this.#site.agrees();
      return;
    }
    const station = this.#site.station(step.who + 1);
    if (step.kind === 'room') await this.#write(station, step.person, `R ${at}`);
    if (step.kind === 'mark') await this.#mark(station, step.person);
    if (step.kind === 'line') station.line?.go(step.goes);
    if (step.kind === 'lost' && station.line) station.line.nextPublish = step.fate;
    if (step.kind === 'clock') station.workplace.now = new Date(station.workplace.now.getTime() + step.off);
    if (step.kind === 'restart') {
      const wasOnline = station.line?.connection().kind === 'connected';
      await station.close();
      if (step.losesDatabase) await station.workplace.raw((db) => db.table('root').clear());
      await station.open(wasOnline);
    }
  }

  /** Milliseconds go by, on every clock. */
  #pass(ms: number): void {
    this.#time += ms;
    for (const { workplace } of this.#site.stations) workplace.now = new Date(workplace.now.getTime() + ms);
    this.#site.bucket.now = () => this.#time;
  }

  async #write({ data }: Station, which: number, room: string): Promise<void> {
    const id = this.#people[which] ?? '';
    await run(data, 'participant.update', { id, changes: { room } });
    this.#written[id] = [...(this.#written[id] ?? []), room];
  }

  async #mark({ data }: Station, which: number): Promise<void> {
    const participantId = this.#people[which] ?? '';
    const marks = [madeMark(participantId)];
    const input = { sessionId: this.#sessionId, marks, reason: 'test' };
    const answer = await data?.commands.execute('attendance.record', input);
    if (answer?.ok) this.#marked.add(participantId);
    // By a clock that is slow the session has not come yet.
    else expect(answer?.error.code).toBe('attendance.in-future');
  }

  /** All are connected and right: they agree, and everything that was written can be found. */
  async ends(): Promise<void> {
    for (const { line } of this.#site.stations) line?.go('connected');
    await this.#site.agrees();
    const { data } = this.#site.station(1);
    if (!data) throw new Error('the workstation is closed');
    const changes = (await data.records.all('personChange')).flatMap(({ value }) => value.fields);
    // Whoever writes another room has read the one before.
    const replaced = changes.filter(({ name }) => name === 'room').map(({ before }) => before);
    for (const id of this.#people) {
      const person = await data.records.get('participant', id);
      const overwritten = await data.records.overwritten('participant', id);
      const kept = overwritten.map(({ value }) => (value as { readonly room?: string } | undefined)?.room);
      const found = new Set<unknown>([person?.room, ...kept, ...replaced]);
      expect((this.#written[id] ?? []).filter((room) => !found.has(room))).toEqual([]);
    }
    const [sheet] = await data.records.all('attendanceSheet');
    const marked = Object.values(sheet?.value.entries ?? {}).map(({ participantId }) => participantId);
    expect(new Set(marked)).toEqual(this.#marked);
  }
}

it(
  'all end with the same, and no edit vanished without a trace',
  async () => {
    const sealing = await facilitySealing();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const site = new Site(sealing);
        try {
          const one = await site.station(1).open();
          const { people, sessionId } = await filled(one, ['Amina', 'Navid']);
          for (const number of [2, 3]) await site.station(number).open();
          await site.agrees();
          const course = new Course(site, people, sessionId);
          for (const [at, step] of steps.entries()) await course.run(step, at);
          await course.ends();
        } finally {
          await site.remove();
        }
      }),
      { numRuns: courses },
    );
  },
  60_000 + courses * 5_000,
);
