import { describe, expect, it } from 'vitest';
import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import { isCertificateNumber } from '#shared/domain/certificates/number.ts';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import { judgeByLists } from '#shared/domain/proof/judge-proof.ts';
import { isSameCertificate } from '#shared/domain/proof/same-certificate.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { memorySigner, memoryVerifier } from '#tests/memory/memory-signer.ts';
import { seeded, today } from './seeded.ts';

const present = (participantId: string) => ({
  participantId,
  mark: 'present' as const,
  late: null,
  early: null,
});

describe('results of a group', () => {
  it('are one a person, of the place that is open', async () => {
    const { done, directory, groupId, places, amina, bilal } = await seeded();
    const id = places[0] ?? '';
    await done('enrolment.end', { ids: [id], endedOn: today, reason: 'dropped-out' });
    await done('enrolment.add', { groupId, participantIds: [amina], enrolledOn: today });
    await done('enrolment.end', { ids: places.slice(1), endedOn: today, reason: 'mistake' });
    const results = await loadGroupResults(directory, groupId, today);
    expect(results.map(({ participantId }) => participantId)).toEqual([amina]);
    expect(results[0]?.enrolment.endedOn).toBeNull();
    expect(results.some(({ participantId }) => participantId === bilal)).toBe(false);
  });

  it('of two places begun on one day are of the open one, in whatever order they are read', async () => {
    const { done, directory, tables, groupId, amina } = await seeded();
    const place = { groupId, participantId: amina, enrolledOn: today, waitingSince: null, movedUp: null };
    for (const [id, endedOn] of [
      ['first', null],
      ['second', today],
    ] as const) {
      tables.enrolment?.set(id, { ...place, endedOn, endReason: endedOn === null ? null : 'dropped-out' });
    }
    await done('participant.view', { ids: [amina] });
    const results = await loadGroupResults(directory, groupId, today);
    expect(results.find(({ participantId }) => participantId === amina)?.enrolment.id).toBe('first');
  });

  it('of a group that is not there are none', async () => {
    expect(await loadGroupResults((await seeded()).directory, 'gone', today)).toEqual([]);
  });
});

describe('issuing certificates', () => {
  it('seals a code that says what the certificate says', async () => {
    const { done, records, groupId, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const { ids } = await done('certificate.issue', madeRequests(groupId, [amina]));
    const certificate = await records.get('certificate', ids[0] ?? '');
    if (!certificate) throw new Error('nothing was issued');
    const { keyId, publicKey } = await memorySigner();
    const issuer = { keyId, publicKey, validFrom: '2026-01-01', validTo: null, struckOff: null };
    const issuers = { serial: 1, listedOn: today, issuers: [issuer] };
    const lists = { issuers, revoked: new Map(), revocations: null };
    const judgement = await judgeByLists(certificate.proof ?? '', lists, memoryVerifier);
    expect(judgement).toMatchObject({ state: 'genuine' });
    if (judgement.state !== 'genuine') throw new Error(judgement.state);
    expect(isSameCertificate(judgement.content, certificate)).toBe(true);
  });

  it('keeps a copy of the template, which later changes of it do not reach', async () => {
    const { commands, done, records, groupId, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const shipped = shippedTemplates.find(({ id }) => id === 'participation');
    if (!shipped) throw new Error('no template');
    const { id } = await done('certificateTemplate.create', { name: 'Unsere', content: shipped.content });
    const ask = (templateId: string) => madeRequests(groupId, [amina], { templateId });
    const { ids } = await done('certificate.issue', ask(id));
    const changed = { ...shipped.content, title: 'Bescheinigung' };
    await done('certificateTemplate.revise', { id, name: 'Unsere', content: changed });
    const kept = (await records.get('certificate', ids[0] ?? ''))?.template;
    expect(kept).toEqual({ id, name: 'Unsere', version: 1, content: shipped.content });
    const later = await done('certificate.issue', ask(id));
    expect((await records.get('certificate', later.ids[0] ?? ''))?.template).toMatchObject({
      version: 2,
      content: { title: 'Bescheinigung' },
    });
    const codeOf = async (templateId: string) => {
      const answer = await commands.execute('certificate.issue', ask(templateId));
      return answer.ok ? 'issued' : answer.error.code;
    };
    expect(await codeOf('module')).toBe('certificate.template-kind');
    expect(await codeOf('gone')).toBe('certificate.template-missing');
    await done('certificateTemplate.retire', { id, retired: true });
    expect(await codeOf(id)).toBe('certificate.template-missing');
    expect(await records.all('certificate')).toHaveLength(2);
  });

  it.each([
    [['prs', 'de'], 'fa'],
    [['am', 'ti'], 'ti'],
    [['de', 'ar'], null],
    [['am'], null],
    [[], null],
  ] as const)('for someone who speaks %j with a translation into %s', async (languages, language) => {
    const { done, records, groupId, sessionId, amina } = await seeded();
    await done('participant.update', { id: amina, changes: { languages: [...languages] } });
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const ask = madeRequests(groupId, [amina], { translation: 'page' });
    const { ids } = await done('certificate.issue', ask);
    expect((await records.get('certificate', ids[0] ?? ''))?.translation).toEqual(
      language && { language, place: 'page' },
    );
  });

  it('takes a snapshot of what is due', async () => {
    const { done, records, groupId, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const { ids } = await done('certificate.issue', madeRequests(groupId, [amina, amina]));
    expect(ids).toHaveLength(1);
    const certificate = await records.get('certificate', ids[0] ?? '');
    expect(certificate).toMatchObject({
      ...{ participantId: amina, name: 'Amina', offerTitle: 'Erstorientierung', groupName: 'Gruppe A' },
      ...{ periodFrom: '2026-11-02', periodTo: today, ueAttended: 2, ueOffered: 2, issuedOn: today },
      facility: { name: 'ZUE Münster', place: 'Münster', programme: null },
      partners: [{ name: 'IHK', shortName: null, logo: null }],
    });
    expect(isCertificateNumber(certificate?.number ?? '')).toBe(true);
  });

  it('is refused whole if it is not due for one', async () => {
    const { commands, done, records, groupId, sessionId, amina, bilal, chidi } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const codeOf = async (participantIds: string[], group = groupId) => {
      const answer = await commands.execute('certificate.issue', madeRequests(group, participantIds));
      return answer.ok ? 'issued' : answer.error.code;
    };
    expect(await codeOf([amina, bilal])).toBe('certificate.undecided');
    await done('attendance.record', {
      sessionId,
      marks: [{ ...present(bilal), mark: 'absent' }],
      reason: null,
    });
    expect(await codeOf([amina, bilal])).toBe('certificate.not-due');
    expect(await codeOf([amina, chidi])).toBe('certificate.not-enrolled');
    expect(await codeOf([amina], 'gone')).toBe('certificate.group-missing');
    expect(await records.all('certificate')).toEqual([]);
  });
});
