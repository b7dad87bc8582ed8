import { afterEach, beforeEach, expect, it } from 'vitest';
import { layoutVersion, rootId } from '#renderer/data/store.ts';
import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { facilitySealing, Workplace } from './harness.ts';

let place: Workplace;
beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

const today = '2026-11-23';

/** A group of one place: Amina has it and was twenty minutes late to its one session, Bilal waits. */
async function course() {
  const data = await place.open();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await data.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  };
  const amina = (await done('participant.create', madeParticipant('Amina'))).id;
  const bilal = (await done('participant.create', madeParticipant('Bilal'))).id;
  const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
  const groupId = (await done('courseGroup.save', { id: null, group: madeGroup(offerId, { capacity: 1 }) }))
    .id;
  await done('enrolment.add', { groupId, participantIds: [amina, bilal], enrolledOn: '2026-11-02' });
  const session = (await done('session.plan', { groupId, ...madeSlot(today) })).id;
  const mistake = (await done('session.plan', { groupId, ...madeSlot('2026-11-24') })).id;
  await done('session.withdraw', { ids: [mistake] });
  await done('attendance.record', { sessionId: session, marks: [madeMark(amina, 'late', 20)], reason: null });
  return { data, amina, bilal, groupId, session };
}

/** What the directory knows of the group, read anew. */
async function known({ data, groupId }: Awaited<ReturnType<typeof course>>) {
  const { directory } = data;
  const sessions = await directory.sessionsBetween('2026-11-01', '2026-11-30');
  return {
    places: directory.enrolmentsOf('groupId', groupId),
    sessions,
    results: await loadGroupResults(directory, groupId, today),
  };
}

it('holds places, waiting people, sessions and marks, so that UE are added up without opening a sheet', async () => {
  const made = await course();
  const { places, sessions, results } = await known(made);
  expect(places.map(({ participantId, waitingSince }) => [participantId, waitingSince === null])).toEqual([
    [made.amina, true],
    [made.bilal, false],
  ]);
  expect(sessions).toMatchObject([
    { session: { id: made.session }, sheet: { recorded: 1, attended: 1, marks: { [made.amina]: 'l20,' } } },
  ]);
  expect(results).toMatchObject([{ participantId: made.amina, sums: { offered: 2, attended: 1 } }]);
});

it('is the same after closing and after a rebuild from the journal', async () => {
  const made = await course();
  const before = await known(made);
  expect(await known({ ...made, data: await place.open() })).toEqual(before);
  await place.remove();
  const rebuilt = await place.open();
  expect(rebuilt.rebuiltRows).toBeGreaterThan(0);
  expect(await known({ ...made, data: rebuilt })).toEqual(before);
});

it('laid out by another version of the app is made anew from the journal, which is no loss to be told of', async () => {
  const made = await course();
  const before = await known(made);
  await place.raw(async (db) => {
    const row = (await db.table('root').get(rootId)) as SealedRow;
    const opened = await place.sealing.open('root', row);
    if (!opened.ok) throw new Error('not opened');
    await db.table('root').put(await place.sealing.seal({ ...opened.value, schema: layoutVersion - 1 }));
    await db.table('directory').clear();
  });
  const again = await place.open();
  expect(again.rebuiltRows).toBeNull();
  expect(await known({ ...made, data: again })).toEqual(before);
  expect(await again.verify()).toBe(true);
});
