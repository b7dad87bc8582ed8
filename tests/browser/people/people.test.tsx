import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { currentAddress, showScreen } from './show-screen.tsx';

const unnamed: NewParticipant = {
  number: null,
  given: '',
  family: null,
  spellings: [],
  original: null,
  birth: { kind: 'unknown' },
  languages: [],
  room: null,
  arrivedOn: null,
  departedOn: null,
  note: null,
};

async function withPeople(
  people: readonly Partial<NewParticipant>[],
  options: Parameters<typeof memoryServices>[0] = {},
) {
  const services = memoryServices(options);
  const executed: string[] = [];
  for (const person of people)
    await services.commands.execute('participant.create', { ...unnamed, ...person });
  const { execute } = services.commands;
  services.commands.execute = (name, input) => {
    executed.push(name);
    return execute(name, input);
  };
  return { services, executed };
}

const some: readonly Partial<NewParticipant>[] = [
  {
    number: '100000',
    given: 'Khaled',
    family: 'Haddad',
    original: 'خالد حداد',
    birth: { kind: 'date', date: '1988-11-29' },
    languages: ['ar', 'de'],
    room: 'A214',
  },
  {
    number: '100004',
    given: 'Ayşe',
    family: 'Öztürk',
    birth: { kind: 'year', year: 1994 },
    languages: ['tr'],
    room: 'B216',
  },
  { number: '100009', given: 'Amina', languages: ['ar'], room: 'B214' },
  {
    number: '100031',
    given: 'Abraham',
    family: 'Tekle',
    original: 'ተክለ ኣብርሃም',
    birth: { kind: 'date', date: '1992-03-01' },
    languages: ['ti', 'fr'],
    room: 'A117',
  },
];
const row = (name: RegExp) => page.getByRole('row', { name });

describe('the list of people', () => {
  test('is searched as one types, and Enter opens the first', async () => {
    const { services } = await withPeople(some);
    await showScreen(services, '/people');
    await expect.element(page.getByText('4 Personen')).toBeVisible();
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await expect.element(row(/Öztürk, Ayşe/)).toHaveTextContent('1994');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('ozt');
    await expect.element(page.getByText('1 von 4 Personen')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Ayşe Öztürk');
  });

  test('is walked by the arrow keys; the search is still there on return, and Escape clears it', async () => {
    const { services } = await withPeople(some);
    await showScreen(services, '/people');
    await userEvent.fill(page.getByRole('searchbox'), 'a214');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Khaled Haddad');
    await page.getByRole('link', { name: 'Personen' }).click();
    await expect.element(page.getByRole('searchbox')).toHaveValue('a214');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('4 Personen')).toBeVisible();
    await userEvent.keyboard('niemand');
    await expect.element(page.getByText('Niemand gefunden')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Suche leeren' }).click();
  });

  test('shows the first of what is found, however far one had scrolled', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ given: `Navid ${1000 + at}` }));
    const { services } = await withPeople(many);
    await showScreen(services, '/people');
    const grid = page.getByRole('grid');
    await expect.element(grid).toBeVisible();
    grid.element().scrollTop = 4_000;
    await expect.element(row(/Navid 1130/)).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), 'navid');
    await expect.poll(() => grid.element().scrollTop).toBe(0);
    await expect.element(row(/Navid 1000/)).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), '');
  });

  test('empty, it says how to begin, and offers only what the role may do', async () => {
    const { services } = await withPeople([], { role: 'reception' });
    await showScreen(services, '/people');
    await expect.element(page.getByText('Noch keine Personen')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Person anlegen' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Liste importieren' }).elements()).toEqual([]);
  });
});

