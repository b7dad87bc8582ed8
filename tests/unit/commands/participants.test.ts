import { describe, expect, it } from 'vitest';
import { importBatchSize } from '#shared/domain/commands/participants.ts';
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
    tables.participant?.set(amina, { ...madeParticipant('Amina'), badge: 'later' });
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
});
