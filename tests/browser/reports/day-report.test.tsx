import readWorkbook from 'read-excel-file/web-worker';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeWorkbook } from '#renderer/documents/workbook.ts';
import { DayReportPrintPage } from '#renderer/features/lists/DayReportPrintPage.tsx';
import { DayReportPage } from '#renderer/features/reports/DayReportPage.tsx';
import { SearchDialog } from '#renderer/features/search/SearchDialog.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import { confirmPrint } from '#tests/browser/confirm-print.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryDocuments, takenPages } from '#tests/memory/memory-documents.ts';
import { dayOfReports } from '#tests/memory/report-day.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = {
  '/': <TodayPage />,
  '/reports': <DayReportPage />,
  '/reports/day': <DayReportPage />,
  '/print/report': <DayReportPrintPage />,
};
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };
type Services = Awaited<ReturnType<typeof dayOfReports>>;

async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes, ...look });
}

/** The services, what was asked of them, and the files that were saved. */
function watched(services: Services, documents: Partial<DocumentPort> = {}) {
  const deeds: string[] = [];
  const files: Uint8Array[] = [];
  const watching: AppServices = {
    ...services,
    commands: {
      allows: services.commands.allows,
      execute: (name, input) => {
        deeds.push(`${name} ${'ids' in input ? input.ids?.length : ''}`);
        return services.commands.execute(name, input);
      },
    },
    documents: memoryDocuments({
      save: async (kind, format, bytes) => {
        deeds.push(`save ${kind} ${format}`);
        files.push(bytes);
        return { ok: true, value: true };
      },
      print: async ({ kind }, pages) => {
        const { length } = await takenPages(pages);
        deeds.push(`print ${kind} ${length}`);
        return { ok: true, value: true };
      },
      ...documents,
    }),
  };
  return { watching, deeds, files };
}

const table = (name: string | RegExp) => page.getByRole('table', { name });
const rowText = (name: string, row: number): string =>
  [...(table(name).element().querySelectorAll('tbody tr')[row]?.children ?? [])]
    .map((cell) => cell.textContent?.trim())
    .join('|');
const address = () => document.body.dataset.address;
/** The first file waits until its maker is loaded. */
const saved = (deeds: () => readonly string[]) => expect.poll(deeds, { timeout: 40_000 });

