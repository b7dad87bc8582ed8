import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPlaceOn } from '#shared/domain/attendance/ledger.ts';
import { madeGroup, madeParticipant } from '#tests/memory/made.ts';
import { seeded, today } from './seeded.ts';

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

  it('those for whom there is no place wait, in the order in which they were named', async () => {
    const { done, groupId, chidi, daria, records } = await seeded();
    const output = await done('enrolment.add', {
      groupId,
      participantIds: [daria, chidi],
      enrolledOn: today,
    });
    expect([output.added.length, output.waiting.length]).toEqual([1, 1]);
    const [place, waits] = await records.getMany('enrolment', [...output.added, ...output.waiting]);
    expect(place?.value).toMatchObject({ participantId: daria, waitingSince: null });
    expect(waits?.value.participantId).toBe(chidi);
    expect(waits?.value.waitingSince).not.toBeNull();
  });

  it('somebody who departed is refused', async () => {
    const { commands, done, groupId, chidi } = await seeded();
    await done('participant.depart', { id: chidi, departedOn: today });
    const input = { groupId, participantIds: [chidi], enrolledOn: today };
    expect(await commands.execute('enrolment.add', input)).toMatchObject({
      error: { code: 'enrolment.departed' },
    });
  });
});

/** The group of three places full, with `daria` waiting before `elif`. */
async function full() {
  const seed = await seeded();
  const { done, groupId, chidi, daria } = seed;
  const elif = (await done('participant.create', madeParticipant('Elif'))).id;
  const enrol = (participantIds: string[]) =>
    done('enrolment.add', { groupId, participantIds, enrolledOn: today });
  await enrol([chidi]);
  await enrol([daria, elif]);
  const state = async (person: string) =>
    (await seed.records.where('enrolment', 'participantId', person)).at(-1)?.value;
  return { ...seed, elif, enrol, state };
}

describe('the waiting list', () => {
  it('moves up by itself when a place frees, from the day after on, and says who', async () => {
    const { done, places, daria, elif, state } = await full();
    const ids = [places[0] ?? ''];
    const output = await done('enrolment.end', { ids, endedOn: today, reason: 'transferred' });
    expect(output.movedUp).toEqual([daria]);
    expect(await state(daria)).toMatchObject({ waitingSince: null, enrolledOn: '2026-11-24' });
    expect((await state(elif))?.waitingSince).not.toBeNull();
  });

  it('for a place that was a mistake, from today on', async () => {
    const { done, places, daria, state } = await full();
    await done('enrolment.end', { ids: [places[0] ?? ''], endedOn: today, reason: 'mistake' });
    expect(await state(daria)).toMatchObject({ waitingSince: null, enrolledOn: today });
  });

  it('moves up at a departure and when there are more places', async () => {
    const { done, offerId, groupId, amina, daria, elif } = await full();
    const departed = await done('participant.depart', { id: amina, departedOn: today });
    expect(departed.movedUp).toEqual([{ participantId: daria, groupId }]);
    const saved = await done('courseGroup.save', { id: groupId, group: madeGroup(offerId, { capacity: 4 }) });
    expect(saved.movedUp).toEqual([elif]);
  });

  it('goes back when the end is taken back', async () => {
    const { done, places, daria, elif, state } = await full();
    const before = await state(daria);
    const ids = [places[0] ?? ''];
    await done('enrolment.end', { ids, endedOn: today, reason: 'transferred' });
    await done('enrolment.reopen', { ids });
    expect(await state(daria)).toEqual(before);
    expect((await state(elif))?.waitingSince).not.toBeNull();
  });

  it('stays moved up where the one who comes back finds another place', async () => {
    const { done, groupId, offerId, places, daria, state } = await full();
    const ids = [places[0] ?? ''];
    await done('enrolment.end', { ids, endedOn: today, reason: 'transferred' });
    await done('courseGroup.save', { id: groupId, group: madeGroup(offerId, { capacity: null }) });
    await done('enrolment.reopen', { ids });
    expect((await state(daria))?.waitingSince).toBeNull();
  });

  it('whoever is put back on it moves up where there is a place meanwhile', async () => {
    const { done, records, places, daria, elif, state } = await full();
    const waits = await records.where('enrolment', 'participantId', daria);
    const ids = waits.map(({ id }) => id);
    await done('enrolment.end', { ids, endedOn: today, reason: 'dropped-out' });
    await done('enrolment.end', { ids: places, endedOn: today, reason: 'finished' });
    await done('enrolment.reopen', { ids });
    expect([(await state(elif))?.waitingSince, (await state(daria))?.waitingSince]).toEqual([null, null]);
  });

  it('lets the next one move up where the first can begin no more', async () => {
    const { done, groupId, offerId, chidi, daria, records } = await seeded();
    const { id: elif } = await done('participant.create', madeParticipant('Elif'));
    const wait = (person: string, enrolledOn: string) =>
      done('enrolment.add', { groupId, participantIds: [person], enrolledOn });
    await done('courseGroup.save', { id: groupId, group: madeGroup(offerId, { capacity: 2 }) });
    await wait(chidi, '2026-12-15');
    await wait(daria, today);
    await wait(elif, today);
    const shorter = { endsOn: '2026-12-11', capacity: 3 };
    const saved = await done('courseGroup.save', { id: groupId, group: madeGroup(offerId, shorter) });
    expect(saved.movedUp).toEqual([daria]);
    const [first] = await records.where('enrolment', 'participantId', chidi);
    expect(first?.value.waitingSince).not.toBeNull();
  });

  it('knows whose end freed a place, even if an older end is changed with it', async () => {
    const { done, places, daria, enrol, state, elif } = await full();
    const [first = '', second = ''] = places;
    await done('enrolment.end', { ids: [first], endedOn: today, reason: 'finished' });
    await done('enrolment.end', { ids: [first, second], endedOn: today, reason: 'transferred' });
    expect((await state(elif))?.movedUp?.freedBy).toBe(second);
    await done('enrolment.reopen', { ids: [second] });
    expect((await state(elif))?.waitingSince).not.toBeNull();
    expect((await state(daria))?.waitingSince).toBeNull();
    expect((await enrol([daria])).already).toBe(1);
  });

  it('nobody overtakes, and who leaves it frees no place', async () => {
    const { done, records, groupId, places, daria, elif, enrol } = await full();
    const [waiting] = await records.where('enrolment', 'participantId', daria);
    const output = await done('enrolment.end', {
      ids: [waiting?.id ?? ''],
      endedOn: today,
      reason: 'dropped-out',
    });
    expect(output.movedUp).toEqual([]);
    expect((await enrol([daria])).waiting).toHaveLength(1);
    const ended = await done('enrolment.end', { ids: places, endedOn: today, reason: 'finished' });
    expect(ended.movedUp).toEqual([elif, daria]);
    expect((await records.where('enrolment', 'groupId', groupId)).length).toBe(6);
  });

  it('nobody moves up into a group that is over by then', async () => {
    const { done, offerId, groupId, places, daria, state } = await full();
    await done('courseGroup.save', { id: groupId, group: madeGroup(offerId, { endsOn: today }) });
    await done('enrolment.end', { ids: places, endedOn: today, reason: 'finished' });
    expect((await state(daria))?.waitingSince).not.toBeNull();
  });
});

