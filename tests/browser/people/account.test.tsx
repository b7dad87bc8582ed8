import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fullGroup } from '#tests/browser/courses/enrolment-cases.ts';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup } from '#tests/memory/made.ts';
import { showScreen } from './show-screen.tsx';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const said = () => page.getByRole('status').first();
const account = () => page.getByRole('list').filter({ hasText: 'Erstorientierung' }).first();

describe('the UE account', () => {
  test('shows what was offered since the enrolment and what came of it, as counted by hand', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.amina}`);
    await expect.element(page.getByText('5 von 12 UE anwesend (41 %)')).toBeVisible();
    await expect.element(page.getByText('2 UE entschuldigt')).toBeVisible();
    await expect.element(page.getByText('2 UE nicht erfasst')).toBeVisible();
    await expect.element(page.getByText('Bescheinigung noch nicht fällig: 41 % von 75 %')).toBeVisible();
    await expect.element(page.getByText('Erstorientierung, seit 02.11.2026')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('shows modules and sessions on demand, with the way to each session', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.amina}`);
    const show = button('Module und Termine anzeigen: Erstorientierung A');
    await expect.element(show).toHaveAttribute('aria-expanded', 'false');
    await show.click();
    const rows = (caption: string): string[] =>
      page
        .getByRole('table', { name: caption })
        .getByRole('row')
        .elements()
        .slice(1)
        .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
    expect(rows('Nach Modulen')).toEqual([
      'Alltag | 3 von 6 | 50 % | ',
      'Arbeit | 2 von 4 | 50 % | ',
      'Ohne Modul | 0 von 2 | 0 % | 2 UE',
    ]);
    expect(rows('Nach Terminen')).toEqual([
      'Mo 23.11.2026, 9:00 | 0 von 2 | nicht erfasst',
      'Mi 18.11.2026, 9:00 | 0 von 2 | fehlt',
      'Mo 16.11.2026, 9:00 |  | ausgefallen',
      'Mi 11.11.2026, 9:00 | 2 von 2 | anwesend',
      'Mo 09.11.2026, 9:00 | 0 von 2 | entschuldigt',
      'Mi 04.11.2026, 9:00 | 1 von 2 | 20 Min. zu spät',
      'Mo 02.11.2026, 9:00 | 2 von 2 | anwesend',
    ]);
    await expect
      .element(link('Mo 23.11.2026, 9:00'))
      .toHaveAttribute('href', expect.stringMatching(/^\/sessions\/id-/));
    expect(await violations()).toEqual([]);
  });

  test('counts from the enrolment on, and leads to the certificate that is due', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.bilal}`);
    await expect.element(page.getByText('6 von 8 UE anwesend (75 %)')).toBeVisible();
    await expect.element(page.getByText('Bescheinigung fällig')).toBeVisible();
    await expect
      .element(link('Bescheinigung ausstellen: Erstorientierung A'))
      .toHaveAttribute('href', `/certificates/person/${people.bilal}`);
    await showScreen(services, `/people/${people.chidi}`);
    await expect.element(page.getByText('Bescheinigung noch offen: 4 UE sind nicht erfasst')).toBeVisible();
  });

  test('opens only the months in which the person was there', async () => {
    const { services, people } = await fullGroup();
    const asked: string[] = [];
    const { sessionsBetween } = services.directory;
    services.directory.sessionsBetween = (from, to) => {
      asked.push(`${from} ${to}`);
      return sessionsBetween(from, to);
    };
    await showScreen(services, `/people/${people.bilal}`);
    await expect.element(page.getByText('6 von 8 UE anwesend (75 %)')).toBeVisible();
    expect(new Set(asked)).toEqual(new Set(['2026-11-09 2026-11-23']));
  });

  test('shows the place on a waiting list', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.elif}`);
    await expect.element(account()).toHaveTextContent('Warteliste, Platz 2, seit 23.11.2026');
  });
});

