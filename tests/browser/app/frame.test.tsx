import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OpenApp } from '#renderer/app/open/OpenApp.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { Role } from '#shared/ports/account.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup, madeOffer, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import '#renderer/ui/theme/fonts.css';

let unmount = (): void => undefined;
let locked = 0;

beforeEach(async () => {
  await page.viewport(1366, 768);
  locked = 0;
});
afterEach(() => {
  unmount();
  window.location.hash = '';
});

const done = async <N extends CommandName>(
  services: AppServices,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> => {
  const answer = await services.commands.execute(name, input);
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
  return answer.value;
};

/** A facility with three people, a group, and a session today. */
async function facility(): Promise<ReturnType<typeof memoryServices>> {
  const services = memoryServices();
  await done(services, 'facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const person = (given: string, family: string, original: string | null) => ({
    ...{ given, family, original, number: null, spellings: [], languages: [], room: 'B 2' },
    ...{ birth: { kind: 'year' as const, year: 1990 }, arrivedOn: null, departedOn: null, note: null },
  });
  const rows = [
    person('Mohammed', 'Ahmadi', 'محمد احمدی'),
    person('Genet', 'Haile', 'ገነት ሃይለ'),
    person('Elif', 'Öztürk', null),
  ];
  const { ids } = await done(services, 'participant.import', { rows });
  const offer = madeOffer({ title: 'Erstorientierungskurs' });
  const offerId = (await done(services, 'offer.save', { id: null, offer })).id;
  const group = madeGroup(offerId, { name: 'Erstorientierung A', lead: null, room: '12', capacity: null });
  const groupId = (await done(services, 'courseGroup.save', { id: null, group })).id;
  await done(services, 'enrolment.add', { groupId, participantIds: ids, enrolledOn: '2026-11-02' });
  for (const date of ['2026-11-20', '2026-11-23'])
    await done(services, 'session.plan', { groupId, ...madeSlot(date, { room: '12' }) });
  return services;
}

async function open(
  role: Role = 'administrator',
  mode: 'light' | 'dark' = 'light',
  language: 'de' | 'en' = 'de',
): Promise<void> {
  const filled = await facility();
  const reader = memoryServices({ role });
  for (const [kind, table] of Object.entries(filled.tables))
    for (const [id, record] of table) reader.tables[kind]?.set(id, record);
  const services: AppServices = { ...reader, lock: () => (locked += 1) };
  await setupI18n(language);
  document.documentElement.lang = language;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(
    <Themed mode={mode}>
      <OpenApp services={services} rebuiltRows={null} />
    </Themed>,
  );
  unmount = () => {
    root.unmount();
    place.remove();
  };
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const search = page.getByRole('combobox', { name: 'Suchen' });

it('puts the next session under the Enter key', async () => {
  await open();
  const session = page.getByRole('list', { name: 'Jetzt' }).getByRole('link');
  await expect.element(session).toHaveFocus();
  await expect
    .element(session)
    .toHaveTextContent(/9:00 – 10:30.*Erstorientierung A.*Raum 12.*0 von 3 erfasst/);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.location.hash).toMatch(/^#\/sessions\//);
});

it('finds people, groups and commands by Ctrl+K, opens them by Enter, and gives the focus back by Escape', async () => {
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(search).toHaveFocus();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('moha');
  await expect
    .element(page.getByRole('option', { selected: true }))
    .toHaveTextContent(/Ahmadi, Mohammed.*محمد احمدی.*1990.*Zimmer B 2/);
  await userEvent.keyboard('{Escape}');
  await expect.element(search).not.toBeInTheDocument();
  await expect.element(page.getByRole('list', { name: 'Jetzt' }).getByRole('link')).toHaveFocus();
  await userEvent.keyboard('{Control>}k{/Control}erst{ArrowDown}');
  await expect
    .element(page.getByRole('group', { name: 'Gruppen' }).getByRole('option'))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => window.location.hash).toMatch(/^#\/courses\/groups\//);
});

it('locks, goes to an area and shows the keys from everywhere', async () => {
  await open();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Tastenkürzel' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('{Alt>}3{/Alt}');
  await expect.poll(() => window.location.hash).toBe('#/people');
  await expect.element(page.getByRole('link', { name: 'Personen' })).toHaveAttribute('aria-current', 'page');
  await userEvent.keyboard('{Control>}l{/Control}');
  expect(locked).toBe(1);
});

it('leaves the screen under an open dialog where it is', async () => {
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(search).toHaveFocus();
  const before = window.location.hash;
  await userEvent.keyboard('{Alt>}2{/Alt}');
  expect(window.location.hash).toBe(before);
  await userEvent.keyboard('{Control>}l{/Control}');
  expect(locked).toBe(1);
});

it('shows a role only what it can use', async () => {
  await open('reception');
  const areas = page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link');
  expect(areas.elements().map(({ textContent }) => textContent)).toEqual([
    ...['Heute', 'Check-in', 'Personen', 'Berichte'],
  ]);
  await expect.element(page.getByRole('link', { name: 'Liste importieren' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}k{/Control}anlegen');
  expect(
    page
      .getByRole('option')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['Person anlegen']);
});

it('says what is safe and what is not', async () => {
  await open();
  await page.getByRole('button', { name: /^gespeichert/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Ist alles sicher?' });
  await expect
    .element(dialog)
    .toHaveTextContent(/Sicherung: Es gibt noch keine.*nicht eingerichtet.*Abgleich: aus/);
  expect(await violations()).toEqual([]);
});

it('skips to the content', async () => {
  await open();
  const skip = page.getByRole('button', { name: 'Zum Inhalt springen' });
  (skip.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
});

it('leads back from an address that does not exist', async () => {
  await open();
  window.location.hash = '#/nowhere';
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }))
    .toHaveFocus();
  await page.getByRole('link', { name: 'Zu Heute' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Heute,/ })).toBeVisible();
});

describe.each([
  ['light', 'de'],
  ['dark', 'en'],
] as const)('in %s and %s', (mode, language) => {
  it('has no violation on the day, at full size and zoomed to 200 %', async () => {
    await open('administrator', mode, language);
    expect(await violations()).toEqual([]);
    await page.viewport(683, 384);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  });

  it('changes scheme and language from the menu of the user', async () => {
    await open('administrator', mode, language);
    await page.getByRole('button', { name: /^Test/ }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('menuitemradio', { name: mode === 'dark' ? 'Light' : 'Dunkel' }).click();
    await expect.poll(() => document.documentElement.dataset.scheme).toBe(mode === 'dark' ? 'light' : 'dark');
    await page.getByRole('menuitemradio', { name: language === 'de' ? 'English' : 'Deutsch' }).click();
    await userEvent.keyboard('{Escape}');
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent(language === 'de' ? /^Today/ : /^Heute/);
  });
});
