import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableNames } from '#renderer/data/database.ts';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { decodeFrame, rowsIn } from '#shared/journal/frame.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { participant, rotatingSealing, Workplace } from './harness.ts';
import { recordDigest } from './record-digest.ts';

let keys: Awaited<ReturnType<typeof rotatingSealing>>;
let place: Workplace;
beforeEach(async () => {
  keys = await rotatingSealing();
  place = new Workplace(keys.sealing);
});
afterEach(() => place.remove());

/** More than one batch of people, and as many entries of the log. */
const many = 320;

async function write(data: OpenedData, count = many): Promise<void> {
  for (let at = 0; at < count; at++)
    await data.commands.execute('participant.create', participant(`Amina ${at}`, 'Probe'));
  await data.begun.write({ form: 'person', given: 'Halb' });
  await data.settled();
}

/** How many rows of the database lie under which key. */
async function epochsOnDisk(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  await place.raw(async (db) => {
    for (const name of [...tableNames, 'begun']) {
      for (const { keyId } of await db.table<SealedRow>(name).toArray())
        counts[keyId] = (counts[keyId] ?? 0) + 1;
    }
  });
  return counts;
}

const epochsInJournal = (): ReadonlySet<string> =>
  new Set(
    place.journal.frames.flatMap((frame) => [
      ...(rowsIn(frame) ?? []).map(({ row }) => row.keyId),
      ...[decodeFrame(frame)?.trailer.keyId ?? []].flat(),
    ]),
  );

describe('after a new key has begun', () => {
  it('every row is sealed under it, the contents stay, and after compaction nothing needs the old one', async () => {
    const data = await place.open();
    await write(data);
    expect(data.resealing.isDue).toBe(false);
    const before = await recordDigest(data);
    await keys.next();
    expect(data.resealing.isDue).toBe(true);
    const seen: number[] = [];
    data.resealing.subscribe(() => seen.push(data.resealing.current().done));
    expect(await data.resealing.run()).toEqual({ ok: true, value: 'epoch2' });
    await data.settled();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    const { done, of, unreadable } = data.resealing.current();
    expect([done, unreadable]).toEqual([of, 0]);
    expect(await recordDigest(data)).toBe(before);
    expect(await data.verify()).toBe(true);
    await data.audit.check();
    expect(data.audit.current()).toMatchObject({ state: 'done', finding: { faultCount: 0 } });
    expect(Object.keys(await epochsOnDisk())).toEqual(['epoch2']);
    expect(epochsInJournal().has('epoch1')).toBe(true);
    place.journal.compact(100_000);
    expect(epochsInJournal()).toEqual(new Set(['epoch2']));

    // Without the old key everything is still there, also from the journal alone.
    const alone = new Workplace(keys.without('epoch1'));
    alone.journal.frames = [...place.journal.frames];
    alone.journal.base = place.journal.base;
    try {
      const opened = await alone.open();
      expect(await recordDigest(opened)).toBe(before);
      expect(opened.damage.current()).toEqual([]);
    } finally {
      await alone.remove();
    }
  });

  it('it goes on after a lock and after a crash, and does nothing twice', async () => {
    const data = await place.open();
    await write(data);
    const before = await recordDigest(data);
    await keys.next();
    let batches = 0;
    const append = place.journal.append;
    place.journal.append = (seq, payload) => {
      batches += 1;
      // As at a kill: the batch is journalled, and its answer never comes.
      if (batches === 2) place.journal.fail = { code: 'disk.timeout', keeps: true };
      return append(seq, payload);
    };
    expect(await data.resealing.run()).toMatchObject({ ok: false });
    const half = await epochsOnDisk();
    expect(half.epoch1).toBeGreaterThan(100);
    expect(half.epoch2).toBeGreaterThan(100);
    const again = await place.open();
    expect(again.resealing.isDue).toBe(true);
    const run = again.resealing.run();
    const stopped = new Promise<void>((resolve) => {
      const end = again.resealing.subscribe(() => {
        again.resealing.stop();
        end();
        resolve();
      });
    });
    await stopped;
    expect(await run).toEqual({ ok: false, error: 'stopped' });
    const last = await place.open();
    expect(await last.resealing.run()).toEqual({ ok: true, value: 'epoch2' });
    expect(await recordDigest(last)).toBe(before);
    const frames = place.journal.frames.length;
    expect(await last.resealing.run()).toEqual({ ok: true, value: 'epoch2' });
    expect(place.journal.frames).toHaveLength(frames);
    last.resealing.finish('epoch2');
    await last.commands.execute('vault.unlock', { ids: ['facility'] });
    await last.settled();
    const after = await place.open();
    expect(after.resealing.isDue).toBe(false);
    expect(await recordDigest(after)).not.toBe(before);
    await keys.next();
    expect(after.resealing.isDue).toBe(true);
    expect(Object.keys(await epochsOnDisk())).toEqual(['epoch2']);
  });

  it('what somebody writes meanwhile is kept, and waits for one batch at most', async () => {
    const data = await place.open();
    await write(data);
    await keys.next();
    const run = data.resealing.run();
    const people = data.directory.list('participant').map(({ id }) => id);
    for (const id of people.slice(0, 12)) {
      const changed = await data.commands.execute('participant.update', { id, changes: { room: 'C 12' } });
      expect(changed.ok).toBe(true);
    }
    expect((await run).ok).toBe(true);
    const records = await data.records.all('participant');
    expect(records.filter(({ value }) => value.room === 'C 12')).toHaveLength(12);
    const digest = await recordDigest(data);
    expect(Object.keys(await epochsOnDisk())).toEqual(['epoch2']);
    const again = await place.open();
    expect(await recordDigest(again)).toBe(digest);
    expect(await again.verify()).toBe(true);
  });

  it('rows that do not open stay as they are, are counted, and keep nothing from going on', async () => {
    await write(await place.open(), 5);
    await place.raw(async (db) => {
      const row = await db.table<SealedRow>('participant').toCollection().first();
      if (row) await db.table('participant').put({ ...row, body: row.body.map((byte) => byte ^ 1) });
    });
    const data = await place.open();
    await keys.next();
    expect(await data.resealing.run()).toEqual({ ok: true, value: 'epoch2' });
    expect(data.resealing.current()).toMatchObject({ unreadable: 1 });
    expect((await epochsOnDisk()).epoch1).toBe(1);
  });
});
