import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WeekPage } from '#renderer/features/week/WeekPage.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { weekOfCourses } from './week-cases.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };

async function open(services: AppServices, address = '/courses/week', look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes: { '/courses/week': <WeekPage /> }, ...look });
  await expect
    .element(page.getByRole('grid').or(page.getByText('Kein Termin in dieser Woche')))
    .toBeVisible();
}

const rowNames = () => [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
const columns = () => [...document.querySelectorAll('thead th')].map(({ textContent }) => textContent);
const focused = () => document.activeElement?.textContent ?? '';
const address = () => document.body.dataset.address;

describe('the week', () => {
  it('shows rooms and days, with what is cancelled and what clashes', async () => {
    await open(await weekOfCourses());
    await expect.element(page.getByText('KW 48', { exact: true })).toBeVisible();
    expect(rowNames()).toEqual(['R 9', 'R 10', 'R 12', 'Werkstatt', 'Ohne Raum']);
    expect(columns()).toEqual([
      ...['Raum', 'Mo 23.11. · Heute', 'Di 24.11.', 'Mi 25.11.', 'Do 26.11.', 'Fr 27.11.', 'Sa 28.11.'],
    ]);
    const wood = page.getByRole('link', { name: /Werkstatt Holz/ }).first();
    await expect.element(wood).toHaveTextContent('13:00 – 16:00');
    await expect.element(wood).toHaveTextContent('Doppelt: Raum');
    await expect.element(page.getByRole('link', { name: /14:00 – 17:00 fällt aus/ })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBe(1366);
    expect(await violations()).toEqual([]);
  });

  it('says every clash in words', async () => {
    const { sessionOf, ...services } = await weekOfCourses();
    await open(services);
    await page.getByRole('button', { name: '2 Überschneidungen' }).click();
    expect(focused()).toBe('Überschneidungen');
    const list = page.getByRole('region', { name: 'Überschneidungen' });
    const items = list.getByRole('listitem').elements();
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Montag, 23.11.2026, 14:00 – 16:00 UhrWerkstatt Holz · Werkstatt MetallRaum Werkstatt ist doppelt belegt.',
      'Dienstag, 24.11.2026, 14:00 – 15:15 UhrDeutsch A1, Nachmittag · BewerbungstrainingS. Öztürk leitet beide.1 Person ist in beiden Gruppen: Haddad, Amina.',
    ]);
    await expect
      .element(list.getByRole('link', { name: 'Werkstatt Holz' }))
      .toHaveAttribute('href', `/sessions/${sessionOf('Werkstatt Holz', '2026-11-23')}`);
  });

  it('is arranged by leads as well', async () => {
    await open(await weekOfCourses());
    await page.getByRole('button', { name: 'Leitungen' }).click();
    await expect.poll(rowNames).toEqual(['K. Weber', 'M. Brandt', 'P. Nowak', 'S. Öztürk', 'Ohne Leitung']);
    expect(address()).toBe('/courses/week?week=2026-W48&by=lead');
  });

  it('is walked through by keys: one stop for Tab, arrows between cards', async () => {
    const { sessionOf, ...services } = await weekOfCourses();
    await open(services);
    expect(document.querySelectorAll('[role=grid] a[tabindex="0"]')).toHaveLength(1);
    page.getByRole('button', { name: 'Leitungen' }).element().focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toContain('Erstorientierung, Vormittag');
    await userEvent.keyboard('{ArrowRight}');
    expect((document.activeElement as HTMLElement).dataset.id).toBe(
      sessionOf('Erstorientierung, Vormittag', '2026-11-24'),
    );
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toContain('Deutsch A1, Nachmittag');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toContain('Bewerbungstraining');
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focused()).toContain('Fußball und Regeln');
    await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}');
    expect(address()).toBe(`/sessions/${sessionOf('Deutsch A1, Nachmittag', '2026-11-24')}`);
  });

  it('goes from week to week by keys and buttons, and keeps the focus in the grid', async () => {
    await open(await weekOfCourses());
    page
      .getByRole('link', { name: /Werkstatt Holz/ })
      .first()
      .element()
      .focus();
    await userEvent.keyboard('{Alt>}{PageDown}{/Alt}');
    await expect.element(page.getByText('KW 49', { exact: true })).toBeVisible();
    await expect.poll(() => document.activeElement?.closest('[role=grid]') !== null).toBe(true);
    await expect.poll(() => columns()[1]).toBe('Mo 30.11.');
    await userEvent.keyboard('{Alt>}{Home}{/Alt}');
    await expect.poll(() => columns()[1]).toBe('Mo 23.11. · Heute');
    await page.getByRole('button', { name: 'Vorherige Woche' }).click();
    await expect.poll(address).toBe('/courses/week?week=2026-W47&by=room');
    await page.getByRole('button', { name: 'Diese Woche' }).click();
    await expect.poll(address).toBe('/courses/week?week=2026-W48&by=room');
  });

  it('names public holidays, and rooms that are free', async () => {
    const services = await weekOfCourses();
    await services.done('courseGroup.save', {
      id: null,
      group: {
        ...{ offerId: 'id-000002', name: 'Über Neujahr', lead: null, room: 'R 7', language: null },
        ...{ startsOn: '2026-12-28', endsOn: '2027-01-15', capacity: null, timetable: null },
      },
    });
    await open(services, '/courses/week?week=2026-W53');
    await expect.element(page.getByText('KW 53', { exact: true })).toBeVisible();
    await expect.poll(() => columns().join('|')).toContain('Fr 01.01.Neujahr');
    expect(rowNames()).toEqual(['R 7']);
  });

  it('says when nothing is planned, and takes a wrong address for this week', async () => {
    await open(await weekOfCourses(), '/courses/week?week=2030-W20');
    await expect.element(page.getByText('Kein Termin in dieser Woche')).toBeVisible();
    await open(await weekOfCourses(), '/courses/week?week=2026-W77&by=nothing');
    await expect.element(page.getByText('KW 48', { exact: true })).toBeVisible();
  });

  it('follows what changes while it is open', async () => {
    const services = await weekOfCourses();
    await open(services);
    await services.done('session.cancel', {
      id: services.sessionOf('Werkstatt Holz', '2026-11-23'),
      reason: 'Fortbildung',
    });
    await expect.element(page.getByRole('button', { name: '1 Überschneidung' })).toBeVisible();
  });

  it('leads to the lists of the week, where the role may print them', async () => {
    await open(await weekOfCourses());
    await expect
      .element(page.getByRole('link', { name: 'Listen drucken' }))
      .toHaveAttribute('href', '/print/signature-lists?week=2026-W48');
    await open(await weekOfCourses({ role: 'reception' }));
    await expect.element(page.getByRole('link', { name: 'Wochenplan drucken' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Listen drucken' }).elements()).toEqual([]);
  });

  it.each([
    ['de', 'light', 1366, 768],
    ['en', 'dark', 1366, 768],
    // 1366×768 at 125 %, and at 200 %.
    ['de', 'light', 1093, 614],
    ['de', 'light', 683, 384],
  ] as const)('fits %s %s %i×%i without sideways scrolling', async (language, mode, width, height) => {
    await page.viewport(width, height);
    await open(await weekOfCourses(), '/courses/week', { language, mode });
    // Away from the button that the test before has pressed: its tooltip is still fading.
    await userEvent.hover(page.getByRole('heading', { level: 1 }));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(await violations()).toEqual([]);
  });
});
