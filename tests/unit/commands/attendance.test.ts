import { describe, expect, it } from 'vitest';
import { entryOf, headCount, namedWalkIns } from '#shared/domain/attendance/marks.ts';
import { seeded } from './seeded.ts';

const present = (participantId: string) => ({
  participantId,
  mark: 'present' as const,
  late: null,
  early: null,
});

describe('recording attendance', () => {
  it('puts who was recorded by whom and when', async () => {
    const { done, records, sessionId, amina, clock } = await seeded();
    const output = await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    expect(output.previous).toEqual([
      { participantId: amina, mark: 'not-recorded', late: null, early: null },
    ]);
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)).toMatchObject({
      mark: 'present',
      recordedBy: 'account-1',
      recordedAt: clock.now().toISOString(),
    });
  });

  it('what came before brings the sheet back', async () => {
    const { done, records, sessionId, amina, bilal } = await seeded();
    const late = { participantId: amina, mark: 'late' as const, late: 20, early: null };
    await done('attendance.record', { sessionId, marks: [late], reason: null });
    const { previous } = await done('attendance.record', {
      sessionId,
      marks: [present(amina), present(bilal)],
      reason: null,
    });
    await done('attendance.record', { sessionId, marks: previous, reason: null });
    const sheet = await records.get('attendanceSheet', sessionId);
    expect(entryOf(sheet, amina)).toMatchObject({ mark: 'late', late: 20 });
    expect(entryOf(sheet, bilal)).toBeUndefined();
  });

  it('of a person named twice keeps the last mark, and what came before both', async () => {
    const { done, records, sessionId, amina } = await seeded();
    const absent = { participantId: amina, mark: 'absent' as const, late: null, early: null };
    const { previous } = await done('attendance.record', {
      sessionId,
      marks: [present(amina), absent],
      reason: null,
    });
    expect(previous).toEqual([{ participantId: amina, mark: 'not-recorded', late: null, early: null }]);
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)?.mark).toBe('absent');
  });

  it('wins over the lines of another desk, also by a clock set back', async () => {
    const { done, records, tables, sessionId, groupId, amina, bilal } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(bilal)], reason: null });
    const line = (recordedAt: string) => ({
      ...present(amina),
      name: null,
      corrections: [],
      recordedBy: 'account-2',
      recordedAt,
    });
    const entries = {
      A: line('2031-01-01T08:00:00.000Z'),
      a: line('2031-01-01T08:00:00.000Z'),
      b: line('2030-01-01T08:00:00.000Z'),
    };
    tables.attendanceSheet?.set(sessionId, {
      sessionId,
      groupId,
      date: '2026-11-23',
      entries,
      headCounts: {},
      closed: null,
    });
    await done('attendance.record', {
      sessionId,
      marks: [{ ...present(amina), mark: 'absent' }],
      reason: null,
    });
    const sheet = await records.get('attendanceSheet', sessionId);
    expect(entryOf(sheet, amina)).toMatchObject({ mark: 'absent', recordedBy: 'account-1' });
    expect(Object.keys(sheet?.entries ?? {})).toHaveLength(3);
  });

  it('keeps minutes only for those who came late or left early', async () => {
    const { done, records, sessionId, amina } = await seeded();
    await done('attendance.record', {
      sessionId,
      marks: [{ ...present(amina), late: 20, early: 20 }],
      reason: null,
    });
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)).toMatchObject({
      late: null,
      early: null,
    });
  });

  it.each([
    ['without minutes', null],
    ['longer than the session', 91],
  ])('late %s is refused, and with it the whole', async (_case, minutes) => {
    const { commands, records, sessionId, amina, bilal } = await seeded();
    const marks = [
      present(bilal),
      { participantId: amina, mark: 'late' as const, late: minutes, early: null },
    ];
    expect(await commands.execute('attendance.record', { sessionId, marks, reason: null })).toEqual({
      ok: false,
      error: { code: 'attendance.minutes', field: 'minutes', values: { most: 90 } },
    });
    expect(await records.get('attendanceSheet', sessionId)).toBeUndefined();
  });

  it('is refused for no session, a session to come, a cancelled one and an unknown person', async () => {
    const { commands, done, tables, records, sessionId, groupId, amina } = await seeded();
    const codeOf = async (id: string, participantId: string) => {
      const answer = await commands.execute('attendance.record', {
        sessionId: id,
        marks: [present(participantId)],
        reason: null,
      });
      return answer.ok ? 'saved' : answer.error.code;
    };
    const times = {
      groupId,
      date: '2026-11-24',
      startsAt: 540,
      endsAt: 630,
      breaks: [],
      room: null,
      moduleId: null,
    };
    const tomorrow = (await done('session.plan', times)).id;
    const session = await records.get('session', sessionId);
    tables.session?.set('cancelled', { ...session, cancelled: { reason: 'Feueralarm' } });
    expect(await codeOf('gone', amina)).toBe('attendance.session-missing');
    expect(await codeOf(tomorrow, amina)).toBe('attendance.in-future');
    expect(await codeOf('cancelled', amina)).toBe('attendance.session-cancelled');
    expect(await codeOf(sessionId, 'gone')).toBe('attendance.participant-missing');
  });
});

