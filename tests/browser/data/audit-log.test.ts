import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { entryId } from '#shared/domain/audit/chain.ts';
import { type AuditFilter, anyEntry } from '#shared/domain/audit/filter.ts';
import type { AuditCursor, AuditLine } from '#shared/ports/audit.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

const here = '0123456789abcdef';
const later = 'fedcba9876543210';

async function create(data: OpenedData, given: string): Promise<string> {
  const answer = await data.commands.execute('participant.create', participant(given));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.id;
}

async function view(data: OpenedData, id: string, times: number): Promise<void> {
  await Promise.all(
    Array.from({ length: times }, () => data.commands.execute('participant.view', { ids: [id] })),
  );
}

/** All entries that fit, page after page, and how many pages there were. */
async function all({ audit }: OpenedData, filter: AuditFilter = anyEntry, limit = 7) {
  const lines: AuditLine[] = [];
  let pages = 0;
  for (let cursor: AuditCursor | null = null; ; pages += 1) {
    const page = await audit.page(filter, cursor, limit);
    if (!page.ok) throw new Error(page.error.code);
    lines.push(...page.value.lines);
    expect(page.value.lines.length).toBeLessThanOrEqual(limit);
    cursor = page.value.cursor;
    if (!cursor) return { lines, pages: pages + 1 };
  }
}

async function finding({ audit }: OpenedData) {
  await audit.check();
  const check = audit.current();
  if (check.state !== 'done') throw new Error('not checked');
  return check.finding;
}

const rowsOf = (change: (rows: SealedRow[]) => Promise<readonly SealedRow[]> | readonly SealedRow[]) =>
  place.raw(async (db) => {
    const changed = await change(await db.table('audit').toArray());
    await db.table('audit').clear();
    await db.table('audit').bulkPut([...changed]);
  });

describe('entries', () => {
  it('are one chain over restarts, one frame a deed', async () => {
    await create(await place.open(), 'Amina');
    await create(await place.open(), 'Navid');
    const data = await place.open();
    expect(place.journal.frames).toHaveLength(2);
    expect(data.audit.count()).toBe(2);
    expect((await all(data)).lines.map(({ id }) => id)).toEqual([entryId(here, 2), entryId(here, 1)]);
    expect(await finding(data)).toMatchObject({
      faultCount: 0,
      chains: [{ workstationId: here, entries: 2, continues: false }],
    });
  });

  it('have no gap where a write failed', async () => {
    const data = await place.open();
    await create(data, 'Amina');
    place.journal.fail = { code: 'disk.full', keeps: false };
    await data.commands.execute('participant.create', participant('Navid'));
    await create(data, 'Zahra');
    expect(await finding(data)).toMatchObject({ faultCount: 0, chains: [{ entries: 2 }] });
  });

  it('go on where the answer to a write was lost', async () => {
    const data = await place.open();
    place.journal.fail = { code: 'disk.timeout', keeps: true };
    await data.commands.execute('participant.create', participant('Amina'));
    const again = await place.open();
    await create(again, 'Navid');
    expect(await finding(again)).toMatchObject({ faultCount: 0, chains: [{ entries: 2 }] });
  });

  it('are whole after the database was lost', async () => {
    const data = await place.open();
    for (const given of ['Amina', 'Navid', 'Zahra']) await create(data, given);
    await place.remove();
    const again = await place.open();
    expect(again.rebuiltRows).toBe(6);
    expect(await finding(again)).toMatchObject({ faultCount: 0, chains: [{ entries: 3 }] });
  });

  it('hold ids only', async () => {
    const data = await place.open();
    await data.commands.execute('participant.import', { rows: [participant('Amina', 'Haddad')] });
    const [line] = (await all(data)).lines;
    expect(JSON.stringify(line)).not.toMatch(/Amina|Haddad|Test/);
    expect(line?.entry.subjects[0]?.id).toMatch(/^[0-9a-z]{26}$/);
  });

  it('that come while the check runs are no fault', async () => {
    const data = await place.open();
    const id = await create(data, 'Amina');
    await view(data, id, 520);
    const checking = data.audit.check();
    await Promise.all([view(data, id, 20), checking]);
    const check = data.audit.current();
    expect(check).toMatchObject({ state: 'done', finding: { faultCount: 0 } });
    expect(await finding(data)).toMatchObject({ faultCount: 0, chains: [{ entries: 541 }] });
  });
});

