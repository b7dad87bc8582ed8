import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, participant, seeded, today } from './seeded.ts';

describe('enrolling', () => {
  it('adds who is not there yet, each once', async () => {
    const { done, groupId, amina, chidi, records } = await seeded();
    const participantIds = [chidi, amina, chidi];
    const output = await done('enrolment.add', { groupId, participantIds, enrolledOn: today });
    expect(output).toMatchObject({ already: 1 });
    expect(output.added).toHaveLength(1);
    expect(await records.where('enrolment', 'participantId', chidi)).toHaveLength(1);
  });

  it.each([
    ['into no group', { groupId: 'gone' }, 'enrolment.group-missing'],
    ['after the group ended', { enrolledOn: '2026-12-19' }, 'enrolment.after-end'],
    ['somebody unknown', { participantIds: ['gone'] }, 'enrolment.participant-missing'],
  ])('%s is refused', async (_case, changes, code) => {
    const { commands, groupId, chidi } = await seeded();
    const input = { groupId, participantIds: [chidi], enrolledOn: today, ...changes };
    expect(await commands.execute('enrolment.add', input)).toMatchObject({ ok: false, error: { code } });
  });

  it('a full group takes none of those who are too many', async () => {
    const { commands, groupId, chidi, daria, records } = await seeded();
    const input = { groupId, participantIds: [chidi, daria], enrolledOn: today };
    const answer = await commands.execute('enrolment.add', input);
    expect(answer).toEqual({ ok: false, error: { code: 'enrolment.full', values: { free: 1, wanted: 2 } } });
    expect(await records.where('enrolment', 'groupId', groupId)).toHaveLength(2);
  });
});

describe('ending a place', () => {
  it('frees it, and can be taken back', async () => {
    const { done, groupId, places, records } = await seeded();
    const id = places[0] ?? '';
    await done('enrolment.end', { id, endedOn: today, reason: 'transferred' });
    expect(await records.get('enrolment', id)).toMatchObject({ endedOn: today, endReason: 'transferred' });
    await done('enrolment.reopen', { id });
    expect(await records.get('enrolment', id)).toMatchObject({ groupId, endedOn: null, endReason: null });
  });

  it('before it began is refused', async () => {
    const { commands, places } = await seeded();
    const input = { id: places[0] ?? '', endedOn: '2026-11-01', reason: 'finished' } as const;
    const answer = await commands.execute('enrolment.end', input);
    expect(answer).toEqual({ ok: false, error: { code: 'enrolment.ends-before-start', field: 'endedOn' } });
  });

  it('is not taken back once the group is full or the person is there again', async () => {
    const { commands, done, groupId, places, amina, chidi, daria } = await seeded();
    const id = places[0] ?? '';
    await done('enrolment.end', { id, endedOn: today, reason: 'dropped-out' });
    const again =
      (await done('enrolment.add', { groupId, participantIds: [amina], enrolledOn: today })).added[0] ?? '';
    expect(await commands.execute('enrolment.reopen', { id })).toMatchObject({
      error: { code: 'enrolment.already' },
    });
    await done('enrolment.end', { id: again, endedOn: today, reason: 'mistake' });
    await done('enrolment.add', { groupId, participantIds: [chidi, daria], enrolledOn: today });
    expect(await commands.execute('enrolment.reopen', { id })).toMatchObject({
      error: { code: 'enrolment.full' },
    });
  });

  it('of a place that is not there is refused', async () => {
    const { commands } = await seeded();
    const ended = await commands.execute('enrolment.end', { id: 'gone', endedOn: today, reason: 'finished' });
    expect(ended).toMatchObject({ error: { code: 'enrolment.missing' } });
    const reopened = await commands.execute('enrolment.reopen', { id: 'gone' });
    expect(reopened).toMatchObject({ error: { code: 'enrolment.missing' } });
  });
});

it('in any order of enrolments, ends and undos, nobody has two places and no place is given twice', async () => {
  const step = fc.record({
    deed: fc.constantFrom('add', 'end', 'reopen', 'shrink'),
    person: fc.integer({ min: 0, max: 5 }),
    place: fc.nat({ max: 11 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { commands, done, records, groupId, offerId, amina, bilal, chidi, daria } = await seeded();
      const more = [
        await done('participant.create', participant('Elif')),
        await done('participant.create', participant('Farid')),
      ];
      const people = [amina, bilal, chidi, daria, ...more.map(({ id }) => id)];
      for (const { deed, person, place } of steps) {
        const places = await records.where('enrolment', 'groupId', groupId);
        const id = places[place % places.length]?.id ?? '';
        if (deed === 'add')
          await commands.execute('enrolment.add', {
            groupId,
            participantIds: [people[person] ?? ''],
            enrolledOn: today,
          });
        if (deed === 'end')
          await commands.execute('enrolment.end', { id, endedOn: today, reason: 'finished' });
        if (deed === 'reopen') await commands.execute('enrolment.reopen', { id });
        if (deed === 'shrink')
          await commands.execute('courseGroup.save', {
            id: groupId,
            group: group(offerId, { capacity: 1 + (place % 4) }),
          });
        const open = (await records.where('enrolment', 'groupId', groupId)).filter(
          ({ value }) => value.endedOn === null,
        );
        expect(new Set(open.map(({ value }) => value.participantId)).size).toBe(open.length);
        expect(open.length).toBeLessThanOrEqual((await records.get('courseGroup', groupId))?.capacity ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});
