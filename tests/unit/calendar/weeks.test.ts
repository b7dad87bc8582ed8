import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { daysOfWeek, mondayOf, weekName, weekOf, weekStart } from '#shared/domain/calendar/weeks.ts';

describe('calendar weeks', () => {
  // From the calendar of the years in which a week belongs to the year before or after.
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2022-01-01', '2021-W52'],
    ['2023-01-01', '2022-W52'],
    ['2024-02-29', '2024-W09'],
  ])('%s lies in %s', (day, name) => {
    expect(weekName(day)).toBe(name);
    expect(weekStart(name)).toBe(mondayOf(day));
  });

  it('follow one another without a gap for forty years', () => {
    let before = weekOf('2000-01-03');
    for (let monday = '2000-01-10'; monday < '2040-01-01'; monday = addDays(monday, 7)) {
      const { year, week } = weekOf(monday);
      expect(weekStart(weekName(monday))).toBe(monday);
      if (week === 1) expect([52, 53]).toContain(before.week);
      else expect([year, week]).toEqual([before.year, before.week + 1]);
      before = { year, week };
    }
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-48', '2026-W5', '', 'heute', '9999-W01'])(
    '%s names none',
    (name) => expect(weekStart(name)).toBeUndefined(),
  );

  it('have seven days from Monday', () =>
    expect(daysOfWeek('2026-12-28')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]));
});
