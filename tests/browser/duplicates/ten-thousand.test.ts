import { expect, test } from 'vitest';
import { likelySameFinder } from '#renderer/services/likely-same/finder.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { madeUpRoster } from '#tests/lab/roster.ts';

test('all pairs among ten thousand are found while the window stays usable, and questions are answered meanwhile', async () => {
  const people = madeUpRoster(3, 10_000, '2026-11-23').map(
    (person, at): PersonEntry => ({ ...person, id: `p${at}`, formerNumbers: [] }),
  );
  const [first] = people;
  if (!first) throw new Error('nobody');
  const list = [...people, { ...first, id: 'again', number: null }];
  const directory = { list: () => list, subscribe: () => () => undefined } as unknown as DirectoryPort;
  const held: number[] = [];
  const watch = new PerformanceObserver((tasks) =>
    held.push(...tasks.getEntries().map(({ duration }) => duration)),
  );
  watch.observe({ entryTypes: ['longtask'] });
  const finder = likelySameFinder(directory);
  const found = new Promise<void>((resolve) => {
    finder.subscribe(() => {
      if (finder.current().pairs) resolve();
    });
  });
  await expect.poll(() => finder.current().done, { timeout: 20_000 }).toBeGreaterThan(0);
  const [matches] = await finder.of([{ ...first, id: 'new' }]);
  expect(matches?.map(({ id }) => id)).toEqual(expect.arrayContaining(['p0', 'again']));
  expect(finder.current().pairs).toBeUndefined();
  await found;
  expect(finder.current().pairs).toContainEqual(expect.objectContaining({ one: 'again', other: 'p0' }));
  expect(held.filter((ms) => ms > 100)).toEqual([]);
}, 60_000);
