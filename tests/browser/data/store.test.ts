import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#renderer/data/database.ts';
import { UnsealedRowError } from '#renderer/data/guard.ts';
import { DataUnavailableError } from '#renderer/data/opening.ts';
import { anyEntry } from '#shared/domain/audit/filter.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

const names = (people: readonly { readonly given: string }[]): string[] =>
  people.map(({ given }) => given).sort();

describe('a write', () => {
  it('is found after closing and opening', async () => {
    const data = await place.open();
    const created = await data.commands.execute('participant.create', participant('Amina', 'Haddad'));
    expect(created.ok).toBe(true);
    const again = await place.open();
    expect(names(again.directory.list('participant'))).toEqual(['Amina']);
    expect(again.rebuiltRows).toBeNull();
    expect((await again.records.all('participant'))[0]?.value.family).toBe('Haddad');
    expect(await again.verify()).toBe(true);
  });

  it('leaves one audit entry with ids only', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    const log = await data.audit.page(anyEntry, null, 10);
    const entry = log.ok ? log.value.lines[0]?.entry : undefined;
    expect(entry).toMatchObject({
      command: 'participant.create',
      accountId: 'account-1',
      subjects: [{ kind: 'participant' }],
    });
    expect(JSON.stringify(entry)).not.toContain('Amina');
  });

  it('changes nothing when the journal refuses it', async () => {
    const data = await place.open();
    place.journal.fail = { code: 'disk.full', keeps: false };
    const refused = await data.commands.execute('participant.create', participant('Amina'));
    expect(refused).toEqual({ ok: false, error: { code: 'disk.full' } });
    expect(data.saving.current()).toMatchObject({ state: 'failed', code: 'disk.full' });
    expect(data.directory.list('participant')).toEqual([]);
    expect(await data.records.all('participant')).toEqual([]);
    expect((await data.commands.execute('participant.create', participant('Navid'))).ok).toBe(true);
    expect(data.saving.current().state).toBe('saved');
    expect(names((await place.open()).directory.list('participant'))).toEqual(['Navid']);
  });

  it('whose answer was lost stops further writes, and is there after the next unlock', async () => {
    const data = await place.open();
    place.journal.fail = { code: 'disk.timeout', keeps: true };
    await data.commands.execute('participant.create', participant('Amina'));
    expect(await data.commands.execute('participant.create', participant('Navid'))).toMatchObject({
      ok: false,
      error: { code: 'journal.uncertain' },
    });
    expect(names((await place.open()).directory.list('participant'))).toEqual(['Amina']);
  });

  it('runs one after the other, in order, and keeps every one', async () => {
    const data = await place.open();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => data.commands.execute('participant.create', participant(`P${n}`))),
    );
    expect(data.directory.list('participant')).toHaveLength(40);
    expect(place.journal.frames).toHaveLength(40);
    expect((await place.open()).directory.list('participant')).toHaveLength(40);
  });

  it('of a changed record keeps the stamps of the other fields', async () => {
    const data = await place.open();
    const created = await data.commands.execute('participant.create', participant('Amina'));
    if (!created.ok) throw new Error('not created');
    await data.commands.execute('participant.update', { id: created.value.id, changes: { room: 'A1' } });
    await data.commands.execute('participant.update', { id: created.value.id, changes: { room: 'A2' } });
    const again = await place.open();
    expect(again.directory.get('participant', created.value.id)?.room).toBe('A2');
    expect(await again.verify()).toBe(true);
  });
});

describe('the role', () => {
  it('is checked in the command', async () => {
    place.role = 'reception';
    const data = await place.open();
    expect(await data.commands.execute('participant.import', { rows: [participant('Amina')] })).toEqual({
      ok: false,
      error: { code: 'role' },
    });
    expect(place.journal.frames).toHaveLength(0);
  });
});

