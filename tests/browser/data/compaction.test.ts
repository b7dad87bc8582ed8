import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableNames } from '#renderer/data/database.ts';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { decodePage, encodePage } from '#shared/journal/frame.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';
import { recordDigest } from './record-digest.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

async function write(data: OpenedData, count: number): Promise<void> {
  const created = await data.commands.execute('participant.create', participant('Amina', 'Probe'));
  if (!created.ok) throw new Error(created.error.code);
  for (let at = 1; at < count; at++)
    await data.commands.execute('participant.update', { id: created.value.id, changes: { room: `B ${at}` } });
  await data.settled();
}

type Table = readonly { readonly id: string }[];

/** All tables as they lie in the database. */
const tables = (): Promise<readonly Table[]> =>
  place.raw((db) => Promise.all(tableNames.map((name) => db.table<{ id: string }>(name).toArray())));

const putBack = (kept: readonly Table[]): Promise<void> =>
  place.raw(async (db) => {
    for (const [at, name] of tableNames.entries()) {
      await db.table(name).clear();
      await db.table(name).bulkPut([...(kept[at] ?? [])]);
    }
  });

describe('after the journal was compacted', () => {
  it('the database is used as it is, takes frames from behind the base, and is not called rebuilt', async () => {
    await write(await place.open(), 4);
    const digest = await recordDigest(await place.open());
    const before = await tables();
    place.journal.compact();
    expect(place.journal.base).toBe(4);
    const data = await place.open();
    expect(await recordDigest(data)).toBe(digest);
    expect(await tables()).toEqual(before);
    await write(await place.open(), 3);
    const later = await recordDigest(await place.open());
    await putBack(before);
    const caughtUp = await place.open();
    expect(await recordDigest(caughtUp)).toBe(later);
    expect(caughtUp.rebuiltRows).toBeNull();
    expect(await caughtUp.verify()).toBe(true);
  });

  it('a database from before it is written anew, without a word of loss', async () => {
    await write(await place.open(), 4);
    const before = await tables();
    await write(await place.open(), 4);
    const digest = await recordDigest(await place.open());
    place.journal.compact();
    await putBack(before);
    const data = await place.open();
    expect(await recordDigest(data)).toBe(digest);
    expect(data).toMatchObject({ rebuiltRows: null, restored: false });
    expect(data.saving.current().state).toBe('saved');
    expect(await data.verify()).toBe(true);
  });

  it('a lost database is written anew from it, and that is said', async () => {
    await write(await place.open(), 6);
    const digest = await recordDigest(await place.open());
    place.journal.compact(1_500);
    await place.raw((db) => db.delete());
    const data = await place.open();
    expect(await recordDigest(data)).toBe(digest);
    // One person, five changes that are kept, six entries of the log: not the states that were replaced.
    expect(data.rebuiltRows).toBe(12);
  });

  it.each(['before the first frame is read', 'while it is replayed'] as const)(
    '%s, opening begins anew and finds everything',
    async (when) => {
      await write(await place.open(), 8);
      const digest = await recordDigest(await place.open());
      await place.raw((db) => db.delete());
      const read = place.journal.read;
      let reads = 0;
      place.journal.read = async (fromSeq) => {
        reads += 1;
        if (reads === (when === 'while it is replayed' ? 5 : 1)) place.journal.compact();
        // One frame at a time, so that replay has many steps.
        return read(fromSeq, 1);
      };
      const data = await place.open();
      expect(place.journal.base).toBe(8);
      expect(await recordDigest(data)).toBe(digest);
      expect(await data.verify()).toBe(true);
    },
  );

  it('pages are refused that lack a row, stand behind frames, or have nothing behind them', async () => {
    await write(await place.open(), 8);
    place.journal.compact(1_500);
    const { frames } = place.journal;
    const at = frames.findIndex((frame) => (decodePage(frame)?.length ?? 0) > 1);
    const page = frames[at] ?? new Uint8Array();
    const tampered = [
      frames.with(at, encodePage((decodePage(page) ?? []).slice(1))),
      [...frames, page],
      frames.slice(0, -1),
    ];
    for (const list of tampered) {
      place.journal.frames = [...list];
      await place.raw((db) => db.delete());
      const data = await place.open();
      expect(data.saving.current()).toMatchObject({ state: 'read-only', code: 'journal.refused' });
    }
  });
});
