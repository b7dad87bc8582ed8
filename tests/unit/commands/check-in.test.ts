import { describe, expect, it } from 'vitest';
import { entryOf, headCount, namedWalkIns } from '#shared/domain/attendance/marks.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import { madeMark, madeParticipant } from '#tests/memory/made.ts';
import { type Seeded, seeded, today } from './seeded.ts';

/** `now` of the seed is 9:05; the session runs from 9:00 to 10:30. */
const at = (time: string): string => new Date(`${today}T${time}`).toISOString();

/** The sheet with a person's entries recorded at another time. */
const recordedAt = (sheet: AttendanceSheet | undefined, personId: string, instant: string) => ({
  ...sheet,
  entries: Object.fromEntries(
    Object.entries(sheet?.entries ?? {}).map(([id, entry]) => [
      id,
      entry.participantId === personId ? { ...entry, recordedAt: instant } : entry,
    ]),
  ),
});

const checkIn = (
  { commands, sessionId }: Pick<Seeded, 'commands' | 'sessionId'>,
  participantId: string,
  more: { readonly at?: string | null; readonly entryId?: string; readonly overCapacity?: boolean } = {},
) =>
  commands.execute('attendance.checkIn', {
    ...{ sessionId, participantId, at: null, entryId: null, via: 'desk', overCapacity: false, reason: null },
    ...more,
  });

describe('checking in', () => {
  it.each([
    ['before it starts', '08:31', 'present', null],
    ['in time', '09:00', 'present', null],
    ['15 minutes after the start', '09:15', 'present', null],
    ['16 minutes after', '09:16', 'late', 16],
    ['in the last minute', '10:29', 'late', 89],
  ])('%s', async (_case, time, mark, late) => {
    const seed = await seeded();
    const answer = await checkIn(seed, seed.amina, { at: at(time) });
    expect(answer).toMatchObject({ ok: true, value: { already: false, mark, late } });
    const sheet = await seed.records.get('attendanceSheet', seed.sessionId);
    expect(entryOf(sheet, seed.amina)).toMatchObject({ mark, late, recordedBy: 'account-1' });
  });

  it.each([
    ['when it is over', '10:30', 'attendance.over'],
    ['of another day', '09:00', 'attendance.other-day'],
  ])('%s is refused', async (_case, time, code) => {
    const seed = await seeded();
    const instant = code.endsWith('day') ? new Date(`2026-11-22T${time}`).toISOString() : at(time);
    expect(await checkIn(seed, seed.amina, { at: instant })).toMatchObject({ error: { code } });
    expect(seed.tables.attendanceSheet?.size).toBe(0);
  });

  it('twice changes nothing and says since when', async () => {
    const seed = await seeded();
    await checkIn(seed, seed.amina, { at: at('09:20') });
    const before = structuredClone(await seed.records.get('attendanceSheet', seed.sessionId));
    const again = await checkIn(seed, seed.amina, { at: at('09:40') });
    expect(again).toMatchObject({ value: { already: true, mark: 'late', late: 20 } });
    expect(await seed.records.get('attendanceSheet', seed.sessionId)).toEqual(before);
  });

  it('of one entry drawn before comes again without a second line, whoever it names', async () => {
    const seed = await seeded();
    const entryId = 'entry-drawn-by-the-kiosk';
    await checkIn(seed, seed.amina, { entryId });
    expect(await checkIn(seed, seed.amina, { entryId })).toMatchObject({ value: { already: true } });
    expect(await checkIn(seed, seed.bilal, { entryId })).toMatchObject({ value: { already: true } });
    const sheet = await seed.records.get('attendanceSheet', seed.sessionId);
    expect(Object.keys(sheet?.entries ?? {})).toEqual([entryId]);
  });

  it('that was undone does not come back with the same entry', async () => {
    const seed = await seeded();
    const { sessionId, amina } = seed;
    const absent = { participantId: amina, mark: 'absent' as const, late: null, early: null };
    await seed.done('attendance.record', { sessionId, marks: [absent], reason: null });
    const entryId = 'entry-drawn-by-the-kiosk';
    const answer = await checkIn(seed, amina, { entryId });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(entryOf(await seed.records.get('attendanceSheet', sessionId), amina)?.mark).toBe('present');
    await seed.done('attendance.record', { sessionId, marks: [answer.value.previous], reason: null });
    expect(await checkIn(seed, amina, { entryId })).toMatchObject({ value: { already: true } });
    expect(entryOf(await seed.records.get('attendanceSheet', sessionId), amina)?.mark).toBe('absent');
  });

  it('stands for somebody marked absent, which undo brings back', async () => {
    const seed = await seeded();
    const absent = { participantId: seed.amina, mark: 'absent' as const, late: null, early: null };
    await seed.done('attendance.record', { sessionId: seed.sessionId, marks: [absent], reason: null });
    const answer = await checkIn(seed, seed.amina);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.previous).toEqual(absent);
    await seed.done('attendance.record', {
      ...{ sessionId: seed.sessionId, marks: [answer.value.previous], reason: null },
    });
    expect(entryOf(await seed.records.get('attendanceSheet', seed.sessionId), seed.amina)?.mark).toBe(
      'absent',
    );
  });

  it('without a place is refused once every place is taken, and possible on purpose', async () => {
    const seed = await seeded();
    await seed.done('attendance.count', { sessionId: seed.sessionId, people: 3, reason: null });
    expect(await checkIn(seed, seed.chidi)).toMatchObject({ error: { code: 'attendance.full' } });
    expect(await checkIn(seed, seed.amina)).toMatchObject({ ok: true });
    expect(await checkIn(seed, seed.chidi, { overCapacity: true })).toMatchObject({ ok: true });
  });

  it('of somebody who has left, or who is nobody, is refused', async () => {
    const seed = await seeded();
    await seed.done('participant.depart', { id: seed.chidi, departedOn: today });
    expect(await checkIn(seed, seed.chidi)).toMatchObject({ error: { code: 'attendance.departed' } });
    expect(await checkIn(seed, 'gone')).toMatchObject({ error: { code: 'attendance.participant-missing' } });
  });

  it('of a record that was merged counts for the person', async () => {
    const seed = await seeded();
    await seed.done('participant.merge', { keptId: seed.amina, mergedId: seed.bilal });
    await checkIn(seed, seed.bilal);
    const sheet = await seed.records.get('attendanceSheet', seed.sessionId);
    expect(entryOf(sheet, seed.amina)?.mark).toBe('present');
    expect(entryOf(sheet, seed.bilal)).toBeUndefined();
  });
});

