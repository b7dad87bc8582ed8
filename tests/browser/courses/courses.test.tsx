import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AppServices } from '#shared/ports/app-services.ts';
import { rollCallOf } from '#tests/browser/attendance/roll-call-cases.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { courseRoutes, picture } from './courses-cases.tsx';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

interface Options {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

async function open(services: AppServices, address: string, options: Options = {}) {
  unmount();
  await page.viewport(1366, 768);
  unmount = await mountScreen({ services, address, routes: courseRoutes, ...options });
}

const address = () => document.body.dataset.address;
const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });

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
    await userEvent.keyboard('{Tab}Sprache zuerst{Tab}IHK{ArrowDown}{Enter}{Escape}{Tab}300{Enter}');
    await expect.poll(address).toBe('/courses?tab=groups');
    const [offer] = await services.records.all('offer');
    expect(offer?.value).toMatchObject({
      ...{ title: 'Erstorientierung', area: 'language', subProject: 'Sprache zuerst', level: null },
      ...{ uePlanned: 300, minimumAttendance: 75, contents: [] },
    });
    expect(offer?.value.partnerIds).toHaveLength(1);

    await link('Gruppe anlegen').click();
    await expect.element(field(/^Name der Gruppe/)).toHaveFocus();
    await userEvent.keyboard('Gruppe A{Tab}2.11.{Tab}18.12.{Tab}M. Brandt{Tab}R 12{Tab}3{Enter}');
    await expect.poll(address).toMatch(/^\/courses\/groups\/id-/);
    const [group] = await services.records.all('courseGroup');
    expect(group?.value).toMatchObject({
      ...{ name: 'Gruppe A', lead: 'M. Brandt', room: 'R 12', capacity: 3 },
      ...{ startsOn: '2026-11-02', endsOn: '2026-12-18', offerId: offer?.id },
    });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Gruppe A');
  });
});

