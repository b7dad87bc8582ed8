import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeMark,
  encodeMark,
  entryOf,
  headCount,
  latestLine,
  marksOf,
  namedWalkIns,
  sheetCounts,
} from '#shared/domain/attendance/marks.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { type AttendanceMark, attendanceMarks } from '#shared/domain/records/attendance-sheet.ts';
import { entry, place, sheet } from './attendance-cases.ts';

describe('the mark that counts', () => {
  it('is the one recorded last', () => {
    const two = sheet({ a: entry('amina', 'absent', 1), b: entry('amina', 'present', 2) });
    expect(entryOf(two, 'amina')).toMatchObject({ id: 'b', mark: 'present' });
  });

  it('at the same instant is the one with the higher id, whatever the order', () => {
    const one = { a: entry('amina', 'absent', 1), B: entry('amina', 'present', 1) };
    const other = { B: one.B, a: one.a };
    expect(entryOf(sheet(one), 'amina')?.id).toBe('a');
    expect(entryOf(sheet(other), 'amina')?.id).toBe('a');
  });

  it('is none where nothing or "not recorded" stands', () => {
    expect(entryOf(undefined, 'amina')).toBeUndefined();
    expect(entryOf(sheet({}), 'amina')).toBeUndefined();
    const cleared = sheet({ a: entry('amina', 'present', 1), b: entry('amina', 'not-recorded', 2) });
    expect(entryOf(cleared, 'amina')).toBeUndefined();
    expect(latestLine(cleared.entries, 'amina')?.id).toBe('b');
  });

  it('is counted once a person', () => {
    const many = sheet({
      a: entry('amina', 'absent', 1),
      b: entry('amina', 'late', 2, 10),
      c: entry('bilal', 'excused'),
      d: entry('chidi', 'not-recorded'),
      e: entry('daria', 'left-early', 0, 20),
      f: entry('elif', 'present'),
    });
    expect(sheetCounts(many)).toEqual({ recorded: 4, attended: 3 });
  });
});

describe('people without an entry of their own', () => {
  const walkedIn = (name: string, mark: AttendanceMark) => ({
    ...entry('', mark),
    participantId: null,
    name,
  });
  const open = {
    ...sheet({
      a: entry('amina', 'present'),
      b: walkedIn('Elif', 'present'),
      c: walkedIn('Genet', 'not-recorded'),
    }),
    headCounts: { one: 3, other: 4 },
  };

  it('are counted: by name as long as they are recorded, without one over all workstations', () => {
    expect(namedWalkIns(open).map(({ name }) => name)).toEqual(['Elif']);
    expect(sheetCounts(open)).toEqual({ recorded: 2, attended: 2 });
    expect(headCount(open)).toBe(7);
    expect([...marksOf(open).keys()]).toEqual(['amina']);
  });
});

describe('a mark in short', () => {
  const minutes = fc.option(fc.integer({ min: 1, max: 1440 }));

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...attendanceMarks), minutes, minutes, (mark, late, early) => {
        const whole = mark === 'not-recorded' ? { mark, late: null, early: null } : { mark, late, early };
        expect(decodeMark(encodeMark(whole))).toEqual(whole);
      }),
    );
  });
});

describe('the roster of a session', () => {
  const day = '2026-11-23';

  it.each([
    ['enrolled before', place(), true],
    ['enrolled that day', place({ enrolledOn: day }), true],
    ['enrolled later', place({ enrolledOn: '2026-11-24' }), false],
    ['left that day', place({ endedOn: day, endReason: 'transferred' }), true],
    ['left the day before', place({ endedOn: '2026-11-22', endReason: 'transferred' }), false],
    ['still waiting', place({ waitingSince: '2026-11-02T09:00:00.000Z 0000' }), false],
    ['enrolled by mistake', place({ endedOn: day, endReason: 'mistake' }), false],
  ])('%s', (_case, enrolment, there) => {
    expect([...expectedOn(day, [enrolment])]).toEqual(there ? ['amina'] : []);
  });

  it('holds each person once', () => {
    const twice = [place({ endedOn: day, endReason: 'dropped-out' }), place({ enrolledOn: day })];
    expect([...expectedOn(day, twice)]).toEqual(['amina']);
  });
});
