import { describe, expect, it } from 'vitest';
import { parseListNumber } from '#shared/domain/attendance/list-number.ts';
import { seeded, today } from './seeded.ts';

describe('printing signature lists', () => {
  it('keeps the lines of the paper, by name, under a number of twelve digits', async () => {
    const { done, amina, bilal, groupId, sessionId, tables } = await seeded();
    const { lists } = await done('signatureList.print', { sessionIds: [sessionId] });
    expect(lists).toMatchObject([{ sessionId, groupId, date: today, participantIds: [amina, bilal] }]);
    const [{ number } = { number: '' }] = lists;
    expect(parseListNumber(number)).toBe(number);
    expect([...(tables.signatureList?.keys() ?? [])]).toEqual([number]);
  });

  it('keeps its number as long as the same people stand on it', async () => {
    const { done, bilal, chidi, groupId, sessionId, tables } = await seeded();
    const print = async () => (await done('signatureList.print', { sessionIds: [sessionId] })).lists[0];
    const first = await print();
    expect(await print()).toEqual(first);
    expect(tables.signatureList?.size).toBe(1);
    await done('enrolment.add', { groupId, participantIds: [chidi], enrolledOn: '2026-11-02' });
    const second = await print();
    expect(second?.number).not.toBe(first?.number);
    expect(second?.participantIds).toEqual([...(first?.participantIds ?? []), chidi]);
    // Another spelling puts somebody on another line.
    await done('participant.update', { id: bilal, changes: { given: 'Aaliyah' } });
    expect((await print())?.participantIds[0]).toBe(bilal);
    expect(tables.signatureList?.size).toBe(3);
  });

  it('refuses a session that is cancelled or unknown, and keeps nothing', async () => {
    const { done, commands, sessionId, tables } = await seeded();
    await done('session.cancel', { id: sessionId, reason: 'Krankheit' });
    for (const sessionIds of [[sessionId], ['nothing']])
      expect(await commands.execute('signatureList.print', { sessionIds })).toEqual({
        ok: false,
        error: { code: 'signatureList.session-missing' },
      });
    expect(tables.signatureList?.size).toBe(0);
  });
});
