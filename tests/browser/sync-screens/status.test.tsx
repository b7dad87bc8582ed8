import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { OpenApp } from '#renderer/app/open/OpenApp.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import type { Role } from '#shared/ports/account.ts';
import type { SyncDetails, SyncState, SyncTrouble } from '#shared/ports/sync.ts';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import '#renderer/ui/theme/fonts.css';

let unmount = (): void => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => {
  unmount();
  window.location.hash = '';
});

const at = new Date(2026, 10, 23, 9, 40).getTime();
const troubles = {
  refused: true,
  emptied: true,
  older: true,
  another: true,
  foreign: true,
  full: true,
  revoked: true,
  newer: true,
  'too-large': true,
} as const satisfies Record<SyncTrouble, true>;
const details: SyncDetails = {
  servers: ['tls://abgleich.example:4222'],
  bucket: 'KV_zue',
  publicKey: `U${'ABCDEFGH'.repeat(7).slice(0, 55)}`,
  sequence: 4711,
  records: 1234,
  waiting: 3,
  clockAheadMs: -7 * 60_000,
  lastError: { at, code: 'sync.offline' },
  repaired: 2,
};

/** The services of a facility that is set up, for a role. */
async function signedIn(role: Role = 'administrator') {
  const first = memoryServices();
  const facility = { name: 'ZUE Münster', place: 'Münster', programme: null };
  await first.commands.execute('facility.save', facility);
  return memoryServices({ role, tables: first.tables });
}

async function show(services: ReturnType<typeof memoryServices>, path: string, language: 'de' | 'en' = 'de') {
  unmount();
  await setupI18n(language);
  document.documentElement.lang = language;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  window.location.hash = path;
  root.render(
    <Themed mode="light">
      <OpenApp services={services} rebuiltRows={null} />
    </Themed>,
  );
  unmount = () => {
    root.unmount();
    host.remove();
  };
}

const chip = () => page.getByRole('button', { name: /gespeichert ·/ });
const banner = () => page.getByRole('alert');
const state = (services: ReturnType<typeof memoryServices>, next: SyncState) =>
  services.sync.set({ state: next });

it('the chip says in a few words where the workstation stands, and its dialog in a sentence', async () => {
  const services = await signedIn();
  await page.viewport(1920, 1080);
  await show(services, '#/');
  const said: [SyncState, string][] = [
    [{ kind: 'off' }, 'Abgleich aus'],
    [{ kind: 'in-step', at }, 'abgeglichen'],
    [{ kind: 'filling', done: 2500, remaining: 7500 }, 'Abgleich: noch 7.500 Einträge'],
    [{ kind: 'waiting', count: 3 }, '3 Änderungen warten'],
    [{ kind: 'offline', since: at, count: 2 }, 'offline seit 9:40'],
    [{ kind: 'offline', since: at - 86_400_000, count: 0 }, 'offline seit 22.11.2026, 9:40'],
    [{ kind: 'attention', trouble: 'full', count: 0 }, 'Abgleich braucht Hilfe'],
  ];
  for (const [next, words] of said) {
    state(services, next);
    await expect.element(chip()).toHaveTextContent(words);
  }
  state(services, { kind: 'offline', since: at, count: 2 });
  await chip().click();
  const sentence =
    'Seit 9:40 Uhr besteht keine Verbindung. Sie können weiterarbeiten; alles wird nachgeholt. 2 Änderungen warten hier.';
  await expect.element(page.getByRole('dialog')).toHaveTextContent(sentence);
  state(services, { kind: 'filling', done: 2500, remaining: 7500 });
  await expect
    .element(page.getByRole('dialog'))
    .toHaveTextContent('2.500 Einträge sind da, 7.500 fehlen noch');
  expect(await violations()).toEqual([]);
});

