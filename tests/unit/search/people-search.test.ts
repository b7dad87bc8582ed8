import { expect, test, vi } from 'vitest';
import { peopleSearch } from '#renderer/data/people-search.ts';
import type { RowWrite } from '#renderer/data/store.ts';
import type { BadgeEntry, PersonEntry } from '#shared/domain/directory.ts';
import { madeRoster } from '#tests/rosters/made-roster.ts';

/** The directory as search sees it: people and badges in memory. */
function madeStore(people: readonly PersonEntry[], badges: readonly BadgeEntry[] = []) {
  const tables = {
    participant: new Map(people.map((entry) => [entry.id, entry])),
    badge: new Map(badges.map((entry) => [entry.id, entry])),
  };
  type Table = keyof typeof tables;
  return {
    tables,
    list: ((part: Table) => [...tables[part].values()]) as never,
    get: ((part: Table, id: string) => tables[part].get(id)) as never,
  };
}

const write = (kind: RowWrite['kind'], id: string, entry: object | undefined): RowWrite =>
  ({ kind, plain: { id }, after: entry && { part: kind, entry } }) as unknown as RowWrite;

// Node knows no idle moments of a window; the index goes on practising in them behind a test's end.
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));

const day = (): string => '2026-11-23';
const { people } = madeRoster(5, 1200);
const [someone] = people;
if (!someone) throw new Error('nobody');

test('until the index is complete, people are found by the beginnings of their words; then in other scripts too', async () => {
  const found = new Promise<void>((resolve) => {
    const search = peopleSearch(madeStore(people), day, () => {
      expect(search.version()).toBe(1);
      expect(search.search('محمد', 5).length).toBeGreaterThan(0);
      expect(search.search('', Number.POSITIVE_INFINITY)).toHaveLength(people.length);
      resolve();
    });
    expect(search.version()).toBe(0);
    expect(search.search(someone.given.slice(0, 3), Number.POSITIVE_INFINITY)).toContain(someone);
    expect(search.search('', Number.POSITIVE_INFINITY)).toHaveLength(people.length);
  });
  await found;
});

test('writes count, before the index is complete and after it', async () => {
  const store = madeStore(people);
  const changed: PersonEntry = { ...someone, given: 'Xenophon', family: 'Zwischenzeit' };
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const search = peopleSearch(store, day, resolve);
  search.changed([write('participant', someone.id, changed)]);
  expect(search.search('zwischen', 5)).toEqual([changed]);
  await ready;
  expect(search.search('zwischen', 5)).toEqual([changed]);
  const before = search.version();
  search.changed([write('participant', someone.id, undefined)]);
  expect(search.version()).toBeGreaterThan(before);
  expect(search.search('zwischenzeit', 5)).toEqual([]);
});

test('a badge is found while it is in use', async () => {
  const badge: BadgeEntry = {
    ...{ id: 'b', number: '4711081512345678', participantId: someone.id },
    ...{ issuedAt: '2026-11-20T08:00:00.000Z', ended: null },
  };
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const search = peopleSearch(madeStore(people, [badge]), day, resolve);
  await ready;
  expect(search.search('4711 0815 1234 5678', 5)).toEqual([someone]);
  const ended = { ...badge, ended: { at: '2026-11-23T09:00:00.000Z', by: 'staff' } };
  const next = { ...badge, id: 'c', number: '9000000000000001' };
  search.changed([write('badge', 'b', ended), write('badge', 'c', next)]);
  expect(search.search('4711081512345678', 5)).toEqual([]);
  expect(search.search('9000000000000001', 5)).toEqual([someone]);
});
