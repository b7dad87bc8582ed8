import readWorkbook from 'read-excel-file/web-worker';
import { describe, expect, it } from 'vitest';
import { dayReportWorkbook } from '#renderer/documents/lists/day-report-workbook.ts';
import { printedDayReport } from '#renderer/documents/lists/printed-day-report.ts';
import type { DayReportForm } from '#renderer/documents/lists/printed-lists.ts';
import { writeWorkbook } from '#renderer/documents/workbook.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { dayOfReports, reportDay } from '#tests/memory/report-day.ts';
import { unpacked } from './unpacked.ts';

async function made(form: DayReportForm): Promise<Uint8Array> {
  const report = await loadDayReport(await dayOfReports(), reportDay);
  return dayReportWorkbook(
    printedDayReport(report, { facility: 'ZUE Münster', printedOn: '2026-11-24', form }),
  );
}

/** What a reader that is not the writer finds. */
const read = async (bytes: Uint8Array) => readWorkbook(new Uint8Array(bytes).buffer);

/** The rows of a sheet by the names of its columns. */
async function rowsOf(bytes: Uint8Array, name: string) {
  const [head = [], ...rows] = (await read(bytes)).find(({ sheet }) => sheet === name)?.data ?? [];
  return rows.map((row) => Object.fromEntries(head.map((heading, at) => [String(heading), row[at] ?? null])));
}

const day = new Date(Date.UTC(2026, 10, 23));
const injections = ['=HYPERLINK("x")', '+49', '-2+3', '@SUM(A1)', '\t=1', '|cmd', '%0A=1'];

describe('the report as a workbook', () => {
  it('has typed cells: days, times and numbers', async () => {
    const bytes = await made('counts');
    const sums = await rowsOf(bytes, 'Übersicht');
    expect(
      sums.map((row) => [row.Tag, row.Programmbereich, row.Teilnahmen, row['Verschiedene Personen']]),
    ).toEqual([
      [day, 'Sprachförderung', 9, 4],
      [day, 'Berufsbezogene Qualifizierung', 0, 0],
      [day, 'Tag gesamt', 9, 4],
    ]);
    const sessions = await rowsOf(bytes, 'Termine');
    expect(sessions.map(({ Gruppe, Stand, Teilnahmen }) => [Gruppe, Stand, Teilnahmen])).toEqual([
      ['Erstorientierung, Vormittag', 'mit Eintrag', 8],
      ['Sprachcafé', 'mit Eintrag', 1],
      ['Werkstatt Holz', 'fällt aus', 0],
      ['Bewerbungstraining', 'ohne Eintrag · verlegt', 0],
    ]);
    const xml = unpacked(bytes).get('xl/worksheets/sheet2.xml') ?? '';
    // Nine o'clock is nine twenty-fourths of a day.
    expect(xml).toMatch(/<c r="C2" s="\d+"><v>0\.375<\/v>/);
  });

  it('has no name of a participant in the form that is handed out, anywhere in the file', async () => {
    const bytes = await made('counts');
    expect((await read(bytes)).map(({ sheet }) => sheet)).toEqual(['Übersicht', 'Termine']);
    const all = [...unpacked(bytes).values()].join(' ');
    for (const name of ['Haddad', 'Khaled', 'Шевченко', 'Amina', 'HYPERLINK', 'Bruder', 'رضایی', 'خالد'])
      expect(all).not.toContain(name);
  });

  it('has a line for every attendance in the form with names, in every script as it is written', async () => {
    const rows = await rowsOf(await made('names'), 'Teilnahme');
    expect(
      rows.map((row) => [row.Familienname, row.Vorname, row.Anwesenheit, row['Minuten später'], row.Hinweis]),
    ).toEqual([
      ['+49', '=HYPERLINK("x")', 'anwesend', null, 'ohne Anmeldung'],
      ['Haddad', 'Khaled', 'später gekommen', 20, null],
      ['Haile', 'Selam', 'früher gegangen', null, null],
      ['رضایی', 'علی‌رضا', 'anwesend', null, null],
      [null, '@Bruder von Khaled', 'anwesend', null, 'nur mit Namen notiert'],
      ['Yıldız', 'Ayşe', 'entschuldigt', null, null],
      ['Шевченко', 'Юлія', 'gefehlt', null, null],
      [null, 'Amina', 'nicht erfasst', null, null],
      ['Haddad', 'Khaled', 'anwesend', null, 'ohne Anmeldung'],
      ['Yıldız', 'Ayşe', 'nicht erfasst', null, null],
    ]);
    expect(rows[1]?.['Name in eigener Schrift']).toBe('خالد حداد');
  });

  it('has its head frozen, widths, A4 across, and nothing of who made it', async () => {
    const files = unpacked(await made('names'));
    const sheets = [...files].filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(3);
    for (const [, xml] of sheets) {
      expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
      expect(xml).toMatch(/<col min="1" max="1" width="12"/);
      expect(xml).toMatch(/paperSize="9" orientation="landscape"|orientation="landscape" paperSize="9"/);
    }
    expect(files.get('docProps/core.xml')).toContain('<dc:creator>Wegmarke</dc:creator>');
    expect(files.get('docProps/core.xml')).not.toMatch(/lastModifiedBy|account/i);
  });
});

describe('a workbook', () => {
  it('has text as text whatever it begins with, also when the cell is typed anew', async () => {
    const bytes = await writeWorkbook([
      { name: 'A', columns: [{ heading: '=1+1', width: 20 }], rows: injections.map((text) => [text]) },
    ]);
    const [sheet] = await read(bytes);
    expect(sheet?.data.flat()).toEqual(['=1+1', ...injections.map((text) => text.trim())]);
    const files = unpacked(bytes);
    const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).not.toMatch(/<f[ >]/);
    const cells = [...xml.matchAll(/<c r="A\d+"([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
    expect(cells).toHaveLength(injections.length + 1);
    for (const cell of cells) expect(cell).toMatch(/t="s"/);
    // The styles of these cells have "@", Excel's format for text.
    const styles = files.get('xl/styles.xml') ?? '';
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1] ?? '49';
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/g)].map(([, format]) => format);
    for (const cell of cells) expect(formats[Number(/s="(\d+)"/.exec(cell)?.[1])]).toBe(text);
  });

  it('can be read whatever letters a text has', async () => {
    const texts = [
      'a\u0000b\u0001',
      '\ud800',
      '<&>"\'',
      ']]>',
      'constructor',
      '__proto__',
      'علی‌رضا',
      '😀',
      'x\ny',
    ];
    const bytes = await writeWorkbook([
      { name: 'A', columns: [{ heading: 'Text', width: 20 }], rows: texts.map((text) => [text]) },
    ]);
    const [sheet] = await read(bytes);
    expect(sheet?.data.slice(1).flat()).toEqual([
      ...['ab', '\ufffd', '<&>"\'', ']]>', 'constructor', '__proto__', 'علی‌رضا', '😀', 'x\ny'],
    ]);
  });

  it('of thousands of lines is one too', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`Haddad ${at}`, at, { day: reportDay }]);
    const columns = ['a', 'b', 'c'].map((heading) => ({ heading, width: 10 }));
    const [sheet] = await read(await writeWorkbook([{ name: 'A', columns, rows }]));
    expect(sheet?.data).toHaveLength(5001);
    expect(sheet?.data.at(-1)).toEqual(['Haddad 4999', 4999, day]);
  });
});