describe('reading', () => {
  it('gives every entry once, newest first, page after page', async () => {
    const data = await place.open();
    const id = await create(data, 'Amina');
    await view(data, id, 300);
    const { lines, pages } = await all(data, anyEntry, 100);
    expect(lines.map(({ entry }) => entry.number)).toEqual(Array.from({ length: 301 }, (_, at) => 301 - at));
    expect(pages).toBe(4);
  });

  it('finds by person, kind, resident and time', async () => {
    const data = await place.open();
    const amina = await create(data, 'Amina');
    place.now = new Date(2026, 10, 24, 9, 0);
    const navid = await create(data, 'Navid');
    await view(data, amina, 3);
    place.now = new Date(2026, 10, 25, 9, 0);
    await view(data, navid, 2);
    const numbers = async (filter: Partial<AuditFilter>) =>
      (await all(data, { ...anyEntry, ...filter })).lines.map(({ entry }) => entry.number);
    expect(await numbers({ category: 'viewed' })).toEqual([7, 6, 5, 4, 3]);
    expect(await numbers({ category: 'changed' })).toEqual([2, 1]);
    expect(await numbers({ subjectIds: new Set([amina]) })).toEqual([5, 4, 3, 1]);
    expect(await numbers({ accountId: 'account-2' })).toEqual([]);
    const day = { from: new Date(2026, 10, 24).toISOString(), before: new Date(2026, 10, 25).toISOString() };
    expect(await numbers(day)).toEqual([5, 4, 3, 2]);
    expect(await numbers({ ...day, category: 'viewed', subjectIds: new Set([amina]) })).toEqual([5, 4, 3]);
  });

  it('finds by time what was written while the clock was wrong', async () => {
    const data = await place.open();
    place.now = new Date(2026, 10, 28, 9, 0);
    const amina = await create(data, 'Amina');
    place.now = new Date(2026, 10, 24, 9, 0);
    await view(data, amina, 2);
    const from = new Date(2026, 10, 26).toISOString();
    expect((await all(data, { ...anyEntry, from })).lines.map(({ entry }) => entry.number)).toEqual([1]);
  });

  it('stops at the beginning of the time that is asked for', async () => {
    const data = await place.open();
    const amina = await create(data, 'Amina');
    await view(data, amina, 300);
    place.now = new Date(2026, 10, 24, 9, 0);
    await view(data, amina, 2);
    const page = await data.audit.page(
      { ...anyEntry, from: new Date(2026, 10, 24).toISOString() },
      null,
      100,
    );
    expect(page).toMatchObject({ ok: true, value: { looked: 2, cursor: null } });
  });

  it.each(['coordination', 'course-lead', 'reception'] as const)('is refused to %s', async (role) => {
    await create(await place.open(), 'Amina');
    place.role = role;
    const data = await place.open();
    expect(await data.audit.page(anyEntry, null, 10)).toEqual({ ok: false, error: { code: 'role' } });
    expect(await data.commands.execute('audit.view', { ids: ['facility'] })).toMatchObject({ ok: false });
    // The check itself runs for everybody: whoever unlocks notices.
    expect(await finding(data)).toMatchObject({ faultCount: 0 });
  });
});

describe('the check', () => {
  beforeEach(async () => {
    const data = await place.open();
    const id = await create(data, 'Amina');
    await view(data, id, 9);
    await place.close();
  });

  it.each([
    ['an entry that is gone', 4, 5],
    ['the last entry that is gone', 9, 10],
  ])('notices %s, and the next unlock brings it back from the journal', async (_what, index, number) => {
    await rowsOf((rows) => rows.toSpliced(index, 1));
    const data = await place.open();
    expect((await finding(data)).faults).toEqual([
      { kind: 'missing', workstationId: here, number, count: 1 },
    ]);
    const again = await place.open();
    expect(again.rebuiltRows).toBe(11);
    expect(await finding(again)).toMatchObject({ faultCount: 0, chains: [{ entries: 10 }] });
  });

  it('notices an entry with a flipped bit', async () => {
    await rowsOf((rows) => {
      const body = rows[4]?.body;
      if (body) body[20] = (body[20] ?? 0) ^ 1;
      return rows;
    });
    const data = await place.open();
    expect((await finding(data)).faults).toMatchObject([{ kind: 'unreadable', number: 5 }]);
    expect((await all(data)).lines).toHaveLength(9);
    expect(await finding(await place.open())).toMatchObject({ faultCount: 0 });
  });

  it('notices what the manifest can not: an entry sealed anew by somebody who has the keys', async () => {
    await rowsOf(async (rows) => {
      const row = rows[4];
      const opened = row && (await place.sealing.open('audit', row));
      if (!opened?.ok) throw new Error('not opened');
      const text = new TextDecoder().decode(opened.value.bytes).replace('account-1', 'account-2');
      const forged = await place.sealing.seal({ ...opened.value, bytes: new TextEncoder().encode(text) });
      return rows.toSpliced(4, 1, forged);
    });
    const data = await place.open();
    expect(await data.verify()).toBe(true);
    expect((await finding(data)).faults).toMatchObject([{ kind: 'altered', number: 6 }]);
    const again = await place.open();
    expect(await finding(again)).toMatchObject({ faultCount: 0 });
    expect((await all(again, { ...anyEntry, accountId: 'account-2' })).lines).toEqual([]);
  });

  it('is no fault of a database that an older state was put back to: the journal makes up for it', async () => {
    const before = await place.raw((db) =>
      Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    );
    await create(await place.open(), 'Navid');
    await place.raw(async (db) => {
      for (const [name, rows] of before) {
        await db.table(name).clear();
        await db.table(name).bulkPut(rows);
      }
    });
    expect(await finding(await place.open())).toMatchObject({ faultCount: 0, chains: [{ entries: 11 }] });
  });
});

describe('after a restore', () => {
  it('a new chain begins that holds the end of the one before', async () => {
    const data = await place.open();
    await create(data, 'Amina');
    await create(data, 'Navid');
    place.journal.frames.pop();
    place.workstationId = later;
    place.replaced = [here];
    const restored = await place.open();
    await restored.commands.execute('backup.restored', { ids: ['facility'] });
    await create(restored, 'Zahra');
    expect(await finding(restored)).toMatchObject({
      faultCount: 0,
      chains: [
        { workstationId: here, entries: 1, continues: false },
        { workstationId: later, entries: 2, continues: true },
      ],
    });
    const { lines } = await all(restored);
    expect(lines.map(({ entry }) => entry.command)).toEqual([
      ...['participant.create', 'backup.restored', 'participant.create'],
    ]);
    expect(lines[1]?.entry.continues).toMatchObject({ [here]: { number: 1 } });
    await place.close();
    await rowsOf((rows) => rows.filter(({ id }) => id !== entryId(here, 1)));
    expect((await finding(await place.open())).faults).toMatchObject([
      { kind: 'missing', workstationId: here, number: 1 },
    ]);
  });
});
