import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, marksOf } from '#shared/domain/attendance/marks.ts';
import { madeGroup, madeMark, madeParticipant } from '#tests/memory/made.ts';
import { type Seeded, seeded, today } from './seeded.ts';

/** Everything but the audit log and the merges themselves, as it stands. */
const world = ({ tables }: Pick<Seeded, 'tables'>) =>
  structuredClone(
    Object.fromEntries(
      Object.entries(tables)
        .filter(([kind]) => kind !== 'personMerge')
        .map(([kind, rows]) => [kind, new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))]),
    ),
  );

/** Amina twice: with a place and a mark, and as Chidi with a mark, a badge and a line on a printed list. */
async function twice() {
  const seed = await seeded();
  const { done, sessionId, amina, chidi } = seed;
  await done('attendance.record', {
    ...{ sessionId, marks: [madeMark(chidi, 'late', 20), madeMark(seed.bilal)], reason: null },
  });
  await done('badge.issue', { participantIds: [chidi] });
  await done('signatureList.print', { sessionIds: [sessionId] });
  await done('participant.update', {
    id: chidi,
    changes: {
      ...{ given: 'Ameena', family: 'Haddad', number: '4711', original: 'أمينة' },
      ...{ spellings: ['Amena'], birth: { kind: 'date', date: '1990-05-02' }, room: 'B 12' },
    },
  });
  const merge = () => done('participant.merge', { keptId: amina, mergedId: chidi });
  return { ...seed, merge };
}