describe('late and gone early', () => {
  it('stand together', async () => {
    const { done, records, sessionId, amina } = await seeded();
    const both = { participantId: amina, mark: 'late' as const, late: 20, early: 10 };
    await done('attendance.record', { sessionId, marks: [both], reason: null });
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)).toMatchObject(both);
  });

  it('are not more than the session', async () => {
    const { commands, sessionId, amina } = await seeded();
    const marks = [{ participantId: amina, mark: 'late' as const, late: 60, early: 31 }];
    expect(await commands.execute('attendance.record', { sessionId, marks, reason: null })).toMatchObject({
      error: { code: 'attendance.minutes', values: { most: 90 } },
    });
  });
});

describe('a closed sheet', () => {
  const closed = async () => {
    const seed = await seeded();
    const { sessionId, amina } = seed;
    await seed.done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    await seed.done('attendance.close', { sessionId });
    return seed;
  };

  it('is changed by nothing without a reason', async () => {
    const { commands, records, sessionId, amina } = await closed();
    const before = await records.get('attendanceSheet', sessionId);
    const walkIn = { entryId: null, name: 'Elif', mark: 'present' as const, late: null, early: null };
    const answers = [
      await commands.execute('attendance.record', { sessionId, marks: [present(amina)], reason: null }),
      await commands.execute('attendance.walkIn', { sessionId, ...walkIn, reason: null }),
      await commands.execute('attendance.count', { sessionId, people: 3, reason: null }),
      await commands.execute('attendance.close', { sessionId }),
      await commands.execute('attendance.record', { sessionId, marks: [present(amina)], reason: '  ' }),
    ];
    expect(answers.map((answer) => (answer.ok ? 'saved' : answer.error.code))).toEqual([
      ...Array(4).fill('attendance.closed'),
      'input',
    ]);
    expect(await records.get('attendanceSheet', sessionId)).toEqual(before);
  });

  it('keeps in sight what stood there and why it was changed', async () => {
    const { done, records, sessionId, amina, bilal, clock } = await closed();
    const absent = { participantId: amina, mark: 'absent' as const, late: null, early: null };
    const record = (marks: (typeof absent)[], reason: string) =>
      done('attendance.record', { sessionId, marks, reason });
    await record([absent], 'Verwechselt');
    await record([{ ...absent, participantId: bilal }], 'Nachgetragen');
    const sheet = await records.get('attendanceSheet', sessionId);
    const recording = { recordedBy: 'account-1', recordedAt: clock.now().toISOString() };
    expect(entryOf(sheet, amina)).toMatchObject({
      mark: 'absent',
      corrections: [{ mark: 'present', late: null, early: null, ...recording, reason: 'Verwechselt' }],
    });
    expect(entryOf(sheet, bilal)?.corrections).toMatchObject([
      { mark: 'not-recorded', reason: 'Nachgetragen' },
    ]);
  });
});

describe('people who walk in', () => {
  const elif = { name: 'Elif', mark: 'present' as const, late: null, early: null, reason: null };

  it('are recorded by name, changed and taken back under one entry', async () => {
    const { done, records, sessionId } = await seeded();
    const { entryId } = await done('attendance.walkIn', { sessionId, entryId: null, ...elif });
    await done('attendance.walkIn', { sessionId, entryId, ...elif, name: 'Elif Ö.' });
    const read = async () => namedWalkIns(await records.get('attendanceSheet', sessionId));
    expect(await read()).toMatchObject([{ id: entryId, name: 'Elif Ö.', participantId: null }]);
    await done('attendance.walkIn', { sessionId, entryId, ...elif, mark: 'not-recorded' });
    expect(await read()).toEqual([]);
  });

  it('an entry of somebody else is not theirs', async () => {
    const { commands, done, records, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const [entryId = ''] = Object.keys((await records.get('attendanceSheet', sessionId))?.entries ?? {});
    for (const id of [entryId, 'gone'])
      expect(await commands.execute('attendance.walkIn', { sessionId, entryId: id, ...elif })).toMatchObject({
        error: { code: 'attendance.walk-in-missing' },
      });
  });

  it('are counted for each workstation; a new count replaces its own', async () => {
    const { done, records, tables, sessionId } = await seeded();
    await done('attendance.count', { sessionId, people: 4, reason: null });
    const sheet = await records.get('attendanceSheet', sessionId);
    tables.attendanceSheet?.set(sessionId, { ...sheet, headCounts: { ...sheet?.headCounts, other: 5 } });
    const { previous } = await done('attendance.count', { sessionId, people: 6, reason: null });
    expect(previous).toBe(4);
    expect(headCount(await records.get('attendanceSheet', sessionId))).toBe(11);
  });
});