describe('a walk-in known by name', () => {
  async function walkedIn() {
    const seed = await seeded();
    const { entryId } = await seed.done('attendance.walkIn', {
      ...{ sessionId: seed.sessionId, entryId: null, name: 'Chidy', reason: null },
      ...{ mark: 'present', late: null, early: null },
    });
    const link = (participantId: string | null, reason: string | null = null) =>
      seed.commands.execute('attendance.linkWalkIn', {
        ...{ sessionId: seed.sessionId, entryId, participantId, reason },
      });
    const sheet = () => seed.records.get('attendanceSheet', seed.sessionId);
    return { ...seed, entryId, link, sheet };
  }

  it('becomes a person, and nobody again', async () => {
    const { link, sheet, chidi, directory } = await walkedIn();
    const unlinked = async () => (await directory.sessionsBetween(today, today))[0]?.sheet?.unlinked;
    expect(await unlinked()).toBe(1);
    expect(await link(chidi)).toMatchObject({ ok: true, value: { previous: null } });
    expect(entryOf(await sheet(), chidi)).toMatchObject({ mark: 'present', name: 'Chidy' });
    expect([namedWalkIns(await sheet()), await unlinked()]).toEqual([[], 0]);
    expect(await link(null)).toMatchObject({ value: { previous: chidi } });
    expect(entryOf(await sheet(), chidi)).toBeUndefined();
    expect(await unlinked()).toBe(1);
  });

  it('was there, whatever a roll call said later that did not know them', async () => {
    const { link, sheet, amina, done, sessionId } = await walkedIn();
    const absent = { participantId: amina, mark: 'absent' as const, late: null, early: null };
    await done('attendance.record', { sessionId, marks: [absent], reason: null });
    await link(amina);
    expect(entryOf(await sheet(), amina)).toMatchObject({ mark: 'present', name: 'Chidy' });
    await link(null);
    expect(entryOf(await sheet(), amina)?.mark).toBe('absent');
  });

  it('was there, whatever check-in of the person was undone later', async () => {
    const { link, sheet, chidi, done, sessionId, tables } = await walkedIn();
    await done('attendance.record', { sessionId, marks: [madeMark(chidi)], reason: null });
    await done('attendance.record', { sessionId, marks: [madeMark(chidi, 'not-recorded')], reason: null });
    tables.attendanceSheet?.set(sessionId, recordedAt(await sheet(), chidi, at('09:10')));
    await link(chidi);
    expect(entryOf(await sheet(), chidi)).toMatchObject({ mark: 'present', name: 'Chidy' });
    await link(null);
    expect(namedWalkIns(await sheet())).toHaveLength(1);
  });

  it('in a closed sheet takes a reason, which stays visible', async () => {
    const { link, sheet, chidi, done, sessionId, entryId } = await walkedIn();
    await done('attendance.close', { sessionId });
    expect(await link(chidi)).toMatchObject({ error: { code: 'attendance.closed' } });
    await link(chidi, 'Ausweis nachgereicht');
    expect((await sheet())?.entries[entryId]?.corrections).toMatchObject([
      { reason: 'Ausweis nachgereicht', mark: 'present' },
    ]);
  });

  it('keeps the name when the person is marked again', async () => {
    const { link, sheet, chidi, done, sessionId } = await walkedIn();
    await link(chidi);
    const late = { participantId: chidi, mark: 'late' as const, late: 20, early: null };
    await done('attendance.record', { sessionId, marks: [late], reason: null });
    expect(entryOf(await sheet(), chidi)).toMatchObject({ mark: 'late', name: 'Chidy' });
  });

  it('is refused where there is none, or the person is nobody', async () => {
    const { commands, link, sessionId, chidi } = await walkedIn();
    const missing = { sessionId, entryId: 'gone', participantId: chidi, reason: null };
    expect(await commands.execute('attendance.linkWalkIn', missing)).toMatchObject({
      error: { code: 'attendance.walk-in-missing' },
    });
    expect(await link('gone')).toMatchObject({ error: { code: 'attendance.participant-missing' } });
  });
});

