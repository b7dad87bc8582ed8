import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableNames } from '#renderer/data/database.ts';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { anyEntry } from '#shared/domain/audit/filter.ts';
import { decodeFrame, encodeFrame, rowsIn } from '#shared/journal/frame.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { madeGroup, madeMark, madeOffer, madeSlot } from '#tests/memory/made.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

async function done<T>(
  answer: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error('refused');
  return given.value;
}

/** Zarifa with a place, a mark and a badge; Navid beside her. */
async function filled({ commands }: OpenedData) {
  const run = commands.execute;
  const { id } = await done(
    run('participant.create', { ...participant('Zarifa', 'Canarsky'), room: 'Q 99' }),
  );
  const { id: other } = await done(run('participant.create', participant('Navid')));
  const { id: offerId } = await done(run('offer.save', { id: null, offer: madeOffer() }));
  const { id: groupId } = await done(run('courseGroup.save', { id: null, group: madeGroup(offerId) }));
  await done(run('enrolment.add', { groupId, participantIds: [id, other], enrolledOn: '2026-11-02' }));
  const { id: sessionId } = await done(run('session.plan', { groupId, ...madeSlot('2026-11-23') }));
  const marks = [madeMark(id), madeMark(other, 'late', 20)];
  await done(run('attendance.record', { sessionId, marks, reason: null }));
  await done(run('badge.issue', { participantIds: [id] }));
  await done(run('participant.update', { id, changes: { original: 'ظریفه' } }));
  return { id, other, groupId, sessionId };
}

/** Everything in the database, opened: records, the directory's chunks, the root. */
async function everything(): Promise<string> {
  const rows = await place.raw(async (db) => {
    const found: { readonly table: string; readonly row: SealedRow }[] = [];
    for (const table of tableNames)
      for (const row of await db.table(table).toArray()) found.push({ table, row });
    return found;
  });
  const texts: string[] = [];
  for (const { table, row } of rows) {
    const opened = await place.sealing.open(table, row);
    if (!opened.ok) throw new Error('a row does not open');
    texts.push(new TextDecoder().decode(opened.value.bytes), JSON.stringify(row.index));
  }
  return texts.join('\n');
}

/** Puts the journal's beginning in its place, as a restore does. */
function restore(frames: number): void {
  place.journal.frames = place.journal.frames.slice(0, frames);
  place.replaced = [...place.replaced, place.workstationId];
  place.workstationId = `fedcba987654321${place.replaced.length}`;
}

describe('an erased person', () => {
  it('is in no row of the database, and in no list, search or index', async () => {
    const data = await place.open();
    const { id, other, groupId, sessionId } = await filled(data);
    expect(data.directory.searchPeople('canarsky', 9)).toHaveLength(1);
    await done(data.commands.execute('participant.erase', { id }));
    expect(data.directory.get('participant', id)).toBeUndefined();
    expect(data.directory.searchPeople('canarsky', 9)).toEqual([]);
    expect(data.directory.list('badge')).toEqual([]);
    expect(await data.directory.sheetsOf(id)).toEqual([]);
    for (const kind of ['participant', 'personChange', 'badge'] as const)
      expect((await data.records.all(kind)).map((record) => record.id)).toEqual(
        kind === 'participant' ? [other] : [],
      );
    const [found] = await data.directory.sessionsBetween('2026-11-23', '2026-11-23');
    expect(found?.sheet).toMatchObject({ id: sessionId, recorded: 2, attended: 2 });
    expect(data.directory.enrolmentsOf('groupId', groupId)).toHaveLength(2);
    expect(await data.verify()).toBe(true);
    const text = await everything();
    expect(text).toContain('Navid');
    for (const canary of ['Zarifa', 'Canarsky', 'Q 99', 'ظریفه']) expect(text).not.toContain(canary);
  });

  it('is in no overwritten edit of a record that stays; until then a write keeps those', async () => {
    const { id, other } = await filled(await place.open());
    const stamp = `${'0'.repeat(13)}${'a'.repeat(16)}`;
    await place.addHistory('enrolment', [
      { field: 'enrolledOn', stamp, value: { waitingSince: 'overwritten' } },
    ]);
    await place.addHistory('participant', [{ field: 'room', stamp, value: { room: 'overwritten' } }]);
    const left = async (): Promise<number> => (await everything()).match(/"overwritten"/g)?.length ?? 0;
    const data = await place.open();
    await done(data.commands.execute('participant.depart', { id: other, departedOn: '2026-11-23' }));
    await done(data.commands.execute('participant.return', { id: other, reopen: [] }));
    expect(await left()).toBe(4);
    const again = await place.open();
    await done(again.commands.execute('participant.erase', { id }));
    // Navid's record and his place that ended: nothing was erased there.
    expect(await left()).toBe(2);
  });

  it('stays away after closing, and after the database is written anew from the journal', async () => {
    const first = await place.open();
    const { id } = await filled(first);
    await done(first.commands.execute('participant.erase', { id }));
    const again = await place.open();
    expect(again.rebuiltRows).toBeNull();
    expect(again.directory.get('participant', id)).toBeUndefined();
    await place.raw((db) => db.table('root').clear());
    const rebuilt = await place.open();
    expect(rebuilt.rebuiltRows).toBeGreaterThan(0);
    expect(rebuilt.directory.get('participant', id)).toBeUndefined();
    expect(rebuilt.damage.current()).toEqual([]);
    expect(await rebuilt.verify()).toBe(true);
    expect(await everything()).not.toContain('Canarsky');
  });

  it('is erased where the database lagged behind the journal', async () => {
    const data = await place.open();
    const { id } = await filled(data);
    await data.settled();
    const before = await place.raw(async (db) =>
      Promise.all(tableNames.map(async (table) => [table, await db.table(table).toArray()] as const)),
    );
    const opened = await place.open();
    await done(opened.commands.execute('participant.erase', { id }));
    await place.raw(async (db) => {
      for (const [table, rows] of before) {
        await db.table(table).clear();
        await db.table(table).bulkPut(rows);
      }
    });
    const caughtUp = await place.open();
    expect(caughtUp.rebuiltRows).toBeNull();
    expect(caughtUp.directory.get('participant', id)).toBeUndefined();
    expect(await caughtUp.verify()).toBe(true);
    expect(await everything()).not.toContain('Canarsky');
  });

  it('leaves an audit entry, a ledger entry and sealed rows, all without a name', async () => {
    const data = await place.open();
    const { id } = await filled(data);
    await done(data.commands.execute('participant.erase', { id }));
    const log = await data.audit.page(anyEntry, null, 1);
    expect(log.ok && log.value.lines[0]?.entry).toMatchObject({
      command: 'participant.erase',
      subjects: [{ kind: 'erasure' }, { kind: 'participant', id }],
    });
    expect(place.ledger.entries).toHaveLength(1);
    const row = decodeFrame(place.ledger.entries[0] ?? new Uint8Array())?.trailer;
    expect(new TextDecoder().decode(row?.body)).not.toContain(id);
  });
});

