import { describe, expect, it } from 'vitest';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { Role } from '#shared/ports/account.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type Seeded, seeded, today } from './seeded.ts';

type Kind = Exclude<RecordKind, 'audit'>;

/** Leaves an overwritten edit at a record, and names it. */
function overwritten({ edits }: Seeded, kind: Kind, id: string, field: string, value: unknown) {
  const stamp = `0mn${'0'.repeat(10)}fedcba9876543210`;
  const edit = { field, stamp, at: 1_795_000_000_000, workstationId: 'fedcba9876543210', value };
  edits.set(`${kind} ${id}`, [edit]);
  return { kind, id, field, stamp };
}

async function all(seed: Seeded, kind: Kind, id: string) {
  return [await seed.records.get(kind, id), await seed.records.overwritten(kind, id)] as const;
}

describe('taking what was overwritten', () => {
  it('writes it into the record and dismisses it', async () => {
    const seed = await seeded();
    const { done, amina } = seed;
    const edit = overwritten(seed, 'participant', amina, 'given', { given: 'Amína', family: 'Öz' });
    await done('overwritten.take', edit);
    expect(await all(seed, 'participant', amina)).toEqual([
      expect.objectContaining({ given: 'Amína', family: 'Öz' }),
      [],
    ]);
    expect(await seed.commands.execute('overwritten.take', edit)).toEqual({
      ok: false,
      error: { code: 'overwritten.gone' },
    });
  });

  it('goes by the rules of the deed that writes it today', async () => {
    const seed = await seeded();
    const { done, commands, groupId, chidi, daria } = seed;
    await done('enrolment.add', { groupId, participantIds: [chidi], enrolledOn: today });
    const fewer = overwritten(seed, 'courseGroup', groupId, 'capacity', { capacity: 2 });
    expect(await commands.execute('overwritten.take', fewer)).toMatchObject({
      error: { code: 'courseGroup.capacity-below-enrolled', values: { enrolled: 3 } },
    });
    await done('enrolment.add', { groupId, participantIds: [daria], enrolledOn: today });
    await done('overwritten.take', overwritten(seed, 'courseGroup', groupId, 'capacity', { capacity: 4 }));
    const places = await seed.records.where('enrolment', 'participantId', daria);
    expect(places[0]?.value.waitingSince).toBeNull();
  });

  it('moves a session, with the reason that was given, and assigns and cancels it', async () => {
    const seed = await seeded();
    const { done, sessionId } = seed;
    const session = await seed.records.get('session', sessionId);
    if (!session) throw new Error('no session');
    const { date, startsAt, endsAt, room } = session;
    const slot = { date: '2026-11-24', startsAt: 600, endsAt: 690, breaks: [], room: 'B 114' };
    const movedFrom = { date, startsAt, endsAt, room, reason: 'Raum belegt' };
    const edit = overwritten(seed, 'session', sessionId, 'date', { ...slot, movedFrom });
    await done('overwritten.take', edit);
    expect(await seed.records.get('session', sessionId)).toMatchObject({ ...slot, movedFrom });
    await done('overwritten.take', overwritten(seed, 'session', sessionId, 'lead', { lead: 'K. Overbeck' }));
    const cancelled = { cancelled: { reason: 'Krankheit' } };
    await done('overwritten.take', overwritten(seed, 'session', sessionId, 'cancelled', cancelled));
    expect(await seed.records.get('session', sessionId)).toMatchObject({ lead: 'K. Overbeck', ...cancelled });
  });

  it('records a mark; a closed sheet takes none without a reason', async () => {
    const seed = await seeded();
    const { done, commands, sessionId, amina } = seed;
    const present = { participantId: amina, mark: 'present' as const, late: null, early: null };
    await done('attendance.record', { sessionId, marks: [present], reason: null });
    const sheet = await seed.records.get('attendanceSheet', sessionId);
    const [[entryId, entry] = []] = Object.entries(sheet?.entries ?? {});
    const late = { ...entry, mark: 'late', late: 20 };
    const edit = () => overwritten(seed, 'attendanceSheet', sessionId, `entries/${entryId}`, late);
    await done('overwritten.take', edit());
    const after = await seed.records.get('attendanceSheet', sessionId);
    expect(after?.entries[entryId ?? '']).toMatchObject({ mark: 'late', late: 20 });
    await done('attendance.close', { sessionId });
    expect(await commands.execute('overwritten.take', edit())).toMatchObject({
      error: { code: 'attendance.closed' },
    });
  });

  it('ends a place and reopens it', async () => {
    const seed = await seeded();
    const { done, places } = seed;
    const [id = ''] = places;
    const open = await seed.records.get('enrolment', id);
    const { groupId: _group, participantId: _person, ...times } = open ?? {};
    const ended = { ...times, endedOn: today, endReason: 'transferred' };
    await done('overwritten.take', overwritten(seed, 'enrolment', id, 'enrolledOn', ended));
    expect(await seed.records.get('enrolment', id)).toMatchObject({ endedOn: today });
    await done('overwritten.take', overwritten(seed, 'enrolment', id, 'enrolledOn', times));
    expect(await seed.records.get('enrolment', id)).toMatchObject({ endedOn: null });
  });

  it.each([
    ['participant', 'room', { room: 'x'.repeat(99) }],
    ['participant', 'mergedInto', { mergedInto: 'somebody' }],
    ['session', 'withdrawn', { withdrawn: false }],
    ['session', 'date', { date: '2026-11-24', movedFrom: null }],
  ] as const)('refuses of a %s the %s that no deed writes so', async (kind, field, value) => {
    const seed = await seeded();
    const id = kind === 'participant' ? seed.amina : seed.sessionId;
    const before = await seed.records.get(kind, id);
    const edit = overwritten(seed, kind, id, field, value);
    expect(await seed.commands.execute('overwritten.take', edit)).toEqual({
      ok: false,
      error: { code: 'overwritten.unfit' },
    });
    expect(await seed.records.get(kind, id)).toEqual(before);
    await seed.done('overwritten.dismiss', edit);
    expect(await seed.records.overwritten(kind, id)).toEqual([]);
  });
});

it('dismissing leaves the record as it is', async () => {
  const seed = await seeded();
  const before = await seed.records.get('participant', seed.amina);
  const edit = overwritten(seed, 'participant', seed.amina, 'room', { room: 'B 114' });
  await seed.done('overwritten.dismiss', edit);
  expect(await all(seed, 'participant', seed.amina)).toEqual([before, []]);
});

it.each([
  ['reception', 'session', 'sessionId', 'lead', { lead: 'K. Overbeck' }],
  ['course-lead', 'offer', 'offerId', 'title', { title: 'Deutsch B1' }],
  ['reception', 'courseGroup', 'groupId', 'room', { room: 'B 114' }],
] as const)('is not for the role %s at a %s', async (role: Role, kind, at, field, value) => {
  const seed = await seeded();
  const edit = overwritten(seed, kind, seed[at], field, value);
  const { commands } = memoryServices({ role, tables: seed.tables, edits: seed.edits });
  for (const name of ['overwritten.take', 'overwritten.dismiss'] as const)
    expect(await commands.execute(name, edit)).toEqual({ ok: false, error: { code: 'role' } });
  expect(await seed.records.overwritten(kind, seed[at])).toHaveLength(1);
});
