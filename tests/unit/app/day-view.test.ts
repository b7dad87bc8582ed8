import { expect, it } from 'vitest';
import { loadDay, nextSession } from '#renderer/features/today/day-view.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const today = '2026-11-23';

async function facility() {
  const services = memoryServices();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const rows = ['Amina', 'Bilal', 'Chidi'].map((given) => madeParticipant(given));
  const { ids } = await done('participant.import', { rows });
  const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
  const group = madeGroup(offerId, { capacity: null });
  const groupId = (await done('courseGroup.save', { id: null, group })).id;
  const session = async (date: string, startsAt: number): Promise<string> =>
    (await done('session.plan', { groupId, ...madeSlot(date, { startsAt, endsAt: startsAt + 90 }) })).id;
  const mark = (sessionId: string, people: readonly string[]) =>
    done('attendance.record', {
      sessionId,
      marks: people.map((id) => madeMark(id)),
      reason: null,
    });
  return { services, done, ids, groupId, session, mark };
}

it('counts only people enrolled on the day: a walk-in does not hide someone who was skipped', async () => {
  const { services, done, ids, groupId, session, mark } = await facility();
  const [first = '', second = '', walkIn = ''] = ids;
  await done('enrolment.add', { groupId, participantIds: [first, second], enrolledOn: '2026-11-02' });
  await mark(await session('2026-11-20', 540), [first, walkIn]);
  const { waiting } = await loadDay(services, today);
  expect(waiting.map(({ enrolled, recorded }) => [enrolled, recorded])).toEqual([[2, 1]]);
});

it('lists what waits of the past seven days, latest first, and nothing that is complete, older or empty', async () => {
  const { services, done, ids, groupId, session, mark } = await facility();
  await done('enrolment.add', { groupId, participantIds: ids, enrolledOn: '2026-11-16' });
  await session('2026-11-13', 540); // nobody was enrolled yet, and ten days ago
  await session('2026-11-17', 540);
  await session('2026-11-19', 540);
  await mark(await session('2026-11-18', 540), ids);
  await session(today, 540);
  const view = await loadDay(services, today);
  expect(view.waiting.map((row) => row.session.date)).toEqual(['2026-11-19', '2026-11-17']);
  expect(view.today.map(({ groupName, offerTitle, enrolled }) => [groupName, offerTitle, enrolled])).toEqual([
    ['Gruppe A', 'Erstorientierung', 3],
  ]);
});

it('names the session that is on, else the next, else the last', async () => {
  const { services, session } = await facility();
  const morning = await session(today, 540);
  const noon = await session(today, 720);
  const { today: rows } = await loadDay(services, today);
  const at = (minute: number) => nextSession(rows, minute, 'Test')?.session.id;
  expect([at(0), at(600), at(630), at(1200)]).toEqual([morning, morning, noon, noon]);
  expect(nextSession([], 600, 'Test')).toBeUndefined();
});

it('puts the own session before an earlier one of somebody else', async () => {
  const { services, done, session } = await facility();
  await session(today, 540);
  const own = await session(today, 720);
  await done('session.assign', { id: own, lead: 'test ', moduleId: null });
  const { today: rows } = await loadDay(services, today);
  expect(nextSession(rows, 0, 'Test')?.session.id).toBe(own);
  expect(nextSession(rows, 0, 'M. Brandt')?.session.startsAt).toBe(540);
  expect(nextSession(rows, 1200, 'Test')?.session.id).toBe(own);
});

it('counts who came without a place, and a closed sheet waits for nobody', async () => {
  const { services, done, ids, groupId, session, mark } = await facility();
  const [first = '', second = '', walkIn = ''] = ids;
  await done('enrolment.add', { groupId, participantIds: [first, second], enrolledOn: '2026-11-02' });
  const sessionId = await session('2026-11-20', 540);
  await mark(sessionId, [first, walkIn]);
  await done('attendance.walkIn', {
    ...{ sessionId, entryId: null, name: 'Noor', reason: null },
    ...{ mark: 'present', late: null, early: null },
  });
  await done('attendance.count', { sessionId, people: 3, reason: null });
  const { waiting } = await loadDay(services, today);
  expect(waiting.map(({ recorded, others, closed }) => [recorded, others, closed])).toEqual([[1, 5, false]]);
  await done('attendance.close', { sessionId });
  expect((await loadDay(services, today)).waiting).toEqual([]);
});
