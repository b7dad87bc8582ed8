import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen } from '#tests/browser/people/show-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import residents from '#tests/fixtures/residents.csv?raw';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { workbook } from '#tests/unit/roster/workbook.ts';

const at = { now: new Date(2026, 10, 23, 9, 5) };
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Gives a file to the page as the file dialog does. */
async function choose(text: string | Uint8Array<ArrayBuffer>, name = 'liste.csv'): Promise<void> {
  await expect.element(button('Datei auswählen')).toBeVisible();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the roster of the residents', () => {
  let services = memoryServices(at);
  beforeEach(async () => {
    services = memoryServices(at);
    await showScreen(services, '/people/import');
  });

  test('is imported with its bad rows put right or skipped, and every row is accounted for', async () => {
    expect(await violations()).toEqual([]);
    await choose(residents, 'residents.csv');
    await expect.element(page.getByText('300 Zeilen')).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'Haddad' }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Zeilen prüfen').click();

    await expect.element(page.getByText('297 Zeilen sind bereit')).toBeVisible();
    await expect.element(button('Zu klären (3)')).toBeVisible();
    expect(await violations()).toEqual([]);
    // The first open row is at hand, its wrong field has the focus.
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await expect.element(page.getByText(/Hier steht eine Formel/).last()).toBeVisible();
    await userEvent.clear(page.getByLabelText('Vorname'));
    await userEvent.keyboard('Jawad{Enter}');
    await expect.element(page.getByLabelText('Geburtsdatum')).toHaveValue('31.02.1990');
    await expect.element(page.getByLabelText('Geburtsdatum')).toHaveFocus();
    await userEvent.clear(page.getByLabelText('Geburtsdatum'));
    await userEvent.keyboard('1990{Enter}');
    await expect.element(page.getByText(/weniger Felder als die Überschrift/).last()).toBeVisible();
    await button('299 Personen importieren').click();
    await expect
      .element(page.getByText('Bitte klären oder überspringen Sie zuerst die offene Zeile.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Überspringen', exact: true }).click();
    await button('299 Personen importieren').click();

    await expect.element(page.getByText('299 Personen sind importiert.')).toBeVisible();
    await expect.element(page.getByText('299 Zeilen importiert')).toBeVisible();
    await expect.element(page.getByText('1 Zeile von Ihnen übersprungen')).toBeVisible();
    expect(await violations()).toEqual([]);
    const people = services.directory.list('participant');
    expect(people).toHaveLength(299);
    expect(people.find(({ number }) => number === '100007')).toMatchObject({
      given: 'Jawad',
      family: 'Noori',
    });
    expect(people.find(({ number }) => number === '100013')).toMatchObject({
      birth: { kind: 'year', year: 1990 },
    });
    expect(people.find(({ number }) => number === '100023')).toBeUndefined();
  });

  test('read a second time, every row names the person who is there already', async () => {
    await choose('Nr;Vorname\n7;Amina');
    await button('Zeilen prüfen').click();
    await button('1 Person importieren').click();
    await button('Weitere Datei importieren').click();
    await choose('Nr;Vorname\n7;Aminah');
    await button('Zeilen prüfen').click();
    await expect.element(page.getByText('Die Nummer 7 hat schon Amina.').last()).toBeVisible();
    await expect.element(button('Ist dieselbe Person')).toHaveFocus();
    await button('Zeile ändern').click();
    await expect.element(page.getByRole('link', { name: 'Person ansehen' })).toBeVisible();
  });

  test('a shape that fits can be confirmed, and the open rows skipped at once and taken back', async () => {
    await choose('Nr;Vorname;Zimmer\n1;Amina\n2;=1;A1');
    await button('Zeilen prüfen').click();
    await button('Zeile stimmt so').click();
    await expect.element(page.getByText('1 Zeile ist bereit')).toBeVisible();
    await button('Offene Zeile überspringen').click();
    await expect.element(page.getByText(/1 Zeile überspringen Sie/)).toBeVisible();
    await button('Übersprungene Zeile wieder aufnehmen').click();
    await expect.element(button('Zu klären (1)')).toBeVisible();
  });
});

