import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CertificatePage } from '#renderer/features/certificates/CertificatePage.tsx';
import { CertificatesPage } from '#renderer/features/certificates/CertificatesPage.tsx';
import { isCertificateNumber } from '#shared/domain/certificates/number.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import { confirmPrint } from '#tests/browser/confirm-print.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { memoryDocuments, takenPages } from '#tests/memory/memory-documents.ts';
import { groupOf, people } from './group-cases.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = { '/certificates': <CertificatesPage />, '/certificates/:id': <CertificatePage /> };
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };

async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes, ...look });
}

/** The services, and what was asked of them beside the records. */
function watched(services: ReturnType<typeof groupOf>, documents: Partial<DocumentPort> = {}) {
  const deeds: string[] = [];
  const watching: AppServices = {
    ...services,
    commands: {
      allows: services.commands.allows,
      execute: (name, input) => {
        deeds.push(name);
        return services.commands.execute(name, input);
      },
    },
    documents: memoryDocuments({
      save: async (kind, _format, bytes) => {
        deeds.push(`save ${kind} ${new TextDecoder().decode(bytes.slice(0, 5))}`);
        return { ok: true, value: true };
      },
      print: async ({ kind, landscape }, pages) => {
        const { length } = await takenPages(pages);
        deeds.push(`print ${kind} ${length} ${landscape}`);
        return { ok: true, value: true };
      },
      ...documents,
    }),
  };
  return { services: watching, deeds };
}

const issued = (services: ReturnType<typeof groupOf>): Certificate[] =>
  [...(services.tables.certificate?.values() ?? [])] as unknown as Certificate[];
const drawn = () =>
  expect.poll(() => document.querySelectorAll('canvas').length, { timeout: 40_000 }).toBeGreaterThan(0);
const row = (name: RegExp) => page.getByRole('row', { name });

describe('issuing for a group', () => {
  it('takes three steps by keyboard: choose the group, check, issue', async () => {
    const services = groupOf();
    const { services: watching, deeds } = watched(services);
    await open(watching, '/certificates');
    await expect.element(row(/Vormittag/)).toBeVisible();
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.body.textContent).toContain('2 Personen ausgewählt');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await drawn();
    expect(issued(services)).toEqual([]);
    expect(document.body.textContent).toContain('Entwurf');
    // Issuing can't be undone, so that Enter alone does nothing here; focus is at the start of the step.
    await userEvent.keyboard('{Enter}');
    expect(issued(services)).toEqual([]);
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await expect.poll(() => document.body.textContent).toContain('2 Bescheinigungen sind ausgestellt');
    await drawn();
    expect(deeds).toEqual(['certificate.issue']);
    const certificates = issued(services);
    expect(certificates.map(({ name }) => name)).toEqual(['Ayşe Öztürk-Ğ', 'Юлія Шевченко']);
    for (const { number } of certificates) expect(isCertificateNumber(number)).toBe(true);
    await userEvent.keyboard('{Control>}p{/Control}');
    await confirmPrint();
    await expect.poll(() => deeds, { timeout: 40_000 }).toContain('certificate.print');
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.poll(() => deeds).toContain('certificate.save');
    expect(deeds.slice(1)).toEqual([
      'print certificates 2 false',
      'certificate.print',
      'save certificates %PDF-',
      'certificate.save',
    ]);
  });

  it('says why someone is not due, and selects only who is', async () => {
    await open(groupOf(), '/certificates?group=group-1');
    await expect.element(row(/Rahimi/)).toHaveTextContent('Noch nicht fällig: 40 % von 75 %');
    await expect.element(row(/Saba/)).toHaveTextContent('Offen: 8 UE sind nicht eingetragen');
    await expect.element(row(/Öztürk/)).toHaveAttribute('aria-selected', 'true');
    await row(/Rahimi/)
      .getByRole('gridcell')
      .first()
      .click();
    await expect.element(row(/Rahimi/)).toHaveAttribute('aria-selected', 'false');
    await expect.poll(() => document.body.textContent).toContain('Auswählen können Sie nur Personen');
  });

  it('shows who has one, and does not select them again', async () => {
    const services = groupOf();
    await services.commands.execute('certificate.issue', madeRequests('group-1', ['person-0']));
    await open(services, '/certificates?group=group-1');
    await expect.element(row(/Öztürk/)).toHaveTextContent('ausgestellt am 23.11.2026');
    await expect.element(row(/Öztürk/)).toHaveAttribute('aria-selected', 'false');
    await expect.poll(() => document.body.textContent).toContain('1 Person ausgewählt');
  });

  it('issues nothing when one name can not be printed', async () => {
    const services = groupOf([...people, { given: '林', family: null, marks: 'pppppppppp' }]);
    await open(services, '/certificates?group=group-1');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await expect
      .poll(() => page.getByRole('alert').element().textContent, { timeout: 15_000 })
      .toContain('林');
    await expect.element(page.getByRole('button', { name: '3 ausstellen' })).toBeDisabled();
    expect(issued(services)).toEqual([]);
    await page.getByRole('button', { name: 'Zurück zur Auswahl' }).click();
    await expect.poll(() => document.body.textContent).toContain('3 Personen ausgewählt');
  });

  it('issues once, however often it is asked for', async () => {
    const services = groupOf();
    const { services: watching, deeds } = watched(services);
    const { getMany } = watching.records;
    let show = (): void => undefined;
    const shown = new Promise<void>((resolve) => (show = resolve));
    const slowly = async <A extends unknown[], R>(
      read: (...asked: A) => Promise<R>,
      ...asked: A
    ): Promise<R> => {
      if (asked[0] === 'certificate') await shown;
      return read(...asked);
    };
    watching.records.getMany = ((...asked: Parameters<typeof getMany>) =>
      slowly(getMany, ...asked)) as typeof getMany;
    await open(watching, '/certificates?group=group-1');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await drawn();
    await page.getByRole('button', { name: '2 ausstellen' }).click();
    await expect.poll(() => issued(services).length).toBe(2);
    await userEvent.keyboard('{Enter}{Enter}');
    show();
    await expect.poll(() => document.body.textContent).toContain('2 Bescheinigungen sind ausgestellt');
    expect(deeds).toEqual(['certificate.issue']);
    expect(issued(services)).toHaveLength(2);
  });

  it('says so when attendance changed meanwhile, and issues nothing', async () => {
    const services = groupOf();
    await open(services, '/certificates?group=group-1');
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await drawn();
    for (const index of [0, 1, 2, 3, 4]) services.tables.attendanceSheet?.delete(`session-${index}`);
    await page.getByRole('button', { name: '2 ausstellen' }).click();
    await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/Anwesenheit/);
    expect(issued(services)).toEqual([]);
  });

  it('leaves issuing to the coordination', async () => {
    await open(groupOf(people, 'course-lead'), '/certificates?group=group-1');
    await expect.element(row(/Öztürk/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Prüfen' }).elements()).toEqual([]);
    expect(document.body.textContent).toContain('Ausstellen kann sie die Koordination');
  });
});

