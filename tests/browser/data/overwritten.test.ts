import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatStamp } from '#shared/sync/stamp.ts';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';

const workstationId = 'fedcba9876543210';
const time = new Date(2026, 10, 23, 8, 2).getTime();
const edit = (counter: number, room: string) => ({
  field: 'room',
  stamp: formatStamp({ time, counter, workstationId }),
  value: { room },
});
const first = edit(0, 'B 114');
const second = edit(1, 'B 115');

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

/** A person whose room was written at another desk, twice, and overwritten here. */
async function overwrittenRoom() {
  const { commands } = await place.open();
  const made = await commands.execute('participant.create', { ...participant('Amina'), room: 'A 1' });
  if (!made.ok) throw new Error('refused');
  await place.addHistory('participant', [first, second]);
  return { id: made.value.id, data: await place.open() };
}

it('shows what was overwritten, with the time and the workstation of its stamp', async () => {
  const { id, data } = await overwrittenRoom();
  expect(await data.records.overwritten('participant', id)).toEqual([
    { ...first, at: time, workstationId },
    { ...second, at: time, workstationId },
  ]);
  expect(await data.records.overwritten('participant', 'nobody')).toEqual([]);
});

it('taking one writes it and keeps the other, in one frame, also after the database is written anew', async () => {
  const { id, data } = await overwrittenRoom();
  const frames = place.journal.frames.length;
  const changed: string[] = [];
  data.directory.subscribe((kinds) => changed.push(...kinds));
  const { field, stamp } = first;
  const input = { kind: 'participant' as const, id, field, stamp };
  expect(await data.commands.execute('overwritten.take', input)).toEqual({ ok: true, value: { id } });
  expect(place.journal.frames).toHaveLength(frames + 1);
  expect(changed).toContain('participant');
  const shown = async ({ records }: typeof data) => [
    (await records.get('participant', id))?.room,
    (await records.overwritten('participant', id)).map(({ value }) => value),
  ];
  expect(await shown(data)).toEqual(['B 114', [second.value]]);
  await place.raw((db) => db.table('root').clear());
  expect(await shown(await place.open())).toEqual(['B 114', [second.value]]);
});

it('dismissing leaves the record, its stamps and what is listed of it alone', async () => {
  const { id, data } = await overwrittenRoom();
  const listed = data.directory.get('participant', id);
  const changed: string[] = [];
  data.directory.subscribe((kinds) => changed.push(...kinds));
  for (const { field, stamp } of [first, second])
    expect(
      await data.commands.execute('overwritten.dismiss', { kind: 'participant', id, field, stamp }),
    ).toEqual({ ok: true, value: { id } });
  expect(changed).toEqual(['participant', 'participant']);
  expect(await data.records.overwritten('participant', id)).toEqual([]);
  expect((await data.records.get('participant', id))?.room).toBe('A 1');
  expect(data.directory.get('participant', id)).toEqual(listed);
  const again = await data.commands.execute('overwritten.dismiss', {
    ...{ kind: 'participant', id, field: first.field, stamp: first.stamp },
  });
  expect(again).toEqual({ ok: false, error: { code: 'overwritten.gone' } });
  await place.raw((db) => db.table('root').clear());
  expect(await (await place.open()).records.overwritten('participant', id)).toEqual([]);
});

it('whoever may not read a record reads nothing of what was overwritten in it', async () => {
  const { commands } = await place.open();
  const offer = await commands.execute('offer.save', { id: null, offer: madeOffer() });
  if (!offer.ok) throw new Error('refused');
  const ids: string[] = [];
  for (const leadAccountIds of [['account-1'], ['account-2']]) {
    const group = madeGroup(offer.value.id, { leadAccountIds, room: 'A 1' });
    const made = await commands.execute('courseGroup.save', { id: null, group });
    ids.push(made.ok ? made.value.id : '');
  }
  await place.addHistory('courseGroup', [first]);
  place.role = 'course-lead';
  const { records } = await place.open();
  const counts = ids.map(async (id) => (await records.overwritten('courseGroup', id)).length);
  expect(await Promise.all(counts)).toEqual([1, 0]);
});