describe('a person', () => {
  test('is shown whole, and the view is noted once', async () => {
    const { services, executed } = await withPeople(some);
    await showScreen(services, '/people/id-000001');
    await expect.element(page.getByText('29.11.1988')).toBeVisible();
    await expect.element(page.getByText('Arabisch, Deutsch')).toBeVisible();
    await expect.element(page.getByText('Noch in keinem Kurs.')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(executed).toEqual(['participant.view']);
  });

  test('whose record can not be read just now says so, and is there when it can', async () => {
    const { services } = await withPeople(some);
    const { get } = services.records;
    services.records.get = () => Promise.reject(new Error('not now'));
    await showScreen(services, '/people/id-000001');
    await expect.element(page.getByText('Diese Seite kann gerade nicht angezeigt werden')).toBeVisible();
    services.records.get = get;
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await expect.element(page.getByText('29.11.1988')).toBeVisible();
  });

  test('one that is not there says so', async () => {
    const { services, executed } = await withPeople([]);
    await showScreen(services, '/people/nobody');
    await expect.element(page.getByText('Diese Person gibt es nicht')).toBeVisible();
    expect(executed).toEqual([]);
  });

  test('is changed in place; the change can be taken back', async () => {
    const { services, executed } = await withPeople(some);
    await showScreen(services, '/people/id-000001');
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await userEvent.fill(page.getByLabelText('Zimmer'), 'C1');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('C1', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Bearbeiten' })).toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('A214')).toBeVisible();
    expect(executed).toEqual(['participant.view', 'participant.update', 'participant.update']);
  });

  test('Escape leaves the form and nothing typed is lost', async () => {
    const { services } = await withPeople(some);
    await showScreen(services, '/people/id-000001');
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await userEvent.fill(page.getByLabelText('Zimmer'), 'C2');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('A214')).toBeVisible();
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.element(page.getByLabelText('Zimmer')).toHaveValue('C2');
  });

  test('Ctrl+Z brings what was typed back from another screen as well', async () => {
    const { services } = await withPeople(some);
    await showScreen(services, '/people/id-000001');
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await userEvent.fill(page.getByLabelText('Zimmer'), 'C3');
    await userEvent.keyboard('{Escape}');
    await page.getByRole('link', { name: 'Personen' }).click();
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.element(page.getByLabelText('Zimmer')).toHaveValue('C3');
  });

  test('a day that can not be read is not saved as none', async () => {
    const { services, executed } = await withPeople(some);
    await showScreen(services, '/people/id-000001');
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await userEvent.fill(page.getByLabelText('Ankunft'), '3113');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Das ist kein Tag/)).toBeVisible();
    await userEvent.fill(page.getByLabelText('Ankunft'), '3112');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('31.12.2026')).toBeVisible();
    expect(executed).toEqual(['participant.view', 'participant.update']);
  });

  test('too many or too long texts are told at their field, which has the focus', async () => {
    const { services, executed } = await withPeople([]);
    await showScreen(services, '/people/new');
    await userEvent.keyboard('Selam');
    await userEvent.fill(page.getByLabelText('Sprachen'), 'x'.repeat(41));
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await expect.element(page.getByText('Das ist zu lang.')).toBeVisible();
    await expect.element(page.getByLabelText('Sprachen')).toHaveFocus();
    expect(executed).toEqual([]);
  });

  test('errors stand at their fields, and the first of them has the focus', async () => {
    const { services } = await withPeople(some);
    await showScreen(services, '/people/new');
    await userEvent.fill(page.getByLabelText('Geburtsdatum'), '31.02.1990');
    await userEvent.fill(page.getByLabelText('Nummer'), '100000');
    await userEvent.fill(page.getByLabelText('Notiz', { exact: true }), 'kommt später');
    await userEvent.keyboard('{Control>}{/Control}');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await expect.element(page.getByText('Diesen Tag gibt es nicht im Kalender.')).toBeVisible();
    await expect.element(page.getByText('Diese Nummer hat schon eine andere Person.')).toBeVisible();
    await expect
      .element(page.getByText('Bitte schreiben Sie, wofür die Notiz gebraucht wird.'))
      .toBeVisible();
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    expect(await violations()).toEqual([]);
  });

  test('is added with one name and Enter', async () => {
    const { services } = await withPeople([]);
    await showScreen(services, '/people/new');
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await userEvent.keyboard('Selam{Enter}');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Selam');
    expect(currentAddress()).toMatch(/^\/people\/id-/);
    expect(services.directory.list('participant')).toMatchObject([{ given: 'Selam', family: null }]);
  });

  test('languages and spellings are taken as typed, confirmed or not', async () => {
    const { services } = await withPeople([]);
    await showScreen(services, '/people/new');
    await userEvent.keyboard('Selam');
    await page.getByLabelText('Sprachen').click();
    await userEvent.keyboard('Tigr{Enter}Klingonisch');
    await page.getByLabelText('Weitere Schreibweisen').click();
    await userEvent.keyboard('Salaam');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await expect.element(page.getByText('Tigrinya, Klingonisch')).toBeVisible();
    await expect.element(page.getByText('Salaam')).toBeVisible();
  });
});
