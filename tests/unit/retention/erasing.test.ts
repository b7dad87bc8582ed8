import { describe, expect, it } from 'vitest';
import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { isAnonymous } from '#shared/domain/retention/anonymous.ts';
import { proposedMonths } from '#shared/domain/retention/classes.ts';
import { roles } from '#shared/ports/account.ts';
import { madeMark, madeRequests } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type Seeded, seeded, today } from '../commands/seeded.ts';

/** What is written of Amina and of nobody else. */
const words = [
  'Amina',
  'Aminata',
  'Haddad',
  'أمينة',
  'Z-4711-Q',
  'K 17',
  'Rücksprache',
  'krank gemeldet',
  'Chor',
];

const textOf = ({ tables }: Pick<Seeded, 'tables'>): string =>
  JSON.stringify(tables, (_key, value: unknown) => (value instanceof Map ? [...value] : value));

/** Amina with something of every kind, kept twice once, and others beside her. */
async function known() {
  const seed = await seeded();
  const { done, amina, bilal, chidi, daria, groupId, sessionId } = seed;
  await done('participant.update', {
    id: amina,
    changes: {
      ...{ family: 'Haddad', number: 'Z-4711-Q', original: 'أمينة', room: 'K 17', languages: ['ar'] },
      note: { text: 'Rücksprache mit ihr halten', purpose: 'Kursplatz' },
    },
  });
  await done('participant.update', { id: chidi, changes: { given: 'Aminata', room: 'K 17' } });
  await done('attendance.record', {
    ...{ sessionId, reason: null, marks: [madeMark(amina, 'late', 20), madeMark(bilal), madeMark(daria)] },
  });
  const walkIn = { mark: 'present', late: null, early: null, reason: null } as const;
  const { entryId } = await done('attendance.walkIn', {
    sessionId,
    entryId: null,
    name: 'Aminata',
    ...walkIn,
  });
  await done('attendance.linkWalkIn', { sessionId, entryId, participantId: chidi, reason: null });
  await done('participant.distinguish', { pairs: [[amina, daria]] });
  const { mergeId } = await done('participant.merge', { keptId: amina, mergedId: chidi });
  await done('badge.issue', { participantIds: [amina, bilal] });
  await done('signatureList.print', { sessionIds: [sessionId] });
  await done('attendance.close', { sessionId });
  await done('attendance.record', {
    ...{ sessionId, marks: [madeMark(amina, 'late', 30)], reason: 'krank gemeldet, kam doch' },
  });
  await done('certificate.decide', {
    ...{
      participantId: amina,
      groupId,
      moduleId: null,
      decision: 'grant',
      reason: 'Rücksprache mit Leitung',
    },
  });
  await done('certificate.issue', madeRequests(groupId, [amina, bilal]));
  const deed = { of: 'honour', title: 'Chor am Sommerfest', area: 'language' } as const;
  const about = { ...deed, periodFrom: '2026-11-02', periodTo: today };
  const request = { participantId: amina, about, templateId: 'honour', translation: null, replaces: null };
  await done('certificate.issue', { requests: [request] });
  return { ...seed, mergeId };
}