describe('ending a place', () => {
  it('frees it, and can be taken back', async () => {
    const { done, groupId, places, records } = await seeded();
    const id = places[0] ?? '';
    await done('enrolment.end', { ids: [id], endedOn: today, reason: 'transferred' });
    expect(await records.get('enrolment', id)).toMatchObject({ endedOn: today, endReason: 'transferred' });
    await done('enrolment.reopen', { ids: [id] });
    expect(await records.get('enrolment', id)).toMatchObject({ groupId, endedOn: null, endReason: null });
  });

  it('before it has begun counts no day of it', async () => {
    const { done, groupId, chidi, records } = await seeded();
    const coming = { groupId, participantIds: [chidi], enrolledOn: '2026-12-01' };
    const [id = ''] = (await done('enrolment.add', coming)).added;
    await done('participant.depart', { id: chidi, departedOn: today });
    const place = await records.get('enrolment', id);
    expect(place && holdsPlaceOn(place, '2026-12-01')).toBe(false);
  });

  it('that begins tomorrow is possible for any reason', async () => {
    const { done, places, daria, elif, records } = await full();
    await done('enrolment.end', { ids: [places[0] ?? ''], endedOn: today, reason: 'finished' });
    const ids = (await records.where('enrolment', 'participantId', daria)).map(({ id }) => id);
    const output = await done('enrolment.end', { ids, endedOn: today, reason: 'dropped-out' });
    expect(output.movedUp).toEqual([elif]);
  });

  it('is not taken back for somebody who has departed since', async () => {
    const { commands, done, places, amina } = await seeded();
    const ids = [places[0] ?? ''];
    await done('enrolment.end', { ids, endedOn: today, reason: 'dropped-out' });
    await done('participant.depart', { id: amina, departedOn: today });
    expect(await commands.execute('enrolment.reopen', { ids })).toMatchObject({
      error: { code: 'enrolment.departed' },
    });
  });

  it('before it began is refused', async () => {
    const { commands, places } = await seeded();
    const input = { ids: places, endedOn: '2026-11-01', reason: 'finished' } as const;
    const answer = await commands.execute('enrolment.end', input);
    expect(answer).toEqual({ ok: false, error: { code: 'enrolment.ends-before-start', field: 'endedOn' } });
  });

  it('in the future is refused', async () => {
    const { commands, places } = await seeded();
    const input = { ids: places, endedOn: '2026-11-24', reason: 'finished' } as const;
    expect(await commands.execute('enrolment.end', input)).toEqual({
      ok: false,
      error: { code: 'enrolment.ends-in-future', field: 'endedOn' },
    });
  });

  it('is not taken back once the group is full or the person is there again', async () => {
    const { commands, done, groupId, places, amina, chidi, daria } = await seeded();
    const id = places[0] ?? '';
    await done('enrolment.end', { ids: [id], endedOn: today, reason: 'dropped-out' });
    const again =
      (await done('enrolment.add', { groupId, participantIds: [amina], enrolledOn: today })).added[0] ?? '';
    expect(await commands.execute('enrolment.reopen', { ids: [id] })).toMatchObject({
      error: { code: 'enrolment.already' },
    });
    await done('enrolment.end', { ids: [again], endedOn: today, reason: 'mistake' });
    await done('enrolment.add', { groupId, participantIds: [chidi, daria], enrolledOn: today });
    expect(await commands.execute('enrolment.reopen', { ids: [id] })).toMatchObject({
      error: { code: 'enrolment.filled-since' },
    });
  });

  it('of a place that is not there is refused', async () => {
    const { commands } = await seeded();
    const ended = await commands.execute('enrolment.end', {
      ids: ['gone'],
      endedOn: today,
      reason: 'finished',
    });
    expect(ended).toMatchObject({ error: { code: 'enrolment.missing' } });
    const reopened = await commands.execute('enrolment.reopen', { ids: ['gone'] });
    expect(reopened).toMatchObject({ error: { code: 'enrolment.missing' } });
  });
});

