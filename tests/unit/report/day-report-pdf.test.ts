import { describe, expect, it } from 'vitest';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import { printedDayReport } from '#renderer/documents/lists/printed-day-report.ts';
import type { DayReportForm, PrintedDayReport } from '#renderer/documents/lists/printed-lists.ts';
import { textsIn } from '#renderer/documents/printable-text.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { dayOfReports, reportDay } from '#tests/memory/report-day.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';

const printed = async (form: DayReportForm, day = reportDay): Promise<PrintedDayReport> =>
  printedDayReport(await loadDayReport(await dayOfReports(), day), {
    ...{ facility: 'ZUE Münster', printedOn: '2026-11-24', form },
  });

const composed = (lists: PrintedDayReport) =>
  composeDocument(
    { kind: 'lists', lists },
    async () => true,
    () => undefined,
  );

async function read(lists: PrintedDayReport) {
  const answer = await composed(lists);
  if (!answer.ok) throw new Error(answer.error.code);
  return readPdf(answer.value);
}

const names = [
  'Haddad',
  'Khaled',
  'Yıldız',
  'Шевченко',
  'Юлія',
  'Amina',
  'Selam',
  'HYPERLINK',
  'Bruder',
  'خالد',
];

describe('the report on paper', () => {
  it('has figures by programme area and for the day, and names nobody in the form that is handed out', async () => {
    const report = await printed('counts');
    const { pages, lines, info, fonts } = await read(report);
    expect(pages).toHaveLength(1);
    for (const part of [
      ...['Tagesbericht', 'Montag, 23.11.2026', 'Nur Zahlen, ohne Namen von Teilnehmenden'],
      ...['Sprachförderung', 'Berufsbezogene Qualifizierung', 'Tag gesamt', 'Seite 1 von 1', 'ZUE Münster'],
      ...['Gedruckt am 24.11.2026', 'fällt aus', 'ohne Eintrag', 'verlegt', 'Raum R 9'],
      ...['davon 1 nur mit Namen notiert', 'davon 3 nur gezählt'],
    ])
      expect(pages[0]).toContain(part);
    for (const line of ['Teilnahmen 9 0 9', 'Verschiedene Personen 4 0 4', 'Nicht erfasst 1 1 2'])
      expect(lines[0]).toContain(line);
    expect(lines[0]?.join('\n')).toMatch(/11:00 – 12:30 Bewerbungstraining ohne Eintrag 1$/m);
    const all = [...pages, ...textsIn(report)].join(' ');
    for (const name of names) expect(all).not.toContain(name);
    expect(all).not.toMatch(/undefined|null|NaN|\{\{/);
    expect(info.get('Title')).toBe('Tagesbericht');
    expect(info.get('Page size')).toMatch(/A4/);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true });
  });

  it('has everybody in the form with names, and says on every page that it stays in the house', async () => {
    const { pages, lines } = await read(await printed('names'));
    const text = pages.join(' ');
    for (const page of pages) expect(page).toContain('nur für den internen Gebrauch');
    for (const part of [
      ...names.filter((name) => name !== 'خالد'),
      ...['20 Min. später gekommen,', '10 Min. früher gegangen', '15 Min. früher gegangen', 'entschuldigt'],
      ...['gefehlt', 'nicht erfasst', 'nur mit Namen notiert', 'ohne Anmeldung'],
    ])
      expect(text).toContain(part);
    expect(lines.flat().join('\n')).toMatch(/\d Haddad Khaled/);
  });

  it('has names in Arabic and Ethiopic letters', async () => {
    const { pages, fonts } = await read(await printed('names'));
    const text = pages.join(' ').normalize('NFKC');
    for (const part of ['ሰላም', 'ኃይለ', 'رضایی']) expect(text).toContain(part);
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual(
      expect.arrayContaining(['NotoSansEthiopic-Regular', 'Vazirmatn-Regular']),
    );
  });

  it('keeps the line of a name that no font has, and refuses a group whose name can not be printed', async () => {
    const report = await printed('names');
    const [area] = report.areas;
    const [session] = area?.sessions ?? [];
    const [person] = session?.people ?? [];
    if (!area || !session || !person) throw new Error('no person');
    const withSession = (changes: object): PrintedDayReport => ({
      ...report,
      areas: [{ ...area, sessions: [{ ...session, ...changes }] }],
    });
    const strange = { ...person, family: '李', given: '明', original: '李明' };
    const { pages } = await read(withSession({ people: [strange] }));
    expect(pages.join(' ')).toContain('(Name in anderer Schrift)');
    expect(await composed(withSession({ group: 'Deutsch 😀' }))).toEqual({
      ok: false,
      error: { code: 'document.characters', values: { characters: '😀' } },
    });
  });

  it('goes on to further pages with the name of the session on each', async () => {
    const report = await printed('names');
    const [area] = report.areas;
    const [session] = area?.sessions ?? [];
    const [person] = session?.people ?? [];
    if (!area || !session || !person) throw new Error('no person');
    const people = Array.from({ length: 90 }, (_, at) => ({
      ...person,
      ...{ family: `Familie-${at + 1}`, given: 'Abdulrahman Muhammad al-Hassan ibn Yusuf' },
    }));
    const { pages } = await read({ ...report, areas: [{ ...area, sessions: [{ ...session, people }] }] });
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Seite ${at + 1} von ${pages.length}`);
      expect(page).toContain('Erstorientierung, Vormittag');
    }
    const text = pages.join(' ');
    for (let at = 1; at <= 90; at += 1) expect(text).toMatch(new RegExp(`Familie-${at}\\b`));
  });

  it('says when there was no session', async () => {
    expect((await read(await printed('counts', '2026-11-25'))).pages[0]).toContain('kein Termin geplant');
  });
});
