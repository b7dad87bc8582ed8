import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsAttended, unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { type AttendanceMark, attendanceMarks } from '#shared/domain/records/attendance-sheet.ts';

const nine = 9 * 60;
const lasting = (minutes: number) => ({ startsAt: nine, endsAt: nine + minutes, breaks: [] });
const pause = (from: number, minutes: number) => ({ from: nine + from, to: nine + from + minutes });

describe('units offered', () => {
  it.each([
    [15, 0],
    [44, 0],
    [45, 1],
    [89, 1],
    [90, 2],
    [120, 2],
    [135, 3],
    [180, 4],
    [0, 0],
  ])('%i minutes are %i UE', (minutes, units) => {
    expect(unitsOffered(lasting(minutes))).toBe(units);
  });

  it('a session that ends before it starts offers none', () => {
    expect(unitsOffered({ startsAt: 600, endsAt: 540, breaks: [] })).toBe(0);
  });
});

describe('breaks', () => {
  /** 9:00 to 12:15 with a quarter of an hour after two units: four units. */
  const morning = { ...lasting(195), breaks: [pause(90, 15)] };
  /** The break lies in the middle of the second unit: 9:45 to 10:00 and 10:30 to 11:00. */
  const divided = { ...lasting(120), breaks: [pause(60, 30)] };

  it('are no teaching time', () => {
    expect(unitsOffered(morning)).toBe(4);
    expect(unitsOffered(divided)).toBe(2);
    expect(unitsOffered({ ...lasting(90), breaks: [pause(0, 50)] })).toBe(0);
  });

  it.each([
    ['until the end of the break', morning, { late: 105, early: null }, 2],
    ['15 minutes after it', morning, { late: 120, early: null }, 2],
    ['16 minutes after it', morning, { late: 121, early: null }, 1],
    ['in the break only', morning, { late: 95, early: 90 }, 0],
    ['late and gone early', morning, { late: 16, early: 16 }, 2],
    ['through the break of a divided unit', divided, { late: 75, early: null }, 1],
    ['a minute more of it', divided, { late: 91, early: null }, 0],
  ])('missed %s', (_case, session, minutes, units) => {
    expect(unitsAttended(session, { mark: 'late', ...minutes }, 15)).toBe(units);
  });
});

describe('units attended', () => {
  const cases: readonly [length: number, mark: AttendanceMark, minutes: number | null, units: number][] = [
    [90, 'present', null, 2],
    [90, 'absent', null, 0],
    [90, 'excused', null, 0],
    [90, 'not-recorded', null, 0],
    // Exactly 15 minutes missed of a unit: it counts. One more: it does not.
    [90, 'late', 1, 2],
    [90, 'late', 15, 2],
    [90, 'late', 16, 1],
    [90, 'late', 45, 1],
    [90, 'late', 60, 1],
    [90, 'late', 61, 0],
    [90, 'late', 90, 0],
    [90, 'left-early', 15, 2],
    [90, 'left-early', 16, 1],
    [90, 'left-early', 60, 1],
    [90, 'left-early', 61, 0],
    // One unit.
    [45, 'late', 15, 1],
    [45, 'late', 16, 0],
    [45, 'left-early', 15, 1],
    [45, 'left-early', 16, 0],
    // Not a multiple of 45: the last 30 minutes are no unit, so leaving in them costs nothing.
    [120, 'left-early', 30, 2],
    [120, 'left-early', 45, 2],
    [120, 'left-early', 46, 1],
    [120, 'late', 15, 2],
    [120, 'late', 16, 1],
    [40, 'present', null, 0],
    // More minutes than the session has, as an older record might hold.
    [90, 'late', 500, 0],
    [90, 'left-early', 500, 0],
    // Minutes that the mark has no use for.
    [90, 'present', 80, 2],
    [90, 'late', null, 2],
  ];
  it.each(cases)('of %i minutes, %s by %s: %i UE', (length, mark, minutes, units) => {
    const late = mark === 'left-early' ? null : minutes;
    const early = mark === 'late' ? null : minutes;
    expect(unitsAttended(lasting(length), { mark, late, early }, 15)).toBe(units);
  });

  const session = fc
    .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
    .map(([startsAt, endsAt]) => ({ startsAt, endsAt, breaks: [] }));
  const minutes = fc.option(fc.integer({ min: 1, max: 1440 }));

  it('is never more than offered and never less than none', () => {
    fc.assert(
      fc.property(session, fc.constantFrom(...attendanceMarks), minutes, (times, mark, missed) => {
        const attended = unitsAttended(times, { mark, late: missed, early: missed }, 15);
        expect(attended).toBeGreaterThanOrEqual(0);
        expect(attended).toBeLessThanOrEqual(unitsOffered(times));
      }),
    );
  });

  it('does not grow with the minutes missed', () => {
    const timed = fc.constantFrom('late' as const, 'left-early' as const);
    const two = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }));
    fc.assert(
      fc.property(session, timed, two, (times, mark, [one, other]) => {
        const attended = (missed: number): number =>
          unitsAttended(times, { mark, late: missed, early: null }, 15) +
          unitsAttended(times, { mark, late: null, early: missed }, 15);
        expect(attended(Math.max(one, other))).toBeLessThanOrEqual(attended(Math.min(one, other)));
      }),
    );
  });
});
