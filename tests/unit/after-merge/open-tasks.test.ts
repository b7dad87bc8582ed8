import { expect, it } from 'vitest';
import { openTasks } from '#shared/domain/after-merge/open-tasks.ts';
import { seeded } from '../commands/seeded.ts';

const full = (id: string) => ({ kind: 'group-overfull' as const, ids: [id] });

it('asks about what nobody has settled, and never about erasures', () => {
  const same = { kind: 'person-twice' as const, ids: ['a', 'b'] };
  const found = [full('a'), same, { kind: 'erased-again' as const, ids: ['e'] }];
  expect(openTasks(found, [])).toEqual([full('a'), same]);
  expect(openTasks(found, [{ task: 'group-overfull', ids: ['a'] }])).toEqual([same]);
  expect(openTasks(found, [{ task: 'person-twice', ids: ['a'] }])).toEqual([full('a'), same]);
});

it('a settled task is kept as a record, of random ids only, and goes with the people whom it names', async () => {
  const { done, records, commands, amina, bilal, places, groupId } = await seeded();
  await done('mergeTask.settle', full(groupId));
  await done('mergeTask.settle', { kind: 'place-twice', ids: [...places] });
  await done('mergeTask.settle', { kind: 'person-twice', ids: [amina, bilal] });
  const kept = async () =>
    (await records.all('settledTask')).map(({ value: { task, people } }) => [task, people]);
  expect(await kept()).toEqual([
    ['group-overfull', []],
    ['place-twice', [amina, bilal]],
    ['person-twice', [amina, bilal]],
  ]);
  await done('participant.erase', { id: bilal });
  expect(await kept()).toEqual([['group-overfull', []]]);
  expect(await commands.execute('mergeTask.settle', full('gone'))).toEqual({
    ok: false,
    error: { code: 'mergeTask.gone' },
  });
});