describe('the register', () => {
  async function filled() {
    const services = groupOf();
    await services.commands.execute('certificate.issue', madeRequests('group-1', ['person-0', 'person-1']));
    return services;
  }

  it('finds by name without marks and by number, and opens', async () => {
    const services = await filled();
    await open(services, '/certificates?tab=register');
    await page.getByRole('searchbox').fill('ozturk');
    await expect.poll(() => page.getByRole('row').elements().length).toBe(2);
    // Names belong in no address.
    expect(document.body.dataset.address).toBe('/certificates?tab=register');
    const number = issued(services)[1]?.number ?? '';
    await page.getByRole('searchbox').fill(`${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`);
    await expect.element(row(/Шевченко/)).toBeVisible();
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.body.dataset.address).toMatch(/^\/certificates\/id-/);
    await expect
      .element(page.getByRole('heading', { name: 'Bescheinigung für Юлія Шевченко' }))
      .toBeVisible();
    await drawn();
    await page.getByRole('link', { name: 'Verzeichnis' }).click();
    await expect.element(page.getByRole('searchbox')).toHaveValue(number.replace(/^(.{4})(.{4})/, '$1-$2-'));
    await page.getByRole('searchbox').fill('');
  });

  it.each([
    ['print.no-printer', 'Drucken', 'Es ist kein Drucker eingerichtet'],
    ['disk.full', 'Als PDF speichern', 'kein Platz'],
  ])('says %s in a sentence and notes nothing', async (code, button, sentence) => {
    const services = await filled();
    const refuse = async () => ({ ok: false, error: { code } }) as const;
    const { services: watching, deeds } = watched(services, { save: refuse, print: refuse });
    await open(watching, `/certificates/${[...(services.tables.certificate?.keys() ?? [])][0]}`);
    await drawn();
    await page.getByRole('button', { name: button }).click();
    if (button === 'Drucken') await confirmPrint();
    await expect
      .poll(() => page.getByRole('alert').elements()[0]?.textContent ?? '', { timeout: 15_000 })
      .toContain(sentence);
    expect(deeds).toEqual([]);
  });

  it('says so when there is no such certificate, and how to begin when there is none', async () => {
    await open(await filled(), '/certificates/unknown');
    await expect.element(page.getByText('Diese Bescheinigung gibt es nicht')).toBeVisible();
    await open(groupOf(), '/certificates?tab=register');
    await page.getByRole('button', { name: 'Bescheinigungen ausstellen' }).click();
    await expect.element(row(/Vormittag/)).toBeVisible();
  });
});

describe.each([
  { language: 'de', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const)('for everybody ($language, $mode)', (look) => {
  it('has no violation that axe finds, on any step', async () => {
    const services = groupOf();
    await open(services, '/certificates', look);
    await expect.element(row(/Vormittag/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await row(/Vormittag/).click();
    await expect.element(row(/Rahimi/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: look.language === 'de' ? 'Prüfen' : 'Check' }).click();
    await drawn();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: look.language === 'de' ? '2 ausstellen' : 'Issue 2' }).click();
    await expect.poll(() => issued(services).length).toBe(2);
    await drawn();
    expect(await violations()).toEqual([]);
    await open(services, '/certificates?tab=register', look);
    await expect.element(row(/Öztürk/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
