import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen } from '#tests/browser/people/show-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import residents from '#tests/fixtures/residents.csv?raw';
import { madeParticipant } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const at = { now: new Date(2026, 10, 23, 9, 5) };
const button = (name: string | RegExp) => page.getByRole('button', { name });
const reasons = () => page.getByRole('list', { name: 'Was dafür spricht' });

let services = memoryServices(at);
beforeEach(() => {
  services = memoryServices(at);
});

/** Gives a file to the page as the file dialog does, and goes on to the review. */
async function review(text: string, look: { readonly language?: 'de' | 'en'; readonly mode?: 'dark' } = {}) {
  await showScreen(services, '/people/import', look);
  await expect.element(button(/^(Datei auswählen|Choose file)$/)).toBeVisible();
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  const files = new DataTransfer();
  files.items.add(new File([text], 'liste.csv'));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await button(/^(Zeilen prüfen|Check rows)$/).click();
}

async function known() {
  const answer = await services.commands.execute('participant.import', {
    rows: [
      {
        ...madeParticipant('Mohamad', 'Al-Khatib'),
        ...{ number: '4711', birth: { kind: 'date', date: '1991-03-14' }, languages: ['ar'], room: 'B 12' },
      },
      {
        ...madeParticipant('Oksana', 'Shevchenko'),
        ...{ number: '4712', birth: { kind: 'date', date: '1988-07-02' }, languages: ['uk'] },
      },
    ],
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.ids;
}
const header = 'Nr;Familienname;Vorname;Geburtsdatum;Sprachen;Zimmer';
const list = [
  header,
  '5000;Alkhatib;Muhammed;14.03.1991;Arabisch;C 3',
  '4712;Shevchenko;Oksana;02.07.1988;Ukrainisch;A 1',
  '5002;Tekle;Selam;01.05.1999;Tigrinya;',
  '5003;Schewtschenko;Oxana;02.07.1988;Ukrainisch;',
].join('\n');

describe('rows of people who are there already', () => {
  test('stand beside them with reasons, and go where staff say: taken over, remembered, or in by themselves', async () => {
    const [mohamad = '', oksana = ''] = await known();
    await review(list);
    // The number that exists is to be decided; the others are only likely.
    await expect.element(button('Zu klären (1)')).toBeVisible();
    await expect.element(button('Vielleicht schon da (2)')).toBeVisible();
    await expect.element(page.getByText(/2 sind vielleicht schon da/)).toBeVisible();
    await expect.element(button('Ist dieselbe Person')).toHaveFocus();
    await expect.element(page.getByRole('heading', { name: 'Zeile 3' })).toBeVisible();
    await expect.element(reasons()).toHaveTextContent(/gleiche Nummer: 4712/);
    expect(await violations()).toEqual([]);
    await button('Zeile mit gleicher Nummer: dieselbe Person').click();
    await expect.element(page.getByText('Keine Zeile ist zu klären')).toBeVisible();
    await expect.element(button('Schon da (1)')).toBeVisible();

    await button('Vielleicht schon da (2)').click();
    await page.getByRole('row', { name: /Alkhatib/ }).dblClick();
    await expect
      .element(reasons())
      .toHaveTextContent('gleicher Name in anderer Schreibweise: Muhammed Alkhatib / Mohamad Al-Khatib');
    await expect.element(page.getByText('Nummer: 5000 statt 4711; die alte bleibt auffindbar')).toBeVisible();
    await expect.element(page.getByText('Zimmer: C 3 statt B 12')).toBeVisible();
    await expect.element(button('Ist dieselbe Person')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    // The next one is at hand: somebody who is likely Oksana, and likely the row that is Oksana.
    await expect.element(page.getByRole('heading', { name: 'Zeile 5' })).toBeVisible();
    await button('Ist jemand anderes').click();
    await expect.element(page.getByText('2 Zeilen sind bereit')).toBeVisible();
    await button('2 Personen importieren').click();
    await expect.element(page.getByText('2 Personen sind importiert.')).toBeVisible();
    await expect.element(page.getByText('2 Zeilen gehören zu Personen, die schon da waren')).toBeVisible();
    expect(await violations()).toEqual([]);

    const people = services.directory.list('participant');
    expect(people).toHaveLength(4);
    expect(services.directory.get('participant', mohamad)).toMatchObject({
      ...{ given: 'Mohamad', spellings: ['Muhammed Alkhatib'], room: 'C 3' },
      ...{ number: '5000', formerNumbers: ['4711'] },
    });
    expect(services.directory.get('participant', oksana)).toMatchObject({ number: '4712', room: 'A 1' });
    const oxana = people.find(({ given }) => given === 'Oxana')?.id ?? '';
    expect(services.directory.list('distinctPeople').map(({ people: pair }) => [...pair].sort())).toEqual([
      [oksana, oxana].sort(),
    ]);
  });

  test('undecided, are imported and pointed to afterwards', async () => {
    await known();
    await review([header, '5000;Alkhatib;Muhammed;14.03.1991;Arabisch;C 3'].join('\n'));
    await expect.element(button('Vielleicht schon da (1)')).toBeVisible();
    await button('1 Person importieren').click();
    await expect
      .element(page.getByRole('link', { name: /Mögliche Doppelte/ }))
      .toHaveAttribute('href', '/people/duplicates');
    expect(services.directory.list('participant')).toHaveLength(3);
  });

  test('are asked about anew when a cell is corrected', async () => {
    await known();
    await review([header, '5000;Tekle;Selam;14.03.1991;Arabisch;C 3'].join('\n'));
    await expect.element(page.getByText('1 Zeile ist bereit')).toBeVisible();
    await page.getByRole('row', { name: /Tekle/ }).dblClick();
    await userEvent.fill(page.getByLabelText('Familienname'), 'Alkhatib');
    await userEvent.fill(page.getByLabelText('Vorname'), 'Mohamed');
    await expect.element(reasons()).toHaveTextContent(/Mohamed Alkhatib/);
  });

  test('a number that somebody gets while rows are looked at is not given twice', async () => {
    await review([header, '5000;Tekle;Selam;01.05.1999;Tigrinya;', '5001;Haile;Abel;;;'].join('\n'));
    await expect.element(page.getByText('2 Zeilen sind bereit')).toBeVisible();
    await services.commands.execute('participant.create', { ...madeParticipant('Elif'), number: '5000' });
    await expect.element(button('Zu klären (1)')).toBeVisible();
    await button(/^1 Person/).click();
    await expect.element(page.getByText('Die Nummer 5000 hat schon Elif.').last()).toBeVisible();
    expect(services.directory.list('participant')).toHaveLength(1);
  });

  test('a number that somebody gets while rows are saved leads back to the review, with what is saved saved', async () => {
    const rows = Array.from({ length: 1001 }, (_, line) => `${line};Name${line};Person`);
    const { execute } = services.commands;
    let batches = 0;
    services.commands.execute = async (name, input) => {
      const answer = await execute(name, input);
      batches += 1;
      if (batches === 1) await execute('participant.create', { ...madeParticipant('Elif'), number: '1000' });
      return answer;
    };
    await review(['Nr;Familienname;Vorname', ...rows].join('\n'));
    await button('1.001 Personen importieren').click();
    await expect.element(page.getByText('Die Nummer 1000 hat schon Elif.').last()).toBeVisible();
    await expect.element(button('Alle (1)')).toBeVisible();
    await page.getByRole('button', { name: 'Überspringen', exact: true }).click();
    expect(services.directory.list('participant')).toHaveLength(1001);
  });
});

test('the same people twice in one file become one each', async () => {
  await review(residents);
  await expect.element(button(/^Vielleicht schon da \(/)).toBeVisible();
  await button(/^Vielleicht schon da/).click();
  await page.getByRole('row', { name: /^103 / }).dblClick();
  await expect.element(page.getByRole('heading', { name: 'Zeile 103' })).toBeVisible();
  await expect.element(reasons()).toHaveTextContent(/Олександр Ткачук/);
  await button('Ist dieselbe Person').click();
  await button(/offenen Zeilen überspringen/).click();
  await button(/Personen importieren$/).click();
  await expect.element(page.getByText(/Personen sind importiert/)).toBeVisible();
  const people = services.directory.list('participant');
  expect(people.filter(({ number }) => number === '100100')).toEqual([]);
  expect(people.find(({ number }) => number === '100101')).toMatchObject({
    ...{ given: 'Oleksandr', family: 'Tkachuk', formerNumbers: ['100100'] },
    spellings: ['Olexandr Tkatschuk'],
  });
});

test.each([{ language: 'de' }, { language: 'en', mode: 'dark' }] as const)(
  'for everybody ($language)',
  async (look) => {
    await known();
    await review(list, look);
    await expect.element(button(/^(Ist dieselbe Person|Is the same person)$/)).toHaveFocus();
    // What the comparison finds switches buttons on, which takes a moment of fading.
    await expect.element(button(/\(2\)$/)).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  },
);
