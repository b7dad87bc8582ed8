import { describe, expect, it } from 'vitest';
import type { CommandInput } from '#shared/domain/commands/registry.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { type Seeded, seeded, today } from './seeded.ts';

const mark = (participantId: string, of: 'present' | 'absent') => ({
  ...{ participantId, mark: of, late: null, early: null },
});

/** The seed with one certificate of Amina's. */
async function issued() {
  const seed = await seeded();
  const { done, groupId, sessionId, amina } = seed;
  await done('attendance.record', { sessionId, marks: [mark(amina, 'present')], reason: null });
  const { ids } = await done('certificate.issue', madeRequests(groupId, [amina]));
  const id = ids[0] ?? '';
  const found = async (of = id) => {
    const certificate = await seed.records.get('certificate', of);
    if (!certificate) throw new Error('no certificate');
    return certificate;
  };
  return { ...seed, id, found };
}

const codeOf = async <
  N extends 'certificate.copy' | 'certificate.revoke' | 'certificate.issue' | 'certificate.decide',
>(
  { commands }: Pick<Seeded, 'commands'>,
  name: N,
  input: CommandInput<N>,
): Promise<string> => {
  const answer = await commands.execute(name, input);
  return answer.ok ? 'done' : answer.error.code;
};

describe('a further copy', () => {
  it('is registered with its day and who handed it out; nothing else of the certificate changes', async () => {
    const { done, id, found } = await issued();
    const before = await found();
    expect(await done('certificate.copy', { id })).toEqual({ on: today });
    await done('certificate.copy', { id });
    const { copies, ...after } = await found();
    expect(copies).toEqual([
      { on: today, by: before.issuedBy },
      { on: today, by: before.issuedBy },
    ]);
    expect({ ...after, copies: [] }).toEqual(before);
  });

  it('is refused of one that is revoked or not there', async () => {
    const seed = await issued();
    await seed.done('certificate.revoke', { id: seed.id, reason: 'Name falsch' });
    expect(await codeOf(seed, 'certificate.copy', { id: seed.id })).toBe('certificate.revoked');
    expect(await codeOf(seed, 'certificate.copy', { id: 'gone' })).toBe('certificate.missing');
  });
});

describe('leaving the app', () => {
  it('is kept for each certificate with its first day, however often it is printed or saved', async () => {
    const { done, id, found, tables } = await issued();
    expect((await found()).firstOutOn).toBeNull();
    await done('certificate.save', { ids: [id] });
    const first = await found();
    expect(first).toMatchObject({ firstOutOn: today, copies: [] });
    const earlier = { ...first, firstOutOn: '2026-11-20' };
    tables.certificate?.set(id, earlier);
    await done('certificate.print', { ids: [id] });
    expect(await found()).toEqual(earlier);
  });
});

describe('the address of the check page', () => {
  it('is kept by what was issued under it, and by the facility when its name changes', async () => {
    const first = await issued();
    const { done, records, groupId, amina } = first;
    const checkPage = 'https://zue.example/pruefen/';
    await done('proof.setCheckPage', { checkPage });
    await done('facility.save', { name: 'ZUE Musterstadt', place: 'Musterstadt', programme: null });
    expect(await records.get('facility', 'facility')).toMatchObject({ checkPage, name: 'ZUE Musterstadt' });
    const again = await done('certificate.issue', madeRequests(groupId, [amina]));
    await done('proof.setCheckPage', { checkPage: null });
    expect((await first.found()).checkPage).toBeNull();
    expect((await first.found(again.ids[0])).checkPage).toBe(checkPage);
  });
});

describe('revoking', () => {
  it('keeps what was said, with the reason, and happens once', async () => {
    const seed = await issued();
    const before = await seed.found();
    await seed.done('certificate.revoke', { id: seed.id, reason: '  Name falsch ' });
    const revoked = { on: today, by: before.issuedBy, reason: 'Name falsch', replacedBy: null };
    expect(await seed.found()).toEqual({ ...before, revoked });
    expect(await codeOf(seed, 'certificate.revoke', { id: seed.id, reason: 'Noch einmal' })).toBe(
      'certificate.revoked',
    );
    expect((await seed.found()).revoked).toEqual(revoked);
  });
});