describe('enrolling from the person', () => {
  test('chooses a group by a few letters, says when people wait, and can be taken back', async () => {
    const { services, people, groupId, offerId, done } = await fullGroup();
    const coming = { name: 'Nähwerkstatt', startsOn: '2026-12-01', capacity: 8 };
    await done('courseGroup.save', { id: null, group: madeGroup(offerId, coming) });
    await showScreen(services, `/people/${people.genet}`);
    await button('In eine Gruppe aufnehmen').click();
    const group = page.getByRole('combobox', { name: 'Gruppe' });
    await expect.element(group).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => page.getByRole('option').elements().length).toBe(2);
    await expect
      .element(page.getByRole('option').first())
      .toHaveTextContent('Erstorientierung Avoll, 2 Personen wartenErstorientierung, läuft bis 18.12.2026');
    await expect
      .element(page.getByRole('option').last())
      .toHaveTextContent('Nähwerkstatt8 Plätze freiErstorientierung, beginnt am 01.12.2026');
    await userEvent.keyboard('erst{Enter}');
    await expect.element(page.getByText(/^Die Gruppe ist voll. Genet Tekle kommt/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Aufnehmen').click();
    await expect
      .element(said())
      .toHaveTextContent('Die Gruppe ist voll. Genet Tekle steht auf Platz 3 der Warteliste.');
    await expect.element(account()).toHaveTextContent('Warteliste, Platz 3');
    await expect.element(button('In eine Gruppe aufnehmen')).toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('Noch in keinem Kurs.')).toBeVisible();
    expect(services.directory.enrolmentsOf('groupId', groupId).at(-1)).toMatchObject({
      endReason: 'mistake',
    });
  });

  test('without a group, or after its end, is told at the field', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.genet}`);
    await button('In eine Gruppe aufnehmen').click();
    await button('Aufnehmen').click();
    await expect.element(page.getByText('Bitte wählen Sie eine Gruppe.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Gruppe' }).click();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.getByRole('textbox', { name: /^Ab/ }).fill('24.12.2026');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Der Tag liegt nach dem Ende der Gruppe.')).toBeVisible();
    expect(services.directory.enrolmentsOf('participantId', people.genet)).toEqual([]);
  });
});

describe('a departure', () => {
  test('says what ends, ends it in one write, shows what is due and who moved up, and is taken back whole', async () => {
    const { services, people, groupId, executed, done } = await fullGroup();
    const before = services.directory.enrolmentsOf('groupId', groupId);
    await showScreen(services, `/people/${people.bilal}`);
    await button('Auszug eintragen').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByRole('textbox', { name: /^Tag des Auszugs/ })).toHaveValue('23.11.2026');
    await expect.element(dialog.getByRole('listitem')).toHaveTextContent('Erstorientierung A');
    expect(await violations()).toEqual([]);
    executed.length = 0;
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ausgezogen am 23.11.2026')).toHaveFocus();
    expect(executed).toEqual(['participant.depart']);
    await expect.element(page.getByText('Die Aufbewahrungsfristen zählen ab dem 23.11.2026.')).toBeVisible();
    await expect
      .element(link('Fällige Bescheinigungen ausstellen'))
      .toHaveAttribute('href', `/certificates/person/${people.bilal}`);
    await expect
      .element(page.getByRole('list', { name: 'Wer nachgerückt ist' }))
      .toHaveTextContent(
        'Erstorientierung A: Daria Kovalenko rückt von der Warteliste nach und ist ab 24.11.2026 dabei.',
      );
    await expect.element(page.getByText(/09.11.2026 bis 23.11.2026, verlegt/)).toBeVisible();
    expect(button('In eine Gruppe aufnehmen').elements()).toEqual([]);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(button('Auszug eintragen')).toBeVisible();
    expect(services.directory.enrolmentsOf('groupId', groupId)).toEqual(before);
    expect(services.directory.get('participant', people.bilal)?.departedOn).toBeNull();
    // An undecided certificate says what is missing.
    await done('participant.depart', { id: people.chidi, departedOn: '2026-11-23' });
    await showScreen(services, `/people/${people.chidi}`);
    await expect
      .element(
        page.getByText(/^Erstorientierung A: Ob eine Bescheinigung fällig ist, ist noch offen. 4 UE sind/),
      )
      .toBeVisible();
  });

  test('ends waiting as well, and a day that can not be is told at the day', async () => {
    const { services, people } = await fullGroup();
    await showScreen(services, `/people/${people.daria}`);
    await button('Auszug eintragen').click();
    await expect
      .element(page.getByRole('dialog').getByRole('listitem'))
      .toHaveTextContent('Erstorientierung A (Warteliste)');
    const day = page.getByRole('textbox', { name: /^Tag des Auszugs/ });
    await day.fill('24.11.2026');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Der Auszug liegt in der Zukunft/)).toBeVisible();
    expect(services.directory.get('participant', people.daria)?.departedOn).toBeNull();
    await day.fill('gestern nicht');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bitte geben Sie den Tag des Auszugs an.')).toBeVisible();
    await day.fill('22.11.');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ausgezogen am 22.11.2026')).toBeVisible();
    await expect.element(page.getByText('Noch in keinem Kurs.')).toBeVisible();
  });

  test('of somebody who is here again is taken back, and that as well', async () => {
    const { services, people } = await fullGroup('reception');
    await showScreen(services, `/people/${people.farid}`);
    await expect.element(page.getByText('Ausgezogen am 20.11.2026')).toBeVisible();
    await button('Wieder da').click();
    await expect.element(button('Auszug eintragen')).toBeVisible();
    await expect.element(said()).toHaveTextContent('Farid Noori ist wieder da.');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('Ausgezogen am 20.11.2026')).toBeVisible();
  });

  test('is marked in the list of people', async () => {
    const { services } = await fullGroup();
    await showScreen(services, '/people');
    await expect
      .element(page.getByRole('row', { name: /Noori/ }))
      .toHaveTextContent('Noori, Faridausgezogen');
    await expect.element(page.getByRole('row', { name: /Ahmadi/ })).not.toHaveTextContent('ausgezogen');
  });
});

describe.each([
  { language: 'de', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const)('for everybody ($language, $mode)', (look) => {
  test('has no violation that axe finds', async () => {
    const { services, people, done } = await fullGroup();
    await done('participant.depart', { id: people.bilal, departedOn: '2026-11-23' });
    await showScreen(services, `/people/${people.bilal}`, look);
    await button(/Module und Termine anzeigen|Show modules/).click();
    await expect.poll(() => page.getByRole('table').elements().length).toBe(2);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});