describe('forms', () => {
  it('say at the field what is wrong, keep what was typed, and save nothing', async () => {
    const services = memoryServices();
    await open(services, '/courses/offers/new');
    await expect.element(field('Titel')).toHaveFocus();
    await field('Titel').fill('a'.repeat(10_000));
    await field('Geplante UE').fill('0');
    await field('Inhalte').fill(Array.from({ length: 400 }, (_, index) => `Modul ${index}`).join('\n'));
    await field('Mindestanwesenheit in Prozent').fill('101');
    await button('Speichern').click();
    for (const sentence of [
      'Bitte geben Sie einen Titel mit höchstens 160 Zeichen an.',
      'Bitte wählen Sie einen Programmbereich.',
      'Bitte geben Sie eine ganze Zahl zwischen 1 und 2000 an.',
      'Bitte geben Sie höchstens 20 Zeilen mit je höchstens 200 Zeichen an.',
      'Bitte geben Sie eine ganze Zahl zwischen 0 und 100 an.',
    ]) {
      await expect.element(page.getByText(sentence)).toBeInTheDocument();
    }
    await expect.element(field('Titel')).toHaveFocus();
    await expect.element(field('Titel')).toHaveValue('a'.repeat(10_000));
    expect(await services.records.all('offer')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('speak English as well', async () => {
    const { services } = await rollCallOf(0);
    await open(services, '/courses/groups/new', { language: 'en' });
    await field(/^Name of the group/).fill('b'.repeat(121));
    await field('Places').fill('0');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Please enter a name of at most 120 characters.')).toBeVisible();
    await expect.element(page.getByText('Please enter the last day.')).toBeVisible();
    await expect.element(page.getByText(/^Please enter a whole number between 1 and 500/)).toBeVisible();
  });

  it('show a refusal of the command at its field', async () => {
    const { services } = await rollCallOf(0);
    await open(services, '/courses/groups/new');
    await field(/^Name der Gruppe/).fill('Gruppe B');
    await field(/^Beginn/).fill('18.12.2026');
    await field(/^Ende/).fill('2.11.2026');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Das Ende liegt vor dem Beginn.')).toBeVisible();
    await expect.element(field(/^Ende/)).toHaveFocus();
    expect(await services.records.all('courseGroup')).toHaveLength(1);
  });

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

describe('a group', () => {
  const rowsOf = () =>
    [...document.querySelectorAll('[role=grid] [role=row][id]')].map((row) => row.textContent ?? '');

  it('takes people by two letters and Enter, one after the other', async () => {
    const { services, people, groupId } = await rollCallOf(6);
    for (const id of people.slice(0, 3)) await endPlaceOf(services, groupId, id);
    await open(services, `/courses/groups/${groupId}`);
    const search = page.getByRole('combobox', { name: 'Person einschreiben' });
    await search.click();
    await userEvent.keyboard('ami{Enter}');
    await expect.poll(() => rowsOf().filter((row) => row.includes('seit')).length).toBe(4);
    await expect.element(search).toHaveFocus();
    await expect.element(search).toHaveValue('');
    await userEvent.keyboard('bil{Enter}');
    await expect.poll(() => rowsOf().filter((row) => row.includes('seit')).length).toBe(5);
    await userEvent.keyboard('xyz');
    await expect
      .element(page.getByText('Niemand gefunden. Bitte prüfen Sie die Schreibweise.'))
      .toBeVisible();
  });

  it('that is full says so and enrols nobody of too many', async () => {
    const { services, people, groupId } = await rollCallOf(4);
    await endPlaceOf(services, groupId, people[0] ?? '');
    await endPlaceOf(services, groupId, people[1] ?? '');
    const group = await services.records.get('courseGroup', groupId);
    if (!group) throw new Error('no group');
    await services.commands.execute('courseGroup.save', { id: groupId, group: { ...group, capacity: 3 } });
    await open(services, `/courses/groups/${groupId}`);
    await button('Aus Liste auswählen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Alle auswählen' }).click();
    await expect
      .element(dialog.getByRole('status'))
      .toHaveTextContent('2 Personen ausgewählt · 1 Platz frei');
    await dialog.getByRole('button', { name: '2 Personen einschreiben' }).click();
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('Nicht gespeichert. In der Gruppe');
    await dialog.getByRole('checkbox', { name: 'Alle auswählen' }).click();
    await dialog.getByText('Ahmadi').first().click();
    await dialog.getByRole('button', { name: '1 Person einschreiben' }).click();
    await expect.element(page.getByText('3 von 3 Plätzen belegt')).toBeVisible();
    await expect.element(page.getByText(/^Alle Plätze sind belegt/)).toBeVisible();
  });

  it('ends places with a reason and takes it back', async () => {
    const { services, groupId } = await rollCallOf(3);
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(page.getByText('3 Personen')).toBeVisible();
    const grid = page.getByRole('grid');
    (grid.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await button('Einschreibung beenden').click();
    await page.getByRole('radio', { name: 'Hat abgebrochen' }).click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('2 Personen')).toBeVisible();
    expect(rowsOf().some((row) => row.includes('bis 23.11.2026, abgebrochen'))).toBe(true);
    await button('Rückgängig Strg+Z').click();
    await expect.element(page.getByText('3 Personen')).toBeVisible();
  });

  it('plans sessions, the times used last first, and leads to today’s roll call', async () => {
    const { services, groupId, sessionId } = await rollCallOf(1);
    await open(services, `/courses/groups/${groupId}`);
    await expect
      .element(link('Heutiger Termin: Anwesenheit'))
      .toHaveAttribute('href', `/sessions/${sessionId}`);
    await button('Termin planen').click();
    await expect.element(field(/^Beginn/)).toHaveValue('9:00');
    await expect.element(field(/^Ende/)).toHaveValue('10:30');
    await expect.element(field(/^Tag/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Die Gruppe hat zu dieser Zeit schon einen Termin.')).toBeVisible();
    await field(/^Tag/).fill('24.11.');
    await userEvent.keyboard('{Enter}');
    await expect.element(field(/^Tag/)).toHaveValue('01.12.2026');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await services.records.all('session')).length).toBe(3);
    await expect.element(page.getByText('Di 01.12.2026', { exact: false })).toBeVisible();
  });

  it('shows UE attended of UE offered, and what is not recorded as such', async () => {
    const { services, people, groupId, sessionId } = await rollCallOf(2);
    const marks = [{ participantId: people[0] ?? '', mark: 'late' as const, minutes: 20 }];
    await services.commands.execute('attendance.record', { sessionId, marks });
    await open(services, `/courses/groups/${groupId}`);
    await expect.poll(() => rowsOf().length).toBe(2);
    expect(rowsOf()[0]).toContain('1 von 2');
    expect(rowsOf()[0]).toContain('50 %');
    expect(rowsOf()[1]).toContain('0 von 2');
    expect(rowsOf()[1]).toContain('2 UE');
  });
});

describe('the screens pass axe', () => {
  it.each([
    ['/courses', 'de', 'light'],
    ['/courses?tab=offers', 'en', 'dark'],
    ['/courses?tab=partners', 'de', 'dark'],
    ['/courses/partners/new', 'en', 'light'],
    ['group', 'de', 'light'],
    ['group', 'en', 'dark'],
  ] as const)('%s (%s, %s)', async (where, language, mode) => {
    const { services, groupId } = await rollCallOf(12);
    await open(services, where === 'group' ? `/courses/groups/${groupId}` : where, { language, mode });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => document.querySelector('[role=grid], form, h2')).not.toBeNull();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});

async function endPlaceOf(services: AppServices, groupId: string, participantId: string): Promise<void> {
  const places = await services.records.where('enrolment', 'groupId', groupId);
  const id = places.find(({ value }) => value.participantId === participantId)?.id ?? '';
  await services.commands.execute('enrolment.end', { id, endedOn: '2026-11-20', reason: 'mistake' });
}
