import { describe, expect, it } from 'vitest';
import { entryOf, latestLine, sheetCounts } from '#shared/domain/attendance/marks.ts';
import { sessionRoster } from '#shared/domain/attendance/roster.ts';
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

describe('the roster of a session', () => {
  const day = '2026-11-23';

  it.each([
    ['enrolled before', place(), true],
    ['enrolled that day', place({ enrolledOn: day }), true],
    ['enrolled later', place({ enrolledOn: '2026-11-24' }), false],
    ['left that day', place({ endedOn: day, endReason: 'transferred' }), true],
    ['left the day before', place({ endedOn: '2026-11-22', endReason: 'transferred' }), false],
    ['enrolled by mistake', place({ endedOn: day, endReason: 'mistake' }), false],
  ])('%s', (_case, enrolment, there) => {
    expect(sessionRoster(day, [enrolment], undefined)).toEqual(
      there ? [{ participantId: 'amina', enrolled: true }] : [],
    );
  });

  it('holds each person once, and those recorded without a place', () => {
    const twice = [place({ endedOn: day, endReason: 'dropped-out' }), place({ enrolledOn: day })];
    const recorded = sheet({
      a: entry('amina', 'present'),
      b: entry('bilal', 'present'),
      c: entry('chidi', 'not-recorded'),
    });
    expect(sessionRoster(day, twice, recorded)).toEqual([
      { participantId: 'amina', enrolled: true },
      { participantId: 'bilal', enrolled: false },
    ]);
  });
});
