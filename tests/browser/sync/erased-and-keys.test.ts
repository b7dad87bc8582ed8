import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordTypes } from '#shared/domain/records/registry.ts';
import type { Replica } from '#shared/ports/replica.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { rowOnWire, wireContent, wireOf, wireTable } from '#shared/sync/wire.ts';
import { madeMark } from '#tests/memory/made.ts';
import { participant, rotatingSealing } from '../data/harness.ts';
import { filled, run, Site, type Station } from './site.ts';

let keys: Awaited<ReturnType<typeof rotatingSealing>>;
let site: Site;
beforeEach(async () => {
  keys = await rotatingSealing();
  site = new Site(keys.sealing);
});
afterEach(() => site.remove());

const station = (number: number): Station => site.station(number);

/** Everything that the bucket holds, opened. */
async function onServer(): Promise<string> {
  const rows = site.bucket.entries.flatMap(({ key, value }) => rowOnWire(key, value) ?? []);
  const opened = await keys.sealing.openAll(wireTable, rows);
  return opened.map((answer) => (answer.ok ? new TextDecoder().decode(answer.value.bytes) : '')).join('\n');
}

const nameless = async (): Promise<void> => {
  for (const { data } of site.stations)
    if (data) expect(JSON.stringify(await data.records.all('participant'))).not.toContain('Zarifa');
};

describe('somebody who was erased', () => {
  it('stays erased when a PC comes back that was away for 90 days and wrote about them', async () => {
    const one = await station(1).open();
    await station(3).open();
    const { people, sessionId } = await filled(one, ['Zarifa', 'Navid']);
    const [id = ''] = people;
    await site.agrees();
    const away = await station(3).open(false);
    await run(away, 'participant.update', { id, changes: { room: 'B 7' } });
    await run(away, 'attendance.record', { sessionId, marks: [madeMark(id)], reason: null });
    await station(2).open();
    await run(one, 'participant.erase', { id });
    await site.stations[2]?.close();
    for (const number of [1, 2]) station(number).workplace.now = new Date(2027, 1, 21, 9, 0);
    station(3).workplace.now = new Date(2027, 1, 21, 9, 0);
    await station(3).open();
    await site.agrees();
    await vi.waitFor(nameless, 10_000);
    await vi.waitFor(async () => expect(await onServer()).not.toContain('Zarifa'), 10_000);
    // The erasure is repeated a moment after what names them again has come.
    await vi.waitFor(async () => {
      for (const { data } of site.stations) expect(await data?.directory.sheetsOf(id)).toEqual([]);
    }, 10_000);
    await site.agrees();
    // The third one keeps the erasure where a restore does not reach.
    expect(station(3).workplace.ledger.entries.length).toBeGreaterThan(0);
  });

  it('stays erased after an old snapshot was restored, here and on the others', async () => {
    const one = await station(1).open();
    await station(2).open();
    const { people } = await filled(one, ['Zarifa', 'Navid']);
    const [id = ''] = people;
    await site.agrees();
    await station(1).close();
    const snapshot = [...station(1).workplace.journal.frames];
    const again = await station(1).open();
    await run(again, 'participant.erase', { id });
    await site.agrees();
    await station(1).close();
    const { workplace } = station(1);
    workplace.journal.frames = snapshot;
    workplace.replaced = [workplace.workstationId];
    workplace.workstationId = 'f'.repeat(16);
    await station(1).open();
    await vi.waitFor(nameless, 10_000);
    await vi.waitFor(async () => expect(await onServer()).not.toContain('Zarifa'), 10_000);
    await site.agrees();
    await nameless();
  });
});

/** A value as a newer version of the app writes it. */
async function ofNewerApp(sealing: Sealing, key: string, id: string): Promise<Uint8Array> {
  const json = new TextEncoder().encode(JSON.stringify({ value: { later: true }, stamps: { '*': 'x' } }));
  const [row] = await sealing.sealAll([
    {
      ...{ table: wireTable, id: key, rev: '1.00000000000000aa.00000001', index: {} },
      ...{ schema: recordTypes.participant.version + 1, bytes: wireContent('participant', id, json) },
    },
  ]);
  if (!row) throw new Error('not sealed');
  return wireOf(row);
}

