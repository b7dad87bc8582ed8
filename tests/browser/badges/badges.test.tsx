import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BadgesPage } from '#renderer/features/badges/BadgesPage.tsx';
import { keepChoices } from '#renderer/features/badges/badge-choices.ts';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import { openCodeReader } from '#renderer/ui/scanner/code-reader.ts';
import { inFours } from '#shared/domain/digits.ts';
import { confirmPrint } from '#tests/browser/confirm-print.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { badgeFacility } from './badge-cases.ts';

type Facility = Awaited<ReturnType<typeof badgeFacility>>;
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };

let unmount: () => void = () => undefined;
beforeEach(async () => {
  keepChoices({ layout: 'card', form: 'full', start: 0, offset: { right: 0, down: 0 } });
  await page.viewport(1366, 768);
});
afterEach(() => unmount());

const routes = { '/badges': <BadgesPage />, '/people/:id': <PersonPage /> };
async function open({ services }: Facility, address = '/badges', look: Look = {}): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes, ...look });
}

const table = () => page.getByRole('grid', { name: 'Wer einen Ausweis bekommt' });
const names = () =>
  [...document.querySelectorAll('[role="row"] [role="gridcell"]:nth-child(2)')].map(
    (cell) => cell.textContent,
  );
const choose = async (field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const drawn = () =>
  expect.poll(() => document.querySelectorAll('canvas').length, { timeout: 30_000 }).toBeGreaterThan(0);

/** What a camera would read from a printed page. */
async function scanned(png: Uint8Array | undefined): Promise<string | undefined> {
  const reader = openCodeReader(() => undefined);
  try {
    return await reader.read(await createImageBitmap(new Blob([new Uint8Array(png ?? [])])));
  } finally {
    reader.close();
  }
}

describe('badges for those who have none', () => {
  it('take three steps by keyboard, and what is printed can be scanned', async () => {
    const facility = await badgeFacility();
    await open(facility);
    await expect.element(page.getByText('5 Personen ausgewählt')).toBeVisible();
    expect(names()).toEqual(['Chidi', 'Haddad, Amina', 'Öztürk, Elif', 'Rezaei, Farid', 'Shevchenko, Daria']);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('5 Ausweise auf 1 Blatt')).toBeVisible();
    await expect.element(button('5 Ausweise ausstellen und ansehen')).toHaveFocus();
    expect(facility.deeds).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await drawn();
    await expect.element(button('Drucken')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await confirmPrint();
    await expect
      .poll(() => facility.deeds.map(({ name }) => name), { timeout: 30_000 })
      .toEqual(['badge.issue', 'print badges upright', 'badge.print']);
    expect(facility.deeds[2]?.ids).toHaveLength(5);
    const number = await scanned(facility.deeds[1]?.pages?.[0]);
    const issued = facility.ids.flatMap((id) => facility.badgesOf(id).map((badge) => badge.number));
    expect(issued).toContain(number);
  });

  it('are issued once, however often one looks', async () => {
    const facility = await badgeFacility();
    await open(facility);
    await button('Weiter').click();
    await button(/ausstellen und ansehen/).click();
    await drawn();
    await button('Papier ändern').click();
    await expect.element(button('Seiten ansehen')).toBeVisible();
    await button('Seiten ansehen').click();
    await drawn();
    expect(facility.deeds.map(({ name }) => name)).toEqual(['badge.issue']);
    expect(facility.badgesOf(facility.ids[0])).toHaveLength(1);
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.poll(() => facility.deeds.map(({ name }) => name)).toContain('save badges pdf');
  });

  it('say so when everybody has one, when nobody is there, and what to do', async () => {
    const facility = await badgeFacility();
    for (const id of facility.ids)
      await facility.services.commands.execute('badge.issue', { participantIds: [id] });
    await open(facility);
    await expect.element(page.getByText('Alle haben einen Ausweis')).toBeVisible();
    await expect.element(button('Weiter')).toHaveAttribute('aria-disabled', 'true');
    await open(await badgeFacility(0));
    await choose('Ausweise für', 'einzelne Personen');
    await expect.element(page.getByText('Noch keine Personen')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('badges for others', () => {
  it('are those of a group: who has one is listed, and not selected', async () => {
    const facility = await badgeFacility();
    await open(facility);
    await choose('Ausweise für', 'eine Kursgruppe');
    await expect.element(page.getByText('Welche Gruppe?')).toBeVisible();
    await choose('Gruppe', 'Gruppe A');
    await expect.element(page.getByText('1 Person ausgewählt')).toBeVisible();
    expect(names()).toEqual(['Öztürk, Elif', 'Yıldız, Bilal']);
  });

  it('are those of whoever has arrived since a day', async () => {
    await open(await badgeFacility());
    await choose('Ausweise für', 'neu Angekommene');
    await expect.poll(names).toEqual(['Haddad, Amina', 'Öztürk, Elif', 'Shevchenko, Daria']);
    const since = page.getByRole('textbox', { name: 'Angekommen seit' });
    await since.fill('11.11.');
    await expect.poll(names).toEqual(['Haddad, Amina']);
  });

  it('are those of anybody who is searched and selected; who has moved out is not there', async () => {
    const facility = await badgeFacility();
    await open(facility);
    await choose('Ausweise für', 'einzelne Personen');
    await expect.element(page.getByText('0 Personen ausgewählt')).toBeVisible();
    expect(names()).not.toContain('Ahmadi, Gul');
    const search = page.getByRole('searchbox', { name: 'Suchen' });
    await search.fill('Yild');
    await expect.poll(names).toEqual(['Yıldız, Bilal']);
    table().element().focus();
    await userEvent.keyboard(' ');
    await search.fill('Chidi');
    await expect.poll(names).toEqual(['Chidi']);
    table().element().focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('2 Personen ausgewählt')).toBeVisible();
    await search.fill('xyz');
    await expect.element(page.getByText('Niemand gefunden')).toBeVisible();
    await button('Suche leeren').click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(button('1 Ausweis ausstellen und ansehen')).toBeVisible();
  });
});

describe('the paper', () => {
  const toPaper = async (facility: Facility): Promise<void> => {
    await open(facility);
    await expect.element(page.getByText('5 Personen ausgewählt')).toBeVisible();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Papier', { exact: true })).toBeVisible();
  };

  it('begins at the first free label, chosen with the arrow keys, and goes on there next time', async () => {
    const facility = await badgeFacility();
    await toPaper(facility);
    await page.getByRole('radio', { name: /63,5 × 38,1/ }).click();
    const labels = page.getByRole('radiogroup', { name: 'Erstes freies Etikett' });
    await expect.element(labels).toBeVisible();
    const first = labels.getByRole('radio', { name: 'Etikett 1', exact: true });
    first.element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');
    const eighth = labels.getByRole('radio', { name: 'Etikett 8', exact: true });
    await expect.element(eighth).toHaveAttribute('aria-checked', 'true');
    await expect.element(eighth).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText('5 Ausweise auf 2 Blätter')).toBeVisible();
    await eighth.click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await drawn();
    await userEvent.keyboard('{Control>}p{/Control}');
    await confirmPrint();
    await expect.poll(() => facility.deeds.at(-1)?.name, { timeout: 30_000 }).toBe('badge.print');
    await open(facility, `/badges?person=${facility.ids[0]}`);
    await expect
      .element(page.getByRole('radio', { name: 'Etikett 13', exact: true }))
      .toHaveAttribute('aria-checked', 'true');
  });

  it('prints as much of the name as is wanted', async () => {
    const facility = await badgeFacility();
    await open(facility, `/badges?person=${facility.ids[0]}`);
    await page.getByRole('radio', { name: 'nur der Vorname' }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const text = page.getByRole('region', { name: 'Text von Seite 1' });
    await expect.poll(() => text.elements()[0]?.textContent ?? '', { timeout: 30_000 }).toContain('Amina');
    expect(text.element().textContent).not.toContain('Haddad');
    expect(text.element().textContent).toContain(
      inFours(facility.badgesOf(facility.ids[0])[0]?.number ?? ''),
    );
  });

  it('takes an offset in millimetres, and says what it does not take', async () => {
    await toPaper(await badgeFacility());
    const right = page.getByRole('textbox', { name: 'Nach rechts (mm)' });
    await right.fill('1,5');
    await expect.element(right).not.toBeInvalid();
    await right.fill('50');
    await expect.element(right).toBeInvalid();
    await expect.element(page.getByText('Bitte eine Zahl von −5 bis 5.')).toBeVisible();
  });
});

describe('the badge of a person', () => {
  it('is issued and printed from their page in three presses', async () => {
    const facility = await badgeFacility();
    await open(facility, `/people/${facility.ids[0]}`);
    const link = page.getByRole('link', { name: 'Ausweis ausstellen' });
    await expect.element(link).toBeVisible();
    link.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('1 Ausweis ausstellen und ansehen')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await drawn();
    await expect.element(button('Drucken')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await confirmPrint();
    await expect.poll(() => facility.deeds.at(-1)?.name, { timeout: 30_000 }).toBe('badge.print');
    const printed = facility.deeds.find(({ pages }) => pages);
    expect(await scanned(printed?.pages?.[0])).toBe(facility.badgesOf(facility.ids[0])[0]?.number);
    await expect.element(page.getByRole('link', { name: 'Amina Haddad' })).toBeVisible();
  });

  it('that was lost is dead at once; for ten seconds it can be brought back', async () => {
    const facility = await badgeFacility();
    const [, bilal] = facility.ids;
    await open(facility, `/people/${bilal}`);
    await expect.element(page.getByText('Ausgestellt am 23.11.2026')).toBeVisible();
    const [before] = facility.badgesOf(bilal);
    await expect.element(page.getByText(`Nummer ${inFours(before?.number ?? '')}`)).toBeVisible();
    await button('Verloren – neuen ausstellen').click();
    await expect.poll(() => facility.badgesOf(bilal).length).toBe(2);
    const [lost, fresh] = facility.badgesOf(bilal);
    expect([lost?.ended === null, fresh?.ended]).toEqual([false, null]);
    await expect.element(page.getByRole('link', { name: 'Ausweis drucken' })).toHaveFocus();
    await expect.element(page.getByText('1 früherer Ausweis ist gesperrt.')).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect
      .poll(() => facility.badgesOf(bilal).map(({ ended }) => ended === null))
      .toEqual([true, false]);
    await expect.element(page.getByText(`Nummer ${inFours(before?.number ?? '')}`)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('the screens', () => {
  it.each([
    ['de', 'light', 'Weiter', /ausstellen und/],
    ['en', 'dark', 'Next', /Issue and/],
  ] as const)('are accessible in %s %s, and nothing is cut off', async (language, mode, next, issue) => {
    await open(await badgeFacility(), '/badges', { language, mode });
    const fits = async (): Promise<void> => {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
      expect(await violations()).toEqual([]);
    };
    await expect.element(button(next)).toBeVisible();
    await fits();
    await button(next).click();
    await expect.element(button(issue)).toBeVisible();
    await fits();
    await page.getByRole('radio', { name: /63[.,]5/ }).click();
    await fits();
    await button(issue).click();
    await drawn();
    await fits();
  });
});
