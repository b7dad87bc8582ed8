import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DayPrintLinks, GroupPrintLinks, SessionPrintLink } from '#renderer/documents/PrintLinks.tsx';
import { BlankFormPage } from '#renderer/features/lists/BlankFormPage.tsx';
import { DayOverviewPage } from '#renderer/features/lists/DayOverviewPage.tsx';
import { GroupRosterPage } from '#renderer/features/lists/GroupRosterPage.tsx';
import { SignatureListsPage } from '#renderer/features/lists/SignatureListsPage.tsx';
import { WeekPlanPage } from '#renderer/features/lists/WeekPlanPage.tsx';
import { WeekPage } from '#renderer/features/week/WeekPage.tsx';
import { inFours } from '#shared/domain/digits.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { confirmPrint } from '#tests/browser/confirm-print.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { weekOfCourses } from '#tests/browser/week/week-cases.ts';
import { memoryDocuments, takenPages } from '#tests/memory/memory-documents.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = {
  '/courses/week': <WeekPage />,
  '/print/signature-lists': <SignatureListsPage />,
  '/print/blank': <BlankFormPage />,
  '/print/roster': <GroupRosterPage />,
  '/print/week': <WeekPlanPage />,
  '/print/day': <DayOverviewPage />,
};
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };
type Services = Awaited<ReturnType<typeof weekOfCourses>>;

async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes, ...look });
}

/** The services, and what was asked of them. */
function watched(services: Services) {
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
        deeds.push(`print ${kind} ${length} ${landscape ? 'landscape' : 'upright'}`);
        return { ok: true, value: true };
      },
    }),
  };
  return { watching, deeds };
}

const drawn = () =>
  expect.poll(() => document.querySelectorAll('canvas').length, { timeout: 40_000 }).toBeGreaterThan(0);
const pageText = async (number: number): Promise<string> => {
  const text = page.getByRole('region', { name: `Text von Seite ${number}` });
  await expect.poll(() => text.elements()[0]?.textContent ?? '', { timeout: 40_000 }).not.toBe('');
  return text.element().textContent ?? '';
};
const kept = (services: Services): string[] => [...(services.tables.signatureList?.keys() ?? [])];