describe('replacing', () => {
  it('issues another one with today’s data and revokes the old one in one write', async () => {
    const { done, groupId, amina, id, found } = await issued();
    const before = await found();
    await done('participant.update', { id: amina, changes: { given: 'Aminah' } });
    const ask = madeRequests(groupId, [amina], { replaces: { id, reason: 'Name falsch geschrieben' } });
    const { ids } = await done('certificate.issue', ask);
    const after = await found(ids[0]);
    expect(after).toMatchObject({ name: 'Aminah', replaces: id, revoked: null });
    expect(after.number).not.toBe(before.number);
    expect(await found()).toEqual({
      ...before,
      revoked: {
        ...{ on: today, by: before.issuedBy, reason: 'Name falsch geschrieben', replacedBy: ids[0] },
      },
    });
  });

  it('refuses what is revoked, somebody else’s, or not there, and writes nothing', async () => {
    const seed = await issued();
    const { done, groupId, sessionId, amina, bilal, id } = seed;
    await done('attendance.record', { sessionId, marks: [mark(bilal, 'present')], reason: null });
    const replaces = (of: string) => ({ replaces: { id: of, reason: 'Name falsch' } });
    const ask = (person: string, of: string) => madeRequests(groupId, [person], replaces(of));
    expect(await codeOf(seed, 'certificate.issue', ask(bilal, id))).toBe('certificate.missing');
    expect(await codeOf(seed, 'certificate.issue', ask(amina, 'gone'))).toBe('certificate.missing');
    await done('certificate.revoke', { id, reason: 'Name falsch' });
    expect(await codeOf(seed, 'certificate.issue', ask(amina, id))).toBe('certificate.revoked');
    expect(await seed.records.all('certificate')).toHaveLength(1);
  });
});

it('one certificate is not replaced by two', async () => {
  const seed = await issued();
  const replaces = { id: seed.id, reason: 'Name falsch' };
  const once = madeRequests(seed.groupId, [seed.amina], { replaces }).requests;
  const other = madeRequests(seed.groupId, [seed.amina], { replaces, translation: 'page' }).requests;
  expect(await codeOf(seed, 'certificate.issue', { requests: [...once, ...other] })).toBe(
    'certificate.revoked',
  );
  expect(await seed.records.all('certificate')).toHaveLength(1);
});

describe('the lead’s word', () => {
  const word = (seed: Seeded, participantId: string) => ({
    ...{ participantId, groupId: seed.groupId, moduleId: null, reason: 'Umzug vor dem Ende' },
  });

  it('withholds, and is one record however often it changes', async () => {
    const seed = await issued();
    const own = word(seed, seed.amina);
    const { id } = await seed.done('certificate.decide', { ...own, decision: 'withhold' });
    expect(await codeOf(seed, 'certificate.issue', madeRequests(seed.groupId, [seed.amina]))).toBe(
      'certificate.withheld',
    );
    expect(await seed.done('certificate.decide', { ...own, decision: null })).toEqual({ id });
    expect(await codeOf(seed, 'certificate.issue', madeRequests(seed.groupId, [seed.amina]))).toBe('done');
    expect(await seed.records.all('certificateDecision')).toHaveLength(1);
  });

  it('grants to who was there too little, and not to who was never there', async () => {
    const seed = await issued();
    const { done, groupId, bilal } = seed;
    const slot = { date: '2026-11-20', startsAt: 540, endsAt: 630, breaks: [], room: null, moduleId: null };
    const { id } = await done('session.plan', { groupId, ...slot });
    await done('attendance.record', {
      sessionId: seed.sessionId,
      marks: [mark(bilal, 'absent')],
      reason: null,
    });
    await done('attendance.record', { sessionId: id, marks: [mark(bilal, 'absent')], reason: null });
    await done('certificate.decide', { ...word(seed, bilal), decision: 'grant' });
    const ask = madeRequests(groupId, [bilal]);
    expect(await codeOf(seed, 'certificate.issue', ask)).toBe('certificate.not-due');
    await done('attendance.record', { sessionId: id, marks: [mark(bilal, 'present')], reason: null });
    expect(await codeOf(seed, 'certificate.issue', ask)).toBe('done');
  });

  it('is about people of the group, and can only be taken back where there is one', async () => {
    const seed = await issued();
    const grant = { decision: 'grant' as const };
    expect(await codeOf(seed, 'certificate.decide', { ...word(seed, seed.chidi), ...grant })).toBe(
      'certificate.not-enrolled',
    );
    expect(await codeOf(seed, 'certificate.decide', { ...word(seed, seed.amina), decision: null })).toBe(
      'certificate.not-decided',
    );
  });

  it('goes with the person when two records become one, and back', async () => {
    const seed = await issued();
    const { done, records, amina, bilal } = seed;
    const { id } = await done('certificate.decide', { ...word(seed, bilal), decision: 'withhold' });
    const owner = async () => (await records.get('certificateDecision', id))?.participantId;
    const { mergeId } = await done('participant.merge', { keptId: amina, mergedId: bilal });
    expect(await owner()).toBe(amina);
    await done('participant.unmerge', { id: mergeId });
    expect(await owner()).toBe(bilal);
  });
});
