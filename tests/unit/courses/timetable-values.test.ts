import { describe, expect, it } from 'vitest';
import {
  pathInForm,
  type TimetableValues,
  timetableOf,
  timetableValues,
  usualBreak,
} from '#renderer/features/courses/timetable/timetable-values.ts';
import type { Timetable } from '#shared/domain/records/timetable.ts';

const slot = (weekday: number, startsAt: number, room: string | null = null) => ({
  ...{
    weekday,
    startsAt,
    endsAt: startsAt + 240,
    breaks: [{ from: startsAt + 90, to: startsAt + 105 }],
    room,
  },
});
const timetable: Timetable = {
  slots: [slot(1, 540), slot(3, 540), slot(5, 540), slot(2, 780, 'Halle')],
  ...{ everyWeeks: 2, skipHolidays: false, untilPlannedUnits: false },
  exceptions: [
    { from: '2026-12-24', to: '2026-12-24' },
    { from: '2026-12-28', to: '2027-01-02' },
  ],
};

/** The keys are drawn anew each time. */
const withoutKeys = ({ rows, freeDays, ...values }: TimetableValues) => ({
  ...values,
  rows: rows.map(({ key: _key, ...row }) => row),
  freeDays: freeDays.map(({ key: _key, ...days }) => days),
});

describe('the timetable of the form', () => {
  it('gathers slots with the same times into a row, and gives them back', () => {
    const values = timetableValues(timetable);
    expect(values.rows.map(({ weekdays, room }) => [weekdays, room])).toEqual([
      [[1, 3, 5], ''],
      [[2], 'Halle'],
    ]);
    expect(values.freeDays.map(({ to }) => to)).toEqual([null, '2027-01-02']);
    expect(timetableOf(values)).toEqual(timetable);
  });

  it('of a new group is weekly, leaves holidays out and ends with the planned UE', () => {
    expect(withoutKeys(timetableValues(undefined))).toEqual({
      ...{ planning: 'weekly', everyWeeks: 1, skipHolidays: true, untilPlannedUnits: true, freeDays: [] },
      rows: [{ weekdays: [], startsAt: null, endsAt: null, breaks: [], room: '' }],
    });
    expect(timetableOf(timetableValues(undefined))).toBeNull();
    expect(timetableValues(null).planning).toBe('single');
  });

  it('leaves rows out that are not complete, and puts breaks in order', () => {
    const values = timetableValues(timetable);
    const [first, second] = values.rows;
    if (!first || !second) throw new Error('no rows');
    const breaks = [
      { from: 700, to: 715 },
      { from: 600, to: 615 },
    ];
    const rows = [
      { ...first, breaks },
      { ...second, endsAt: null },
    ];
    expect(timetableOf({ ...values, rows })?.slots.map((one) => [one.weekday, one.breaks[0]?.from])).toEqual([
      [1, 600],
      [3, 600],
      [5, 600],
    ]);
  });

  it.each([
    ['slots.0.endsAt', 'rows.0.endsAt'],
    ['slots.2.breaks', 'rows.0.breaks'],
    ['slots.3.startsAt', 'rows.1.startsAt'],
    ['exceptions.1', 'freeDays.1'],
    ['endsOn', 'endsOn'],
  ])('knows where the refused %s is', (path, expected) =>
    expect(pathInForm(path, timetableValues(timetable))).toBe(expected),
  );

  it('proposes a break of a quarter of an hour in the middle', () => {
    expect(usualBreak(540, 780)).toEqual({ from: 660, to: 675 });
    expect(usualBreak(510, 600)).toEqual({ from: 555, to: 570 });
    expect(usualBreak(540, null)).toEqual({ from: null, to: null });
    expect(usualBreak(540, 570)).toEqual({ from: null, to: null });
  });
});
