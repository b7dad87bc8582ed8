import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeMark } from '#tests/memory/made.ts';
import { facilitySealing, participant } from '../data/harness.ts';
import { filled, run, Site, type Station } from './site.ts';

let site: Site;
beforeEach(async () => {
  site = new Site(await facilitySealing());
});
afterEach(() => site.remove());

const station = (number: number): Station => site.station(number);

describe('three workstations', () => {
  it('have the same, what one writes reaches the others', async () => {
    const [one, two] = [await station(1).open(), await station(2).open()];
    const { people, sessionId } = await filled(one, ['Amina', 'Navid']);
    await site.agrees();
    const [first = '', second = ''] = people;
    await run(two, 'attendance.record', { sessionId, marks: [madeMark(first)], reason: null });
    await run(one, 'attendance.record', { sessionId, marks: [madeMark(second, 'late', 10)], reason: null });
    await site.agrees();
    // The third one comes later.
    const three = await station(3).open();
    await site.agrees();
    const sheets = await three.records.all('attendanceSheet');
    expect(Object.keys(sheets[0]?.value.entries ?? {})).toHaveLength(2);
    expect(three.directory.searchPeople('amina', 5).map(({ id }) => id)).toEqual([first]);
    // Every chain of audit entries is whole everywhere.
    await three.audit.check();
    const check = three.audit.current();
    expect(check.state === 'done' && check.finding.faultCount).toBe(0);
  });

  it('agree after writing offline, about the same too, and nothing that was overwritten is lost', async () => {
    const [one, two, three] = [await station(1).open(), await station(2).open(), await station(3).open()];
    const { people } = await filled(one, ['Amina', 'Navid', 'Zahra']);
    const [id = ''] = people;
    await site.agrees();
    for (const { line } of site.stations) line?.go('offline');
    await run(one, 'participant.update', { id, changes: { room: 'B 114' } });
    await run(two, 'participant.update', { id, changes: { room: 'C 7', arrivedOn: '2026-11-01' } });
    await run(three, 'participant.update', { id, changes: { languages: ['fa'] } });
    expect(station(1).engine?.current()).toMatchObject({ kind: 'offline', count: 2 });
    for (const { line } of site.stations) line?.go('connected');
    await site.agrees();
    const person = await one.records.get('participant', id);
    expect(person?.arrivedOn).toBe('2026-11-01');
    expect(person?.languages).toEqual(['fa']);
    // Both were written at the same minute: the workstation decides. The other one is kept.
    const rooms = [person?.room];
    for (const { data } of site.stations)
      expect(await data?.replica.hasOverwritten({ kind: 'participant', id })).toBe(true);
    expect(rooms).toEqual(['C 7']);
    expect(station(3).taken.some((taken) => taken.id === id && taken.hasOverwritten)).toBe(true);
  });

  it('agree though answers and writes are lost', async () => {
    const [one, two] = [await station(1).open(), await station(2).open()];
    const { people } = await filled(one, ['Amina']);
    const [id = ''] = people;
    await site.agrees();
    for (const [fate, room] of [
      ['lose-answer', 'A 1'],
      ['lose', 'A 2'],
    ] as const) {
      const { line } = station(1);
      if (line) line.nextPublish = fate;
      await run(one, 'participant.update', { id, changes: { room } });
      await site.agrees();
      expect((await two.records.get('participant', id))?.room).toBe(room);
    }
  });

  it('go on after a restart where they were, and after a lost database', async () => {
    let one = await station(1).open();
    const two = await station(2).open();
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = ''] = people;
    await site.agrees();
    // Written offline, and then everything is closed.
    one = await station(1).open(false);
    await run(one, 'participant.update', { id, changes: { room: 'offline' } });
    await station(1).open();
    await site.agrees();
    expect((await two.records.get('participant', id))?.room).toBe('offline');
    // Nothing is sent a second time.
    const { sequence } = site.bucket;
    await station(1).open();
    await site.agrees();
    expect(site.bucket.sequence).toBe(sequence);
    // The database is lost, the journal has everything.
    await station(1).close();
    await station(1).workplace.raw(async (db) => {
      await db.table('root').clear();
    });
    one = await station(1).open();
    await site.agrees();
    expect(site.bucket.sequence).toBe(sequence);
  });

  it('put right what somebody overwrote with garbage, or removed', async () => {
    const one = await station(1).open();
    await station(2).open();
    await filled(one, ['Amina', 'Navid', 'Zahra']);
    const before = await site.agrees();
    await station(1).engine?.look();
    expect(station(1).engine?.figures().records).toBe(site.bucket.entries.length);
    for (const [at, { key, value }] of site.bucket.entries.entries()) {
      const flipped = value.slice();
      flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
      site.bucket.put(key, [flipped, new Uint8Array(), new Uint8Array(200).fill(7)][at % 3] ?? value);
    }
    expect(await site.agrees()).toBe(before);
    await station(3).open();
    expect(await site.agrees()).toBe(before);
    expect(station(1).engine?.figures().repaired).toBeGreaterThan(0);
  });

  it('refuse a value that was moved to another key, and one of yesterday', async () => {
    const one = await station(1).open();
    await station(2).open();
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = '', other = ''] = people;
    await site.agrees();
    const keyOf = (participantId: string): string =>
      one.replica.keyOf({ kind: 'participant', id: participantId });
    const yesterday = site.bucket.get(keyOf(id))?.value ?? new Uint8Array();
    await run(one, 'participant.update', { id, changes: { room: 'heute' } });
    const before = await site.agrees();
    site.bucket.put(keyOf(id), yesterday);
    site.bucket.put(keyOf(other), site.bucket.get(keyOf(id))?.value ?? new Uint8Array());
    expect(await site.agrees()).toBe(before);
  });
});

