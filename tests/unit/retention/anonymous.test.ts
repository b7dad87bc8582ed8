import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headCount, marksOf, namedWalkIns, sheetCounts } from '#shared/domain/attendance/marks.ts';
import {
  type AttendanceEntry,
  type AttendanceSheet,
  attendanceMarks,
} from '#shared/domain/records/attendance-sheet.ts';
import {
  anonymousId,
  hasWalkInNames,
  isAnonymous,
  withoutPeople,
  withoutWalkInNames,
} from '#shared/domain/retention/anonymous.ts';

const minutes = fc.option(fc.integer({ min: 1, max: 90 }));
const entry: fc.Arbitrary<AttendanceEntry> = fc
  .record({
    who: fc.constantFrom('person-a', 'person-b', 'person-c', null),
    mark: fc.constantFrom(...attendanceMarks),
    late: minutes,
    early: minutes,
    minute: fc.integer({ min: 10, max: 59 }),
    linked: fc.boolean(),
    corrected: fc.boolean(),
  })
  .map(({ who, mark, late, early, minute, linked, corrected }) => {
    const recorded = { recordedBy: 'account-1', recordedAt: `2026-11-23T08:${minute}:00.000Z` };
    const before = { mark: 'absent' as const, late: null, early: null, ...recorded };
    return {
      ...{ participantId: who, mark, late, early, ...recorded },
      name: who === null || linked ? `Name of ${who ?? 'nobody'}` : null,
      corrections: corrected ? [{ ...before, reason: `${who ?? 'nobody'} was ill` }] : [],
    };
  });
const sheet: fc.Arbitrary<AttendanceSheet> = fc
  .dictionary(fc.stringMatching(/^e[0-9]{4}$/), entry)
  .map((entries) => ({
    ...{ sessionId: 's', groupId: 'g', date: '2026-11-23', entries },
    ...{ headCounts: { w: 3 }, closed: null },
  }));

const marks = (of: AttendanceSheet): string[] =>
  [...marksOf(of).values()].map((mark) => JSON.stringify(mark)).sort();

it('a sheet counts the same without a person, and does not say who it was', () => {
  fc.assert(
    fc.property(sheet, (before) => {
      const names = { anonymous: anonymousId('x'), lineId: 'line' };
      const after = withoutPeople(before, new Set(['person-a']), names);
      expect(sheetCounts(after)).toEqual(sheetCounts(before));
      expect(headCount(after)).toBe(headCount(before));
      expect(marks(after)).toEqual(marks(before));
      expect(namedWalkIns(after)).toEqual(namedWalkIns(before));
      expect(JSON.stringify(after)).not.toContain('person-a');
      const others = (of: AttendanceSheet) =>
        Object.entries(of.entries).filter(
          ([, { participantId }]) => participantId !== 'person-a' && participantId !== names.anonymous,
        );
      expect(others(after)).toEqual(others(before));
      expect(withoutPeople(after, new Set(['person-a']), names)).toEqual(after);
    }),
  );
});

it('a sheet counts the same without the names of walk-ins', () => {
  fc.assert(
    fc.property(sheet, (before) => {
      const after = withoutWalkInNames(before);
      expect(sheetCounts(after)).toEqual(sheetCounts(before));
      expect(marks(after)).toEqual(marks(before));
      expect(namedWalkIns(after)).toHaveLength(namedWalkIns(before).length);
      expect(hasWalkInNames(after)).toBe(false);
      expect(JSON.stringify(after)).not.toMatch(/Name of nobody|nobody was ill/);
      expect(withoutWalkInNames(after)).toEqual(after);
    }),
  );
});

it('an id of somebody unknown is told from one of a person', () => {
  expect(isAnonymous(anonymousId('7d4'))).toBe(true);
  expect(isAnonymous('7d4')).toBe(false);
});
