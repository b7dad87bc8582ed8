import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupResults } from '#shared/domain/attendance/group-results.ts';
import { ledgerLine, type MarkedSession } from '#shared/domain/attendance/ledger.ts';
import { marksOf } from '#shared/domain/attendance/marks.ts';
import { type AttendanceMark, attendanceMarks } from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { entry, place, session, sheet } from './attendance-cases.ts';

const today = '2026-11-23';

function held(
  date: string,
  mark?: AttendanceMark,
  late: number | null = null,
  changes: Partial<Session> = {},
): MarkedSession {
  const one = session(date, changes);
  const own = mark === undefined ? undefined : sheet({ a: entry('amina', mark, 0, late) });
  return { ...one, cancelled: one.cancelled !== null, marks: marksOf(own) };
}

const sumsOf = (enrolment: Enrolment, sessions: readonly MarkedSession[]) => {
  const { byModule: _byModule, ...sums } = ledgerLine(enrolment, sessions, { today, toleratedMinutes: 15 });
  return sums;
};
const nothing = { offered: 0, attended: 0, excused: 0, notRecorded: 0 };

describe('UE of a person', () => {
  const held20 = held('2026-11-04', 'late', 20);

  it('adds up what was offered, attended, excused and not recorded', () => {
    const sessions = [
      held('2026-11-02', 'present'),
      held20,
      held('2026-11-06', 'excused'),
      held('2026-11-09', 'absent'),
      held('2026-11-11'),
      held('2026-11-13', 'not-recorded'),
    ];
    expect(sumsOf(place(), sessions)).toEqual({ offered: 12, attended: 3, excused: 2, notRecorded: 4 });
  });

  it('adds up by module, what belongs to none apart', () => {
    const sessions = [
      held('2026-11-02', 'present', null, { moduleId: 'm1' }),
      held('2026-11-03', 'absent', null, { moduleId: 'm1' }),
      held('2026-11-04', 'excused', null, { moduleId: 'm2' }),
      held('2026-11-05'),
    ];
    expect(
      Object.fromEntries(ledgerLine(place(), sessions, { today, toleratedMinutes: 15 }).byModule),
    ).toEqual({
      m1: { ...nothing, offered: 4, attended: 2 },
      m2: { ...nothing, offered: 2, excused: 2 },
      null: { ...nothing, offered: 2, notRecorded: 2 },
    });
  });

  it('counts a session whose module the offer no longer has as one without', () => {
    const offer = { toleratedMinutes: 15, minimumAttendance: 75, modules: [] };
    const sessions = [held('2026-11-02', 'present', null, { moduleId: 'gone' })];
    const [result] = groupResults(
      offer,
      { places: [{ ...place(), id: 'p1' }], sessions, decisions: [] },
      today,
    );
    expect([...(result?.sums.byModule ?? [])].map(([module, { offered }]) => [module, offered])).toEqual([
      [null, 2],
    ]);
  });

  it('is none in a place that ended before it began', () => {
    const never = { ...place({ enrolledOn: '2026-12-01', endedOn: '2026-11-20', endReason: 'transferred' }) };
    const offer = { toleratedMinutes: 15, minimumAttendance: 75, modules: [] };
    expect(
      groupResults(
        offer,
        { places: [{ ...never, id: 'p1' }], sessions: [held('2026-12-01')], decisions: [] },
        '2026-12-02',
      ),
    ).toEqual([]);
  });

  it('the minutes that may be missed are the offer’s', () => {
    expect(ledgerLine(place(), [held20], { today, toleratedMinutes: 15 }).attended).toBe(1);
    expect(ledgerLine(place(), [held20], { today, toleratedMinutes: 20 }).attended).toBe(2);
  });

  it.each([
    ['cancelled', held('2026-11-04', 'present', null, { cancelled: { reason: 'Feueralarm' } })],
    ['after today', held('2026-11-24')],
    ['before the enrolment', held('2026-11-01', 'present')],
    ['after its end', held('2026-11-21', 'present')],
  ])('a session %s offers nothing', (_case, one) => {
    expect(sumsOf(place({ endedOn: '2026-11-20', endReason: 'transferred' }), [one])).toEqual(nothing);
  });

  it.each([
    ['who waits', place({ waitingSince: '2026-11-02T09:00:00.000Z 0000' })],
    ['whose place was a mistake', place({ endedOn: today, endReason: 'mistake' })],
  ])('nothing is offered to somebody %s', (_case, enrolment) => {
    expect(sumsOf(enrolment, [held('2026-11-04', 'present')])).toEqual(nothing);
  });

  it('sessions on the first day, the last day and today count', () => {
    const sessions = [held('2026-11-02', 'present'), held(today, 'present')];
    expect(sumsOf(place({ endedOn: today, endReason: 'finished' }), sessions).attended).toBe(4);
  });

  it('never attends, misses or leaves open more than was offered', () => {
    const oneSession = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      startsAt: fc.integer({ min: 0, max: 1440 }),
      endsAt: fc.integer({ min: 0, max: 1440 }),
      mark: fc.option(fc.constantFrom(...attendanceMarks), { nil: undefined }),
      minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
    });
    fc.assert(
      fc.property(fc.array(oneSession, { maxLength: 20 }), (list) => {
        const sessions = list.map(({ day, startsAt, endsAt, mark, minutes }) =>
          held(`2026-11-${String(day).padStart(2, '0')}`, mark, minutes, { startsAt, endsAt }),
        );
        const sums = sumsOf(place(), sessions);
        expect(sums.attended + sums.excused + sums.notRecorded).toBeLessThanOrEqual(sums.offered);
      }),
    );
  });
});
