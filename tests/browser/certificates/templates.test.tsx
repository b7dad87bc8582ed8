import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateTemplate } from '#shared/domain/records/certificate-template.ts';
import type { Role } from '#shared/ports/account.ts';
import { violations } from '#tests/browser/violations.ts';
import { madePartner } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { mountTemplates } from './template-screens.tsx';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

type Services = ReturnType<typeof memoryServices>;

/** A facility with one partner. */
function facility(role: Role = 'coordination'): Services {
  const services = memoryServices({ role });
  const put = (kind: string, id: string, value: object): void => {
    services.tables[kind]?.set(id, value as Readonly<Record<string, unknown>>);
  };
  const programme = 'Modellprojekt Integration Münster';
  put('facility', 'facility', { name: 'ZUE Münster', place: 'Münster', programme });
  put('partner', 'partner-1', madePartner('IHK Nord Westfalen', 'IHK'));
  return services;
}

async function open(services: Services, address: string, look = {}): Promise<void> {
  unmount();
  unmount = await mountTemplates(services, address, look);
}

const stored = (services: Services): CertificateTemplate[] =>
  [...(services.tables.certificateTemplate?.values() ?? [])] as unknown as CertificateTemplate[];
const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const pictures = () => [...document.querySelectorAll<HTMLImageElement>('img[src^="blob:"]')];
const upToDate = () =>
  expect.element(page.getByText('Die Vorschau ist aktuell.'), { timeout: 40_000 }).toBeVisible();

