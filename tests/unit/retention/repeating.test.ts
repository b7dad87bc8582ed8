import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '#shared/domain/commands/define.ts';
import { roles } from '#shared/ports/account.ts';
import { madeMark } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type Seeded, seeded } from '../commands/seeded.ts';

const copyOf = (tables: Seeded['tables']): Seeded['tables'] => structuredClone(tables);
const textOf = (tables: Seeded['tables']): string =>
  JSON.stringify(tables, (_key, value: unknown) => (value instanceof Map ? [...value] : value));

const ledgerOf = ({ tables }: Seeded): LedgerEntry[] =>
  [...(tables.erasure ?? [])].map(([id, value]) => ({ id, value: value as unknown as LedgerEntry['value'] }));

describe('after an older snapshot was put back', () => {
  it.each(roles)('what the ledger says is done again, whoever unlocks (%s)', async (role) => {
    const seed = await seeded();
    const { done, sessionId, amina } = seed;
    await done('attendance.record', { sessionId, marks: [madeMark(amina)], reason: null });
    const older = copyOf(seed.tables);
    const { erasureId } = await done('participant.erase', { id: amina });
    const restored = memoryServices({ role, tables: older, ledger: ledgerOf(seed) });
    expect(textOf(older)).toContain(amina);
    expect(await restored.commands.execute('erasure.repeat', { ids: [erasureId] })).toMatchObject({
      ok: true,
    });
    const { erasure, ...rest } = older;
    expect(textOf(rest)).not.toContain(amina);
    expect(textOf(rest)).not.toContain('Amina');
    expect([...(erasure?.keys() ?? [])]).toEqual([erasureId]);
  });

  it('nobody is deleted who does not stand in the ledger', async () => {
    const seed = await seeded();
    const before = textOf(seed.tables);
    const restored = memoryServices({ role: 'reception', tables: seed.tables });
    for (const input of [{ ids: ['made-up'] }, { ids: [seed.amina] }])
      expect(await restored.commands.execute('erasure.repeat', input)).toEqual({
        ...{ ok: false, error: { code: 'erasure.unknown' } },
      });
    const forged = { ids: ['made-up'], people: [{ ids: [seed.amina], classes: ['person'] }] };
    expect(await restored.commands.execute('erasure.repeat', forged as never)).toMatchObject({
      error: { code: 'input' },
    });
    expect(textOf(seed.tables)).toBe(before);
  });

  it.each(['kept', 'merged'] as const)(
    'somebody stays whose record was one with the erased person’s then, %s by theirs',
    async (which) => {
      const seed = await seeded();
      const { done, sessionId, amina, bilal } = seed;
      const marks = [madeMark(amina), madeMark(bilal, 'late', 20)];
      await done('attendance.record', { sessionId, marks, reason: null });
      const [keptId, mergedId] = which === 'kept' ? [bilal, amina] : [amina, bilal];
      const { mergeId } = await done('participant.merge', { keptId, mergedId });
      const older = copyOf(seed.tables);
      await done('participant.unmerge', { id: mergeId });
      const { erasureId } = await done('participant.erase', { id: amina });
      const restored = memoryServices({ tables: older, ledger: ledgerOf(seed) });
      const answer = await restored.commands.execute('erasure.repeat', { ids: [erasureId] });
      expect(answer).toMatchObject({ ok: true });
      expect(await restored.records.get('participant', bilal)).toMatchObject({
        given: 'Bilal',
        mergedInto: null,
      });
      expect(await restored.records.where('enrolment', 'participantId', bilal)).toHaveLength(1);
      const sheet = await restored.records.get('attendanceSheet', sessionId);
      const own = Object.values(sheet?.entries ?? {}).filter(({ participantId }) => participantId === bilal);
      expect(own).toMatchObject([{ mark: 'late', late: 20 }]);
      const { erasure: _ledger, ...rest } = older;
      expect(textOf(rest)).not.toContain('Amina');
      expect(textOf(rest)).not.toContain(amina);
    },
  );
});
