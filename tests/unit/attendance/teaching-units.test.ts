import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsAttended, unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { type AttendanceMark, attendanceMarks } from '#shared/domain/records/attendance-sheet.ts';

const nine = 9 * 60;
const lasting = (minutes: number) => ({ startsAt: nine, endsAt: nine + minutes });

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
    expect(unitsOffered({ startsAt: 600, endsAt: 540 })).toBe(0);
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
    expect(unitsAttended(lasting(length), mark, minutes)).toBe(units);
  });

  const session = fc
    .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
    .map(([startsAt, endsAt]) => ({ startsAt, endsAt }));
  const minutes = fc.option(fc.integer({ min: 1, max: 1440 }));

  it('is never more than offered and never less than none', () => {
    fc.assert(
      fc.property(session, fc.constantFrom(...attendanceMarks), minutes, (times, mark, missed) => {
        const attended = unitsAttended(times, mark, missed);
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
        const more = unitsAttended(times, mark, Math.max(one, other));
        expect(more).toBeLessThanOrEqual(unitsAttended(times, mark, Math.min(one, other)));
      }),
    );
  });
});
