import { describe, expect, it } from 'vitest';
import { planOf } from '#renderer/features/courses/timetable/plan.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { fullWeek, madeGroup, madeOffer } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const offer = madeOffer({ uePlanned: 300 });
const group = madeGroup('offer-1', { startsOn: '2026-11-02', endsOn: '2027-03-31', timetable: fullWeek });
const planning = (changes: Partial<CourseGroup> = {}, stored: readonly Stored<'session'>[] = []) => ({
  ...{ groupId: 'group-1', before: undefined, offer, stored, held: new Set<string>(), today: '2026-10-05' },
  group: { ...group, ...changes },
});

describe('the plan of a new group', () => {
  it('has 60 sessions of 5 UE, and names the holidays between them', () => {
    const plan = planOf(planning());
    expect(plan?.sessions).toHaveLength(60);
    expect(plan).toMatchObject({ units: 300, unitsPerWeek: 25, tooShort: undefined, removed: 0 });
    // Twelve weeks, and two holidays that fall on a weekday: Christmas Day on a Friday, New Year on a Friday.
    expect(plan?.skippedHolidays).toEqual([
      { day: '2026-12-25', name: '1. Weihnachtstag' },
      { day: '2027-01-01', name: 'Neujahrstag' },
    ]);
    expect(plan?.sessions.at(-1)?.value.date).toBe('2027-01-26');
  });

  it('that ends too early says how far it comes and what it takes', () => {
    const plan = planOf(planning({ endsOn: '2026-12-18' }));
    expect(plan).toMatchObject({ units: 175, tooShort: { neededUntil: '2027-01-26' } });
    expect(planOf(planning({ endsOn: '2027-01-26' }))?.tooShort).toBeUndefined();
  });

  it('without an end proposes one', () => {
    expect(planOf(planning({ endsOn: '' }))).toMatchObject({
      units: 300,
      tooShort: { neededUntil: '2027-01-26' },
    });
    const whole = { ...fullWeek, untilPlannedUnits: false };
    expect(planOf(planning({ endsOn: '', timetable: whole }))).toBeUndefined();
  });

  it('that can never reach its UE has no such day', () => {
    const slots = fullWeek.slots.map((slot) => ({ ...slot, endsAt: 570, breaks: [] }));
    expect(planOf(planning({ timetable: { ...fullWeek, slots } }))?.tooShort).toEqual({
      neededUntil: undefined,
    });
  });

  it('names holidays on which it meets', () => {
    const plan = planOf(planning({ timetable: { ...fullWeek, skipHolidays: false } }));
    expect(plan?.skippedHolidays).toEqual([]);
    expect(plan?.sessionsOnHolidays.map(({ day }) => day)).toEqual(['2026-12-25', '2027-01-01']);
  });

  it.each([
    ['no timetable', { timetable: null }],
    ['no start', { startsOn: '' }],
    ['an end before the start', { endsOn: '2026-11-01' }],
    ['two slots at once', { timetable: { ...fullWeek, slots: [...fullWeek.slots, ...fullWeek.slots] } }],
  ])('is none with %s', (_why, changes) => expect(planOf(planning(changes))).toBeUndefined());
});

describe('the plan of an existing group', () => {
  it('is what saving does', async () => {
    const services = memoryServices({ now: new Date(2026, 10, 23, 9) });
    const made = await services.commands.execute('offer.save', { id: null, offer });
    if (!made.ok) throw new Error('no offer');
    const before = { ...group, offerId: made.value.id };
    const saved = await services.commands.execute('courseGroup.save', { id: null, group: before });
    if (!saved.ok) throw new Error('no group');
    const all = () => services.records.where('session', 'groupId', saved.value.id);
    const stored = await all();
    const second = stored.find(({ value }) => value.date === '2026-12-01')?.id ?? '';
    await services.commands.execute('session.cancel', { id: second, reason: 'Krank' });

    const timetable = { ...fullWeek, slots: fullWeek.slots.slice(0, 3), untilPlannedUnits: false };
    const after = { ...before, endsOn: '2027-01-31', timetable };
    const known = { ...planning(), groupId: saved.value.id, before, today: '2026-11-23' };
    const plan = planOf({ ...known, group: after, stored: await all() });
    expect(planOf({ ...known, group: before, stored: await all() })).toMatchObject({ unchanged: true });

    await services.commands.execute('courseGroup.save', { id: saved.value.id, group: after });
    const inUse = (await all()).filter(({ value }) => !value.withdrawn);
    const days = (sessions: readonly Stored<'session'>[]) => sessions.map(({ value }) => value.date).sort();
    expect(days(plan?.sessions ?? [])).toEqual(days(inUse.filter(({ value }) => value.cancelled === null)));
    expect((plan?.kept ?? 0) + (plan?.renewed ?? 0)).toBe(inUse.length);
    expect(plan?.removed).toBe(stored.length - inUse.length);
  });
});
