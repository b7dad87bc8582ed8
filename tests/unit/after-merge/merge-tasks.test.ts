import { beforeEach, describe, expect, it } from 'vitest';
import { mergeTasks } from '#shared/domain/after-merge/merge-tasks.ts';
import { createDuplicateIndex } from '#shared/domain/duplicates/duplicate-index.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import { madeMark, madeParticipant } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type Seeded, seeded, today } from '../commands/seeded.ts';

let here: Seeded;
beforeEach(async () => {
  here = await seeded();
});

type Value = Readonly<Record<string, unknown>>;
const read = (kind: RecordKind, id: string): Value => here.tables[kind]?.get(id) ?? {};

/** What is found when these records come from another desk. */
async function found(...brought: readonly (readonly [RecordKind, string, Value])[]) {
  for (const [kind, id, value] of brought) here.tables[kind]?.set(id, value);
  const touched = new Map(
    [...Map.groupBy(brought, ([kind]) => kind)].map(([kind, list]) => [
      kind,
      new Set(list.map(([, id]) => id)),
    ]),
  );
  const { records, directory } = memoryServices({ tables: here.tables });
  const index = createDuplicateIndex(directory.list('participant'));
  return mergeTasks(touched, {
    records,
    directory,
    likelySame: async (people) => people.map((one) => index.of(one).map((same) => same.person.id)),
  });
}

const place = (participantId: string, more: Value = {}): Value => ({
  ...{ groupId: here.groupId, participantId, enrolledOn: today, endedOn: null, endReason: null },
  ...{ waitingSince: null, movedUp: null },
  ...more,
});

