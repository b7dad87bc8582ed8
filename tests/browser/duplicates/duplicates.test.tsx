import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { entryOf } from '#shared/domain/attendance/marks.ts';
import { violations } from '#tests/browser/violations.ts';
import { keptTwice, leave, open } from './duplicates-cases.tsx';

afterEach(leave);
beforeEach(() => page.viewport(1366, 768));

const address = '/people/duplicates';
const list = () => page.getByRole('listbox', { name: 'Paare, die wahrscheinlichsten zuerst' });
const chosen = () => page.getByRole('option', { selected: true });
const place = () => page.getByRole('status').filter({ hasText: /^Paar/ });
const said = () => page.getByRole('status').filter({ hasText: /zusammengeführt|zwei Personen|verschiedene/ });
const row = (name: RegExp) => page.getByRole('row', { name });

/** Opens the pairs and goes to the one of Mohamad. */
async function openMohamad(services: Parameters<typeof open>[0]): Promise<void> {
  await open(services, address);
  await expect.element(list()).toHaveFocus();
  await expect.element(place()).toHaveTextContent('Paar 1 von 2');
  if (!chosen().element().textContent?.includes('Mohamad')) await userEvent.keyboard('{ArrowDown}');
  await expect.element(chosen()).toHaveTextContent('Mohamad Al-Khatib / Muhammed Alkhatib');
}

describe('possible duplicates', () => {
  it('stand side by side with reasons, everything that is theirs, and what would become of them', async () => {
    const { services } = await keptTwice();
    await openMohamad(services);
    await expect
      .element(page.getByRole('list', { name: 'Was dafür spricht' }))
      .toHaveTextContent(
        /gleicher Name in anderer Schreibweise: Mohamad Al-Khatib \/ Muhammed Alkhatib.*gleiches Geburtsdatum: 14.03.1991/,
      );
    const cells = (name: RegExp): (string | null)[] =>
      row(name)
        .getByRole('cell')
        .elements()
        .map(({ textContent }) => textContent);
    await expect.element(row(/^Nummer/)).toBeVisible();
    expect(cells(/^Nummer/)).toEqual(['4711', '', '4711']);
    expect(cells(/^Zimmer/)).toEqual(['B 12', 'C 3', 'B 12']);
    expect(cells(/^Weitere Schreibweisen/)).toEqual(['', '', 'Muhammed Alkhatib']);
    expect(cells(/^Erfasste Termine/)).toEqual(['2', '1', '3']);
    expect(cells(/^Gruppen/)).toEqual(['Erstorientierung A', '', 'Erstorientierung A']);
    expect(cells(/^Ausweise/)).toEqual(['0', '1', '1']);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('t');
    expect(cells(/^Name/)).toEqual(['Mohamad Al-Khatib', 'Muhammed Alkhatib', 'Muhammed Alkhatib']);
    expect(cells(/^Zimmer/)).toEqual(['B 12', 'C 3', 'C 3']);
  });

  it('are merged by one key: everything moves, the other address leads on, and it is taken back whole', async () => {
    const { services, first, second, late } = await keptTwice();
    const before = structuredClone([...(services.tables.participant ?? [])]);
    await openMohamad(services);
    await expect.element(row(/^Nummer/)).toBeVisible();
    await userEvent.keyboard('m');
    await expect
      .element(said().first())
      .toHaveTextContent('Muhammed Alkhatib ist mit Mohamad Al-Khatib zusammengeführt.');
    await expect.element(place()).toHaveTextContent('Paar 1 von 1');
    await expect.element(list()).toHaveFocus();
    expect(services.directory.get('participant', second)).toBeUndefined();
    expect(entryOf(await services.records.get('attendanceSheet', late), first)?.mark).toBe('present');
    expect(services.directory.get('participant', first)?.spellings).toEqual(['Muhammed Alkhatib']);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(place()).toHaveTextContent(/von 2$/);
    await expect.element(chosen()).toHaveTextContent('Mohamad Al-Khatib');
    expect([...(services.tables.participant ?? [])]).toEqual(before);
  });

  it('that were merged say so at the person, where it can be taken back later', async () => {
    const { services, first, second, done } = await keptTwice();
    await done('participant.merge', { keptId: first, mergedId: second });
    await open(services, `/people/${second}`);
    await expect.poll(() => document.body.dataset.address).toBe(`/people/${first}`);
    const note = page
      .getByRole('alert')
      .filter({ hasText: 'Mit Muhammed Alkhatib zusammengeführt am 23.11.2026.' });
    await expect.element(note).toBeVisible();
    expect(await violations()).toEqual([]);
    await note.getByRole('button', { name: 'Rückgängig machen' }).click();
    await expect
      .element(said().first())
      .toHaveTextContent('Mohamad Al-Khatib und Muhammed Alkhatib sind wieder zwei Personen.');
    await expect.element(page.getByRole('button', { name: 'Bearbeiten' })).toHaveFocus();
    expect(services.directory.get('participant', second)?.given).toBe('Muhammed');
  });

  it('who are not the same are remembered by one key, and that is taken back', async () => {
    const { services } = await keptTwice();
    await openMohamad(services);
    await userEvent.keyboard('n');
    await expect.element(said().first()).toHaveTextContent('verschiedene Personen. Das ist gemerkt.');
    await expect.element(place()).toHaveTextContent('Paar 1 von 1');
    await expect.element(chosen()).toHaveTextContent('Oksana');
    await userEvent.keyboard('n');
    await expect.element(page.getByText('Keine möglichen Doppelten')).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(place()).toHaveTextContent('Paar 1 von 1');
    expect(services.directory.list('distinctPeople')).toHaveLength(1);
  });

  it('are found for whoever comes in while the list is open', async () => {
    const { services, done } = await keptTwice();
    await openMohamad(services);
    const amina = services.directory.list('participant').find(({ given }) => given === 'Amina');
    if (!amina) throw new Error('no Amina');
    await done('participant.import', {
      rows: [
        {
          ...{ number: null, given: 'Ameena', family: 'Ahmady', spellings: [], original: null, room: null },
          ...{ birth: amina.birth, languages: ['prs'], arrivedOn: null, departedOn: null, note: null },
        },
      ],
    });
    await expect.element(place()).toHaveTextContent(/von 3$/);
    await expect.element(chosen()).toHaveTextContent('Mohamad Al-Khatib');
  });

  it('are merged by planners only; everybody may say that they are two', async () => {
    const { allowed } = await keptTwice('reception');
    await openMohamad(allowed);
    await expect.element(page.getByText('Zusammenführen können Koordination und Verwaltung.')).toBeVisible();
    expect(page.getByRole('button', { name: /Zusammenführen/ }).elements()).toEqual([]);
    await userEvent.keyboard('m');
    await expect.element(place()).toHaveTextContent(/von 2$/);
    await userEvent.keyboard('n');
    await expect.element(place()).toHaveTextContent('Paar 1 von 1');
  });

  it('are counted at the list of people', async () => {
    const { services } = await keptTwice();
    await open(services, '/people');
    await expect
      .element(page.getByRole('link', { name: 'Mögliche Doppelte (2)' }), { timeout: 8_000 })
      .toHaveAttribute('href', address);
  });
});

describe.each([
  { language: 'de', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const)('for everybody ($language, $mode)', (look) => {
  it('has no violation that axe finds', async () => {
    const { services } = await keptTwice();
    await open(services, address, look);
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});