/** Everything that the journal still holds, opened. */
async function journalled(): Promise<string> {
  const texts: string[] = [];
  for (const payload of place.journal.frames) {
    for (const { table, row } of payload.length > 0 ? (rowsIn(payload) ?? []) : []) {
      const opened = await place.sealing.open(table, row);
      if (!opened.ok) throw new Error('a row does not open');
      texts.push(new TextDecoder().decode(opened.value.bytes));
    }
  }
  return texts.join('\n');
}

it('a compacted journal knows nothing of an erased person', async () => {
  const data = await place.open();
  const { id } = await filled(data);
  await done(data.commands.execute('participant.erase', { id }));
  expect(await journalled()).toContain('Canarsky');
  place.journal.compact();
  const left = await journalled();
  expect(left).toContain('Navid');
  for (const canary of ['Zarifa', 'Canarsky', 'Q 99', 'ظریفه']) expect(left).not.toContain(canary);
  await place.raw((db) => db.table('root').clear());
  const rebuilt = await place.open();
  expect(rebuilt.directory.get('participant', id)).toBeUndefined();
  expect(rebuilt.directory.list('participant')).toHaveLength(1);
  expect(await rebuilt.verify()).toBe(true);
});

describe('a restored snapshot from before an erasure', () => {
  it('loses the person again at the next unlock, whoever unlocks', async () => {
    const data = await place.open();
    const { id, other } = await filled(data);
    const older = place.journal.frames.length;
    await done(data.commands.execute('participant.erase', { id }));
    restore(older);
    place.role = 'reception';
    const restored = await place.open();
    expect(restored.restored).toBe(true);
    expect(restored.directory.get('participant', id)).toBeDefined();
    expect(await restored.repeatErasures()).toEqual({ ok: true, value: { count: 1, locked: 0 } });
    expect(restored.directory.get('participant', id)).toBeUndefined();
    expect(restored.directory.get('participant', other)).toBeDefined();
    expect(await restored.repeatErasures()).toEqual({ ok: true, value: { count: 0, locked: 0 } });
    expect(await restored.verify()).toBe(true);
    expect(await everything()).not.toContain('Canarsky');
  });

  it('knows of an erasure whose ledger entry was lost on the way to the disk', async () => {
    const data = await place.open();
    const { id } = await filled(data);
    const older = place.journal.frames.length;
    place.ledger.fail = true;
    await done(data.commands.execute('participant.erase', { id }));
    expect(place.ledger.entries).toHaveLength(0);
    expect(await (await place.open()).repeatErasures()).toEqual({ ok: true, value: { count: 0, locked: 0 } });
    expect(place.ledger.entries).toHaveLength(1);
    restore(older);
    expect(await (await place.open()).repeatErasures()).toEqual({ ok: true, value: { count: 1, locked: 0 } });
  });

  it('is not held up by ledger entries that do not open', async () => {
    const data = await place.open();
    const { id } = await filled(data);
    const older = place.journal.frames.length;
    await done(data.commands.execute('participant.erase', { id }));
    const [own = new Uint8Array()] = place.ledger.entries;
    const flipped = own.slice();
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    place.ledger.entries = [new Uint8Array([1, 2, 3]), flipped, own];
    restore(older);
    const restored = await place.open();
    expect(await restored.repeatErasures()).toEqual({ ok: true, value: { count: 1, locked: 0 } });
    expect(restored.damage.current()).toEqual([]);
  });

  it('counts entries under a key that it does not have', async () => {
    const data = await place.open();
    const { id } = await filled(data);
    const older = place.journal.frames.length;
    await done(data.commands.execute('participant.erase', { id }));
    const [own = new Uint8Array()] = place.ledger.entries;
    const row = decodeFrame(own)?.trailer;
    if (!row) throw new Error('no entry');
    const locked = encodeFrame({ trailer: { ...row, id: 'later', keyId: 'ffffffff' }, rows: [] });
    place.ledger.entries = [own, locked, locked];
    restore(older);
    const restored = await place.open();
    expect(await restored.repeatErasures()).toEqual({ ok: true, value: { count: 1, locked: 1 } });
    expect(await restored.repeatErasures()).toEqual({ ok: true, value: { count: 0, locked: 1 } });
  });
});
