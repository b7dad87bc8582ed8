import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AuditPage } from '#renderer/features/administration/audit/AuditPage.tsx';
import { AuditPrintPage } from '#renderer/features/administration/audit/AuditPrintPage.tsx';
import { everything, rememberChoice } from '#renderer/features/administration/audit/audit-choice.ts';
import { SafetyPage } from '#renderer/features/administration/safety/SafetyPage.tsx';
import type { Role } from '#shared/ports/account.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => {
  unmount();
  rememberChoice(everything);
});

const now = new Date(2026, 10, 23, 15, 5);
const address = '/administration/audit';
const before = 'fedcba9876543210';

type Services = ReturnType<typeof memoryServices>;
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark'; readonly role?: Role };

async function open(
  { role, ...look }: Look = {},
  prepare: (made: Services) => Promise<void> | void = () => undefined,
  at = address,
) {
  const services = memoryServices({ now, ...(role ? { role } : {}) });
  await prepare(services);
  const routes = {
    [address]: <AuditPage />,
    [`${address}/print`]: <AuditPrintPage />,
    '/administration/safety': <SafetyPage />,
  };
  unmount = await mountScreen({ services, address: at, routes, ...look });
  return services;
}

/** A person, opened by two accounts, and a restore in between. */
async function someWork(services: Services): Promise<void> {
  const { audit, commands } = services;
  audit.names.set('account-2', 'Robin Muster');
  const made = await commands.execute('participant.create', {
    ...{ number: 'A 17', given: 'Amina', family: 'Haddad', spellings: [], original: null },
    ...{
      birth: { kind: 'unknown' },
      languages: [],
      room: null,
      arrivedOn: null,
      departedOn: null,
      note: null,
    },
  });
  if (!made.ok) throw new Error(made.error.code);
  const person = { kind: 'participant', id: made.value.id };
  const at = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString();
  audit.lines.length = 0;
  audit.add({ command: 'participant.create', subjects: [person], at: at(20, 8), workstationId: before });
  audit.add({
    command: 'participant.view',
    subjects: [person],
    at: at(20, 9),
    accountId: 'account-2',
    workstationId: before,
  });
  audit.add({ command: 'backup.restored', subjects: [{ kind: 'facility', id: 'facility' }], at: at(21, 9) });
  audit.add({
    command: 'certificate.print',
    subjects: [
      { kind: 'certificate', id: 'c-1' },
      { kind: 'certificate', id: 'c-2' },
    ],
    at: at(22, 9),
  });
  audit.add({ command: 'paper.save', subjects: [person], at: at(22, 10), accountId: 'account-2' });
  audit.add({
    command: 'participant.fromTomorrow',
    subjects: [{ kind: 'participant', id: 'gone' }],
    at: at(23, 10),
    accountId: 'account-9',
  });
}

const table = () => page.getByRole('grid', { name: 'Einträge des Protokolls' });
const rows = () => table().getByRole('row');
const texts = (): readonly (readonly string[])[] =>
  rows()
    .elements()
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent ?? ''));