describe('versions of the app', () => {
  it('what a newer one wrote is left alone, waits for the update, and so does what is changed here', async () => {
    const one = await station(1).open();
    await station(2).open();
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = '', other = ''] = people;
    await site.agrees();
    const key = one.replica.keyOf({ kind: 'participant', id });
    const newer = await ofNewerApp(keys.sealing, key, id);
    site.bucket.put(key, newer);
    await vi.waitFor(() =>
      expect(station(1).engine?.current()).toMatchObject({ kind: 'attention', trouble: 'newer' }),
    );
    await run(one, 'participant.update', { id, changes: { room: 'here' } });
    await run(one, 'participant.update', { id: other, changes: { room: 'there' } });
    await vi.waitFor(async () =>
      expect((await station(2).data?.records.get('participant', other))?.room).toBe('there'),
    );
    expect(site.bucket.get(key)?.value).toEqual(newer);
    expect((await one.records.get('participant', id))?.room).toBe('here');
  });
});

/** Holds a workstation up at the end of its next publishing, when it asks up to where everything is on the server. */
function lastRoundHeld(replica: Replica): { readonly begun: Promise<void>; readonly end: () => void } {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const { lastSeq } = replica;
  Object.assign(replica, {
    lastSeq: async () => {
      begun.resolve();
      await ended.promise;
      return lastSeq();
    },
  });
  return { begun: begun.promise, end: ended.resolve };
}

describe('epochs', () => {
  const epochsOnServer = (): Set<string> =>
    new Set(site.bucket.entries.flatMap(({ key, value }) => rowOnWire(key, value)?.keyId ?? []));

  it('everything on the server is sealed again by who began one, and latecomers by whoever takes them', async () => {
    const one = await station(1).open();
    await station(2).open();
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = ''] = people;
    const before = await site.agrees();
    const key = one.replica.keyOf({ kind: 'participant', id });
    const old = site.bucket.get(key)?.value ?? new Uint8Array();
    const epoch = await keys.next();
    await station(1).engine?.resealAll();
    await vi.waitFor(() => expect([...epochsOnServer()]).toEqual([epoch]), 10_000);
    expect(await site.agrees()).toBe(before);
    site.bucket.put(key, old);
    await vi.waitFor(() => expect([...epochsOnServer()]).toEqual([epoch]), 10_000);
    expect(await site.agrees()).toBe(before);
  });

  it('a key that begins while the last round ends takes everything with it', async () => {
    const one = await station(1).open();
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = ''] = people;
    await site.agrees();
    const { begun, end } = lastRoundHeld(one.replica);
    await run(one, 'participant.update', { id, changes: { room: 'B 7' } });
    await begun;
    const epoch = await keys.next();
    const resealing = station(1).engine?.resealAll();
    end();
    await resealing;
    await vi.waitFor(() => expect([...epochsOnServer()]).toEqual([epoch]), 10_000);
    await site.inStep();
  });

  it('what is written while the last round ends does not wait for another event', async () => {
    const one = await station(1).open();
    const { people } = await filled(one, ['Amina']);
    const [id = ''] = people;
    await site.agrees();
    const { begun, end } = lastRoundHeld(one.replica);
    await run(one, 'participant.update', { id, changes: { room: 'davor' } });
    await begun;
    // What was published has come back: no event of the server is still to come.
    await vi.waitFor(() => expect(station(1).engine?.figures().sequence).toBe(site.bucket.sequence));
    await run(one, 'participant.update', { id, changes: { room: 'danach' } });
    end();
    await vi.waitFor(async () => expect(await onServer()).toContain('danach'), 10_000);
    await site.inStep();
  });

  it('what a revoked workstation still wrote is not taken, and replaced by what was there', async () => {
    const [one, three] = [await station(1).open(), await station(3).open()];
    const { people } = await filled(one, ['Amina', 'Navid']);
    const [id = ''] = people;
    const before = await site.agrees();
    const stolen = one.replica.keyOf({ kind: 'participant', id });
    const refusing = {
      ...station(1).site,
      refuses: (writer: string) => writer === three.replica.workstationId,
    };
    station(1).site = refusing;
    station(2).site = refusing;
    await station(1).open();
    await station(2).open();
    await run(three, 'participant.update', { id, changes: { room: 'stolen' } });
    await run(three, 'participant.create', participant('Nobody'));
    await vi.waitFor(() => expect(station(3).engine?.current().kind).toBe('in-step'));
    await station(3).close();
    // What nobody else has of it stays where it is: nobody takes it.
    await vi.waitFor(() => {
      const row = rowOnWire(stolen, site.bucket.get(stolen)?.value ?? new Uint8Array());
      expect(row?.rev).not.toContain(three.replica.workstationId);
    }, 10_000);
    await site.inStep();
    expect(await station(1).digest()).toBe(before);
    expect(await station(2).digest()).toBe(before);
  });
});