describe('one of the people who were only counted', () => {
  it('gets a name: one is counted less, of this workstation first', async () => {
    const seed = await seeded();
    await seed.done('attendance.count', { sessionId: seed.sessionId, people: 2, reason: null });
    await seed.done('attendance.nameCounted', {
      ...{ sessionId: seed.sessionId, participantId: seed.chidi, reason: null },
    });
    const sheet = await seed.records.get('attendanceSheet', seed.sessionId);
    expect([headCount(sheet), entryOf(sheet, seed.chidi)?.mark]).toEqual([1, 'present']);
  });

  it('gets one where a check-in was undone at a computer whose clock is ahead', async () => {
    const seed = await seeded();
    const { sessionId, chidi, done, records, tables } = seed;
    await done('attendance.count', { sessionId, people: 1, reason: null });
    await done('attendance.record', { sessionId, marks: [madeMark(chidi, 'not-recorded')], reason: null });
    const sheet = await records.get('attendanceSheet', sessionId);
    tables.attendanceSheet?.set(sessionId, recordedAt(sheet, chidi, at('09:10')));
    await done('attendance.nameCounted', { sessionId, participantId: chidi, reason: null });
    const named = await records.get('attendanceSheet', sessionId);
    expect([headCount(named), entryOf(named, chidi)?.mark]).toEqual([0, 'present']);
  });

  it('is refused where nobody was counted, or the person is there already', async () => {
    const seed = await seeded();
    const input = { sessionId: seed.sessionId, participantId: seed.chidi, reason: null };
    expect(await seed.commands.execute('attendance.nameCounted', input)).toMatchObject({
      error: { code: 'attendance.none-counted' },
    });
    await seed.done('attendance.count', { sessionId: seed.sessionId, people: 2, reason: null });
    await seed.done('attendance.nameCounted', input);
    expect(await seed.commands.execute('attendance.nameCounted', input)).toMatchObject({
      error: { code: 'attendance.already' },
    });
  });
});

