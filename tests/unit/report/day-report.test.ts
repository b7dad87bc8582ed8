import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMark, type SheetLine, wasThere } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { PersonEntry, SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import { attendanceMarks } from '#shared/domain/records/attendance-sheet.ts';
import { type DaySession, dayReport, type ReportSums } from '#shared/domain/report/day-report.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { dayOfReports, reportDay } from '#tests/memory/report-day.ts';

const report = async () => {
  const day = await dayOfReports();
  return { ...day, report: await loadDayReport(day, reportDay) };
};

describe('the report of a day', () => {
  it('has everybody in exactly one place, in order', async () => {
    const { report: day } = await report();
    expect(day.areas.map(({ area }) => area)).toEqual(['language', 'vocational']);
    const [first] = day.areas[0]?.sessions ?? [];
    expect(
      first?.lines.map(({ name, mark, kind, enrolled }) => [name?.given, mark.mark, kind, enrolled]),
    ).toEqual([
      ['=HYPERLINK("x")', 'present', 'participant', false],
      ['Khaled', 'late', 'participant', true],
      ['Selam', 'left-early', 'participant', true],
      ['علی‌رضا', 'present', 'participant', true],
      ['@Bruder von Khaled', 'present', 'walk-in', false],
      ['Ayşe', 'excused', 'participant', true],
      ['Юлія', 'absent', 'participant', true],
      ['Amina', 'not-recorded', 'participant', true],
    ]);
    expect(first?.lines[1]?.mark).toEqual({ mark: 'late', late: 20, early: 10 });
  });

  it('counts attendances each time, people once, and what is not recorded as that', async () => {
    const { report: day } = await report();
    expect(day.areas[0]?.sessions.map(({ sums }) => [sums.attendances, sums.people])).toEqual([
      [8, 4],
      [1, 1],
    ]);
    expect(day.areas[0]?.sums).toMatchObject({ attendances: 9, people: 4, walkIns: 1, heads: 3, held: 2 });
    expect(day.sums).toEqual({
      ...{ attendances: 9, people: 4, walkIns: 1, heads: 3, excused: 1, absent: 1, notRecorded: 2 },
      ...{ held: 2, calledOff: 1, unrecorded: 1 },
    });
  });

  it('says what was called off, moved and left without a record', async () => {
    const { report: day } = await report();
    expect(
      day.areas[1]?.sessions.map(({ groupName, state, session, lines }) => [
        ...[groupName, state, session.moved],
        lines.map(({ outcome }) => outcome).join(),
      ]),
    ).toEqual([
      ['Werkstatt Holz', 'called-off', false, ''],
      ['Bewerbungstraining', 'unrecorded', true, 'not-recorded'],
    ]);
  });

  it('is empty for a day without sessions', async () => {
    const { report: day } = await report();
    const none = await loadDayReport(await dayOfReports(), '2026-11-25');
    expect(none.areas).toEqual([]);
    expect(Object.keys(none.sums)).toEqual(Object.keys(day.sums));
    expect(Object.values(none.sums).every((value) => value === 0)).toBe(true);
  });

  it('opens only the sheets with walk-ins by name, and counts on where one does not open', async () => {
    const day = await dayOfReports();
    const asked: string[] = [];
    const records = {
      ...day.records,
      getMany: async (_kind: string, ids: readonly string[]) => {
        asked.push(...ids);
        return [];
      },
    } as typeof day.records;
    const { areas, sums } = await loadDayReport({ ...day, records }, reportDay);
    expect(asked).toEqual([day.sessions[0]]);
    expect(sums).toMatchObject({ attendances: 9, walkIns: 1, people: 4 });
    expect(areas[0]?.sessions[0]?.lines.filter(({ name }) => name === null)).toHaveLength(1);
  });

  it('counts somebody linked to a walk-in once', async () => {
    const day = await dayOfReports();
    const [sessionId] = day.sessions;
    const sheet = await day.records.get('attendanceSheet', sessionId);
    const entryId = Object.entries(sheet?.entries ?? {}).find(([, { name }]) => name !== null)?.[0] ?? '';
    const [, , , amina = ''] = day.ids;
    await day.done('attendance.linkWalkIn', { sessionId, entryId, participantId: amina, reason: null });
    const { sums } = await loadDayReport(day, reportDay);
    expect(sums).toMatchObject({ attendances: 9, people: 5, walkIns: 0, notRecorded: 1 });
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const minutes = fc.option(fc.integer({ min: 1, max: 90 }));
const anyMark: fc.Arbitrary<PersonMark> = fc
  .record({ mark: fc.constantFrom(...attendanceMarks.slice(0, 5)), late: minutes, early: minutes })
  .map(({ mark, late, early }) => ({
    mark,
    late: mark === 'late' ? (late ?? 1) : null,
    early: mark === 'late' ? early : mark === 'left-early' ? (early ?? 1) : null,
  }));
const anySession = fc.record({
  marks: fc.dictionary(fc.constantFrom(...ids), anyMark),
  expected: fc.uniqueArray(fc.constantFrom(...ids)),
  walkIns: fc.array(anyMark, { maxLength: 3 }),
  heads: fc.integer({ min: 0, max: 30 }),
  area: fc.constantFrom('language', 'day-structure', 'vocational', null),
  cancelled: fc.boolean(),
  closed: fc.boolean(),
});
type Made = typeof anySession extends fc.Arbitrary<infer S> ? S : never;

function daySession(
  { marks, expected, walkIns, heads, area, cancelled, closed }: Made,
  at: number,
): DaySession {
  const all = [...Object.values(marks), ...walkIns];
  const sheet: SheetEntry = {
    ...{ id: `s${at}`, groupId: 'g', heads, closed, unlinked: walkIns.length },
    ...{ recorded: all.length, attended: all.filter(wasThere).length },
    marks: Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, encodeMark(mark)])),
  };
  return {
    session: { id: `s${at}`, groupId: 'g', cancelled, lead: null } as SessionEntry,
    sheet: all.length === 0 && heads === 0 && !closed ? undefined : sheet,
    group: { name: 'G', lead: null },
    offer: area === null ? undefined : { title: 'O', area: area as 'language' },
    expected: new Set(expected),
    walkIns: walkIns.map((mark, one) => ({ ...mark, id: `w${at}-${one}`, name: 'W' }) as SheetLine),
  };
}

const added = (sums: readonly ReportSums[], key: keyof ReportSums): number =>
  sums.reduce((total, each) => total + each[key], 0);

it('has sums that are those of its parts, and loses nobody, whatever the day was', () => {
  const personOf = (id: string) =>
    id === 'f' ? undefined : ({ id, given: id, family: null, original: null } as PersonEntry);
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 8 }), (made) => {
      const given = made.map(daySession);
      const { areas, sums } = dayReport(reportDay, given, personOf);
      const sessions = areas.flatMap((area) => area.sessions);
      expect(sessions).toHaveLength(given.length);
      for (const key of Object.keys(sums) as (keyof ReportSums)[]) {
        if (key === 'people') continue;
        expect([
          key,
          added(
            areas.map((area) => area.sums),
            key,
          ),
        ]).toEqual([key, sums[key]]);
        expect([
          key,
          added(
            sessions.map((session) => session.sums),
            key,
          ),
        ]).toEqual([key, sums[key]]);
      }
      expect(sums.held + sums.calledOff + sums.unrecorded).toBe(given.length);

      const came = given.flatMap(({ sheet }, at) =>
        sheet === undefined
          ? []
          : Object.keys(made[at]?.marks ?? {}).filter((id) =>
              wasThere(made[at]?.marks[id] ?? { mark: 'absent' }),
            ),
      );
      expect(sums.people).toBe(new Set(came).size);
      const named = given.flatMap(({ walkIns }) => walkIns.filter(wasThere)).length;
      const heads = given.reduce((total, { sheet }) => total + (sheet?.heads ?? 0), 0);
      expect(sums).toMatchObject({ attendances: came.length + named + heads, walkIns: named, heads });

      for (const { session, lines } of sessions) {
        const at = Number(session.id.slice(1));
        const known = given[at];
        const everybody = new Set([
          ...Object.keys(known?.sheet?.marks ?? {}),
          ...(session.cancelled ? [] : (known?.expected ?? [])),
          ...(known?.walkIns.map(({ id }) => id) ?? []),
        ]);
        expect(lines.map(({ id }) => id).toSorted()).toEqual([...everybody].toSorted());
      }
    }),
  );
});