const step = fc.record({
  deed: fc.constantFrom('add', 'addMany', 'end', 'reopen', 'reopenAll', 'resize', 'depart', 'return'),
  person: fc.integer({ min: 0, max: 5 }),
  place: fc.nat({ max: 11 }),
});

it('in any order of deeds nobody has two places, no place is given twice, and nobody waits beside a free one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { commands, done, records, groupId, offerId, amina, bilal, chidi, daria } = await seeded();
      const more = [
        await done('participant.create', madeParticipant('Elif')),
        await done('participant.create', madeParticipant('Farid')),
      ];
      const people = [amina, bilal, chidi, daria, ...more.map(({ id }) => id)];
      const enrol = (participantIds: string[]) =>
        commands.execute('enrolment.add', { groupId, participantIds, enrolledOn: today });
      const deeds = {
        add: (id: string) => enrol([id]),
        addMany: () => enrol(people),
        end: (_id: string, place: string) =>
          commands.execute('enrolment.end', { ids: [place], endedOn: today, reason: 'finished' }),
        reopen: (_id: string, place: string) => commands.execute('enrolment.reopen', { ids: [place] }),
        reopenAll: async () =>
          commands.execute('enrolment.reopen', {
            ids: (await records.where('enrolment', 'groupId', groupId))
              .filter(({ value }) => value.endReason === 'finished')
              .map(({ id }) => id),
          }),
        resize: (_id: string, _place: string, capacity: number) =>
          commands.execute('courseGroup.save', {
            id: groupId,
            group: madeGroup(offerId, { capacity: capacity > 4 ? null : capacity }),
          }),
        depart: (id: string) => commands.execute('participant.depart', { id, departedOn: today }),
        return: (id: string) => commands.execute('participant.return', { id, reopen: [] }),
      };
      for (const { deed, person, place } of steps) {
        const places = await records.where('enrolment', 'groupId', groupId);
        await deeds[deed](people[person] ?? '', places[place % places.length]?.id ?? '', 1 + (place % 5));
        const after = await records.where('enrolment', 'groupId', groupId);
        const open = after.filter(({ value }) => value.endedOn === null);
        expect(new Set(open.map(({ value }) => value.participantId)).size).toBe(open.length);
        const taken = open.filter(({ value }) => value.waitingSince === null).length;
        const capacity = (await records.get('courseGroup', groupId))?.capacity ?? open.length;
        expect(taken).toBeLessThanOrEqual(capacity);
        if (taken < open.length) expect(taken).toBe(capacity);
      }
    }),
    { numRuns: 100 },
  );
});
