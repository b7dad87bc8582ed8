import { describe, expect, it } from 'vitest';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import type { CommandInput } from '#shared/domain/commands/registry.ts';
import type { Slot, Timetable } from '#shared/domain/records/timetable.ts';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';
import { seeded } from './seeded.ts';

const slot = (weekday: number, changes: Partial<Slot> = {}): Slot => ({
  ...{ weekday, startsAt: 540, endsAt: 780, breaks: [{ from: 630, to: 645 }], room: null },
  ...changes,
});
/** Five units a day, Monday to Friday: 25 a week. */
const daily: Timetable = {
  slots: [1, 2, 3, 4, 5].map((weekday) => slot(weekday)),
  everyWeeks: 1,
  skipHolidays: true,
  exceptions: [],
  untilPlannedUnits: true,
};
const modules = ['Alltag', 'Geld', 'Gesundheit', 'Wohnen', 'Arbeit', 'Verkehr'].map((title, at) => ({
  ...{ id: `m${at + 1}`, title, ue: 50, contents: [] },
}));

/** An orientation course of six modules of 50 units from Monday, 7 December 2026, for which nothing is saved yet. */
async function orientation(changes: Partial<Timetable> = {}) {
  const seed = await seeded();
  const { id: offerId } = await seed.done('offer.save', { id: null, offer: madeOffer({ modules }) });
  const input: CommandInput<'courseGroup.save'> = {
    id: null,
    group: madeGroup(offerId, {
      ...{ startsOn: '2026-12-07', endsOn: '2027-04-30', timetable: { ...daily, ...changes } },
    }),
  };
  const sessionsOf = async (groupId: string) =>
    (await seed.records.where('session', 'groupId', groupId))
      .filter(({ value }) => !value.withdrawn)
      .sort((a, b) => a.value.date.localeCompare(b.value.date) || a.value.startsAt - b.value.startsAt);
  return { ...seed, input, sessionsOf };
}