describe('the day report', () => {
  it('begins without names, with the figures by programme area', async () => {
    await open(await dayOfReports(), '/reports');
    await expect.element(page.getByText('Montag, 23.11.2026')).toBeVisible();
    await expect.element(table('Zahlen des Tages')).toBeVisible();
    expect(rowText('Zahlen des Tages', 0)).toBe('Teilnahmen|9|0|9');
    expect(rowText('Zahlen des Tages', 3)).toBe('Verschiedene Personen|4|0|4');
    expect(rowText('Zahlen des Tages', 6)).toBe('Nicht erfasst|1|1|2');
    expect(rowText('Sprachförderung', 0)).toMatch(
      /^9:00 – 10:30\|Erstorientierung, Vormittag.*\|8\|1\|3\|1\|1\|1$/,
    );
    expect(rowText('Berufsorientierung', 0)).toMatch(/Werkstatt Holz.*fällt aus/);
    expect(rowText('Berufsorientierung', 1)).toMatch(/Bewerbungstraining.*verlegt.*ohne Eintrag\|1$/);
    expect(document.body.textContent).not.toMatch(/Haddad|Khaled|Amina|Bruder/);
  });

  it('has names at one press, every status as icon and word, and says that they stay in the house', async () => {
    await open(await dayOfReports(), '/reports/day?date=2026-11-23');
    await page.getByRole('button', { name: 'Mit Namen' }).click();
    await expect.poll(address).toBe('/reports/day?date=2026-11-23&form=names');
    await expect.element(page.getByText(/nur für den internen Gebrauch/)).toBeVisible();
    const people = table(/Erstorientierung, Vormittag/);
    await expect.element(people).toBeVisible();
    const rows = [...people.element().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()).join('|'),
    );
    expect(rows).toEqual([
      '+49|=HYPERLINK("x")||anwesendohne Anmeldung',
      'Haddad|Khaled|خالد حداد|20 Min. zu spät · ging 10 Min. früher',
      'Haile|Selam|ሰላም ኃይለ|15 Min. früher',
      'رضایی|علی‌رضا||anwesend',
      '|@Bruder von Khaled||anwesendnur mit Namen notiert',
      'Yıldız|Ayşe||entschuldigt',
      'Шевченко|Юлія||fehlt',
      '|Amina||nicht erfasst',
    ]);
    await expect.element(page.getByText('Dazu 3 Personen, die nur gezählt wurden.')).toBeVisible();
  });

  it('goes from day to day by keys, by buttons and by a typed day', async () => {
    await open(await dayOfReports(), '/reports/day');
    await expect.element(page.getByText('Montag, 23.11.2026')).toBeVisible();
    await userEvent.keyboard('{Alt>}{PageUp}{/Alt}');
    await expect.element(page.getByText('Sonntag, 22.11.2026')).toBeVisible();
    await expect.element(page.getByText('Kein Termin an diesem Tag')).toBeVisible();
    expect(page.getByRole('button', { name: 'Als Excel-Datei speichern' }).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Zu heute' }).click();
    await expect.element(table('Zahlen des Tages')).toBeVisible();
    await page.getByRole('button', { name: 'Nächster Tag' }).click();
    await expect.element(page.getByText('Dienstag, 24.11.2026')).toBeVisible();
    await page.getByRole('textbox', { name: 'Tag' }).fill('2011');
    await expect.poll(address).toBe('/reports/day?date=2026-11-20&form=counts');
    await userEvent.keyboard('{Alt>}{Home}{/Alt}');
    await expect.element(page.getByText('Montag, 23.11.2026')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Tag' })).toHaveValue('23.11.2026');
  });

  it('follows what is recorded meanwhile', async () => {
    const services = await dayOfReports();
    await open(services, '/reports/day');
    await expect.element(table('Zahlen des Tages')).toBeVisible();
    await services.done('attendance.count', {
      sessionId: services.sessions[1],
      people: 2,
      reason: 'Nachtrag',
    });
    await expect.poll(() => rowText('Zahlen des Tages', 0)).toBe('Teilnahmen|11|0|11');
  });

  it('has no names for who may not give them out, whatever the address says', async () => {
    await open(await dayOfReports({ role: 'reception' }), '/reports/day?form=names');
    await expect.element(table('Zahlen des Tages')).toBeVisible();
    expect(page.getByRole('button', { name: 'Mit Namen' }).elements()).toEqual([]);
    expect(document.body.textContent).not.toContain('Haddad');
    await open(await dayOfReports({ role: 'course-lead' }), '/print/report?day=2026-11-23&form=names');
    await expect.element(page.getByText('Den Bericht mit Namen gibt die Koordination aus')).toBeVisible();
  });
});

describe('the Excel file', () => {
  it('has the form that is on the screen, and leaves a note', async () => {
    const { watching, deeds, files } = watched(await dayOfReports());
    await open(watching, '/reports/day?form=counts');
    await expect.element(table('Zahlen des Tages')).toBeVisible();
    await userEvent.keyboard('{Control>}s{/Control}');
    await saved(() => deeds).toEqual(['save day-report xlsx', 'dayReport.giveCounts 4']);
    await expect.element(page.getByText('Die Excel-Datei ist gespeichert.')).toBeVisible();
    await page.getByRole('button', { name: 'Mit Namen' }).click();
    await expect.element(page.getByText(/nur für den internen Gebrauch/)).toBeVisible();
    await page.getByRole('button', { name: 'Als Excel-Datei speichern' }).click();
    await saved(() => deeds.slice(2)).toEqual(['save day-report xlsx', 'dayReport.giveNames 4']);
    const read = async (file: Uint8Array | undefined) =>
      readWorkbook(new Uint8Array(file ?? new Uint8Array()).buffer);
    const [counts, names] = [await read(files[0]), await read(files[1])];
    expect(counts.map(({ sheet }) => sheet)).toEqual(['Übersicht', 'Termine']);
    expect(JSON.stringify(counts)).not.toContain('Haddad');
    expect(names[2]?.data.slice(1, 3).map((row) => row.slice(8, 12))).toEqual([
      ['+49', '=HYPERLINK("x")', null, 'anwesend'],
      ['Haddad', 'Khaled', 'خالد حداد', 'später gekommen'],
    ]);
  });

  it('leaves no note where it was cancelled, and says why where it failed', async () => {
    const cancelled = watched(await dayOfReports(), { save: async () => ({ ok: true, value: false }) });
    await open(cancelled.watching, '/reports/day');
    await page.getByRole('button', { name: 'Als Excel-Datei speichern' }).click();
    await expect
      .element(page.getByRole('button', { name: 'Als Excel-Datei speichern' }), { timeout: 40_000 })
      .toHaveAttribute('aria-disabled', 'false');
    expect(cancelled.deeds).toEqual([]);
    const full = watched(await dayOfReports(), {
      save: async () => ({ ok: false, error: { code: 'disk.full' } }),
    });
    await open(full.watching, '/reports/day');
    await page.getByRole('button', { name: 'Als Excel-Datei speichern' }).click();
    await expect.element(page.getByText(/kein Platz/), { timeout: 40_000 }).toBeVisible();
    expect(full.deeds).toEqual([]);
  });

  it('is packed without a worker of its own, which the policy for scripts would stop', async () => {
    const RealWorker = window.Worker;
    let asked = 0;
    window.Worker = class {
      constructor() {
        asked += 1;
        throw new Error('a worker');
      }
    } as unknown as typeof Worker;
    try {
      const rows = Array.from({ length: 20_000 }, (_, at) => [`Haddad ${at}`, `Khaled ${at}`, at]);
      const columns = ['a', 'b', 'c'].map((heading) => ({ heading, width: 10 }));
      const bytes = await writeWorkbook([{ name: 'A', columns, rows }]);
      expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    } finally {
      window.Worker = RealWorker;
    }
    expect(asked).toBe(0);
  });
});

const pageText = async (number: number): Promise<string> => {
  const text = page.getByRole('region', { name: `Text von Seite ${number}` });
  await expect.poll(() => text.elements()[0]?.textContent ?? '', { timeout: 40_000 }).not.toBe('');
  return text.element().textContent ?? '';
};

describe('the report on paper', () => {
  it('is a press away, in the form that is on the screen, and leaves a note', async () => {
    const { watching, deeds } = watched(await dayOfReports());
    await open(watching, '/reports/day');
    await page.getByRole('link', { name: 'Ansehen und drucken' }).click();
    await expect.poll(address).toBe('/print/report?day=2026-11-23&form=counts');
    const text = await pageText(1);
    for (const part of ['Montag, 23.11.2026', 'Teilnahmen', 'Erstorientierung, Vormittag'])
      expect(text).toContain(part);
    expect(text).not.toContain('Haddad');
    await page.getByRole('button', { name: 'Drucken' }).click();
    await confirmPrint();
    await expect
      .poll(() => deeds, { timeout: 40_000 })
      .toEqual(['print day-report 1', 'dayReport.giveCounts 4']);
  });

  it('with names is noted as that', async () => {
    const { watching, deeds } = watched(await dayOfReports());
    await open(watching, '/reports/day?form=names');
    await expect.element(page.getByText(/nur für den internen Gebrauch/)).toBeVisible();
    await userEvent.keyboard('{Control>}p{/Control}');
    const text = await pageText(1);
    for (const part of ['Haddad', 'Khaled', 'internen Gebrauch', 'علی']) expect(text).toContain(part);
    await userEvent.keyboard('{Control>}s{/Control}');
    await saved(() => deeds).toEqual(['save day-report pdf', 'dayReport.giveNames 4']);
    await page.getByRole('link', { name: 'Tagesbericht' }).click();
    await expect.poll(address).toBe('/reports/day?date=2026-11-23&form=names');
  });

  it('is not there for a day without sessions', async () => {
    await open(await dayOfReports(), '/print/report?day=2026-11-25');
    await expect.element(page.getByText('Kein Termin an diesem Tag')).toBeVisible();
  });
});

it('is found by Ctrl+K, by every role', async () => {
  const services = await dayOfReports({ role: 'reception' });
  const nothing = (): void => undefined;
  unmount = await mountScreen({
    services,
    address: '/search',
    routes: { '/search': <SearchDialog open onClose={nothing} onHelp={nothing} /> },
  });
  await page.getByRole('combobox').fill('tagesb');
  await expect.element(page.getByRole('option', { name: 'Tagesbericht' })).toBeVisible();
});

it('is where a day that is over leads to', async () => {
  await open(await dayOfReports(), '/');
  await page.getByRole('link', { name: 'Tagesbericht ansehen' }).click();
  await expect.poll(address).toBe('/reports/day');
});

it.each([
  ['de', 'light', 1366, 768, '/reports/day?form=counts'],
  ['de', 'light', 1920, 1080, '/reports/day?form=names'],
  ['en', 'dark', 1366, 768, '/reports/day?form=names'],
  ['en', 'dark', 683, 384, '/reports/day?form=counts'],
  ['de', 'dark', 1366, 768, '/reports/day?date=2026-11-25'],
] as const)('is accessible in %s %s %i×%i at %s', async (language, mode, width, height, to) => {
  await page.viewport(width, height);
  await open(await dayOfReports(), to, { language, mode });
  await expect.poll(() => document.querySelectorAll('table, h2').length).toBeGreaterThan(0);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(await violations()).toEqual([]);
});