describe('the start', () => {
  it('applies frames that the database does not have yet', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    const before = await place.raw(async (db) =>
      Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    );
    await (await place.open()).commands.execute('participant.create', participant('Navid'));
    await place.raw(async (db) => {
      for (const [name, rows] of before) {
        await db.table(name).clear();
        await db.table(name).bulkPut(rows);
      }
    });
    const again = await place.open();
    expect(names(again.directory.list('participant'))).toEqual(['Amina', 'Navid']);
    expect(again.rebuiltRows).toBeNull();
    expect(await again.verify()).toBe(true);
  });

  it('rebuilds a lost database from the journal and says so', async () => {
    const data = await place.open();
    await data.commands.execute('participant.import', {
      rows: Array.from({ length: 200 }, (_, n) => participant(`P${n}`)),
    });
    await data.commands.execute('participant.create', participant('Amina'));
    await place.remove();
    const again = await place.open();
    expect(again.rebuiltRows).toBe(203);
    expect(again.directory.list('participant')).toHaveLength(201);
    expect(await again.verify()).toBe(true);
    expect((await again.commands.execute('participant.create', participant('Navid'))).ok).toBe(true);
  });

  it('opens read-only when the journal is behind the database', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    await data.commands.execute('participant.create', participant('Navid'));
    place.journal.frames.pop();
    const again = await place.open();
    expect(again.saving.current()).toMatchObject({ state: 'read-only', code: 'journal.behind' });
    expect(again.directory.list('participant')).toHaveLength(2);
    expect(await again.commands.execute('participant.create', participant('Zahra'))).toMatchObject({
      ok: false,
    });
    expect(again.saving.current().state).toBe('read-only');
  });

  it('keeps a whole database when the damaged journal can not vouch for it', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    await data.commands.execute('participant.create', participant('Navid'));
    await place.close();
    const frame = place.journal.frames[1];
    if (frame) frame[20] = (frame[20] ?? 0) ^ 1;
    place.journal.condition = 'damaged';
    const again = await place.open();
    expect(again.saving.current()).toMatchObject({ state: 'read-only', code: 'journal.damaged' });
    expect(names(again.directory.list('participant'))).toEqual(['Amina', 'Navid']);
    expect(again.rebuiltRows).toBeNull();
  });

  it('does not trust a database that another journal wrote', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    const other = new Workplace(place.sealing);
    await (await other.open()).commands.execute('participant.create', participant('Navid'));
    place.journal.frames = other.journal.frames;
    await other.remove();
    const again = await place.open();
    expect(again.rebuiltRows).toBe(2);
    expect(names(again.directory.list('participant'))).toEqual(['Navid']);
  });

  it('clears no database when the journal is gone, whatever else is damaged', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    place.journal.frames = [];
    await place.raw((db) => db.table('directory').clear());
    await expect(place.open()).rejects.toThrow(DataUnavailableError);
    await place.raw((db) => db.table('root').clear());
    await expect(place.open()).rejects.toThrow(DataUnavailableError);
    expect(await place.raw((db) => db.table('participant').count())).toBe(1);
  });

  it('refuses a frame that was changed and opens read-only', async () => {
    const data = await place.open();
    await data.commands.execute('participant.create', participant('Amina'));
    await data.commands.execute('participant.create', participant('Navid'));
    await place.remove();
    const frame = place.journal.frames[1];
    if (frame) frame[20] = (frame[20] ?? 0) ^ 1;
    const again = await place.open();
    expect(again.saving.current().state).toBe('read-only');
  });
});