describe('after a merge', () => {
  it('nothing is to be done where nothing is wrong', async () => {
    expect(await found(['enrolment', 'e', place(here.chidi)])).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('both desks gave the last place', async () => {
    await here.done('enrolment.add', {
      groupId: here.groupId,
      participantIds: [here.chidi],
      enrolledOn: today,
    });
    const full = { kind: 'group-overfull', ids: [here.groupId] };
    expect(await found(['enrolment', 'e', place(here.daria)])).toEqual([full]);
  });

  it('one desk made the group smaller', async () => {
    const smaller = { ...read('courseGroup', here.groupId), capacity: 1 };
    expect(await found(['courseGroup', here.groupId, smaller])).toEqual([
      { kind: 'group-overfull', ids: [here.groupId] },
    ]);
  });

  it('both desks gave a person a place, or one a turn on the waiting list', async () => {
    const [own = ''] = here.places;
    const twice = { kind: 'place-twice', ids: ['e', own].sort() };
    const waits = place(here.amina, { waitingSince: '2026-11-20T08:00:00.000Z 0000' });
    expect(await found(['enrolment', 'e', place(here.amina)])).toEqual([twice]);
    expect(await found(['enrolment', 'e', waits])).toEqual([twice]);
    const ended = place(here.amina, { endedOn: today, endReason: 'finished' });
    expect(await found(['enrolment', 'e', ended])).toEqual([]);
  });

  it('two groups are in one room, or one group meets twice at a time', async () => {
    const session = { ...read('session', here.sessionId), room: 'R 1' };
    const other = { ...session, groupId: 'other', room: 'r 1', lead: 'Somebody' };
    const both = ['s', here.sessionId].sort();
    expect(await found(['session', here.sessionId, session], ['session', 's', other])).toEqual([
      { kind: 'room-twice', ids: both },
    ]);
    expect(await found(['session', 's', { ...session, room: null }])).toEqual([
      { kind: 'group-meets-twice', ids: both },
    ]);
    expect(await found(['session', 's', { ...session, startsAt: 630, endsAt: 700 }])).toEqual([]);
    const lead = { ...other, room: 'R 2', lead: 'M. Brandt' };
    expect(await found(['session', 's', lead])).toEqual([{ kind: 'lead-twice', ids: both }]);
    expect(await found(['session', 's', { ...lead, cancelled: { reason: 'ill' } }])).toEqual([]);
  });

  it.each([
    ['cancelled', { cancelled: { reason: 'ill' } }],
    ['taken away', { withdrawn: true }],
    ['moved to another day', { date: '2026-11-24' }],
  ])('a session with attendance was %s', async (_name, change) => {
    const { sessionId, amina } = here;
    await here.done('attendance.record', { sessionId, marks: [madeMark(amina)], reason: null });
    const task = { kind: 'attendance-without-session', ids: [sessionId] };
    const session = read('session', sessionId);
    expect(await found(['session', sessionId, session])).toEqual([]);
    expect(await found(['session', sessionId, { ...session, ...change }])).toEqual([task]);
    expect(await found(['attendanceSheet', sessionId, read('attendanceSheet', sessionId)])).toEqual([task]);
  });

  it('both desks took up one person', async () => {
    const person = {
      ...madeParticipant('Zarifa', 'Rahmani'),
      birth: { kind: 'date' as const, date: '1990-05-17' },
    };
    const { id } = await here.done('participant.create', person);
    const same = { ...person, formerNumbers: [], mergedInto: null };
    expect(await found(['participant', 'p', same])).toEqual([
      { kind: 'person-twice', ids: [id, 'p'].sort() },
    ]);
  });

  it('one desk wrote for somebody whom the other had merged', async () => {
    const { amina, bilal, places } = here;
    const merged = { ...read('participant', bilal), mergedInto: amina };
    const left = { kind: 'left-with-merged', ids: [bilal, places[1]] };
    expect(await found(['participant', bilal, merged])).toEqual([left]);
    here.tables.enrolment?.delete(places[1] ?? '');
    expect(await found(['participant', bilal, merged])).toEqual([]);
    expect(await found(['badge', 'b', { number: '1', participantId: bilal, ended: null }])).toEqual([
      { kind: 'left-with-merged', ids: [bilal, 'b'] },
    ]);
  });

  it('both leads decided about one certificate', async () => {
    const decision = { groupId: here.groupId, participantId: here.amina, moduleId: null, decision: 'grant' };
    expect(await found(['certificateDecision', 'c', decision])).toEqual([]);
    expect(await found(['certificateDecision', 'd', { ...decision, moduleId: 'm' }])).toEqual([]);
    expect(await found(['certificateDecision', 'e', { ...decision, decision: 'withhold' }])).toEqual([
      { kind: 'decided-twice', ids: ['c', 'e'] },
    ]);
    expect(await found(['certificateDecision', 'e', { ...decision, decision: null }])).toEqual([]);
  });

  it('two certificates have one number', async () => {
    const certificate = { number: '0123456789', participantId: here.amina };
    expect(await found(['certificate', 'c', certificate])).toEqual([]);
    expect(await found(['certificate', 'd', { ...certificate, participantId: here.bilal }])).toEqual([
      { kind: 'certificate-number-twice', ids: ['c', 'd'] },
    ]);
    expect(await found(['enrolment', 'e', place(here.chidi)])).toEqual([]);
  });
});

describe('somebody who was erased', () => {
  const erasure = (classes: readonly string[]): Value => ({
    ...{ at: '2026-11-23T08:00:00.000Z', by: 'x', cause: 'request', walkIns: [] },
    people: [{ ids: ['gone'], classes }],
  });
  const again = { kind: 'erased-again', ids: ['z'] };

  it.each([
    ['enrolment', () => place('gone')],
    ['badge', () => ({ number: '2', participantId: 'gone', ended: null })],
    ['signatureList', () => ({ groupId: here.groupId, participantIds: [here.amina, 'gone'] })],
    ['distinctPeople', () => ({ people: ['gone', here.amina], withdrawn: false })],
    ['personMerge', () => ({ participantId: here.amina, mergedId: 'gone' })],
    [
      'attendanceSheet',
      () => ({
        ...{ sessionId: 's', groupId: here.groupId, date: today, headCounts: {}, closed: null },
        entries: { a: { participantId: 'gone', mark: 'present', recordedAt: '', corrections: [] } },
      }),
    ],
  ] as const)('is named again by a record of another desk: %s', async (kind, value) => {
    here.tables.erasure?.set('z', erasure(['details', 'person']));
    expect(await found([kind, 's', value()])).toContainEqual(again);
    here.tables.erasure?.set('z', erasure(['details', 'badges']));
    expect(await found([kind, 's', value()])).not.toContainEqual(again);
  });

  it('is still named by a record of this desk', async () => {
    expect(await found(['erasure', 'z', erasure(['person'])])).toEqual([]);
    here.tables.enrolment?.set('e', place('gone'));
    expect(await found(['erasure', 'z', erasure(['person'])])).toEqual([again]);
  });

  it('goes again by repeating the erasure, and then nothing is to be done', async () => {
    const { id } = await here.done('participant.create', madeParticipant('Esra'));
    const { erasureId } = await here.done('participant.erase', { id });
    const value = read('erasure', erasureId);
    const late = place(id, { enrolledOn: '2026-11-02' });
    expect(await found(['enrolment', 'e', late])).toEqual([{ kind: 'erased-again', ids: [erasureId] }]);
    const ledger = [{ id: erasureId, value: value as never }];
    const { commands } = memoryServices({ tables: here.tables, ledger });
    expect(await commands.execute('erasure.repeat', { ids: [erasureId] })).toMatchObject({ ok: true });
    expect(await found(['erasure', erasureId, value])).toEqual([]);
    expect(JSON.stringify(read('enrolment', 'e'))).not.toContain(id);
  });
});