describe('a new template', () => {
  it('is made from a shipped one, with the page beside the form, and saved', async () => {
    const services = facility();
    await open(services, '/certificates/templates');
    await page.getByRole('link', { name: '„Teilnahmebescheinigung“ kopieren und anpassen' }).click();
    await upToDate();
    const form = page.getByRole('form').element().getBoundingClientRect();
    const picture = pictures()[0]?.getBoundingClientRect();
    expect(picture?.left).toBeGreaterThan(form.right);
    expect(picture?.right).toBeLessThanOrEqual(1366);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
    expect(await violations()).toEqual([]);
    await field('Name der Vorlage').fill('Deutschkurse');
    await field('Titel auf dem Papier').fill('Bescheinigung');
    await button('Speichern').click();
    await expect.poll(() => document.body.dataset.address).toBe('/certificates/templates');
    expect(stored(services)).toMatchObject([
      { name: 'Deutschkurse', version: 1, retired: false, content: { title: 'Bescheinigung' } },
    ]);
  });

  it('is drawn anew a moment after a change, and stays as it was while something is wrong', async () => {
    await open(facility(), '/certificates/templates/new?from=honour');
    await upToDate();
    const before = pictures()[0]?.src;
    await field('Titel auf dem Papier').fill('Dank {an}');
    await expect.element(page.getByText('Das Feld {an} gibt es nicht.', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Die Vorschau zeigt den letzten Stand ohne Fehler.')).toBeVisible();
    expect(pictures()[0]?.src).toBe(before);
    await field('Titel auf dem Papier').fill('Dank');
    await expect.poll(() => pictures()[0]?.src, { timeout: 40_000 }).not.toBe(before);
    await upToDate();
  });

  it('says at the field what is wrong, goes there, and is not saved', async () => {
    const services = facility();
    await open(services, '/certificates/templates/new?from=participation');
    await field('Name der Vorlage').fill('');
    await field('Fußtext').fill('{level');
    await button('Speichern').click();
    await expect.element(page.getByText('Bitte füllen Sie dieses Feld aus.')).toBeVisible();
    await expect.element(page.getByText('Nach „level“ fehlt die schließende Klammer.')).toBeVisible();
    await expect.element(field('Name der Vorlage')).toHaveFocus();
    expect(stored(services)).toEqual([]);
  });

  it('takes a field from the menu to where the cursor is', async () => {
    await open(facility(), '/certificates/templates/new?from=participation');
    const title = field('Titel auf dem Papier');
    await title.fill('Kurs  gut');
    const input = title.element() as HTMLInputElement;
    input.setSelectionRange(5, 5);
    await button('Feld einfügen: Titel auf dem Papier').click();
    await page.getByRole('menuitem', { name: 'Angebot', exact: true }).click();
    await expect.element(title).toHaveValue('Kurs {offer} gut');
    await expect.element(title).toHaveFocus();
    await expect.poll(() => input.selectionStart).toBe(12);
  });
});

describe('the parts of the page', () => {
  const parts = () =>
    [...document.querySelectorAll('[role=group] h3')].map((heading) => heading.textContent ?? '');

  it('are moved by keyboard, removed, and brought back', async () => {
    await open(facility(), '/certificates/templates/new?from=participation');
    await expect.element(button('Baustein 2 nach oben')).toBeVisible();
    const before = parts();
    button('Baustein 2 nach oben').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(parts().slice(0, 2)).toEqual(['1. Name der Person', '2. Text']);
    await button('Baustein 1 nach unten').click();
    expect(parts()).toEqual(before);
    await button('Baustein 2 entfernen').click();
    expect(parts()).toHaveLength(before.length - 1);
    expect(parts()).not.toContain('2. Name der Person');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(parts).toEqual(before);
  });

  it('are added, with the focus in the new text', async () => {
    await open(facility(), '/certificates/templates/new?from=participation');
    await button('Baustein hinzufügen').click();
    await page.getByRole('menuitem', { name: 'Text' }).click();
    await expect.poll(() => parts().at(-1)).toBe('7. Text');
    await expect
      .poll(() => document.activeElement?.closest('[role=group]')?.getAttribute('aria-label'))
      .toBe('Baustein 7: Text');
  });
});

describe('leaving', () => {
  it('asks while something is not saved, and keeps it', async () => {
    const services = facility();
    await open(services, '/certificates/templates/new?from=participation');
    await field('Name der Vorlage').fill('Angefangen');
    await page.getByRole('link', { name: 'Vorlagen' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Weiter bearbeiten').click();
    await expect.element(field('Name der Vorlage')).toHaveValue('Angefangen');
    expect(document.body.dataset.address).toBe('/certificates/templates/new?from=participation');
    await page.getByRole('link', { name: 'Abbrechen' }).click();
    await button('Änderungen verwerfen').click();
    await expect.poll(() => document.body.dataset.address).toBe('/certificates/templates');
    expect(stored(services)).toEqual([]);
  });

  it('asks nothing where nothing was changed', async () => {
    await open(facility(), '/certificates/templates/new?from=participation');
    await page.getByRole('link', { name: 'Abbrechen' }).click();
    await expect.poll(() => document.body.dataset.address).toBe('/certificates/templates');
  });
});

describe('the list', () => {
  it('takes a template out of use, and back with the undo', async () => {
    const services = facility();
    const content = shippedTemplates[0]?.content;
    if (!content) throw new Error('none');
    await services.commands.execute('certificateTemplate.create', { name: 'Deutschkurse', content });
    await open(services, '/certificates/templates');
    await button('„Deutschkurse“ aus dem Gebrauch nehmen').click();
    await expect.element(button('„Deutschkurse“ wieder verwenden')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.element(button('„Deutschkurse“ aus dem Gebrauch nehmen')).toBeVisible();
    expect(stored(services)).toMatchObject([{ retired: false, version: 1 }]);
  });

  it('lets other roles look only', async () => {
    await open(facility('reception'), '/certificates/templates');
    await page.getByRole('link', { name: 'Ehrenurkunde', exact: true }).click();
    await expect
      .element(page.getByText('Mit Ihrem Konto können Sie Vorlagen ansehen.', { exact: false }))
      .toBeVisible();
    await expect.element(field('Name der Vorlage')).toBeDisabled();
    expect(button('Speichern').elements()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('and the editor are without barriers in English, %s', async (mode) => {
    const services = facility();
    await open(services, '/certificates/templates', { language: 'en', mode });
    await expect.element(page.getByRole('heading', { name: 'Templates', exact: true })).toBeVisible();
    expect(await violations()).toEqual([]);
    await open(services, '/certificates/templates/tested', { language: 'en', mode });
    await expect.element(page.getByText('The preview is up to date.'), { timeout: 40_000 }).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