describe('signature lists', () => {
  it('of a week take two steps: the button, then print', async () => {
    const services = await weekOfCourses();
    const { watching, deeds } = watched(services);
    await open(watching, '/courses/week');
    await page.getByRole('link', { name: 'Listen drucken' }).click();
    await drawn();
    await userEvent.keyboard('{Control>}p{/Control}');
    await confirmPrint();
    // Eleven sessions take place; the cancelled one has no list.
    await expect
      .poll(() => deeds, { timeout: 30_000 })
      .toEqual(['signatureList.print', 'print signature-lists 11 landscape']);
    expect(kept(services)).toHaveLength(11);
    await expect.poll(() => document.body.textContent).toContain('Der Druckauftrag ist übergeben.');
  });

  it('have their number and order from what is kept, and looking again keeps nothing more', async () => {
    const services = await weekOfCourses();
    const id = services.sessionOf('Deutsch A1, Nachmittag', '2026-11-24');
    await open(services, `/print/signature-lists?session=${id}`);
    const text = await pageText(1);
    const [number = ''] = kept(services);
    expect(text).toContain(inFours(number));
    for (const part of ['Dienstag, 24.11.2026', '13:00 – 15:15 Uhr', 'S. Öztürk', 'R 9', 'Haddad', 'Yıldız'])
      expect(text).toContain(part);
    expect(text.indexOf('Haddad')).toBeLessThan(text.lastIndexOf('Öztürk'));
    await open(services, `/print/signature-lists?session=${id}`);
    await drawn();
    expect(kept(services)).toEqual([number]);
  });

  it('are saved under a neutral name', async () => {
    const { watching, deeds } = watched(await weekOfCourses());
    await open(watching, '/print/signature-lists?day=2026-11-24');
    await drawn();
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.poll(() => deeds).toContain('save signature-lists %PDF-');
  });

  it('are those of one lead, when one is chosen or signed in', async () => {
    const services = await weekOfCourses();
    await open(services, '/print/signature-lists?week=2026-W48');
    await expect.element(page.getByText('KW 48, 23.11.2026 – 29.11.2026 · 11 Termine')).toBeVisible();
    await page.getByRole('combobox', { name: 'Leitung' }).click();
    await page.getByRole('option', { name: 'S. Öztürk' }).click();
    await expect.element(page.getByText('KW 48, 23.11.2026 – 29.11.2026 · 3 Termine')).toBeVisible();
    const own = { ...services, signedIn: { ...services.signedIn, name: 'm. brandt' } };
    await open(own, '/print/signature-lists?week=2026-W48');
    await expect.element(page.getByText(/5 Termine/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Leitung' }).click();
    await page.getByRole('option', { name: 'Alle' }).click();
    await expect.element(page.getByText(/11 Termine/)).toBeVisible();
  });

  it('are also those without a lead, where only one leads', async () => {
    const services = await weekOfCourses();
    const slot = { date: '2026-11-27', startsAt: 600, endsAt: 720, breaks: [], room: null };
    await services.done('session.plan', { groupId: services.groups[5] ?? '', ...slot, moduleId: null });
    const own = { ...services, signedIn: { ...services.signedIn, name: 'M. Brandt' } };
    await open(own, '/print/signature-lists?day=2026-11-27');
    await expect.element(page.getByText(/1 Termin$/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Leitung' }).click();
    await page.getByRole('option', { name: 'Alle' }).click();
    await expect.element(page.getByText(/2 Termine$/)).toBeVisible();
  });

  it('of one group are its sessions of the week', async () => {
    const services = await weekOfCourses();
    await open(services, `/print/signature-lists?week=2026-W48&group=${services.groups[0]}`);
    await expect.element(page.getByText(/5 Termine/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Zur Gruppe' })).toBeVisible();
  });

  it('are not there for what does not take place, nor for who may not print them', async () => {
    const services = await weekOfCourses();
    const cancelled = services.sessionOf('Werkstatt Metall', '2026-11-25');
    await open(services, `/print/signature-lists?session=${cancelled}`);
    await expect.element(page.getByText('Kein Termin in diesem Zeitraum')).toBeVisible();
    const { watching, deeds } = watched(await weekOfCourses({ role: 'reception' }));
    await open(watching, '/print/signature-lists?day=2026-11-24');
    await expect.element(page.getByText('Anwesenheitslisten druckt die Kursleitung')).toBeVisible();
    expect(deeds).toEqual([]);
  });

  it('say why a refusal came, and keep nothing', async () => {
    const services = await weekOfCourses();
    const refusing: AppServices = {
      ...services,
      commands: {
        ...services.commands,
        execute: async () => ({ ok: false, error: { code: 'signatureList.session-missing' } }),
      },
    };
    await open(refusing, '/print/signature-lists?day=2026-11-24');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Mindestens einer der Termine fällt aus oder ist nicht mehr geplant.');
    await expect
      .element(page.getByRole('button', { name: 'Drucken' }))
      .toHaveAttribute('aria-disabled', 'true');
  });
});

describe('other lists', () => {
  it('are the blank form', async () => {
    const { watching, deeds } = watched(await weekOfCourses());
    await open(watching, '/print/blank');
    expect(await pageText(1)).toContain('Vordruck');
    await page.getByRole('button', { name: 'Drucken' }).click();
    await confirmPrint();
    await expect.poll(() => deeds, { timeout: 40_000 }).toEqual(['print signature-form 1 landscape']);
  });

  it('are who is in a group', async () => {
    const services = await weekOfCourses();
    const { watching, deeds } = watched(services);
    await open(watching, `/print/roster?group=${services.groups[0]}`);
    const text = await pageText(1);
    for (const part of ['Erstorientierung, Vormittag', '6 Personen', 'Shevchenko', 'Mo, Di, Mi, Do, Fr'])
      expect(text).toContain(part);
    await page.getByRole('button', { name: 'Drucken' }).click();
    await confirmPrint();
    await expect
      .poll(() => deeds, { timeout: 40_000 })
      .toEqual(['print group-roster 1 upright', 'courseGroup.printRoster']);
    await page.getByRole('button', { name: 'Als PDF speichern' }).click();
    await expect.poll(() => deeds.slice(2)).toEqual(['save group-roster %PDF-', 'courseGroup.printRoster']);
    await open(services, '/print/roster?group=nothing');
    await expect.element(page.getByText('Diese Gruppe gibt es nicht')).toBeVisible();
  });

  it('are the week in all rooms, or a page for each', async () => {
    const services = await weekOfCourses();
    await open(services, '/print/week?week=2026-W48');
    expect(await pageText(1)).toMatch(/Wochenplan.*KW 48.*Werkstatt Metall/s);
    await page.getByRole('button', { name: 'Ein Blatt je Raum' }).click();
    await expect.element(page.getByText('Seite 1 von 5', { exact: true })).toBeVisible();
    expect(await pageText(1)).toContain('Raum R 9');
    expect(document.body.dataset.address).toBe('/print/week?week=2026-W48&layout=rooms');
  });

  it('are the day by time', async () => {
    await open(await weekOfCourses(), '/print/day?day=2026-11-24');
    const text = await pageText(1);
    expect(text).toMatch(/Dienstag, 24\.11\.2026.*9:00 – 12:15.*13:00 – 15:15.*14:00 – 15:30/s);
    expect(text).not.toContain('Haddad');
  });
});

describe('the ways to lists', () => {
  const show = async (services: Services, address = '/'): Promise<void> => {
    const group = services.directory.get('courseGroup', services.groups[0] ?? '');
    unmount();
    unmount = await mountScreen({
      services,
      address,
      routes: {
        '/': <DayPrintLinks day="2026-11-23" />,
        '/group': group && <GroupPrintLinks group={group} />,
        '/session': <SessionPrintLink sessionId="s" />,
      },
    });
  };
  const href = (name: string) => page.getByRole('link', { name }).element().getAttribute('href');
  const items = () =>
    page
      .getByRole('menuitem')
      .elements()
      .map((item) => [item.textContent, item.getAttribute('href')]);

  it('of a day are one press, or two for the rarer ones', async () => {
    await show(await weekOfCourses());
    await expect.element(page.getByRole('link', { name: 'Listen der Woche' })).toBeVisible();
    expect(href('Listen der Woche')).toBe('/print/signature-lists?week=2026-W48');
    page.getByRole('button', { name: 'Weitere Listen' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'Listen von heute' })).toBeVisible();
    expect(items()).toEqual([
      ['Listen von heute', '/print/signature-lists?day=2026-11-23'],
      ['Tagesübersicht', '/print/day?day=2026-11-23'],
      ['Wochenplan', '/print/week?week=2026-W48'],
      ['Vordruck zum Ausfüllen', '/print/blank'],
    ]);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => document.body.dataset.address).toBe('/print/day?day=2026-11-23');
  });

  it('are those that the role may print', async () => {
    const reception = await weekOfCourses({ role: 'reception' });
    await show(reception);
    await expect.element(page.getByRole('link', { name: 'Tagesübersicht' })).toBeVisible();
    await show(reception, '/group');
    await expect.element(page.getByRole('link', { name: 'Gruppenliste' })).toBeVisible();
    await show(reception, '/session');
    expect(page.getByRole('link').elements()).toEqual([]);
  });

  it('of a group and of a session lead to their own', async () => {
    const services = await weekOfCourses({ role: 'course-lead' });
    await show(services, '/group');
    await expect.element(page.getByRole('link', { name: 'Listen der Woche' })).toBeVisible();
    expect(href('Listen der Woche')).toBe(`/print/signature-lists?week=2026-W48&group=${services.groups[0]}`);
    await show(services, '/session');
    await expect.element(page.getByRole('link', { name: 'Liste drucken' })).toBeVisible();
    expect(href('Liste drucken')).toBe('/print/signature-lists?session=s');
  });
});

describe('the print screen', () => {
  it('has the focus on its print button', async () => {
    const { watching, deeds } = watched(await weekOfCourses());
    await open(watching, '/print/day?day=2026-11-24');
    await drawn();
    await userEvent.keyboard('{Enter}');
    await confirmPrint();
    await expect.poll(() => deeds, { timeout: 40_000 }).toEqual(['print day-overview 1 upright']);
  });

  it.each([
    ['de', 'light', 1366, 768, '/print/signature-lists?week=2026-W48'],
    ['en', 'dark', 1093, 614, '/print/week?week=2026-W48'],
  ] as const)('is accessible in %s %s %i×%i', async (language, mode, width, height, address) => {
    await page.viewport(width, height);
    await open(await weekOfCourses(), address, { language, mode });
    await drawn();
    await userEvent.hover(page.getByRole('heading', { level: 1 }));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await violations()).toEqual([]);
  });
});