describe('a course of 300 UE', () => {
  it('is planned by one form: 60 days of five units, without holidays, ten a module', async () => {
    const { done, input, sessionsOf } = await orientation();
    const { id, planned } = await done('courseGroup.save', input);
    const sessions = await sessionsOf(id);
    expect([planned, sessions.length]).toEqual([60, 60]);
    expect(sessions.reduce((sum, { value }) => sum + unitsOffered(value), 0)).toBe(300);
    const dates = sessions.map(({ value }) => value.date);
    // Fridays 25 December and 1 January are holidays; 60 weekdays and these two end on Tuesday, 2 March 2027.
    expect(dates).not.toContain('2026-12-25');
    expect(dates).not.toContain('2027-01-01');
    expect(dates.at(-1)).toBe('2027-03-02');
    expect(sessions.map(({ value }) => value.moduleId)).toEqual(
      modules.flatMap(({ id: moduleId }) => Array(10).fill(moduleId)),
    );
  });

  it('stays as it is when it is saved unchanged', async () => {
    const { done, input, sessionsOf } = await orientation();
    const { id } = await done('courseGroup.save', input);
    const before = await sessionsOf(id);
    expect((await done('courseGroup.save', { ...input, id })).planned).toBe(0);
    expect(await sessionsOf(id)).toEqual(before);
  });

  it('moves on when days are left out, and keeps what happened to single sessions', async () => {
    const { done, input, sessionsOf } = await orientation();
    const { id } = await done('courseGroup.save', input);
    const [first, second, third] = await sessionsOf(id);
    const moved = { date: '2026-12-07', startsAt: 840, endsAt: 930, breaks: [], room: 'Saal' };
    await done('session.move', { id: first?.id ?? '', slot: moved, reason: 'Raum belegt' });
    await done('session.cancel', { id: second?.id ?? '', reason: 'Krankheit' });
    const exceptions = [{ from: '2026-12-21', to: '2027-01-03' }];
    await done('courseGroup.save', {
      id,
      group: { ...input.group, timetable: { ...daily, exceptions } },
    });
    const after = await sessionsOf(id);
    expect(after.find((one) => one.id === first?.id)?.value).toMatchObject({
      startsAt: 840,
      date: '2026-12-07',
    });
    expect(after.filter(({ value }) => value.date === second?.value.date)).toHaveLength(1);
    expect(after.find((one) => one.id === third?.id)?.value.date).toBe('2026-12-09');
    expect(after.some(({ value }) => value.date > '2026-12-20' && value.date < '2027-01-04')).toBe(false);
    const held = after.filter(({ value }) => !value.cancelled);
    expect(held.reduce((sum, { value }) => sum + unitsOffered(value), 0)).toBeGreaterThanOrEqual(300);
    expect(new Set(held.map(({ value }) => `${value.date} ${value.startsAt}`)).size).toBe(held.length);
  });

  it('begins later, as long as it has not begun', async () => {
    const { done, input, sessionsOf } = await orientation();
    const { id } = await done('courseGroup.save', input);
    await done('courseGroup.save', { id, group: { ...input.group, startsOn: '2026-12-14' } });
    const sessions = await sessionsOf(id);
    expect([sessions.length, sessions[0]?.value.date]).toEqual([60, '2026-12-14']);
  });

  it('keeps who leads on a day, and its list, when other days are left out', async () => {
    const { done, input, sessionsOf } = await orientation();
    const { id } = await done('courseGroup.save', input);
    const [first, second] = await sessionsOf(id);
    for (const session of [first, second])
      await done('session.assign', { id: session?.id ?? '', lead: 'Frau Kaya', moduleId: 'm1' });
    const exceptions = [{ from: '2026-12-07', to: '2026-12-07' }];
    await done('courseGroup.save', { id, group: { ...input.group, timetable: { ...daily, exceptions } } });
    const after = await sessionsOf(id);
    expect([after[0]?.id, after[0]?.value.date]).toEqual([second?.id, '2026-12-08']);
    expect(after.filter(({ value }) => value.lead === 'Frau Kaya').map(({ id: one }) => one)).toEqual([
      second?.id,
    ]);
    expect(after).toHaveLength(60);
  });

  it('withdraws what is too much, but nothing that was held', async () => {
    const { done, input, sessionsOf, amina, groupId, offerId } = await orientation();
    const shorter = { ...daily, slots: [slot(1)], untilPlannedUnits: false };
    const own = { ...madeGroup(offerId), timetable: { ...daily, untilPlannedUnits: false } };
    await done('courseGroup.save', { id: groupId, group: own });
    const [first] = (await sessionsOf(groupId)).filter(({ value }) => value.date === '2026-11-23');
    const marks = [{ participantId: amina, mark: 'present' as const, late: null, early: null }];
    await done('attendance.record', { sessionId: first?.id ?? '', marks, reason: null });
    await done('courseGroup.save', { id: groupId, group: { ...own, timetable: shorter } });
    const dates = (await sessionsOf(groupId)).map(({ value }) => value.date);
    expect(dates.filter((date) => date > '2026-11-23')).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
    expect(dates).toContain('2026-11-23');
    expect(input.id).toBeNull();
  });

  it.each([
    ['an end before its start', { endsOn: '2026-12-06' }, 'courseGroup.ends-before-start', 'endsOn'],
    ['an end years away', { endsOn: '2206-12-06' }, 'input', 'group.endsOn'],
    ['an end more than three years away', { endsOn: '2030-12-06' }, 'courseGroup.too-long', 'endsOn'],
    [
      'two sessions at one time',
      { timetable: { ...daily, slots: [slot(1), slot(1, { startsAt: 600 })] } },
      'timetable.slots-overlap',
      'slots.1.startsAt',
    ],
  ])('with %s is refused and nothing is saved', async (_case, changes, code, field) => {
    const { commands, records, input } = await orientation();
    const count = async () =>
      (await records.all('session')).length + (await records.all('courseGroup')).length;
    const before = await count();
    const answer = await commands.execute('courseGroup.save', {
      ...input,
      group: { ...input.group, ...changes },
    });
    expect(answer).toEqual({ ok: false, error: { code, field } });
    expect(await count()).toBe(before);
  });

  it('does not end before sessions that stay', async () => {
    const { commands, done, input, sessionsOf } = await orientation();
    const { id } = await done('courseGroup.save', input);
    const last = (await sessionsOf(id)).at(-1);
    const slotThen = { date: '2027-03-03', startsAt: 840, endsAt: 930, breaks: [], room: null };
    await done('session.move', { id: last?.id ?? '', slot: slotThen, reason: 'Ausflug' });
    const sooner = { ...input, id, group: { ...input.group, endsOn: '2027-02-26' } };
    expect(await commands.execute('courseGroup.save', sooner)).toEqual({
      ok: false,
      error: { code: 'courseGroup.sessions-outside', field: 'endsOn', values: { count: 1 } },
    });
  });
});