describe('a damaged row', () => {
  const damaged = async (harm: (rows: SealedRow[]) => readonly SealedRow[]): Promise<void> => {
    const data = await place.open();
    for (const name of ['Amina', 'Navid', 'Zahra'])
      await data.commands.execute('participant.create', participant(name));
    await place.raw(async (db) => {
      const rows: SealedRow[] = await db.table('participant').toArray();
      await db.table('participant').bulkPut([...harm(rows)]);
    });
  };

  it('with a flipped bit is refused, and the rest stays usable', async () => {
    await damaged(([row]) => {
      if (!row) return [];
      row.body[row.body.length - 3] = (row.body[row.body.length - 3] ?? 0) ^ 4;
      return [row];
    });
    const data = await place.open();
    expect(await data.records.all('participant')).toHaveLength(2);
    expect(data.damage.current()).toMatchObject([{ table: 'participant', reason: 'tampered' }]);
    expect((await data.commands.execute('participant.create', participant('Omid'))).ok).toBe(true);
  });

  it('comes back from the journal at the next unlock, with what was written meanwhile', async () => {
    await damaged(([row]) => {
      if (!row) return [];
      row.body[row.body.length - 3] = (row.body[row.body.length - 3] ?? 0) ^ 4;
      return [row];
    });
    const data = await place.open();
    await data.records.all('participant');
    await data.commands.execute('participant.create', participant('Omid'));
    const again = await place.open();
    expect(again.rebuiltRows).toBe(8);
    expect(await again.records.all('participant')).toHaveLength(4);
    expect(again.damage.current()).toEqual([]);
    expect((await place.open()).rebuiltRows).toBeNull();
  });

  it('is no reason to rebuild from a journal that is behind', async () => {
    await damaged(([row]) => {
      if (!row) return [];
      row.body[row.body.length - 3] = (row.body[row.body.length - 3] ?? 0) ^ 4;
      return [row];
    });
    place.journal.frames.pop();
    for (let round = 0; round < 2; round += 1) {
      const data = await place.open();
      expect(await data.records.all('participant')).toHaveLength(2);
      expect(data.rebuiltRows).toBeNull();
      expect(data.saving.current()).toMatchObject({ state: 'read-only', code: 'journal.behind' });
    }
  });

  it('that was moved to another key is refused', async () => {
    await damaged(([one, other]) => (one && other ? [{ ...one, id: other.id, rev: other.rev }] : []));
    const data = await place.open();
    expect(await data.records.all('participant')).toHaveLength(2);
    expect(data.damage.current()).toMatchObject([{ reason: 'tampered' }]);
  });

  it('of another facility is refused', async () => {
    const foreign = await facilitySealing('e'.repeat(32));
    const [row] = await foreign.sealAll([
      {
        table: 'participant',
        id: 'foreign',
        rev: '1.0123456789abcdef.00000000',
        index: {},
        schema: 1,
        bytes: new TextEncoder().encode('{"value":{},"stamps":{}}'),
      },
    ]);
    await damaged(() => (row ? [row] : []));
    const data = await place.open();
    expect(await data.records.all('participant')).toHaveLength(3);
    expect(data.damage.current()).toHaveLength(1);
    expect(await data.verify()).toBe(false);
    expect((await place.open()).rebuiltRows).toBe(6);
  });

  it('that is gone is noticed and comes back from the journal', async () => {
    await damaged(() => []);
    await place.raw(async (db) => {
      const [id] = await db.table('participant').toCollection().primaryKeys();
      await db.table('participant').delete(id ?? '');
    });
    const data = await place.open();
    expect(await data.verify()).toBe(false);
    expect(data.saving.current()).toMatchObject({ state: 'read-only', code: 'manifest.mismatch' });
    const again = await place.open();
    expect(again.rebuiltRows).toBe(6);
    expect(await again.records.all('participant')).toHaveLength(3);
    expect(await again.verify()).toBe(true);
  });
});

it('a lock in the middle of the check against the manifest is no damage', async () => {
  const data = await place.open();
  await data.commands.execute('participant.create', participant('Amina'));
  const locked = vi.spyOn(place.sealing, 'digest').mockImplementation(() => {
    throw new Error('locked');
  });
  await expect(data.verify()).rejects.toThrow('locked');
  locked.mockRestore();
  expect(data.saving.current().state).toBe('saved');
  expect((await place.open()).rebuiltRows).toBeNull();
});

describe('the guard', () => {
  it('keeps everything out that is not sealed', async () => {
    const db = await openDatabase(place.name);
    const [row] = await place.sealing.sealAll([
      {
        table: 'participant',
        id: 'a',
        rev: '1.0123456789abcdef.00000000',
        index: {},
        schema: 1,
        bytes: new Uint8Array(4),
      },
    ]);
    if (!row) throw new Error('not sealed');
    const plain: readonly unknown[] = [
      participant('Amina'),
      { ...row, name: 'Amina' },
      { ...row, index: { name: 'Amina' } },
      { ...row, index: { groupId: 'Amina Haddad' } },
      { ...row, body: 'Amina' },
      { ...row, body: new Uint8Array(3) },
      { ...row, nonce: new Uint8Array(11) },
      { ...row, id: 'Amina Haddad' },
      { ...row, rev: 'Amina' },
    ];
    for (const value of plain)
      await expect(db.sealed('participant').put(value as SealedRow)).rejects.toThrow(UnsealedRowError);
    await db.sealed('participant').put(row);
    expect(await db.sealed('participant').count()).toBe(1);
    db.close();
  });
});