describe('another server', () => {
  it('emptied: nothing is sent before an administrator said so, then everything is there again', async () => {
    const one = await station(1).open();
    await filled(one, ['Amina', 'Navid']);
    await station(2).open();
    const before = await site.agrees();
    site.bucket = site.newBucket(1_000);
    for (const number of [1, 2]) await station(number).open();
    for (const number of [1, 2])
      expect(station(number).engine?.current()).toMatchObject({ kind: 'attention', trouble: 'emptied' });
    expect(site.bucket.sequence).toBe(0);
    for (const number of [1, 2]) {
      await station(number).engine?.reseed();
      await station(number).open();
    }
    expect(await site.agrees()).toBe(before);
  });

  it('another one of the facility: gone on with after a word, and both have what the other had', async () => {
    const one = await station(1).open();
    await filled(one, ['Amina', 'Navid']);
    await site.inStep();
    await station(1).close();
    site.bucket = site.newBucket(1_000);
    await filled(await station(2).open(), ['Zahra']);
    await site.inStep();
    const { sequence } = site.bucket;
    await station(1).open();
    expect(station(1).engine?.current()).toMatchObject({ kind: 'attention', trouble: 'another' });
    expect(site.bucket.sequence).toBe(sequence);
    await station(1).engine?.reseed();
    await station(1).open();
    await site.agrees();
    for (const number of [1, 2])
      expect(await station(number).data?.records.all('participant')).toHaveLength(3);
  });

  it('one of another facility stays refused after the word too, and nothing is written there', async () => {
    await filled(await station(1).open(), ['Amina']);
    await site.inStep();
    site.bucket = site.newBucket(1_000);
    site.bucket.put('0'.repeat(32), new Uint8Array(300).fill(7));
    const { site: plain } = station(1);
    station(1).site = { ...plain, connected: async (_, isStrange) => (isStrange ? 'foreign' : 'ours') };
    await station(1).open();
    expect(station(1).engine?.current()).toMatchObject({ trouble: 'another' });
    await station(1).engine?.reseed();
    await station(1).open();
    expect(station(1).engine?.current()).toMatchObject({ trouble: 'foreign' });
    // Nor after the next start.
    await station(1).open();
    expect(station(1).engine?.current()).toMatchObject({ trouble: 'foreign' });
    expect(site.bucket.sequence).toBe(1);
  });

  it('older: held back, and what it lacks comes back', async () => {
    const one = await station(1).open();
    await filled(one, ['Amina', 'Navid']);
    await site.agrees();
    const old = site.bucket.copy();
    await run(one, 'participant.create', participant('Zahra'));
    const before = await site.agrees();
    site.bucket = old;
    await station(1).open();
    expect(station(1).engine?.current()).toMatchObject({ kind: 'attention', trouble: 'older' });
    await station(1).engine?.reseed();
    await station(1).open();
    await station(2).open();
    expect(await site.agrees()).toBe(before);
  });
});

describe('clocks', () => {
  it('a workstation that is years ahead does not win for ever', async () => {
    const one = await station(1).open();
    station(2).workplace.now = new Date(2036, 10, 23, 9, 0);
    site.bucket.now = () => station(1).workplace.now.getTime();
    const two = await station(2).open();
    const { people } = await filled(one, ['Amina']);
    const [id = ''] = people;
    await site.agrees();
    for (const { line } of site.stations) line?.go('offline');
    await run(two, 'participant.update', { id, changes: { room: 'A 1' } });
    station(1).workplace.now = new Date(2026, 10, 23, 10, 0);
    await run(one, 'participant.update', { id, changes: { room: 'A 2' } });
    station(1).workplace.now = new Date(2026, 10, 23, 10, 30);
    station(2).workplace.now = new Date(2036, 10, 23, 10, 30);
    for (const number of [2, 1]) {
      station(number).line?.go('connected');
      await vi.waitFor(() => expect(station(number).engine?.current().kind).toBe('in-step'));
    }
    await site.agrees();
    expect((await two.records.get('participant', id))?.room).toBe('A 2');
  });
});
