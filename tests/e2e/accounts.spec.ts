import { expect, type Page } from 'playwright/test';
import accounts from '#locales/de/accounts.json' with { type: 'json' };
import app from '#locales/de/app.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import failures from '#locales/de/failures.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { test } from './fixture.ts';
import { createPerson, lock, openArea, press, setUp, unlock } from './steps.ts';

// The app is started several times, and each passphrase takes Argon2id.
test.describe.configure({ timeout: 420_000 });

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const lead = 'Bilal Korkmaz';
const chosen = 'elf Lampen vor dem Dom';

/** Makes an account and gives its temporary passphrase. */
async function createAccount(page: Page, name: string, role: keyof typeof app.role): Promise<string> {
  await openArea(page, 'administration');
  await page.getByRole('link', { name: app.administration.accounts }).click();
  await press(page, accounts.new);
  await page.getByLabel(accounts.create.name).fill(name);
  await page.getByRole('combobox', { name: accounts.create.role }).click();
  await page.getByRole('option', { name: app.role[role] }).click();
  await press(page, accounts.create.confirm);
  return await takePassphrase(page);
}

async function takePassphrase(page: Page): Promise<string> {
  const given = (await page.getByRole('status', { name: accounts.given.label }).textContent()) ?? '';
  await press(page, accounts.given.done);
  return given;
}

async function switchUser(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: app.role.administrator }).click();
  await page.getByRole('menuitem', { name: app.menu.switch }).click();
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
}

/** Chooses who one is and types a passphrase. */
async function tryAs(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByRole('radio', { name }).check();
  await page.getByLabel(setup.unlock.passphrase, { exact: true }).fill(passphrase);
  await press(page, setup.unlock.button);
}

async function chooseFirst(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(common.passphrase.new).fill(passphrase);
  await page.getByLabel(common.passphrase.repeat).fill(passphrase);
  await page.getByLabel(common.passphrase.repeat).press('Enter');
}

/** Three times Argon2id may take long on a busy machine. */
const slow = { timeout: 60_000 } as const;

test('an account from its first passphrase to its end, at a shared computer', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await setUp(page, administrator);
  await createPerson(page, {
    ...{ given: 'Amina', family: 'Probe', spelling: 'Amina' },
    ...{ note: 'Notiz', purpose: 'Test' },
  });
  const first = await createAccount(page, lead, 'course-lead');

  // Nobody is chosen for whoever comes next, and a temporary passphrase opens nothing yet.
  await switchUser(page);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await tryAs(page, lead, first);
  await expect(page.getByRole('heading', { level: 1, name: lead })).toBeVisible(slow);
  await chooseFirst(page, first);
  await expect(page.getByText(failures.vault['same-passphrase'])).toBeVisible(slow);
  await chooseFirst(page, chosen);
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toBeVisible(slow);

  // A course lead finds people, but opens the pages of their own groups' people only.
  await expect(
    page.getByRole('navigation').getByRole('link', { name: app.navigation.administration }),
  ).toHaveCount(0);
  await openArea(page, 'people');
  await page.getByRole('row').filter({ hasText: 'Amina' }).dblclick();
  await expect(page.getByText('Diese Person ist in keiner Ihrer Gruppen').first()).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/administration/accounts'));
  await expect(page.getByText(failures.role)).toBeVisible();

  // Locked by the button, the same person only types; after a restart the temporary one is dead.
  await lock(page);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await unlock(page, chosen);
  const again = await wegmarke.restart();
  await tryAs(again, lead, first);
  await expect(again.getByText(failures.vault['wrong-passphrase'])).toBeVisible(slow);

  // The administrator gives a new one, and then disables the account.
  await again.getByRole('radio', { name: administrator.administrator }).check();
  await expect(again.getByRole('timer')).toHaveCount(0);
  await unlock(again, administrator.passphrase);
  await openArea(again, 'administration');
  await again.getByRole('link', { name: app.administration.accounts }).click();
  await press(again, accounts.reset.actionOf.replace('{{name}}', lead));
  await press(again, accounts.reset.confirm);
  const second = await takePassphrase(again);
  expect(second).not.toBe(first);
  await switchUser(again);
  await tryAs(again, lead, second);
  await chooseFirst(again, 'zwölf Boote auf der Ems');
  await expect(again.getByRole('navigation', { name: app.navigation.label })).toBeVisible(slow);
  await lock(again);
  await again.getByRole('radio', { name: administrator.administrator }).check();
  await unlock(again, administrator.passphrase);
  await openArea(again, 'administration');
  await again.getByRole('link', { name: app.administration.accounts }).click();
  await press(again, accounts.disable.actionOf.replace('{{name}}', lead));
  await press(again, accounts.disable.confirm);
  await expect(again.getByRole('row', { name: lead })).toContainText(accounts.status.disabled);
  await openArea(again, 'people');
  await expect(again.getByRole('row', { name: /Amina/ })).toBeVisible();
  await lock(again);
  await expect(again.getByText(lead)).toHaveCount(0);
});

test('one’s own passphrase is changed with the old one, and holds over a restart', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await setUp(page, administrator);
  await page.getByRole('banner').getByRole('button', { name: app.role.administrator }).click();
  await page.getByRole('menuitem', { name: app.menu.passphrase }).click();
  await page.getByLabel(accounts.own.old).fill('nicht die richtige');
  await page.getByLabel(common.passphrase.new).fill(chosen);
  await page.getByLabel(common.passphrase.repeat).fill(chosen);
  await press(page, accounts.own.confirm);
  await expect(page.getByText(failures.vault['wrong-passphrase'])).toBeVisible(slow);
  await expect(page.getByRole('dialog').getByRole('timer')).toHaveCount(0);
  await page.getByLabel(accounts.own.old).fill(administrator.passphrase);
  await press(page, accounts.own.confirm);
  await expect(page.getByText(accounts.own.done).first()).toBeAttached(slow);
  const again = await wegmarke.restart();
  await unlock(again, chosen);
});
