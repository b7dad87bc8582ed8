import { describe, expect, it } from 'vitest';
import { paperPages } from '#renderer/features/attendance/paper/paper-lines.ts';
import { likelyPeople } from '#renderer/features/attendance/walk-ins/likely-people.ts';
import { draftOfName, walkInOrigin } from '#renderer/features/people/walk-in-origin.ts';
import { countUnlinked, loadUnlinked } from '#shared/domain/attendance/unlinked.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { rollCallOf } from '#tests/browser/attendance/roll-call-cases.ts';
import { madeSlot } from '#tests/memory/made.ts';

async function guests() {
  const made = await rollCallOf(2);
  const { done, groupId, sessionId } = made;
  const counted = (await done('session.plan', { groupId, ...madeSlot('2026-11-20') })).id;
  const nobody = (await done('session.plan', { groupId, ...madeSlot('2026-11-19') })).id;
  const later = (
    await done('session.plan', { groupId, ...madeSlot('2026-11-23', { startsAt: 700, endsAt: 800 }) })
  ).id;
  for (const [session, name] of [
    [sessionId, 'Mohamed'],
    [sessionId, 'Olena'],
    [later, 'Selam'],
  ] as const)
    await done('attendance.walkIn', {
      ...{ sessionId: session, entryId: null, name, reason: null },
      ...{ mark: 'late', late: 20, early: null },
    });
  await done('attendance.count', { sessionId: counted, people: 3, reason: null });
  return { ...made, counted, nobody, later };
}

describe('walk-ins whose person is not found', () => {
  it('come by day, the latest first, and by time; sessions without any do not', async () => {
    const { services, sessionId, later, counted } = await guests();
    const found = await loadUnlinked(services, '2026-11-01', '2026-11-23');
    expect(
      found.map(({ session, named, sheet }) => [session.id, named.map(({ name }) => name), sheet.heads]),
    ).toEqual([
      [sessionId, ['Mohamed', 'Olena'], 0],
      [later, ['Selam'], 0],
      [counted, [], 3],
    ]);
    expect(found[0]?.named[0]).toMatchObject({ mark: 'late', late: 20 });
    expect(await countUnlinked(services.directory, '2026-11-01', '2026-11-23')).toBe(3);
    expect(await countUnlinked(services.directory, '2026-11-01', '2026-11-22')).toBe(0);
  });
});

describe('who a name may stand for', () => {
  const person = (id: string): PersonEntry => ({
    ...{ id, given: id, family: null, spellings: [], original: null, number: null, formerNumbers: [] },
    ...{ birth: { kind: 'unknown' }, languages: [], room: null, departedOn: null },
  });
  const fits: Readonly<Record<string, readonly string[]>> = {
    'Mohamed Ali Hassan': ['all', 'allInGroup'],
    Mohamed: ['all', 'allInGroup', 'one', 'two'],
    Ali: ['two', 'oneInGroup'],
    Hassan: [],
  };
  const search = (text: string) => (fits[text] ?? []).map(person);

  it('is whoever fits all of it, then most of its words; of equals those of the group come first', () => {
    const found = likelyPeople(search, 'Mohamed Ali Hassan', new Set(['allInGroup', 'oneInGroup']));
    expect(found.map(({ id }) => id)).toEqual(['allInGroup', 'all', 'two', 'oneInGroup', 'one']);
  });

  it('is read into the form as it is written', () => {
    const names = (text: string) => [draftOfName(text).given, draftOfName(text).family];
    expect(names('Khatib, Mohamad')).toEqual(['Mohamad', 'Khatib']);
    expect(names(' Mohamad  Ali Khatib')).toEqual(['Mohamad Ali', 'Khatib']);
    expect(names('Selam')).toEqual(['Selam', '']);
  });

  it('leads back to the screen that asked', () => {
    const origin = (text: string) => walkInOrigin(new URLSearchParams(text));
    expect(origin('')).toBeUndefined();
    expect(origin('session=s&entry=e')?.backTo('p')).toBe('/attendance/walk-ins?session=s&entry=e&person=p');
    expect(origin('session=s&entry=e&from=session')?.backTo()).toBe('/sessions/s?entry=e');
  });
});

describe('a printed list', () => {
  it('has one line for two records that turned out to be one person, with the number of the first', () => {
    expect(
      paperPages(['a', 'b', 'a', 'c'], [])[0]?.map(({ participantId, number }) => [participantId, number]),
    ).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 4],
    ]);
  });
});
