import { describe, expect, it } from 'vitest';
import { importBatchSize } from '#shared/domain/commands/participants.ts';
import { newParticipant } from '#shared/domain/records/participant.ts';
import { madeParticipant } from '#tests/memory/made.ts';
import { seeded, today } from './seeded.ts';

const newYear = { kind: 'date', date: '1990-01-01' } as const;

describe('participants', () => {
  it('born on 01.01. are kept with the year only', async () => {
    const { done, records, amina } = await seeded();
    const created = await done('participant.create', { ...madeParticipant('Elif'), birth: newYear });
    const imported = await done('participant.import', {
      rows: [{ ...madeParticipant('Farid'), birth: newYear }],
    });
    await done('participant.update', { id: amina, changes: { birth: newYear } });
    for (const id of [created.id, imported.ids[0] ?? '', amina]) {
      expect((await records.get('participant', id))?.birth).toEqual({ kind: 'year', year: 1990 });
    }
  });

  it('keep fields of a newer version when they are changed', async () => {
    const { done, records, tables, amina } = await seeded();
    tables.participant?.set(amina, { ...newParticipant(madeParticipant('Amina')), badge: 'later' });
    await done('participant.update', { id: amina, changes: { room: 'B 204' } });
    expect(await records.get('participant', amina)).toMatchObject({
      badge: 'later',
      room: 'B 204',
      given: 'Amina',
    });
  });

  it('leave once, by the deed that ends their places and no other', async () => {
    const { commands, done, records, amina, places } = await seeded();
    const changes = { departedOn: today, room: 'B 204' };
    await done('participant.update', { id: amina, changes });
    expect(await records.get('participant', amina)).toMatchObject({ departedOn: null, room: 'B 204' });
    await done('participant.depart', { id: amina, departedOn: today });
    expect((await records.get('enrolment', places[0] ?? ''))?.endedOn).toBe(today);
    expect(await commands.execute('participant.depart', { id: amina, departedOn: today })).toEqual({
      ok: false,
      error: { code: 'participant.departed-already' },
    });
  });

  it('that were merged into another are not changed any more', async () => {
    const { commands, done, amina, chidi } = await seeded();
    await done('participant.merge', { keptId: amina, mergedId: chidi });
    const answer = await commands.execute('participant.update', { id: chidi, changes: { room: 'B 204' } });
    expect(answer).toEqual({ ok: false, error: { code: 'participant.missing' } });
  });

  it('that are not there are not changed', async () => {
    const { commands } = await seeded();
    const answer = await commands.execute('participant.update', { id: 'gone', changes: { room: null } });
    expect(answer).toEqual({ ok: false, error: { code: 'participant.missing' } });
  });

  it('are imported in batches of a size that one journal frame takes', async () => {
    const { commands, records } = await seeded();
    const before = (await records.all('participant')).length;
    const rows = Array.from({ length: importBatchSize + 1 }, () => madeParticipant('Elif'));
    expect((await commands.execute('participant.import', { rows })).ok).toBe(false);
    expect((await commands.execute('participant.import', { rows: rows.slice(1) })).ok).toBe(true);
    expect(await records.all('participant')).toHaveLength(before + importBatchSize);
  });

  it('are imported with what the list says of others, and who is somebody else, in one write', async () => {
    const { done, commands, records, directory, amina, bilal } = await seeded();
    const { ids } = await done('participant.import', {
      rows: [{ ...madeParticipant('Elif'), formerNumbers: ['7'] }, madeParticipant('Farid')],
      takenOver: [{ id: amina, changes: { room: 'C 3', formerNumbers: ['1'] } }],
      apart: [
        [0, bilal],
        [1, 0],
      ],
    });
    const [elif = '', farid = ''] = ids;
    expect((await records.get('participant', elif))?.formerNumbers).toEqual(['7']);
    expect(await records.get('participant', amina)).toMatchObject({ room: 'C 3', formerNumbers: ['1'] });
    expect(directory.list('distinctPeople').map(({ people }) => people)).toEqual(
      [
        [elif, bilal],
        [elif, farid],
      ].map((pair) => pair.sort()),
    );
    for (const input of [
      { rows: [madeParticipant('Elif')], takenOver: [{ id: 'gone', changes: {} }] },
      { rows: [madeParticipant('Elif')], apart: [[0, 5] as [number, number]] },
    ])
      expect(await commands.execute('participant.import', input)).toEqual({
        ok: false,
        error: { code: 'participant.missing' },
      });
    expect((await commands.execute('participant.import', { rows: [] })).ok).toBe(false);
  });
});