it('the first fill of a computer says how much is there', async () => {
  const services = memoryServices();
  state(services, { kind: 'filling', done: 2500, remaining: 7500 });
  await show(services, '#/');
  await expect.element(page.getByText('2.500 von 10.000 Einträgen')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  expect(await violations()).toEqual([]);
});

it.each(Object.keys(troubles) as SyncTrouble[])(
  'says of %s what it is to staff, and what to do to administrators',
  async (trouble) => {
    const services = await signedIn();
    state(services, { kind: 'attention', trouble, count: 1 });
    await show(services, '#/people');
    await expect.element(banner()).toBeVisible();
    const toDo = banner().element().textContent ?? '';
    await banner().getByRole('link', { name: 'Ansehen' }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Abgleich');
    expect(toDo).toContain(
      page
        .getByRole('status')
        .elements()
        .map(({ textContent }) => textContent)
        .find((text) => text && toDo.includes(text)),
    );
    const staff = await signedIn('reception');
    state(staff, { kind: 'attention', trouble, count: 1 });
    await show(staff, '#/people');
    await chip().click();
    await expect
      .element(page.getByRole('dialog'))
      .toHaveTextContent(/Verwaltung Bescheid.*1 Änderung wartet hier/);
    expect(banner().elements()).toEqual([]);
  },
);

it('shows IT every figure in words, and tries again', async () => {
  const services = await signedIn();
  services.sync.set({ details, state: { kind: 'waiting', count: 3 } });
  await show(services, '#/administration/sync');
  const figures = page.getByLabelText('Für die IT');
  await expect.element(figures).toHaveTextContent('geht 7 Minuten vor');
  for (const text of [
    'tls://abgleich.example:4222',
    details.publicKey,
    '4.711',
    '1.234',
    'Der Server war nicht erreichbar.',
  ])
    await expect.element(figures).toHaveTextContent(text);
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  expect(services.sync.deeds).toEqual(['retry']);
  expect(page.getByRole('button', { name: /Server von hier|neuen Stand/ }).elements()).toEqual([]);
  await page.getByRole('button', { name: 'Kopieren' }).click();
  await expect.element(page.getByText(/^Kopiert\.|^Das Kopieren ging nicht/).first()).toBeVisible();
  expect(getSelection()?.toString()).toBe(details.publicKey);
});

it('reseeds and disconnects only once it was confirmed', async () => {
  const services = await signedIn();
  services.sync.set({ details, state: { kind: 'attention', trouble: 'emptied', count: 0 } });
  await show(services, '#/administration/sync');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Server von hier aus füllen' }).click();
  await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(services.sync.deeds).toEqual([]);
  await page.getByRole('button', { name: 'Server von hier aus füllen' }).click();
  expect(await violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Server von hier aus füllen' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  services.sync.failure = 'disk.failed';
  await page.getByRole('button', { name: 'Abgleich an diesem PC beenden' }).click();
  await dialog.getByRole('button', { name: 'Abgleich beenden' }).click();
  await expect.element(dialog.getByRole('alert')).toBeVisible();
  services.sync.failure = undefined;
  await dialog.getByRole('button', { name: 'Abgleich beenden' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(services.sync.deeds).toEqual(['reseed', 'disconnect']);
  services.sync.set({ state: { kind: 'off' }, details: null });
  const said = page.getByText('Der Abgleich ist an diesem PC nicht eingerichtet.', { exact: false });
  await expect.element(said).toBeVisible();
  expect(document.activeElement?.contains(said.element())).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});

it('is not there without a server, nor for other roles', async () => {
  const services = await signedIn();
  await show(services, '#/administration/safety');
  await expect.element(page.getByRole('link', { name: 'Konten' })).toBeVisible();
  expect(page.getByRole('link', { name: 'Abgleich' }).elements()).toEqual([]);
  await show(await signedIn('coordination'), '#/administration/sync', 'en');
  await expect
    .element(page.getByText(/Your account does not have permission|not allowed|permission/i).first())
    .toBeVisible();
});

it('a PC that has just joined says how far its data is, or why it does not come and what to do', async () => {
  const services = memoryServices({ role: 'course-lead' });
  services.sync.set({ details, state: { kind: 'waiting', count: 0 } });
  await show(services, '#/');
  await expect.element(page.getByRole('heading', { name: 'Die Daten der Einrichtung' })).toBeVisible();
  const standing = page.getByRole('status').first();
  await expect.element(standing).toHaveTextContent('Der Server wird gefragt');
  state(services, { kind: 'filling', done: 2500, remaining: 7500 });
  await expect.element(standing).toHaveTextContent('2.500 von 10.000');
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  const again = page.getByRole('button', { name: 'Erneut versuchen' });
  expect(again.elements()).toEqual([]);
  state(services, { kind: 'offline', since: at, count: 0 });
  await expect.element(standing).toHaveTextContent('nicht zu erreichen');
  expect(page.getByRole('progressbar').elements()).toEqual([]);
  await again.click();
  expect(services.sync.deeds).toEqual(['retry']);
  state(services, { kind: 'attention', trouble: 'refused', count: 0 });
  await expect.element(standing).toHaveTextContent('Geben Sie ihn der IT-Abteilung');
  await expect.element(page.getByText(details.publicKey)).toBeVisible();
  await page.getByRole('button', { name: 'Kopieren' }).click();
  expect(getSelection()?.toString()).toBe(details.publicKey);
  expect(await violations()).toEqual([]);
  state(services, { kind: 'attention', trouble: 'foreign', count: 0 });
  await expect.element(standing).toHaveTextContent('sagen Sie der Verwaltung Bescheid');
  expect(page.getByText(details.publicKey).elements()).toEqual([]);
});
