import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountsPage } from '#renderer/features/administration/accounts/AccountsPage.tsx';
import { OwnPassphraseDialog } from '#renderer/features/own-account/OwnPassphraseDialog.tsx';
import type { Role } from '#shared/ports/account.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const others: readonly StaffAccount[] = [
  { id: 'account-2', name: 'Bilal Korkmaz', role: 'course-lead', status: 'active' },
  { id: 'account-3', name: 'Chidi Eze', role: 'reception', status: 'disabled' },
];
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark'; readonly role?: Role };

async function open({ role, ...look }: Look = {}) {
  const services = memoryServices({ accounts: others, ...(role ? { role } : {}) });
  services.tables.courseGroup?.set('group-1', madeGroup('offer-1', { leadAccountIds: ['account-2'] }));
  const address = '/administration/accounts';
  unmount = await mountScreen({ services, address, routes: { [address]: <AccountsPage /> }, ...look });
  return services;
}

const rows = () => page.getByRole('table', { name: 'Konten' }).getByRole('row');
const cells = (at: number): readonly string[] =>
  [...rows().nth(at).element().children].map(({ textContent }) => textContent ?? '').slice(0, 3);
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));

describe('the screen of accounts', () => {
  it('lists who works here, disabled ones last, and offers nothing for one’s own account', async () => {
    await open();
    await expect.poll(() => rows().elements().length).toBe(4);
    expect([1, 2, 3].map(cells)).toEqual([
      ['Test', 'Verwaltung', 'offen'],
      ['Bilal Korkmaz', 'Kursleitungleitet eine Gruppe', 'offen'],
      ['Chidi Eze', 'Empfang', 'gesperrt'],
    ]);
    expect(rows().nth(1).getByRole('button').elements()).toHaveLength(0);
    expect(rows().nth(2).getByRole('button').elements()).toHaveLength(3);
    expect(rows().nth(3).getByRole('button').elements()).toHaveLength(1);
  });

  it('creates one by keyboard, says what is missing, and shows the passphrase until it is taken', async () => {
    await open();
    await press('Konto anlegen');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bitte geben Sie den Namen der Person an.')).toBeVisible();
    await userEvent.keyboard('Daria Novak{Enter}');
    await expect
      .element(page.getByRole('status', { name: 'Vorläufige Passphrase' }))
      .toHaveTextContent('acde-fghj-kmnr');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog', { name: 'Passphrase für Daria Novak' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rows().elements().length).toBe(5);
    await press('Konto anlegen');
    await userEvent.keyboard('Daria Novak{Enter}');
    await expect.element(page.getByText(/^Ein Konto mit diesem Namen gibt es schon/)).toBeVisible();
  });

  it('changes a role, disables after a question that Enter does not answer, and opens again', async () => {
    await open();
    await press('Rolle ändern: Bilal Korkmaz');
    await userEvent.click(page.getByRole('combobox', { name: 'Rolle' }));
    await userEvent.click(page.getByRole('option', { name: 'Koordination' }));
    await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Rolle ändern' }));
    await expect.poll(() => cells(2)[1]).toBe('Koordination');
    await press('Sperren: Bilal Korkmaz');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    expect(cells(2)[2]).toBe('offen');
    await press('Sperren: Bilal Korkmaz');
    await press('Konto sperren');
    await expect.poll(() => cells(2)[2]).toBe('gesperrt');
    await press('Wieder öffnen: Bilal Korkmaz');
    await press('Wieder öffnen');
    await expect.element(page.getByText('acde-fghj-kmnr')).toBeVisible();
    await press('Fertig');
    await expect.poll(() => cells(2)[2]).toBe('offen');
  });

  it.each<Role>(['coordination', 'course-lead', 'reception'])('is not for the role %s', async (role) => {
    await open({ role });
    await expect.element(page.getByText(/keine Berechtigung/)).toBeVisible();
    expect(page.getByRole('table').elements()).toHaveLength(0);
  });

  it.each([
    { language: 'de', mode: 'light' },
    { language: 'en', mode: 'dark' },
  ] as const)('can be used by everybody (%o)', async (look) => {
    await open(look);
    await expect.poll(() => page.getByRole('row').elements().length).toBe(4);
    expect(await violations()).toEqual([]);
  });
});

describe('one’s own passphrase', () => {
  it('asks for the old one, says that it is wrong and how long to wait, and keeps the new one', async () => {
    let closed = 0;
    const services = memoryServices({ role: 'reception' });
    const screen = <OwnPassphraseDialog onClose={() => (closed += 1)} />;
    unmount = await mountScreen({ services, address: '/', routes: { '/': screen } });
    const confirm = page.getByRole('button', { name: 'Passphrase ändern' });
    await userEvent.click(confirm);
    await expect.element(page.getByText('Bitte geben Sie Ihre bisherige Passphrase ein.')).toBeVisible();
    await page.getByLabelText('Bisherige Passphrase').fill('falsch');
    await page.getByLabelText('Neue Passphrase').fill('elf Lampen vor dem Dom');
    await page.getByLabelText('Passphrase wiederholen').fill('elf Lampen vor dem Dom');
    await userEvent.click(confirm);
    await expect.element(page.getByText(/^Die Passphrase stimmt nicht/)).toBeVisible();
    await expect.element(page.getByRole('timer')).toBeVisible();
    expect(await violations()).toEqual([]);
    await expect.element(page.getByRole('timer'), { timeout: 20_000 }).not.toBeInTheDocument();
    await page.getByLabelText('Bisherige Passphrase').fill('die alte');
    await userEvent.click(confirm);
    await expect.poll(() => closed).toBe(1);
  });
});
