import { describe, expect, it } from 'vitest';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import { judgeByLists } from '#shared/domain/proof/judge-proof.ts';
import { isSameCertificate } from '#shared/domain/proof/same-certificate.ts';
import { madeOffer, madeRequests, madeSlot } from '#tests/memory/made.ts';
import { memorySigner, memoryVerifier } from '#tests/memory/memory-signer.ts';
import { seeded, today } from './seeded.ts';

const present = (participantId: string) => ({
  participantId,
  mark: 'present' as const,
  late: null,
  early: null,
});

/** The seed with two modules, of which Amina was at both sessions of the first one and Bilal at one. */
async function withModules() {
  const seed = await seeded();
  const { done, offerId, groupId, sessionId, amina, bilal, partnerId } = seed;
  const modules = [
    { id: 'm1', title: 'Einkaufen', ue: 50, contents: ['Preise', 'Mengen'] },
    { id: 'm2', title: 'Gesundheit', ue: 50, contents: [] },
  ];
  await done('offer.save', {
    id: offerId,
    offer: madeOffer({ partnerIds: [partnerId], modules, uePlanned: 100 }),
  });
  await done('session.assign', { id: sessionId, lead: null, moduleId: 'm1' });
  const earlier = await done('session.plan', { groupId, ...madeSlot('2026-11-09'), moduleId: 'm1' });
  await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
  const marks = [present(amina), present(bilal)];
  await done('attendance.record', { sessionId: earlier.id, marks, reason: null });
  const codeOf = async (requests: CertificateRequest[]): Promise<string> => {
    const answer = await seed.commands.execute('certificate.issue', { requests });
    return answer.ok ? 'issued' : answer.error.code;
  };
  return { ...seed, codeOf };
}

describe('a certificate of a module', () => {
  it('says what of the module was attended, when it was taught, and its contents', async () => {
    const { done, records, groupId, amina } = await withModules();
    const ask = madeRequests(groupId, [amina], { templateId: 'module', about: { moduleId: 'm1' } });
    const { ids } = await done('certificate.issue', ask);
    const certificate = await records.get('certificate', ids[0] ?? '');
    expect(certificate).toMatchObject({
      ...{ kind: 'module', module: { id: 'm1', title: 'Einkaufen' }, contents: ['Preise', 'Mengen'] },
      ...{ periodFrom: '2026-11-09', periodTo: today, ueAttended: 4, ueOffered: 4 },
    });
    const { keyId, publicKey } = await memorySigner();
    const issuer = { keyId, publicKey, validFrom: '2026-01-01', validTo: null, struckOff: null };
    const issuers = { serial: 1, listedOn: today, issuers: [issuer] };
    const lists = { issuers, revoked: new Map(), revocations: null };
    const judgement = await judgeByLists(certificate?.proof ?? '', lists, memoryVerifier);
    if (judgement.state !== 'genuine' || !certificate) throw new Error(judgement.state);
    expect(judgement.content.offer).toMatch(/^Einkaufen \(/);
    expect(isSameCertificate(judgement.content, certificate)).toBe(true);
    expect(isSameCertificate(judgement.content, { ...certificate, module: null })).toBe(false);
  });

  it('is due by the module’s own UE', async () => {
    const { codeOf, groupId, amina, bilal } = await withModules();
    const of = (participantId: string, moduleId: string) =>
      codeOf(madeRequests(groupId, [participantId], { templateId: 'module', about: { moduleId } }).requests);
    expect(await of(bilal, 'm1')).toBe('certificate.undecided');
    expect(await of(amina, 'm2')).toBe('certificate.not-due');
    expect(await of(amina, 'm3')).toBe('certificate.module-missing');
    expect(await of(amina, 'm1')).toBe('issued');
  });
});

describe('a certificate of a test’s result', () => {
  const result = { test: 'telc Deutsch', level: 'A2', takenOn: '2026-11-20' };

  it('does not hang on how often somebody came', async () => {
    const { done, records, groupId, bilal } = await withModules();
    const ask = madeRequests(groupId, [bilal], { templateId: 'tested', about: { result } });
    const { ids } = await done('certificate.issue', ask);
    expect(await records.get('certificate', ids[0] ?? '')).toMatchObject({ kind: 'tested', result });
  });

  it('is refused with a day to come, and where the lead withholds it', async () => {
    const { done, codeOf, groupId, bilal } = await withModules();
    const ask = (takenOn: string) =>
      madeRequests(groupId, [bilal], {
        templateId: 'tested',
        about: { result: { ...result, takenOn } },
      }).requests;
    expect(await codeOf(ask('2026-11-24'))).toBe('certificate.test-in-future');
    const word = { participantId: bilal, groupId, moduleId: null, reason: 'Nachweis fehlt' };
    await done('certificate.decide', { ...word, decision: 'withhold' });
    expect(await codeOf(ask(today))).toBe('certificate.withheld');
  });
});

describe('a badge of honour', () => {
  const deed = {
    of: 'honour' as const,
    ...{ title: 'Mithilfe in der Fahrradwerkstatt', area: 'day-structure' as const },
    ...{ periodFrom: '2026-09-01', periodTo: '2026-11-20' },
  };

  it('is about no course and no UE', async () => {
    const { done, records, chidi } = await withModules();
    const request = { participantId: chidi, about: deed, templateId: 'honour', translation: null };
    const { ids } = await done('certificate.issue', { requests: [{ ...request, replaces: null }] });
    const certificate = await records.get('certificate', ids[0] ?? '');
    expect(certificate).toMatchObject({
      ...{ kind: 'honour', offerTitle: deed.title, groupId: null, level: null, module: null },
      ...{ ueAttended: 0, ueOffered: 0, periodFrom: '2026-09-01', contents: [], partners: [] },
    });
    expect(certificate?.proof).toMatch(/^\d+$/);
  });

  it('refuses a period that ends before it begins, and people who are not there', async () => {
    const { codeOf, chidi } = await withModules();
    const ask = {
      participantId: chidi,
      about: deed,
      templateId: 'honour',
      translation: null,
      replaces: null,
    };
    expect(await codeOf([{ ...ask, about: { ...deed, periodTo: '2026-08-31' } }])).toBe(
      'certificate.ends-before-start',
    );
    expect(await codeOf([{ ...ask, participantId: 'gone' }])).toBe('participant.missing');
  });
});

describe('several at once', () => {
  it('are issued in the order asked for, a repeated request once', async () => {
    const { done, records, groupId, amina } = await withModules();
    const whole = madeRequests(groupId, [amina]).requests;
    const module = madeRequests(groupId, [amina], { templateId: 'module', about: { moduleId: 'm1' } });
    const { ids } = await done('certificate.issue', {
      requests: [...module.requests, ...whole, ...module.requests],
    });
    const issued = await records.getMany('certificate', ids);
    expect(issued.map(({ value }) => value.kind)).toEqual(['module', 'participation']);
    expect(new Set(issued.map(({ value }) => value.number)).size).toBe(2);
  });

  it('are refused whole where one is not due', async () => {
    const { codeOf, records, groupId, amina } = await withModules();
    const module = madeRequests(groupId, [amina], { templateId: 'module', about: { moduleId: 'm2' } });
    const requests = [...madeRequests(groupId, [amina]).requests, ...module.requests];
    expect(await codeOf(requests)).toBe('certificate.not-due');
    expect(await records.all('certificate')).toEqual([]);
  });
});