/** What reports say of the day and of the group, people's ids aside. */
async function counted(seed: Seeded) {
  const day = await loadDayReport(seed, today);
  const results = await loadGroupResults(seed.directory, seed.groupId, today);
  return {
    sums: day.sums,
    areas: day.areas.map(({ area, sums }) => ({ area, sums })),
    sessions: day.areas.flatMap(({ sessions }) => sessions.map(({ sums, state }) => ({ sums, state }))),
    results: results.map(({ sums }) => ({ ...sums, byModule: [...sums.byModule] })).sort(byText),
    certificates: (await seed.records.all('certificate')).length,
  };
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('a person who is erased', () => {
  it('is nowhere any more, under no name and no id', async () => {
    const seed = await known();
    const before = textOf(seed);
    for (const word of words) expect(before).toContain(word);
    const { erasureId, gone } = await seed.done('participant.erase', { id: seed.amina });
    expect(new Set(gone)).toEqual(new Set([seed.amina, seed.chidi]));
    const { erasure, ...rest } = seed.tables;
    const after = textOf({ tables: rest });
    for (const word of [...words, seed.amina, seed.chidi, seed.mergeId]) expect(after).not.toContain(word);
    expect(erasure?.get(erasureId)).toMatchObject({
      ...{ cause: 'request', walkIns: [] },
      people: [{ ids: [seed.amina, seed.chidi], classes: ['person'] }],
    });
    expect(JSON.stringify([...(erasure ?? [])])).not.toMatch(/Amina|Haddad|Z-4711-Q/);
  });

  it('is counted as before, in the day, the group and the register', async () => {
    const seed = await known();
    const before = await counted(seed);
    expect(before.sums).toMatchObject({ attendances: 3, people: 3 });
    await seed.done('participant.erase', { id: seed.amina });
    expect(await counted(seed)).toEqual(before);
  });

  it('leaves everybody else as they were', async () => {
    const seed = await known();
    const of = async (id: string) => ({
      person: await seed.records.get('participant', id),
      badges: await seed.records.where('badge', 'participantId', id),
      places: await seed.records.where('enrolment', 'participantId', id),
      certificates: await seed.records.where('certificate', 'participantId', id),
    });
    const before = [await of(seed.bilal), await of(seed.daria)];
    await seed.done('participant.erase', { id: seed.amina });
    expect([await of(seed.bilal), await of(seed.daria)]).toEqual(before);
  });

  it('gives the place that was still held to whoever waits', async () => {
    const seed = await seeded();
    const { done, groupId, amina, chidi, daria, records } = seed;
    await done('enrolment.add', { groupId, participantIds: [chidi, daria], enrolledOn: today });
    await done('participant.erase', { id: amina });
    const places = await records.where('enrolment', 'groupId', groupId);
    const open = places.filter(({ value }) => value.endedOn === null && value.waitingSince === null);
    expect(open.map(({ value }) => value.participantId)).toContain(daria);
    const left = places.filter(({ value }) => isAnonymous(value.participantId));
    expect(left).toMatchObject([{ value: { endedOn: today, endReason: 'transferred', movedUp: null } }]);
  });

  it('who only waited leaves no place behind', async () => {
    const seed = await seeded();
    const { done, groupId, chidi, daria, records } = seed;
    const { waiting } = await done('enrolment.add', {
      ...{ groupId, participantIds: [chidi, daria], enrolledOn: today },
    });
    await done('participant.erase', { id: daria });
    expect(await records.getMany('enrolment', waiting)).toEqual([]);
  });

  it('goes from cleared lines too', async () => {
    const seed = await seeded();
    const { done, sessionId, amina, records } = seed;
    for (const mark of ['present', 'not-recorded'] as const)
      await done('attendance.record', { sessionId, marks: [madeMark(amina, mark)], reason: null });
    await done('participant.erase', { id: amina });
    expect((await records.get('attendanceSheet', sessionId))?.entries).toEqual({});
  });

  it('leaves certificates that can be neither copied, revoked nor replaced', async () => {
    const seed = await known();
    const certificates = await seed.records.where('certificate', 'participantId', seed.amina);
    const own = certificates.find(({ value }) => value.groupId !== null);
    await seed.done('participant.erase', { id: seed.amina });
    const id = own?.id ?? '';
    expect(await seed.records.get('certificate', id)).toMatchObject({
      ...{ number: own?.value.number, name: '', proof: null, birth: { kind: 'unknown' } },
      ...{ ueAttended: own?.value.ueAttended, issuedOn: own?.value.issuedOn },
    });
    for (const answer of [
      await seed.commands.execute('certificate.copy', { id }),
      await seed.commands.execute('certificate.revoke', { id, reason: 'Name falsch' }),
    ])
      expect(answer).toEqual({ ok: false, error: { code: 'certificate.anonymous' } });
  });

  it.each(roles)('is not erased by the role %s unless it may', async (role) => {
    const seed = await known();
    const services = memoryServices({ role, tables: seed.tables });
    const before = textOf(seed);
    const answer = await services.commands.execute('participant.erase', { id: seed.amina });
    if (role === 'administrator') expect(answer.ok).toBe(true);
    else {
      expect(answer).toEqual({ ok: false, error: { code: 'role' } });
      expect(textOf(seed)).toBe(before);
    }
  });
});

describe('at the end of a period', () => {
  /** Amina left on a day; the periods are those proposed. */
  async function left(departedOn: string) {
    const seed = await known();
    const { done, tables, amina } = seed;
    await done('retention.setPeriods', {
      ...{ months: proposedMonths, signedOffBy: 'Datenschutzstelle', signedOffOn: today },
    });
    await done('participant.depart', { id: amina, departedOn: today });
    tables.participant?.set(amina, { ...tables.participant.get(amina), departedOn });
    return seed;
  }

  it('first room, languages, note and badges go', async () => {
    const seed = await left('2026-10-23');
    const { done, records, amina, chidi, tables } = seed;
    await done('retention.delete', { people: [{ id: amina, classes: ['details', 'badges'] }], walkIns: [] });
    expect(await records.get('participant', amina)).toMatchObject({
      ...{ given: 'Amina', room: null, languages: [], note: null },
    });
    expect(await records.get('participant', chidi)).toMatchObject({ room: null });
    expect(await records.where('badge', 'participantId', amina)).toEqual([]);
    expect(textOf({ tables })).not.toContain('K 17');
    expect(textOf({ tables })).not.toContain('Rücksprache mit ihr');
    expect(textOf({ tables })).toContain('Haddad');
  });

  it('then marks and places lose the person, and counts stay', async () => {
    const seed = await left('2025-11-20');
    const { done, records, directory, amina, mergeId } = seed;
    const before = await counted(seed);
    await done('retention.delete', { people: [{ id: amina, classes: ['attendance'] }], walkIns: [] });
    expect(await counted(seed)).toEqual(before);
    expect(await directory.sheetsOf(amina)).toEqual([]);
    expect(await records.where('enrolment', 'participantId', amina)).toEqual([]);
    expect(await records.where('certificate', 'participantId', amina)).toHaveLength(2);
    // What nobody can be told from any more does not come back with a merge that is taken back.
    const all = async () => [await records.all('enrolment'), await records.all('attendanceSheet')];
    const anonymous = await all();
    await done('participant.unmerge', { id: mergeId });
    expect(await all()).toEqual(anonymous);
  });

  it('last the name goes, and with it everything', async () => {
    const seed = await left('2023-11-23');
    await seed.done('retention.delete', { people: [{ id: seed.amina, classes: ['person'] }], walkIns: [] });
    const { erasure: _ledger, ...rest } = seed.tables;
    for (const word of words) expect(textOf({ tables: rest })).not.toContain(word);
  });

  it.each([
    ['the day before', '2026-10-24', ['details']],
    ['more than is due', '2026-10-23', ['details', 'attendance']],
    ['a part where the whole is due', '2023-11-23', ['details']],
  ] as const)('nothing goes for %s', async (_what, departedOn, classes) => {
    const seed = await left(departedOn);
    const before = textOf(seed);
    const input = { people: [{ id: seed.amina, classes: [...classes] }], walkIns: [] };
    expect(await seed.commands.execute('retention.delete', input)).toEqual({
      ...{ ok: false, error: { code: 'retention.not-due' } },
    });
    expect(textOf(seed)).toBe(before);
  });

  it('nothing goes of somebody who came back, nor without periods', async () => {
    const seed = await left('2023-11-23');
    const input = { people: [{ id: seed.amina, classes: ['person' as const] }], walkIns: [] };
    await seed.done('participant.return', { id: seed.amina, reopen: [] });
    expect(await seed.commands.execute('retention.delete', input)).toMatchObject({
      error: { code: 'retention.not-due' },
    });
    seed.tables.retentionPeriods?.clear();
    expect(await seed.commands.execute('retention.delete', input)).toMatchObject({
      error: { code: 'retention.not-signed-off' },
    });
  });

  it('walk-ins lose their names, cleared ones too, and are counted as before', async () => {
    const seed = await seeded();
    const { done, sessionId, records, tables, directory } = seed;
    const walkIn = {
      sessionId,
      entryId: null,
      mark: 'present',
      late: null,
      early: null,
      reason: null,
    } as const;
    await done('attendance.walkIn', { ...walkIn, name: 'Zarifa' });
    const { entryId } = await done('attendance.walkIn', { ...walkIn, name: 'Yonas' });
    await done('attendance.walkIn', { ...walkIn, entryId, name: 'Yonas', mark: 'not-recorded' });
    await done('retention.setPeriods', {
      ...{ months: proposedMonths, signedOffBy: 'Datenschutzstelle', signedOffOn: today },
    });
    const input = { people: [], walkIns: [sessionId] };
    expect(await seed.commands.execute('retention.delete', input)).toMatchObject({
      error: { code: 'retention.not-due' },
    });
    const sheet = await records.get('attendanceSheet', sessionId);
    tables.attendanceSheet?.set(sessionId, { ...sheet, date: '2026-08-23' });
    tables.session?.set(sessionId, { ...tables.session.get(sessionId), date: '2026-08-23' });
    const before = (await loadDayReport(seed, '2026-08-23')).sums;
    expect(before).toMatchObject({ attendances: 1, walkIns: 1 });
    await done('retention.delete', input);
    expect(textOf(seed)).not.toMatch(/Zarifa|Yonas/);
    expect((await loadDayReport(seed, '2026-08-23')).sums).toEqual(before);
    const [found] = await directory.sessionsBetween('2026-08-23', '2026-08-23');
    expect(found?.sheet).toMatchObject({ unlinked: 0, attended: 1 });
  });
});
