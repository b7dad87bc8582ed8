import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { retentionMonthsSchema } from '#shared/domain/records/retention-periods.ts';
import {
  mostMonths,
  outlivesPerson,
  personClasses,
  proposedMonths,
  type RetentionMonths,
  retentionClasses,
} from '#shared/domain/retention/classes.ts';
import { areWalkInsDue, dueClasses, dueDay } from '#shared/domain/retention/due.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months: fc.Arbitrary<RetentionMonths> = fc.record(
  Object.fromEntries(retentionClasses.map((name) => [name, fc.integer({ min: 1, max: mostMonths })])) as {
    [name in (typeof retentionClasses)[number]]: fc.Arbitrary<number>;
  },
);
const held = fc.record({
  details: fc.boolean(),
  badges: fc.boolean(),
  attendance: fc.boolean(),
  certificates: fc.boolean(),
});
const everything = { details: true, badges: true, attendance: true, certificates: true };

describe('months from a day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', 12, '2027-03-31'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-31', -14, '2024-11-30'],
  ])('%s and %d months is %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to);
  });
});

describe('the classes of a person', () => {
  const rules = { months: proposedMonths, today: '2026-11-23' };

  it('are not due without a departure, nor before their day', () => {
    expect(dueClasses(null, everything, rules)).toEqual([]);
    expect(dueClasses('2026-10-24', everything, rules)).toEqual([]);
  });

  it('are due from their day on, in what there is', () => {
    expect(dueClasses('2026-10-23', everything, rules)).toEqual(['details', 'badges']);
    expect(dueClasses('2025-11-23', { ...everything, details: false }, rules)).toEqual([
      'badges',
      'attendance',
    ]);
  });

  it('end with the person, who takes everything along', () => {
    expect(dueClasses('2023-11-23', everything, rules)).toEqual(['person']);
    expect(dueClasses('2023-11-23', { ...everything, certificates: false }, rules)).toEqual(['person']);
  });

  it('are never due early, and once due stay due', () => {
    fc.assert(
      fc.property(day, day, months, held, (departedOn, today, given, there) => {
        const due = dueClasses(departedOn, there, { months: given, today });
        for (const name of due) expect(dueDay(departedOn, given[name]) <= today).toBe(true);
        const later = dueClasses(departedOn, there, { months: given, today: addMonths(today, 1) });
        for (const name of due) expect(later.includes(name) || later.includes('person')).toBe(true);
      }),
    );
  });

  it('never contain what is not there, and nothing beside the whole person', () => {
    fc.assert(
      fc.property(day, day, months, held, (departedOn, today, given, there) => {
        const due = dueClasses(departedOn, there, { months: given, today });
        if (due.includes('person')) expect(due).toEqual(['person']);
        else for (const name of due) expect(name !== 'person' && there[name]).toBe(true);
      }),
    );
  });
});

it('names of walk-ins are due some months after their session', () => {
  const rules = { months: proposedMonths, today: '2026-11-23' };
  expect(areWalkInsDue('2026-08-23', rules)).toBe(true);
  expect(areWalkInsDue('2026-08-24', rules)).toBe(false);
});

describe('periods', () => {
  it('are taken as proposed', () => {
    expect(retentionMonthsSchema.safeParse(proposedMonths).success).toBe(true);
  });

  it('are refused where anything of a person would outlive the name', () => {
    for (const name of personClasses.filter((one) => one !== 'person')) {
      const longer = { ...proposedMonths, [name]: proposedMonths.person + 1 };
      expect(outlivesPerson(longer)).toBe(name);
      expect(retentionMonthsSchema.safeParse(longer).success).toBe(false);
    }
  });

  it.each([0, -1, 1.5, mostMonths + 1, '12'])('are refused of %j months', (count) => {
    expect(retentionMonthsSchema.safeParse({ ...proposedMonths, walkIns: count }).success).toBe(false);
  });
});
