import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateSchema,
  germanDate,
  isCalendarDay,
  isoDate,
  parseTypedDay,
  parseTypedTime,
} from '#shared/domain/calendar/dates.ts';

const day = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter((one) => isCalendarDay(one.year, one.month, one.day))
  .map((one) => isoDate(one.year, one.month, one.day));

describe('a typed day', () => {
  it.each([
    ['3110', '2026-10-31'],
    ['31.10.', '2026-10-31'],
    ['31.10', '2026-10-31'],
    ['31.10.2024', '2024-10-31'],
    ['1.2.24', '2024-02-01'],
    ['311024', '2024-10-31'],
    ['31102024', '2024-10-31'],
    ['heute', '2026-11-23'],
    ['Morgen', '2026-11-24'],
    ['yesterday', '2026-11-22'],
    ['2024-10-31', '2024-10-31'],
    ['29.02.2024', '2024-02-29'],
  ])('%s', (text, expected) => expect(parseTypedDay(text, '2026-11-23')).toBe(expected));

  it.each(['', '31.02.2024', '29.02.2023', '32.1.', 'gleich', '1.13.', '31/10/2024x'])('%s is none', (text) =>
    expect(parseTypedDay(text, '2026-11-23')).toBeUndefined(),
  );

  it.each([
    ['15.1.', '2027-01-15'],
    ['2.11.', '2027-11-02'],
    ['23.11.', '2026-11-23'],
    ['3112', '2026-12-31'],
    ['15.1.2026', '2026-01-15'],
    ['heute', '2026-11-23'],
  ])('without a year, %s is the first from a day on', (text, expected) =>
    expect(parseTypedDay(text, '2026-11-23', '2026-11-23')).toBe(expected),
  );

  it('as it is printed is read as the same day', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(parseTypedDay(germanDate(iso), '2026-01-01')).toBe(iso);
      }),
    );
  });
});

describe('days', () => {
  it('move there and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (iso, count) => {
        expect(addDays(addDays(iso, count), -count)).toBe(iso);
      }),
    );
  });
  it('that do not exist are refused', () => expect(dateSchema.safeParse('2026-02-30').success).toBe(false));
});

describe('a typed time', () => {
  it.each([
    ['8:30', 510],
    ['830', 510],
    ['0830', 510],
    ['8', 480],
    ['8.30', 510],
    ['8:30 Uhr', 510],
    ['0', 0],
    ['23:59', 1439],
  ])('%s', (text, expected) => expect(parseTypedTime(text)).toBe(expected));
  it.each(['24:00', '8:60', 'acht', '', '12345'])('%s is none', (text) =>
    expect(parseTypedTime(text)).toBeUndefined(),
  );
});