describe('the audit log', () => {
  it('says who did what to whom and when, newest first, and that it was opened', async () => {
    await open({}, someWork);
    await expect.poll(() => texts().length).toBe(7);
    expect(texts()[0]).toEqual(['23.11.2026, 15:05', 'Kim Beispiel', 'Protokoll geöffnet', '']);
    expect(texts().slice(1)).toEqual([
      [
        '23.11.2026, 10:00',
        'Unbekanntes Konto (acco)',
        'Vorgang einer neueren Version',
        'Person nicht mehr vorhanden',
      ],
      ['22.11.2026, 10:00', 'Robin Muster', 'Papier für eine Person gespeichert', 'Haddad, Amina'],
      ['22.11.2026, 09:00', 'Kim Beispiel', 'Bescheinigung gedruckt', '2 Bescheinigungen'],
      ['21.11.2026, 09:00', 'Kim Beispiel', 'Sicherung wiederhergestellt', ''],
      ['20.11.2026, 09:00', 'Robin Muster', 'Akte geöffnet', 'Haddad, Amina'],
      ['20.11.2026, 08:00', 'Kim Beispiel', 'Person angelegt', 'Haddad, Amina'],
    ]);
    expect(await violations()).toEqual([]);
  });

  it('is narrowed by time, person, kind and resident, and comes back whole', async () => {
    await open({}, someWork);
    await expect.poll(() => texts().length).toBe(7);
    await userEvent.fill(page.getByLabelText('Von'), '21.11.');
    await userEvent.fill(page.getByLabelText('Bis'), '22.11.');
    await expect.poll(() => texts().length).toBe(3);
    await userEvent.click(page.getByLabelText('Wer', { exact: true }));
    await userEvent.click(page.getByRole('option', { name: 'Robin Muster' }));
    await expect.poll(() => texts().map((cells) => cells[2])).toEqual(['Papier für eine Person gespeichert']);
    await userEvent.click(page.getByRole('button', { name: 'Filter aufheben' }));
    await expect.poll(() => texts().length).toBe(7);
    await userEvent.click(page.getByLabelText('Was', { exact: true }));
    await userEvent.click(page.getByRole('option', { name: 'Geöffnet' }));
    await expect
      .poll(() => texts().map((cells) => cells[2]))
      .toEqual(['Protokoll geöffnet', 'Akte geöffnet']);
    await userEvent.fill(page.getByLabelText('Über wen'), 'hadd');
    await userEvent.click(page.getByRole('option', { name: /Haddad/ }));
    await expect.poll(() => texts().map((cells) => cells[2])).toEqual(['Akte geöffnet']);
    expect(await violations()).toEqual([]);
    await userEvent.fill(page.getByLabelText('Von'), '23.11.2026');
    await expect.element(page.getByText('Kein Eintrag passt')).toBeVisible();
  });

  it('fetches older entries when one comes to the end of the list', async () => {
    await open({}, ({ audit }) => {
      for (let at = 0; at < 900; at += 1) audit.add({ command: 'vault.unlock' });
    });
    await expect.element(page.getByText(/^Die neuesten 200 Einträge/)).toBeVisible();
    const grid = table().element();
    const toEnd = () => {
      grid.scrollTop = grid.scrollHeight;
    };
    toEnd();
    await expect.element(page.getByText(/^Die neuesten 400 Einträge/)).toBeVisible();
    await expect
      .poll(() => {
        toEnd();
        return page.getByText('901 Einträge', { exact: true }).elements().length;
      })
      .toBe(1);
  });

  it('says in plain words that it is whole, or what is missing and what to do', async () => {
    const { audit } = await open({}, someWork);
    await expect.element(page.getByText(/^Noch nicht geprüft/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Jetzt prüfen' }));
    await expect
      .element(page.getByText('Ja. Alle 7 Einträge sind da und unverändert, geprüft am 23.11.2026, 15:05.'))
      .toBeVisible();
    const here = '0123456789abcdef';
    audit.found = {
      faultCount: 4,
      faults: [
        { kind: 'missing', workstationId: here, number: 5, count: 3 },
        { kind: 'altered', workstationId: before, number: 2, count: 1 },
      ],
    };
    await userEvent.click(page.getByRole('button', { name: 'Jetzt prüfen' }));
    await expect.element(page.getByText(/^Nein\. 4 Einträge stimmen nicht/)).toBeVisible();
    await expect.element(page.getByText('Dieser Computer: Ab Eintrag 5 fehlen 3 Einträge.')).toBeVisible();
    await expect
      .element(page.getByText('Vor der Wiederherstellung (fedc): Eintrag 2 oder der davor wurde verändert.'))
      .toBeVisible();
    await expect.element(page.getByText(/melden Sie sich wieder an/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('tells the parts before and after a restore apart', async () => {
    const { audit } = await open({}, someWork);
    const part = (workstationId: string, entries: number, continues: boolean) => ({
      ...{ workstationId, entries, continues, digest: 'ab'.repeat(32) },
      ...{
        firstAt: new Date(2026, 10, 20, 8).toISOString(),
        lastAt: new Date(2026, 10, 22, 10).toISOString(),
      },
    });
    audit.found = { chains: [part(before, 2, false), part('0123456789abcdef', 5, true)] };
    await audit.check();
    const parts = page.getByRole('table', { name: 'Aus welchen Teilen es besteht' });
    await expect
      .element(parts.getByRole('rowheader', { name: 'Vor der Wiederherstellung (fedc)' }))
      .toBeVisible();
    await expect.element(parts.getByRole('rowheader', { name: 'Dieser Computer' })).toBeVisible();
    await expect.poll(() => texts()[1]?.[4]).toBe('Dieser Computer');
    expect(texts().at(-1)?.[4]).toBe('Vor der Wiederherstellung (fedc)');
    expect(await violations()).toEqual([]);
  });

  it('is saved as a workbook, which is an entry', async () => {
    const { audit } = await open({}, someWork);
    await expect.poll(() => texts().length).toBe(7);
    await userEvent.click(page.getByRole('button', { name: 'Als Tabelle speichern' }));
    await expect.element(page.getByText('Das Protokoll ist gespeichert.').first()).toBeInTheDocument();
    expect(audit.lines.at(-1)?.entry.command).toBe('audit.save');
  });

  it.each<Role>(['coordination', 'course-lead', 'reception'])('is not for the role %s', async (role) => {
    const { audit } = await open({ role }, ({ audit: log }) => log.add({ command: 'vault.unlock' }));
    await expect.element(page.getByText('Das Protokoll sieht nur die Verwaltung')).toBeVisible();
    expect(page.getByRole('grid').elements()).toHaveLength(0);
    expect(page.getByRole('button').elements()).toHaveLength(0);
    expect(audit.lines).toHaveLength(1);
  });

  it.each([
    { language: 'de', mode: 'light' },
    { language: 'en', mode: 'dark' },
  ] as const)('can be used by everybody (%o)', async (look) => {
    const { audit } = await open(look, someWork);
    await audit.check();
    await expect.poll(() => page.getByRole('grid').getByRole('row').elements().length).toBe(8);
    expect(await violations()).toEqual([]);
    await page.viewport(683, 384);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  });
});

it('the screen of safety says whether the log is complete, and leads to it', async () => {
  const { audit } = await open({}, someWork, '/administration/safety');
  await expect.element(page.getByText(/^Noch nicht geprüft/)).toBeVisible();
  await audit.check();
  await expect.element(page.getByText(/^Ja\. Alle 6 Einträge sind da/)).toBeVisible();
  await userEvent.click(page.getByRole('link', { name: 'Protokoll ansehen' }));
  await expect.element(page.getByRole('heading', { level: 1, name: 'Protokoll' })).toBeVisible();
});
