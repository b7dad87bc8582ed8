import { describe, expect, it } from 'vitest';
import {
  clashesAmong,
  groupedBy,
  inNameOrder,
  type PlannedSession,
  plannedBetween,
  shownDays,
} from '#shared/domain/timetable/planned.ts';
import { madeSlot } from '#tests/memory/made.ts';
import { seeded, today } from '#tests/unit/commands/seeded.ts';

const planned = (id: string, changes: Partial<PlannedSession> = {}): PlannedSession => ({
  ...{ id, groupId: `group-${id}`, date: today, startsAt: 540, endsAt: 630, breaks: [], moduleId: null },
  ...{ room: null, lead: null, cancelled: false, moved: false },
  ...{ groupName: id, offerId: null, offerTitle: '' },
  ...changes,
});

describe('planned sessions', () => {
  it("have the group's lead unless they name one, and the room that they name", async () => {
    const { directory, done, groupId, sessionId } = await seeded();
    const other = await done('session.plan', { groupId, ...madeSlot('2026-11-24', { room: 'B 2' }) });
    await done('session.assign', { id: other.id, lead: 'S. Öztürk', moduleId: null });
    const found = await plannedBetween(directory, today, '2026-11-29');
    expect(found.map(({ id, lead, room, groupName, offerTitle }) => [id, lead, room, groupName, offerTitle]))
      // The session of the seed names no room.
      .toEqual([
        [sessionId, 'M. Brandt', null, 'Gruppe A', 'Erstorientierung'],
        [other.id, 'S. Öztürk', 'B 2', 'Gruppe A', 'Erstorientierung'],
      ]);
  });

  it('clash by the places that people hold on the day itself', () => {
    const place = (groupId: string, endedOn: string | null) => ({
      ...{ id: groupId, groupId, participantId: 'amina', enrolledOn: '2026-11-02', endedOn },
      ...{ endReason: null, waitingSince: null },
    });
    const places = [place('group-a', '2026-11-23'), place('group-b', null)];
    const directory = {
      enrolmentsOf: (_index: string, id: string) => places.filter(({ groupId }) => groupId === id),
    };
    const days = [today, '2026-11-24'].flatMap((date) => [
      planned(`a ${date}`, { groupId: 'group-a', date }),
      planned(`b ${date}`, { groupId: 'group-b', date }),
    ]);
    const found = clashesAmong(directory, days);
    expect(found.map(({ session, participantIds }) => [session.id, participantIds])).toEqual([
      [`a ${today}`, ['amina']],
    ]);
  });

  it('do not clash where one is cancelled', () => {
    const directory = { enrolmentsOf: () => [] };
    const sessions = [planned('a', { room: 'B 1' }), planned('b', { room: 'B 1', cancelled: true })];
    expect(clashesAmong(directory, sessions)).toEqual([]);
  });

  it('are grouped by room however it is written, R 9 before R 10, without a room last', () => {
    const rooms = ['R 10', null, 'R 9', 'r 10 ', 'Äußerer Saal'];
    const sessions = rooms.map((room, at) => planned(String(at), { room }));
    expect(groupedBy(sessions, 'room').map(({ name, sessions: same }) => [name, same.length])).toEqual([
      ['Äußerer Saal', 1],
      ['R 9', 1],
      ['R 10', 2],
      [null, 1],
    ]);
    expect(inNameOrder(null, null)).toBe(0);
  });

  it('take the days of the weekend that they need', () => {
    const saturday = [{ date: '2027-01-02' }];
    expect(shownDays('2026-12-28', []).map(({ date, holiday }) => [date, holiday])).toEqual([
      ['2026-12-28', null],
      ['2026-12-29', null],
      ['2026-12-30', null],
      ['2026-12-31', null],
      ['2027-01-01', 'Neujahrstag'],
    ]);
    expect(shownDays('2026-12-28', saturday)).toHaveLength(6);
  });
});
