import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { addDays, weekdayOf } from '#shared/domain/calendar/dates.ts';
import { publicHoliday } from '#shared/domain/calendar/holidays.ts';
import type { Slot, Timetable } from '#shared/domain/records/timetable.ts';
import { slotsIn, slotsUntil, timesProblem, timetableProblem } from '#shared/domain/timetable/timetable.ts';

const slot = (weekday: number, startsAt = 540, endsAt = 720): Slot => ({
  weekday,
  startsAt,
  endsAt,
  breaks: [],
  room: null,
});

const timetable = (changes: Partial<Timetable> = {}): Timetable => ({
  slots: [slot(1), slot(3)],
  everyWeeks: 1,
  skipHolidays: true,
  exceptions: [],
  untilPlannedUnits: false,
  ...changes,
});

const period = (startsOn: string, endsOn: string) => ({ startsOn, endsOn, room: 'B 101' });
const days = (given: Timetable, startsOn: string, endsOn: string): string[] =>
  [...slotsIn(given, period(startsOn, endsOn))].map(({ date }) => date);

describe('public holidays', () => {
  it.each([
    ['2026-04-03', 'Karfreitag'],
    ['2026-06-04', 'Fronleichnam'],
    ['2026-11-01', 'Allerheiligen'],
    ['2026-12-25', '1. Weihnachtstag'],
  ])('%s is %s', (day, name) => {
    expect(publicHoliday(day)).toBe(name);
  });

  it.each(['2026-10-31', '2026-11-02', '2026-12-24'])('%s is none in North Rhine-Westphalia', (day) => {
    expect(publicHoliday(day)).toBeUndefined();
  });
});

describe('the sessions of a timetable', () => {
  it('lie on its weekdays within the period, in order of time', () => {
    const twice = timetable({ slots: [slot(3), slot(1, 840, 900), slot(1)] });
    const found = [...slotsIn(twice, period('2026-11-03', '2026-11-11'))];
    expect(found.map(({ date, startsAt }) => [date, startsAt])).toEqual([
      ['2026-11-04', 540],
      ['2026-11-09', 540],
      ['2026-11-09', 840],
      ['2026-11-11', 540],
    ]);
  });

  it('every other week are counted from the week of the first day', () => {
    expect(days(timetable({ everyWeeks: 2 }), '2026-11-04', '2026-11-30')).toEqual([
      '2026-11-04',
      '2026-11-16',
      '2026-11-18',
      '2026-11-30',
    ]);
  });

  it('leave out holidays, if they should, and exceptions', () => {
    const thursdays = timetable({ slots: [slot(4)] });
    const june = ['2026-05-28', '2026-06-11'] as const;
    expect(days(thursdays, ...june)).toEqual(['2026-05-28', '2026-06-11']);
    expect(days({ ...thursdays, skipHolidays: false }, ...june)).toHaveLength(3);
    const exceptions = [{ from: '2026-05-28', to: '2026-06-01' }];
    expect(days({ ...thursdays, exceptions }, ...june)).toEqual(['2026-06-11']);
  });

  it('are in the slot’s room, or else in the group’s', () => {
    const rooms = timetable({ slots: [slot(1), { ...slot(3), room: 'Saal' }] });
    expect([...slotsIn(rooms, period('2026-11-02', '2026-11-08'))].map(({ room }) => room)).toEqual([
      'B 101',
      'Saal',
    ]);
  });

  it('end when the units are reached', () => {
    const taken = slotsUntil(slotsIn(timetable(), period('2026-11-02', '2026-12-31')), 10);
    expect(taken.map(({ date }) => date)).toEqual(['2026-11-02', '2026-11-04', '2026-11-09']);
    expect(slotsUntil([], 10)).toEqual([]);
    expect(slotsUntil(taken, 0)).toEqual([]);
  });

  it('never lie outside the period, on a left-out day or twice at one time', () => {
    const made = fc.record({
      slots: fc.array(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          startsAt: fc.integer({ min: 0, max: 1425 }),
          length: fc.integer({ min: 15, max: 400 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      start: fc.integer({ min: 0, max: 1500 }),
      length: fc.integer({ min: 0, max: 400 }),
      exceptions: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 20 })), {
        maxLength: 3,
      }),
      units: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(made, ({ slots, everyWeeks, start, length, exceptions, units }) => {
        const startsOn = addDays('2024-01-01', start);
        const endsOn = addDays(startsOn, length);
        const given = timetable({
          slots: slots.map((one) =>
            slot(one.weekday, one.startsAt, Math.min(1440, one.startsAt + one.length)),
          ),
          everyWeeks,
          exceptions: exceptions.map(([from, span]) => ({
            from: addDays(startsOn, from),
            to: addDays(startsOn, from + span),
          })),
        });
        fc.pre(timetableProblem(given) === undefined);
        const found = [...slotsIn(given, period(startsOn, endsOn))];
        for (const [at, one] of found.entries()) {
          expect(one.date >= startsOn && one.date <= endsOn).toBe(true);
          expect(publicHoliday(one.date)).toBeUndefined();
          expect(given.exceptions.some(({ from, to }) => from <= one.date && one.date <= to)).toBe(false);
          expect(given.slots.some(({ weekday }) => weekday === weekdayOf(one.date))).toBe(true);
          const before = found[at - 1];
          if (before)
            expect(
              before.date < one.date || (before.date === one.date && before.endsAt <= one.startsAt),
            ).toBe(true);
        }
        const until = slotsUntil(found, units);
        const sum = until.reduce((total, one) => total + unitsOffered(one), 0);
        expect(sum - unitsOffered(until.at(-1) ?? { startsAt: 0, endsAt: 0, breaks: [] })).toBeLessThan(
          units,
        );
        if (until.length < found.length) expect(sum).toBeGreaterThanOrEqual(units);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a timetable may not be', () => {
  it.each([
    [
      'a slot that ends before it starts',
      { slots: [slot(1, 720, 540)] },
      'session.ends-before-start',
      'slots.0.endsAt',
    ],
    [
      'one over midnight',
      { slots: [slot(1), slot(2, 1400, 30)] },
      'session.ends-before-start',
      'slots.1.endsAt',
    ],
    [
      'two at one time',
      { slots: [slot(1), slot(2), slot(1, 719, 800)] },
      'timetable.slots-overlap',
      'slots.2.startsAt',
    ],
    [
      'an exception backwards',
      { exceptions: [{ from: '2026-12-24', to: '2026-12-23' }] },
      'timetable.exception-ends-before-start',
      'exceptions.0',
    ],
  ])('%s', (_case, changes, code, field) => {
    expect(timetableProblem(timetable(changes))).toEqual({ code, field });
  });

  it.each([
    ['before the session', [{ from: 530, to: 550 }]],
    ['after it', [{ from: 700, to: 730 }]],
    ['backwards', [{ from: 620, to: 600 }]],
    ['of no length', [{ from: 600, to: 600 }]],
    [
      'into each other',
      [
        { from: 600, to: 630 },
        { from: 620, to: 640 },
      ],
    ],
  ])('breaks %s', (_case, breaks) => {
    expect(timesProblem({ startsAt: 540, endsAt: 720, breaks })).toEqual({
      code: 'session.break-outside',
      field: 'breaks',
    });
  });

  it('nothing is wrong with one that holds', () => {
    expect(timetableProblem(timetable({ slots: [slot(1), slot(1, 720, 800), slot(2)] }))).toBeUndefined();
    expect(timesProblem({ startsAt: 540, endsAt: 720, breaks: [{ from: 540, to: 720 }] })).toBeUndefined();
  });
});
