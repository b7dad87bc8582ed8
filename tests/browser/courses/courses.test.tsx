import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AppServices } from '#shared/ports/app-services.ts';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { enrolled, orientationGroup, picture } from './courses-cases.tsx';
import { address, close, field, link, open } from './open-screen.ts';

afterEach(close);

describe('the first course', () => {
  it('leads from partner to offer to group, by keyboard where there is something to type', async () => {
    const services = memoryServices();
    await open(services, '/courses');
    await expect.element(page.getByText('In drei Schritten zum ersten Kurs')).toBeVisible();
    await link('Partner anlegen').click();
    await expect.element(field(/^Name/)).toHaveFocus();
    await userEvent.keyboard('IHK Nord Westfalen{Tab}IHK');
    await userEvent.upload(
      page.getByLabelText('Bild auswählen').first(),
      await picture(240, 80, 'image/png'),
    );
    await expect.element(page.getByAltText('Logo von IHK Nord Westfalen')).toBeVisible();
    const shown = document.querySelector('img');
    expect(shown?.src).toMatch(/^blob:/);
    await field('Kurzname').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(address).toBe('/courses?tab=partners');

    await page.getByRole('tab', { name: 'Gruppen' }).click();
    await link('Angebot anlegen').click();
    await expect.element(field('Titel')).toHaveFocus();
    await userEvent.keyboard('Erstorientierung{Tab}{Enter}{Enter}');
    await userEvent.keyboard('{Tab}{Tab}{Tab}IHK{ArrowDown}{Enter}{Escape}{Tab}300{Enter}');
    await expect.poll(address).toBe('/courses?tab=groups');
    const [offer] = await services.records.all('offer');
    expect(offer?.value).toMatchObject({
      ...{ title: 'Erstorientierung', area: 'language', subProjectId: null, level: null },
      ...{ uePlanned: 300, minimumAttendance: 75, contents: [] },
    });
    expect(offer?.value.partnerIds).toHaveLength(1);

    await link('Gruppe anlegen').click();
    await expect.element(field(/^Name der Gruppe/)).toHaveFocus();
    await userEvent.keyboard('Gruppe A{Tab}2.11.{Tab}18.12.{Tab}M. Brandt{Tab}R 12{Tab}3{Tab}{Tab}');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Einzeln planen' })).toBeChecked();
    await field('Name der Gruppe').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(address).toMatch(/^\/courses\/groups\/id-/);
    const [group] = await services.records.all('courseGroup');
    expect(group?.value).toMatchObject({
      ...{ name: 'Gruppe A', lead: 'M. Brandt', room: 'R 12', capacity: 3 },
      ...{ startsOn: '2026-11-02', endsOn: '2026-12-18', offerId: offer?.id, timetable: null },
    });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Gruppe A');
  });
});

describe('forms', () => {
  it('show a write that failed and save it with the next Enter', async () => {
    const services = memoryServices();
    let full = true;
    const execute: AppServices['commands']['execute'] = async (name, input) =>
      full ? { ok: false, error: { code: 'disk.full' } } : services.commands.execute(name, input);
    await open({ ...services, commands: { ...services.commands, execute } }, '/courses/partners/new');
    await field(/^Name/).fill('IHK');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Nicht gespeichert.');
    await expect.element(field(/^Name/)).toHaveValue('IHK');
    full = false;
    await field(/^Name/).click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(address).toBe('/courses?tab=partners');
    expect(await services.records.all('partner')).toHaveLength(1);
  });
});

describe('the screens pass axe', () => {
  it.each([
    ['/courses', 'de', 'light'],
    ['/courses?tab=offers', 'en', 'dark'],
    ['/courses?tab=sub-projects', 'en', 'light'],
    ['/courses?tab=partners', 'de', 'dark'],
    ['/courses/partners/new', 'en', 'light'],
    ['/courses/sub-projects/new', 'de', 'dark'],
    ['/courses/offers/id-000001', 'de', 'dark'],
    ['/courses/groups/id-000002', 'de', 'light'],
    ['/courses/groups/id-000002', 'en', 'dark'],
    ['/courses/groups/id-000002/edit', 'en', 'dark'],
  ] as const)('%s (%s, %s)', async (where, language, mode) => {
    const { services, offerId, groupId } = await orientationGroup();
    expect([offerId, groupId]).toEqual(['id-000001', 'id-000002']);
    await enrolled(services, groupId, ['Amina', 'Bilal']);
    await open(services, where, { language, mode });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => document.querySelector('[role=grid], form, h2')).not.toBeNull();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});
