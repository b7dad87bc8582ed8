import { describe, expect, it } from 'vitest';
import { begunEntries } from '#renderer/app/begun/begun-entries.ts';

const day = 24 * 3_600_000;

/** A disk in memory, and a clock that the test sets. */
function computer() {
  let row: unknown;
  const at = { now: new Date(2026, 10, 23, 9, 0), version: '1.0.0' };
  const disk = {
    read: async () => (row === undefined ? undefined : JSON.parse(String(row))),
    write: async (value: unknown) => {
      row = value === undefined ? undefined : JSON.stringify(value);
    },
    rewrite: async (left: (value: unknown) => unknown) => {
      if (row !== undefined) await disk.write(left(JSON.parse(String(row))));
    },
  };
  return {
    at,
    kept: () => row,
    open: async () => {
      const entries = begunEntries({ disk, version: at.version, now: () => at.now });
      await entries.load();
      return entries;
    },
  };
}

/** Locks as the app does: the screens go away before anything is sealed. */
async function lock(entries: Awaited<ReturnType<ReturnType<typeof computer>['open']>>, open: string[]) {
  entries.freeze();
  for (const address of open) entries.drop(address);
  await entries.store();
}

describe('an entry in progress', () => {
  it('outlives a lock, is offered once, and is gone when it was saved', async () => {
    const pc = computer();
    const before = await pc.open();
    before.keep('/people/new', { given: 'Am' });
    before.keep('/people/new', { given: 'Amina' });
    before.keep('/people/7', { given: 'Bilal' });
    before.drop('/people/7');
    await lock(before, ['/people/new']);
    const after = await pc.open();
    expect(after.waiting().map(({ address }) => address)).toEqual(['/people/new']);
    expect(after.peek('/people/7')).toBeUndefined();
    expect(after.peek('/people/new')).toEqual({ given: 'Amina' });
    // A screen that is drawn twice asks twice.
    expect(after.peek('/people/new')).toEqual({ given: 'Amina' });
    after.taken('/people/new');
    expect(after.waiting()).toEqual([]);
    after.keep('/people/new', { given: 'Amina' });
    after.drop('/people/new');
    await lock(after, []);
    expect(pc.kept()).toBeUndefined();
  });

  it('waits over further locks until somebody goes on or drops it', async () => {
    const pc = computer();
    const first = await pc.open();
    first.keep('/courses/offers/new', { title: 'Deutsch' });
    await lock(first, []);
    await lock(await pc.open(), []);
    const third = await pc.open();
    expect(third.waiting()).toHaveLength(1);
    third.drop('/courses/offers/new');
    await lock(third, []);
    expect((await pc.open()).waiting()).toEqual([]);
  });

  it('is not offered after a crash once it was taken', async () => {
    const pc = computer();
    const first = await pc.open();
    first.keep('/people/new', { given: 'Amina' });
    await lock(first, []);
    (await pc.open()).taken('/people/new');
    expect((await pc.open()).waiting()).toEqual([]);
  });

  it('is forgotten after a week, and by another version of the app', async () => {
    const pc = computer();
    const first = await pc.open();
    first.keep('/people/new', { given: 'Amina' });
    await lock(first, []);
    pc.at.now = new Date(pc.at.now.getTime() + 7 * day + 1);
    expect((await pc.open()).waiting()).toEqual([]);
    pc.at.now = new Date(pc.at.now.getTime() - 2 * day);
    expect((await pc.open()).waiting()).toHaveLength(1);
    pc.at.version = '1.1.0';
    expect((await pc.open()).waiting()).toEqual([]);
  });
});
