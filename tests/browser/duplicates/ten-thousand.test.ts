import { expect, test } from 'vitest';
import { likelySameFinder } from '#renderer/services/likely-same/finder.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { madeUpRoster } from '#tests/lab/roster.ts';

test('all pairs among ten thousand are found, and questions are answered meanwhile', async () => {
  const people = madeUpRoster(3, 10_000, '2026-11-23').map(
    (person, at): PersonEntry => ({ ...person, id: `p${at}`, formerNumbers: [] }),
  );
  const [first] = people;
  if (!first) throw new Error('nobody');
  const list = [...people, { ...first, id: 'again', number: null }];
  const directory = { list: () => list, subscribe: () => () => undefined } as unknown as DirectoryPort;
  const finder = likelySameFinder(directory);
  const begun = Promise.withResolvers<void>();
  const found = Promise.withResolvers<void>();
  finder.subscribe(() => {
    begun.resolve();
    if (finder.current().pairs) found.resolve();
  });
  await begun.promise;
  const [matches] = await finder.of([{ ...first, id: 'new' }]);
  expect(matches?.map(({ id }) => id)).toEqual(expect.arrayContaining(['p0', 'again']));
  expect(finder.current().pairs).toBeUndefined();
  // From now on somebody waits for them.
  finder.subscribeWaiting(() => undefined);
  await found.promise;
  expect(finder.current().pairs).toContainEqual(expect.objectContaining({ one: 'again', other: 'p0' }));
}, 120_000);
