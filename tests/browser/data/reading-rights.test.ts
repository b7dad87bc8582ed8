import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { madeGroup, madeOffer, madeSlot } from '#tests/memory/made.ts';
import { facilitySealing, participant, Workplace } from './harness.ts';

const today = '2026-11-23';
let place: Workplace;

beforeEach(async () => {
  place = new Workplace(await facilitySealing());
});
afterEach(() => place.remove());

async function done<N extends CommandName>(
  { commands }: OpenedData,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const answer = await commands.execute(name, input);
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
  return answer.value;
}

/**
 * Two groups with a person each, and a third person who came to the own group's session without a place. `account-1`
 * leads the own group; whoever opens the workplace next has the role `role`.
 */
async function twoGroups(role: Workplace['role']) {
  const data = await place.open();
  const offerId = (await done(data, 'offer.save', { id: null, offer: madeOffer() })).id;
  const people: string[] = [];
  for (const given of ['Amina', 'Bilal', 'Chidi', 'Daria'])
    people.push((await done(data, 'participant.create', participant(given))).id);
  const [amina = '', bilal = '', chidi = '', daria = ''] = people;
  const group = async (name: string, leadAccountIds: string[], person: string) => {
    const made = madeGroup(offerId, { name, leadAccountIds, room: 'R 1', lead: name });
    const groupId = (await done(data, 'courseGroup.save', { id: null, group: made })).id;
    await done(data, 'enrolment.add', { groupId, participantIds: [person], enrolledOn: '2026-11-02' });
    const sessionId = (await done(data, 'session.plan', { groupId, ...madeSlot(today) })).id;
    return { groupId, sessionId };
  };
  const own = await group('Eigene', ['account-1', 'account-9'], amina);
  const foreign = await group('Fremde', ['account-2'], bilal);
  const present = { mark: 'present' as const, late: null, early: null };
  const marks = (participantId: string) => ({ marks: [{ participantId, ...present }], reason: null });
  await done(data, 'attendance.record', { sessionId: own.sessionId, ...marks(chidi) });
  await done(data, 'attendance.record', { sessionId: foreign.sessionId, ...marks(bilal) });
  place.role = role;
  return { data: await place.open(), own, foreign, amina, bilal, chidi, daria, marks };
}

describe('a course lead', () => {
  it('reads own groups, their sessions, places and sheets, and no others', async () => {
    const { data, own, foreign } = await twoGroups('course-lead');
    const { records, directory } = data;
    expect(directory.list('courseGroup').map(({ id }) => id)).toEqual([own.groupId]);
    expect(directory.list('courseGroup')).toBe(directory.list('courseGroup'));
    expect(directory.get('courseGroup', foreign.groupId)).toBeUndefined();
    expect(directory.list('enrolment').map(({ groupId }) => groupId)).toEqual([own.groupId]);
    expect(directory.enrolmentsOf('groupId', own.groupId)).toHaveLength(1);
    expect(directory.enrolmentsOf('groupId', foreign.groupId)).toEqual([]);
    const found = await directory.sessionsBetween(today, today);
    expect(found.map(({ session, sheet }) => [session.id, sheet?.id])).toEqual([
      [own.sessionId, own.sessionId],
    ]);
    for (const kind of ['session', 'attendanceSheet'] as const) {
      expect(await records.get(kind, own.sessionId)).toBeDefined();
      expect(await records.get(kind, foreign.sessionId)).toBeUndefined();
      expect(await records.getMany(kind, [own.sessionId, foreign.sessionId])).toHaveLength(1);
      expect(await records.where(kind, 'groupId', foreign.groupId)).toEqual([]);
      expect(await records.all(kind)).toHaveLength(1);
    }
    expect(await records.all('courseGroup')).toHaveLength(1);
    expect(await records.all('offer')).toHaveLength(1);
  });

  it('opens the records of people who have a place or a mark there; of others knows the name', async () => {
    const { data, amina, bilal, chidi, daria } = await twoGroups('course-lead');
    const { records, directory } = data;
    const ids = async () => (await records.all('participant')).map(({ id }) => id);
    expect((await ids()).sort()).toEqual([amina, chidi].sort());
    expect(await records.get('participant', chidi)).toMatchObject({ given: 'Chidi' });
    for (const id of [bilal, daria]) expect(await records.get('participant', id)).toBeUndefined();
    expect(directory.list('participant')).toHaveLength(4);
    expect(await directory.sheetsOf(chidi)).toHaveLength(1);
    expect(await directory.sheetsOf(bilal)).toEqual([]);
  });

  it('writes in own groups only, and a refused command leaves nothing', async () => {
    const { data, own, foreign, amina, bilal, daria, marks } = await twoGroups('course-lead');
    const frames = place.journal.frames.length;
    const refused = { ok: false, error: { code: 'not-own-group' } };
    const { commands } = data;
    const room = (id: string) => ({ id, changes: { room: 'B 2' } });
    expect(
      await commands.execute('attendance.record', { sessionId: foreign.sessionId, ...marks(bilal) }),
    ).toEqual(refused);
    expect(await commands.execute('participant.update', room(bilal))).toEqual(refused);
    expect(await commands.execute('participant.view', { ids: [amina, bilal] })).toEqual(refused);
    expect(await commands.execute('certificate.print', { ids: ['unknown'] })).toEqual(refused);
    expect(place.journal.frames).toHaveLength(frames);
    await done(data, 'participant.update', room(amina));
    await done(data, 'attendance.record', { sessionId: own.sessionId, ...marks(daria) });
    // Who came is one of their people from then on.
    await done(data, 'participant.update', room(daria));
    expect(place.journal.frames).toHaveLength(frames + 3);
  });

  it('sees which rooms are taken by other groups, and not who is in them', async () => {
    const { data, foreign } = await twoGroups('course-lead');
    const occupied = await data.directory.occupiedBetween(today, today);
    expect(occupied.map(({ groupName, room }) => [groupName, room])).toEqual([
      ['Eigene', null],
      ['Fremde', null],
    ]);
    expect(occupied[1]?.lead).toBe('Fremde');
    expect(data.directory.enrolmentsOf('groupId', foreign.groupId)).toEqual([]);
  });
});

it.each(['administrator', 'coordination', 'reception'] as const)(
  'the role %s reads all groups and people',
  async (role) => {
    const { data } = await twoGroups(role);
    expect(data.directory.list('courseGroup')).toHaveLength(2);
    expect(await data.records.all('participant')).toHaveLength(4);
    expect(await data.records.all('attendanceSheet')).toHaveLength(2);
  },
);