it('a group does not begin after sessions that were held', async () => {
  const { commands, done, offerId, groupId, sessionId, amina } = await seeded();
  const marks = [{ participantId: amina, mark: 'present' as const, late: null, early: null }];
  await done('attendance.record', { sessionId, marks, reason: null });
  const later = { id: groupId, group: madeGroup(offerId, { startsOn: '2026-11-30' }) };
  expect(await commands.execute('courseGroup.save', later)).toMatchObject({
    error: { code: 'courseGroup.sessions-outside', field: 'startsOn' },
  });
});

describe('single sessions', () => {
  const slotThen = { date: '2026-11-24', startsAt: 600, endsAt: 690, breaks: [], room: 'Saal' };

  it('moved say when they were planned for, until they are moved back', async () => {
    const { done, records, sessionId } = await seeded();
    await done('session.move', { id: sessionId, slot: slotThen, reason: 'Raum belegt' });
    await done('session.move', { id: sessionId, slot: { ...slotThen, startsAt: 615 }, reason: 'Bus' });
    const origin = { date: '2026-11-23', startsAt: 540, endsAt: 630, room: null };
    expect((await records.get('session', sessionId))?.movedFrom).toEqual({ ...origin, reason: 'Bus' });
    await done('session.move', { id: sessionId, slot: { ...origin, breaks: [] }, reason: 'Doch nicht' });
    expect(await records.get('session', sessionId)).toMatchObject({ ...origin, movedFrom: null });
  });

  it('with attendance are neither moved nor cancelled nor withdrawn, but change rooms', async () => {
    const { commands, done, records, sessionId, amina } = await seeded();
    const marks = [{ participantId: amina, mark: 'present' as const, late: null, early: null }];
    await done('attendance.record', { sessionId, marks, reason: null });
    const refused = { ok: false, error: { code: 'session.has-attendance' } };
    const reason = 'Krankheit';
    expect(await commands.execute('session.move', { id: sessionId, slot: slotThen, reason })).toEqual(
      refused,
    );
    expect(await commands.execute('session.cancel', { id: sessionId, reason })).toEqual(refused);
    expect(await commands.execute('session.withdraw', { ids: [sessionId] })).toEqual(refused);
    const room = { date: '2026-11-23', startsAt: 540, endsAt: 630, breaks: [], room: 'Saal' };
    await done('session.move', { id: sessionId, slot: room, reason });
    expect((await records.get('session', sessionId))?.room).toBe('Saal');
  });

  it('cancelled come back only while nothing else is planned then', async () => {
    const { commands, done, groupId, sessionId, records } = await seeded();
    await done('session.cancel', { id: sessionId, reason: 'Krankheit' });
    const now = { date: '2026-11-23', startsAt: 600, endsAt: 690, breaks: [], room: null, moduleId: null };
    const { id } = await done('session.plan', { groupId, ...now });
    expect(await commands.execute('session.restore', { id: sessionId })).toMatchObject({
      error: { code: 'session.overlaps' },
    });
    await done('session.withdraw', { ids: [id] });
    await done('session.restore', { id: sessionId });
    expect((await records.get('session', sessionId))?.cancelled).toBeNull();
  });
});
