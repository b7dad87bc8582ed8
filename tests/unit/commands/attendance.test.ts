import { describe, expect, it } from 'vitest';
import { entryOf } from '#shared/domain/attendance/marks.ts';
import { seeded } from './seeded.ts';

const present = (participantId: string) => ({ participantId, mark: 'present' as const, minutes: null });

describe('recording attendance', () => {
  it('puts who was recorded by whom and when', async () => {
    const { done, records, sessionId, amina, clock } = await seeded();
    const output = await done('attendance.record', { sessionId, marks: [present(amina)] });
    expect(output.previous).toEqual([{ participantId: amina, mark: 'not-recorded', minutes: null }]);
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)).toMatchObject({
      mark: 'present',
      recordedBy: 'account-1',
      recordedAt: clock.now().toISOString(),
    });
  });

  it('what came before brings the sheet back', async () => {
    const { done, records, sessionId, amina, bilal } = await seeded();
    const late = { participantId: amina, mark: 'late' as const, minutes: 20 };
    await done('attendance.record', { sessionId, marks: [late] });
    const { previous } = await done('attendance.record', {
      sessionId,
      marks: [present(amina), present(bilal)],
    });
    await done('attendance.record', { sessionId, marks: previous });
    const sheet = await records.get('attendanceSheet', sessionId);
    expect(entryOf(sheet, amina)).toMatchObject({ mark: 'late', minutes: 20 });
    expect(entryOf(sheet, bilal)).toBeUndefined();
  });

  it('of a person named twice keeps the last mark, and what came before both', async () => {
    const { done, records, sessionId, amina } = await seeded();
    const absent = { participantId: amina, mark: 'absent' as const, minutes: null };
    const { previous } = await done('attendance.record', { sessionId, marks: [present(amina), absent] });
    expect(previous).toEqual([{ participantId: amina, mark: 'not-recorded', minutes: null }]);
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)?.mark).toBe('absent');
  });

  it('wins over the lines of another desk, also by a clock set back', async () => {
    const { done, records, tables, sessionId, groupId, amina, bilal } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(bilal)] });
    const line = (recordedAt: string) => ({ ...present(amina), recordedBy: 'account-2', recordedAt });
    const entries = {
      A: line('2031-01-01T08:00:00.000Z'),
      a: line('2031-01-01T08:00:00.000Z'),
      b: line('2030-01-01T08:00:00.000Z'),
    };
    tables.attendanceSheet?.set(sessionId, { sessionId, groupId, date: '2026-11-23', entries });
    await done('attendance.record', { sessionId, marks: [{ ...present(amina), mark: 'absent' }] });
    const sheet = await records.get('attendanceSheet', sessionId);
    expect(entryOf(sheet, amina)).toMatchObject({ mark: 'absent', recordedBy: 'account-1' });
    expect(Object.keys(sheet?.entries ?? {})).toHaveLength(3);
  });

  it('keeps minutes only for those who came late or left early', async () => {
    const { done, records, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [{ ...present(amina), minutes: 20 }] });
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)?.minutes).toBeNull();
  });

  it.each([
    ['without minutes', null],
    ['longer than the session', 91],
  ])('late %s is refused, and with it the whole', async (_case, minutes) => {
    const { commands, records, sessionId, amina, bilal } = await seeded();
    const marks = [present(bilal), { participantId: amina, mark: 'late' as const, minutes }];
    expect(await commands.execute('attendance.record', { sessionId, marks })).toEqual({
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
      });
      return answer.ok ? 'saved' : answer.error.code;
    };
    const times = { groupId, date: '2026-11-24', startsAt: 540, endsAt: 630, room: null };
    const tomorrow = (await done('session.plan', times)).id;
    const session = await records.get('session', sessionId);
    tables.session?.set('cancelled', { ...session, cancelled: { reason: 'Feueralarm' } });
    expect(await codeOf('gone', amina)).toBe('attendance.session-missing');
    expect(await codeOf(tomorrow, amina)).toBe('attendance.in-future');
    expect(await codeOf('cancelled', amina)).toBe('attendance.session-cancelled');
    expect(await codeOf(sessionId, 'gone')).toBe('attendance.participant-missing');
  });
});
