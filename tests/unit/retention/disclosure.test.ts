import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { composeDisclosure } from '#renderer/documents/disclosure/disclosure-document.ts';
import { printedDisclosure } from '#renderer/features/people/data-protection/printed-disclosure.ts';
import { german } from '#renderer/i18n/resources.ts';
import { proposedMonths } from '#shared/domain/retention/classes.ts';
import { disclosureText, loadDisclosure } from '#shared/domain/retention/disclosure.ts';
import { madeMark, madeRequests } from '#tests/memory/made.ts';
import { seeded, today } from '../commands/seeded.ts';

const texts = createInstance();
void texts.init({
  ...{ lng: 'de', initAsync: false, resources: { de: german }, interpolation: { escapeValue: false } },
});

/** Amina with something of every kind; Bilal beside her. */
async function known() {
  const seed = await seeded();
  const { done, amina, bilal, chidi, daria, groupId, sessionId } = seed;
  await done('participant.update', {
    id: amina,
    changes: {
      ...{ family: 'Haddad', number: 'Z-4711-Q', original: 'أمينة حداد', room: 'K 17', languages: ['ar'] },
      note: { text: 'Rücksprache halten', purpose: 'Kursplatz' },
    },
  });
  await done('participant.update', { id: amina, changes: { room: 'K 18' } });
  const marks = [madeMark(amina, 'late', 20), madeMark(bilal)];
  await done('attendance.record', { sessionId, reason: null, marks });
  const walkIn = { mark: 'present', late: null, early: null, reason: null } as const;
  const { entryId } = await done('attendance.walkIn', {
    sessionId,
    entryId: null,
    name: 'Aminata',
    ...walkIn,
  });
  await done('attendance.linkWalkIn', { sessionId, entryId, participantId: chidi, reason: null });
  await done('participant.distinguish', { pairs: [[amina, daria]] });
  await done('participant.merge', { keptId: amina, mergedId: chidi });
  await done('badge.issue', { participantIds: [amina] });
  await done('signatureList.print', { sessionIds: [sessionId] });
  await done('attendance.close', { sessionId });
  const corrected = { sessionId, marks: [madeMark(amina, 'late', 30)], reason: 'Zug verpasst' };
  await done('attendance.record', corrected);
  await done('certificate.decide', {
    ...{ participantId: amina, groupId, moduleId: null, decision: 'grant', reason: 'War krank' },
  });
  await done('certificate.issue', madeRequests(groupId, [amina, bilal]));
  await done('retention.setPeriods', {
    ...{ months: proposedMonths, signedOffBy: 'Datenschutzstelle', signedOffOn: today },
  });
  const disclosure = await loadDisclosure(seed, amina, seed.clock.now());
  if (!disclosure) throw new Error('nobody');
  return { ...seed, disclosure };
}

/** What must be in it, in whatever form. */
const expected = [
  ...['Amina', 'Haddad', 'Z-4711-Q', 'K 17', 'K 18', 'Rücksprache halten', 'Kursplatz', 'Chidi'],
  ...['Aminata', 'Zug verpasst', 'War krank', 'Erstorientierung', 'Gruppe A'],
];

describe('what is held about a person', () => {
  it('is there whole as data, and nothing of others or of staff', async () => {
    const { disclosure, amina, bilal } = await known();
    const text = disclosureText(disclosure);
    const read = JSON.parse(text) as typeof disclosure;
    expect(text.startsWith('{"format":"wegmarke-disclosure/1"')).toBe(true);
    for (const word of expected) expect(text).toContain(word);
    expect(read).toMatchObject({
      person: { given: 'Amina', original: 'أمينة حداد' },
      mergedRecords: [{ given: 'Chidi' }],
      places: [{ group: 'Gruppe A', enrolledOn: '2026-11-02', endedOn: null }],
      signatureLists: [{ date: today }],
      decisions: [{ decision: 'grant' }],
      certificates: [{ name: 'Amina Haddad', revoked: null }],
      ...{ toldApart: 1, merges: [{ undoneAt: null }], periods: { months: proposedMonths } },
    });
    expect(read.badges[0]?.number).toMatch(/^\d{16}$/);
    expect(
      read.attendance[0]?.lines.map(({ late, corrections }) => [late, corrections.length]),
    ).toContainEqual([30, 1]);
    expect(read.changes.flatMap(({ role, fields }) => fields.map(({ name }) => [role, name]))).toContainEqual(
      [...['administrator', 'room']],
    );
    for (const word of ['Bilal', 'Daria', 'account-1', amina, bilal]) expect(text).not.toContain(word);
  });

  it('is not given of nobody, nor under a record that goes on in another', async () => {
    const seed = await known();
    expect(await loadDisclosure(seed, 'nobody', seed.clock.now())).toBeUndefined();
    expect(await loadDisclosure(seed, seed.chidi, seed.clock.now())).toBeUndefined();
  });

  it('is printed whole, with the data inside', async () => {
    const { disclosure } = await known();
    const people = texts.getFixedT('de', 'people');
    const printed = printedDisclosure(disclosure, today, {
      ...{ t: texts.getFixedT('de', 'retention'), people, app: texts.getFixedT('de', 'app') },
      languageName: (code) => code,
    });
    const pdf = await composeDisclosure(printed, () => undefined);
    if (!pdf.ok) throw new Error(pdf.error.code);
    const folder = mkdtempSync(join(tmpdir(), 'disclosure-'));
    try {
      const path = join(folder, 'a.pdf');
      writeFileSync(path, pdf.value);
      const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
      for (const word of expected) expect(text).toContain(word);
      for (const { title } of printed.sections) expect(text).toContain(title);
      expect(text).toMatch(/20 Minuten zu spät/);
      expect(text).not.toContain('Bilal');
      execFileSync('pdfdetach', ['-saveall', '-o', folder, path]);
      expect(readFileSync(join(folder, 'auskunft.json'), 'utf8')).toBe(disclosureText(disclosure));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
