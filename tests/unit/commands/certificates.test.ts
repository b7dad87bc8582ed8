import { describe, expect, it } from 'vitest';
import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import { isCertificateNumber } from '#shared/domain/certificates/number.ts';
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
  it('takes a snapshot of what is due', async () => {
    const { done, records, groupId, sessionId, amina } = await seeded();
    await done('attendance.record', { sessionId, marks: [present(amina)], reason: null });
    const { ids } = await done('certificate.issue', { groupId, participantIds: [amina, amina] });
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
      const answer = await commands.execute('certificate.issue', { groupId: group, participantIds });
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