describe('two records of one person', () => {
  it('become one that has every spelling, number, mark, badge and line of both', async () => {
    const { merge, records, directory, amina, chidi, sessionId } = await twice();
    await merge();
    expect(await records.get('participant', amina)).toMatchObject({
      ...{ given: 'Amina', number: '4711', original: 'أمينة', room: 'B 12' },
      ...{ birth: { kind: 'date', date: '1990-05-02' }, spellings: ['Ameena Haddad', 'Amena'] },
    });
    expect(await records.get('participant', chidi)).toMatchObject({ mergedInto: amina, given: 'Ameena' });
    expect(directory.get('participant', chidi)).toBeUndefined();
    const sheet = await records.get('attendanceSheet', sessionId);
    expect(entryOf(sheet, amina)).toMatchObject({ mark: 'late', late: 20 });
    expect(marksOf(sheet).has(chidi)).toBe(false);
    expect(await records.where('badge', 'participantId', chidi)).toEqual([]);
    expect(await records.where('badge', 'participantId', amina)).toHaveLength(1);
    for (const { value } of await records.all('signatureList'))
      expect(value.participantIds).not.toContain(chidi);
  });

  it('are as they were after the merge is taken back', async () => {
    const seed = await twice();
    const before = world(seed);
    const { mergeId } = await seed.merge();
    expect(await seed.done('participant.unmerge', { id: mergeId })).toEqual({ lostPlaces: 0 });
    expect(world(seed)).toEqual(before);
  });

  it.each([
    ['kept', 'absent'],
    ['merged', 'absent'],
    ['kept', 'not-recorded'],
    ['merged', 'not-recorded'],
  ] as const)('was there if the %s record was, though the other is %s later', async (which, otherwise) => {
    const seed = await seeded();
    const { done, records, directory, tables, amina, chidi, sessionId } = seed;
    const [there, missed] = which === 'kept' ? [amina, chidi] : [chidi, amina];
    const marks = [madeMark(there, 'late', 20), madeMark(missed), madeMark(missed, otherwise)];
    for (const mark of marks) await done('attendance.record', { sessionId, marks: [mark], reason: null });
    const sheet = await records.get('attendanceSheet', sessionId);
    const entries = Object.entries(sheet?.entries ?? {}).map(([id, entry]) => {
      const later = entry.participantId === missed;
      return [id, later ? { ...entry, recordedAt: new Date(`${today}T09:50`).toISOString() } : entry];
    });
    tables.attendanceSheet?.set(sessionId, { ...sheet, entries: Object.fromEntries(entries) });
    const before = world(seed);
    const { mergeId } = await done('participant.merge', { keptId: amina, mergedId: chidi });
    expect(entryOf(await records.get('attendanceSheet', sessionId), amina)).toMatchObject({ mark: 'late' });
    expect((await directory.sessionsBetween(today, today))[0]?.sheet?.attended).toBe(1);
    await done('participant.unmerge', { id: mergeId });
    expect(world(seed)).toEqual(before);
  });

  it('of whom both have a place in one group keep one, from the earlier day; who waits moves up', async () => {
    const { done, records, amina, chidi, daria, groupId, tables } = await twice();
    await done('enrolment.add', { groupId, participantIds: [chidi, daria], enrolledOn: today });
    const before = world({ tables });
    const { mergeId } = await done('participant.merge', { keptId: chidi, mergedId: amina });
    const open = (await records.where('enrolment', 'groupId', groupId)).filter(
      ({ value }) => value.endedOn === null,
    );
    const mine = open.filter(({ value }) => value.participantId === chidi);
    expect(mine.map(({ value }) => value.enrolledOn)).toEqual(['2026-11-02']);
    expect(open.find(({ value }) => value.participantId === daria)?.value.waitingSince).toBeNull();
    await done('participant.unmerge', { id: mergeId });
    expect(world({ tables })).toEqual(before);
  });

  it('come apart later too: what was recorded since stays with the record that went on', async () => {
    const { merge, done, records, amina, chidi, sessionId } = await twice();
    const { mergeId } = await merge();
    await done('participant.update', { id: amina, changes: { room: 'C 3' } });
    const next = await done('session.plan', {
      ...{ groupId: (await records.get('session', sessionId))?.groupId ?? '', date: today },
      ...{ startsAt: 700, endsAt: 790, breaks: [], room: null, moduleId: null },
    });
    await done('attendance.record', { sessionId: next.id, marks: [madeMark(amina)], reason: null });
    await done('participant.unmerge', { id: mergeId });
    expect(await records.get('participant', amina)).toMatchObject({ room: 'C 3', number: null });
    expect(entryOf(await records.get('attendanceSheet', next.id), amina)?.mark).toBe('present');
    expect(entryOf(await records.get('attendanceSheet', sessionId), chidi)?.mark).toBe('late');
  });

  it('whose place was filled since come apart without it, which is said', async () => {
    const { done, amina, chidi, daria, groupId } = await twice();
    await done('enrolment.add', { groupId, participantIds: [chidi], enrolledOn: today });
    const { mergeId } = await done('participant.merge', { keptId: chidi, mergedId: amina });
    await done('enrolment.add', { groupId, participantIds: [daria], enrolledOn: today });
    expect(await done('participant.unmerge', { id: mergeId })).toEqual({ lostPlaces: 1 });
  });

  it('are not merged twice, with themselves, or apart in the wrong order', async () => {
    const { merge, commands, done, amina, chidi, daria } = await twice();
    const { mergeId } = await merge();
    const refused = async (keptId: string, mergedId: string) => {
      const answer = await commands.execute('participant.merge', { keptId, mergedId });
      return answer.ok ? 'done' : answer.error.code;
    };
    expect(await refused(amina, chidi)).toBe('personMerge.already');
    expect(await refused(chidi, daria)).toBe('personMerge.already');
    expect(await refused(amina, amina)).toBe('participant.missing');
    const later = await done('participant.merge', { keptId: daria, mergedId: amina });
    const early = await commands.execute('participant.unmerge', { id: mergeId });
    expect(early).toMatchObject({ error: { code: 'personMerge.later' } });
    await done('participant.unmerge', { id: later.mergeId });
    expect(await commands.execute('participant.unmerge', { id: mergeId })).toMatchObject({ ok: true });
    expect(await commands.execute('participant.unmerge', { id: mergeId })).toMatchObject({
      error: { code: 'personMerge.missing' },
    });
  });
});