describe('badges', () => {
  const numbers = async ({ records }: Pick<Seeded, 'records'>, person: string) =>
    (await records.where('badge', 'participantId', person)).map(({ value }) => ({
      number: value.number,
      active: value.ended === null,
    }));

  it('are issued to those who have none, each with a number of its own', async () => {
    const seed = await seeded();
    const { amina, bilal, done } = seed;
    await done('badge.issue', { participantIds: [amina] });
    const { ids } = await done('badge.issue', { participantIds: [amina, bilal, bilal] });
    expect(ids).toHaveLength(1);
    const [first] = await numbers(seed, amina);
    const [second] = await numbers(seed, bilal);
    expect(first?.number).not.toBe(second?.number);
  });

  it('that were lost are dead at once, and alive again when that is undone', async () => {
    const seed = await seeded();
    const { amina, done } = seed;
    await done('badge.issue', { participantIds: [amina] });
    const replaced = await done('badge.replace', { participantId: amina });
    expect((await numbers(seed, amina)).map(({ active }) => active)).toEqual([false, true]);
    await done('badge.reinstate', replaced);
    expect((await numbers(seed, amina)).map(({ active }) => active)).toEqual([true, false]);
  });

  it('that were lost stay dead once the new one was lost as well', async () => {
    const seed = await seeded();
    const { amina, commands, done } = seed;
    await done('badge.issue', { participantIds: [amina] });
    const replaced = await done('badge.replace', { participantId: amina });
    await done('badge.replace', { participantId: amina });
    const answer = await commands.execute('badge.reinstate', replaced);
    expect(answer).toMatchObject({ error: { code: 'badge.missing' } });
    expect((await numbers(seed, amina)).map(({ active }) => active)).toEqual([false, false, true]);
  });

  it('are refused to who has left, who is nobody, and as a replacement of none', async () => {
    const { commands, done, amina, chidi } = await seeded();
    await done('participant.depart', { id: chidi, departedOn: today });
    const refused = (code: string) => ({ ok: false, error: { code } });
    expect(await commands.execute('badge.issue', { participantIds: [chidi] })).toMatchObject(
      refused('badge.departed'),
    );
    expect(await commands.execute('badge.issue', { participantIds: ['gone'] })).toMatchObject(
      refused('participant.missing'),
    );
    expect(await commands.execute('badge.replace', { participantId: amina })).toMatchObject(
      refused('badge.none'),
    );
  });

  it('of one person are not given to another by undoing', async () => {
    const { commands, done, amina, bilal } = await seeded();
    const issued = await done('badge.issue', { participantIds: [amina, bilal] });
    const mine = await done('badge.replace', { participantId: amina });
    const theirs = await done('badge.replace', { participantId: bilal });
    expect(issued.ids).toHaveLength(2);
    const crossed = { id: mine.id, lost: theirs.lost };
    expect(await commands.execute('badge.reinstate', crossed)).toMatchObject({
      error: { code: 'badge.missing' },
    });
  });
});

it('what is entered of somebody new names no other record', async () => {
  const { commands, tables, amina } = await seeded();
  const input = { ...madeParticipant('Farid'), mergedInto: amina, formerNumbers: ['1'] };
  const answer = await commands.execute('participant.create', input);
  if (!answer.ok) throw new Error(answer.error.code);
  expect(tables.participant?.get(answer.value.id)).toMatchObject({ mergedInto: null, formerNumbers: [] });
});