describe('choosing', () => {
  test('encoding, columns that are never stored, and what is not taken', async () => {
    const services = memoryServices(at);
    await showScreen(services, '/people/import');
    await choose(
      Uint8Array.from('Name;Vorname;Religion;Schuhgröße\nMüller;Zoë;geheim;38\n', (letter) =>
        letter.charCodeAt(0),
      ),
    );
    await expect.element(page.getByText('Windows-1252')).toBeVisible();
    await expect.element(page.getByText('Müller')).toBeVisible();
    await expect
      .element(
        page.getByText('Die Spalte „Religion“ wird nicht eingelesen: Solche Angaben speichert Wegmarke nie.'),
      )
      .toBeVisible();
    expect(document.body.textContent).not.toContain('geheim');
    await page.getByRole('combobox', { name: '„Schuhgröße“ wird übernommen als' }).click();
    await page.getByRole('option', { name: 'Zimmer' }).click();
    await button('Zeilen prüfen').click();
    await button('1 Person importieren').click();
    await expect.element(page.getByText('1 Person ist importiert.')).toBeVisible();
    expect(services.directory.list('participant')).toMatchObject([
      { given: 'Zoë', family: 'Müller', room: '38' },
    ]);
    expect(JSON.stringify([...(services.tables.participant?.values() ?? [])])).not.toContain('geheim');
  });

  test('a workbook, with the sheet to choose', async () => {
    await showScreen(memoryServices(at), '/people/import');
    const sheets = {
      Erste: [['Vorname'], ['Amina']],
      Zweite: [
        ['Vorname', 'Geburtsdatum'],
        ['Selam', { date: 32476 }],
      ],
    };
    await choose(workbook(sheets), 'liste.xlsx');
    await expect.element(page.getByText('Amina')).toBeVisible();
    await page.getByRole('combobox', { name: 'Tabellenblatt' }).click();
    await page.getByRole('option', { name: 'Zweite' }).click();
    await expect.element(page.getByText('1988-11-29')).toBeVisible();
  });

  test('a file that is none says so and leaves the choice', async () => {
    await showScreen(memoryServices(at), '/people/import');
    await choose('%PDF-1.7', 'brief.pdf');
    await expect.element(page.getByText('„brief.pdf“ ist keine Liste.', { exact: false })).toBeVisible();
  });

  test('reception may not import', async () => {
    await showScreen(memoryServices({ ...at, role: 'reception' }), '/people/import');
    await expect.element(page.getByText('Importieren können Koordination und Verwaltung')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('enrolling what was imported', () => {
  const rows = (count: number): string =>
    ['Nr;Vorname', ...Array.from({ length: count }, (_, at) => `${at};Person ${at}`)].join('\n');

  async function imported(count: number, capacity: number | null) {
    const services = memoryServices(at);
    const offer = await services.commands.execute('offer.save', { id: null, offer: madeOffer() });
    const offerId = offer.ok ? offer.value.id : '';
    await services.commands.execute('courseGroup.save', {
      id: null,
      group: madeGroup(offerId, { capacity }),
    });
    await showScreen(services, '/people/import');
    await choose(rows(count));
    await button('Zeilen prüfen').click();
    await button(/Personen importieren/).click();
    await expect.element(page.getByRole('heading', { name: /^Diese Personen in eine/ })).toBeVisible();
    const executed: string[] = [];
    const { execute } = services.commands;
    services.commands.execute = (name, input) => {
      executed.push(name);
      return execute(name, input);
    };
    const group = page.getByRole('combobox', { name: 'Gruppe' });
    await group.click();
    await userEvent.keyboard('gruppe{Enter}');
    await expect.element(group).toHaveValue('Gruppe A');
    return { services, executed };
  }
  const open = (services: ReturnType<typeof memoryServices>) =>
    services.directory.list('enrolment').filter(({ endedOn }) => endedOn === null);

  test('says how many get a place and how many wait, beforehand and after, and is taken back', async () => {
    const { services, executed } = await imported(5, 3);
    await expect.element(page.getByText('2 Personen kommen auf die Warteliste.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('5 Personen aufnehmen').click();
    await expect
      .element(page.getByRole('alert').last())
      .toHaveTextContent(
        '3 Personen sind eingeschrieben. Die Gruppe ist voll. 2 Personen stehen auf der Warteliste, auf den Plätzen 1 bis 2.',
      );
    expect(executed).toEqual(['enrolment.add']);
    const names = open(services).map(
      ({ participantId }) => services.directory.get('participant', participantId)?.given,
    );
    expect(names).toEqual(['Person 0', 'Person 1', 'Person 2', 'Person 3', 'Person 4']);
    await button(/^Rückgängig/).click();
    await expect.element(button('5 Personen aufnehmen')).toBeVisible();
    expect(open(services)).toEqual([]);
  });

  test('takes a write for each thousand, and goes back the same way', async () => {
    const { services, executed } = await imported(1500, null);
    await button('1.500 Personen aufnehmen').click();
    await expect.element(page.getByText('1.500 Personen sind eingeschrieben.').first()).toBeVisible();
    expect(executed).toEqual(['enrolment.add', 'enrolment.add']);
    expect(open(services)).toHaveLength(1500);
    await button(/^Rückgängig/).click();
    await expect.element(button('1.500 Personen aufnehmen')).toBeVisible();
    expect(open(services)).toEqual([]);
  });

  test('refused, says why at the field, and enrols nobody', async () => {
    const { services } = await imported(2, 3);
    await page.getByRole('textbox', { name: /^Ab/ }).fill('24.12.2026');
    await button('2 Personen aufnehmen').click();
    await expect.element(page.getByText('Der Tag liegt nach dem Ende der Gruppe.')).toBeVisible();
    expect(open(services)).toEqual([]);
  });
});

describe('saving', () => {
  const rows = (count: number): string =>
    ['Nr;Vorname', ...Array.from({ length: count }, (_, at) => `${at};Person ${at}`)].join('\n');

  test('stopped, it keeps what is saved, says which, and goes on from there', async () => {
    const services = memoryServices(at);
    const { execute } = services.commands;
    let release: () => void = () => undefined;
    let batches = 0;
    services.commands.execute = async (name, input) => {
      batches += 1;
      if (batches === 2) await new Promise<void>((resolve) => (release = resolve));
      return execute(name, input);
    };
    await showScreen(services, '/people/import');
    await choose(rows(4000));
    await button('Zeilen prüfen').click();
    await button('4.000 Personen importieren').click();
    await expect.element(page.getByText('1.000 von 4.000 gespeichert')).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Anhalten').click();
    release();
    await expect
      .element(
        page.getByText('Sie haben den Import angehalten. 2.000 Personen sind gespeichert, 2.000 noch nicht.'),
      )
      .toBeVisible();
    expect(services.directory.list('participant')).toHaveLength(2000);
    await button('Weiter mit 2.000 Personen').click();
    await expect.element(page.getByText('4.000 Zeilen importiert')).toBeVisible();
    expect(new Set(services.directory.list('participant').map(({ number }) => number)).size).toBe(4000);
  });

  test('a refused batch says why and can be taken up again', async () => {
    const services = memoryServices(at);
    const { execute } = services.commands;
    let full = true;
    services.commands.execute = async (name, input) => {
      const done = services.directory.list('participant').length;
      return full && done >= 1000 ? { ok: false, error: { code: 'disk.full' } } : execute(name, input);
    };
    await showScreen(services, '/people/import');
    await choose(rows(1600));
    await button('Zeilen prüfen').click();
    await button('1.600 Personen importieren').click();
    await expect
      .element(page.getByText(/1.000 Personen sind gespeichert, 600 noch nicht. Grund: Auf dem Datenträger/))
      .toBeVisible();
    full = false;
    await button('Weiter mit 600 Personen').click();
    await expect.element(page.getByText('1.600 Zeilen importiert')).toBeVisible();
  });

  test('left and come back to, the review is where it was', async () => {
    const services = memoryServices(at);
    await showScreen(services, '/people/import');
    await choose('Nr;Vorname\n1;=1');
    await button('Zeilen prüfen').click();
    await userEvent.fill(page.getByLabelText('Vorname'), 'Selam');
    await showScreen(services, '/people');
    await showScreen(services, '/people/import');
    await expect.element(button('1 Person importieren')).toBeVisible();
  });
});
