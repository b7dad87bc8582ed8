import { describe, expect, it } from 'vitest';
import { findClashes, type OccupyingSession } from '#shared/domain/timetable/clashes.ts';

const session = (id: string, changes: Partial<OccupyingSession> = {}): OccupyingSession => ({
  ...{ id, groupId: `group-${id}`, date: '2026-11-23', startsAt: 540, endsAt: 630, room: null, lead: null },
  ...changes,
});
const nobody = (): ReadonlySet<string> => new Set();

describe('clashes', () => {
  it('are one room or one lead at one time, however they are written', () => {
    const sessions = [
      session('a', { room: 'B 101', lead: 'M. Brandt' }),
      session('b', { room: 'b 101 ', startsAt: 620, endsAt: 700 }),
      session('c', { lead: 'm. brandt', startsAt: 600, endsAt: 610 }),
    ];
    const found = findClashes(sessions, [], nobody);
    expect(found.map(({ session: one, other, room, lead }) => [one.id, other.id, room, lead])).toEqual([
      ['a', 'b', true, false],
      ['a', 'c', false, true],
    ]);
  });

  it('are people who are in both groups', () => {
    const people = new Map([
      ['group-a', new Set(['amina', 'bilal'])],
      ['group-b', new Set(['bilal', 'chidi'])],
    ]);
    const [clash] = findClashes([session('a')], [session('b')], (id) => people.get(id) ?? new Set());
    expect(clash?.participantIds).toEqual(['bilal']);
  });

  it.each([
    ['one after the other', { startsAt: 630, endsAt: 700 }],
    ['on another day', { date: '2026-11-24' }],
    ['of the same group', { groupId: 'group-a' }],
    ['in another room', { room: 'B 102' }],
    ['without a room', { room: null }],
  ])('are none %s', (_case, changes) => {
    const one = session('a', { room: 'B 101' });
    expect(findClashes([one], [session('b', { room: 'B 101', ...changes })], nobody)).toEqual([]);
  });

  it('with a session as it was before are none', () => {
    const moved = session('a', { room: 'B 101' });
    expect(findClashes([moved], [{ ...moved, groupId: 'other' }], nobody)).toEqual([]);
  });
});