it('in any world a merge moves all of it, and taking it back brings all of it back', async () => {
  const deed = fc.record({
    what: fc.constantFrom('mark', 'absent', 'enrol', 'end', 'badge', 'print', 'walkIn'),
    who: fc.nat(3),
    group: fc.nat(1),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), fc.boolean(), async (deeds, swapped) => {
      const seed = await seeded();
      const { commands, done, records } = seed;
      const people = [seed.amina, seed.bilal, seed.chidi, seed.daria];
      const other = await done('courseGroup.save', {
        ...{ id: null, group: madeGroup(seed.offerId, { name: 'Gruppe B', capacity: 1 }) },
      });
      const groups = [seed.groupId, other.id];
      const slot = { startsAt: 540, endsAt: 630, breaks: [], room: null, moduleId: null };
      const second = await done('session.plan', { groupId: other.id, date: today, ...slot });
      const sessions = [seed.sessionId, second.id];
      for (const { what, who, group } of deeds) {
        const person = people[who] ?? '';
        const groupId = groups[group] ?? '';
        const sessionId = sessions[group] ?? '';
        if (what === 'mark' || what === 'absent')
          await commands.execute('attendance.record', {
            ...{ sessionId, marks: [madeMark(person, what === 'mark' ? 'present' : 'absent')], reason: null },
          });
        if (what === 'enrol')
          await commands.execute('enrolment.add', {
            ...{ groupId, participantIds: [person], enrolledOn: today },
          });
        if (what === 'end') {
          const ids = (await records.where('enrolment', 'participantId', person))
            .filter(({ value }) => value.endedOn === null && value.groupId === groupId)
            .map(({ id }) => id);
          if (ids.length > 0)
            await commands.execute('enrolment.end', { ids, endedOn: today, reason: 'dropped-out' });
        }
        if (what === 'badge') await commands.execute('badge.issue', { participantIds: [person] });
        if (what === 'print') await commands.execute('signatureList.print', { sessionIds: [sessionId] });
        if (what === 'walkIn')
          await commands.execute('attendance.walkIn', {
            ...{ sessionId, entryId: null, name: 'Gast', reason: null },
            ...{ mark: 'present', late: null, early: null },
          });
      }
      const before = world(seed);
      const [keptId = '', mergedId = ''] = swapped ? [people[2], people[0]] : [people[0], people[2]];
      const { mergeId } = await done('participant.merge', { keptId, mergedId });
      const names = ['enrolment', 'attendanceSheet', 'badge', 'certificate', 'signatureList'];
      const { directory } = seed;
      for (const kind of names)
        for (const row of seed.tables[kind]?.values() ?? [])
          expect(JSON.stringify(row)).not.toContain(mergedId);
      for (const groupId of groups) {
        const places = directory.enrolmentsOf('groupId', groupId).filter(({ endedOn }) => endedOn === null);
        expect(new Set(places.map(({ participantId }) => participantId)).size).toBe(places.length);
      }
      expect(await done('participant.unmerge', { id: mergeId })).toEqual({ lostPlaces: 0 });
      expect(world(seed)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

it('pairs who are not the same person are remembered, and that can be taken back', async () => {
  const { done, directory, amina, bilal } = await seeded();
  const { ids } = await done('participant.distinguish', { pairs: [[bilal, amina]] });
  expect(directory.list('distinctPeople').map(({ people }) => people)).toEqual([[amina, bilal].sort()]);
  await done('participant.undistinguish', { ids });
  expect(directory.list('distinctPeople')).toEqual([]);
});

it('a number that both had stays findable', async () => {
  const { done, directory } = await seeded();
  const keptId = (await done('participant.create', { ...madeParticipant('Eva'), number: '1' })).id;
  const mergedId = (await done('participant.create', { ...madeParticipant('Ewa'), number: '2' })).id;
  await done('participant.merge', { keptId, mergedId });
  expect(directory.get('participant', keptId)).toMatchObject({ number: '1', formerNumbers: ['2'] });
});
