/**
 * The ways back without a passphrase or a keystore, each from its beginning to the data: a forgotten administrator's
 * passphrase, a keystore that is gone, a new computer. The sheet is renewed on the way, and the old one is dead.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import failures from '#locales/de/failures.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { test, type Wegmarke } from './fixture.ts';
import { createPerson, lock, openArea, press, setUp, unlock } from './steps.ts';

// The app is started several times, and each passphrase takes Argon2id.
test.describe.configure({ timeout: 420_000 });

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const { passphrase } = administrator;
const another = 'elf Lampen vor dem Dom';
const slow = { timeout: 60_000 } as const;

const create = (page: Page, given: string): Promise<void> =>
  createPerson(page, { given, family: 'Probe', spelling: given, note: 'Notiz', purpose: 'Test' });

async function expectPeople(page: Page, names: readonly string[]): Promise<void> {
  await openArea(page, 'people');
  for (const name of names)
    await expect(page.getByRole('row', { name: new RegExp(name) }).first()).toBeVisible();
}

const giveCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel(common.recoveryCode.label).fill(code);
  await press(page, setup.recover.check);
};

const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

test('a forgotten administrator’s passphrase: the sheet gives a new one, and the old one is dead', async ({
  wegmarke,
}) => {
  const { page } = wegmarke;
  const code = await setUp(page, administrator);
  await create(page, 'Amina');
  await lock(page);
  await press(page, setup.unlock.useCode);
  await giveCode(page, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
  await expect(page.getByText(failures.vault['recovery-code-mistyped'])).toBeVisible();
  await giveCode(page, code);
  await page.getByLabel(common.passphrase.new).fill(another);
  await page.getByLabel(common.passphrase.repeat).fill(another);
  await page.getByLabel(common.passphrase.repeat).press('Enter');
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toBeVisible(slow);
  await expectPeople(page, ['Amina']);
  const again = await wegmarke.restart();
  await again.getByLabel(setup.unlock.passphrase, { exact: true }).fill(passphrase);
  await press(again, setup.unlock.button);
  await expect(again.getByText(failures.vault['wrong-passphrase'])).toBeVisible(slow);
  await expect(again.getByRole('timer')).toHaveCount(0);
  await unlock(again, another);
  await expectPeople(again, ['Amina']);
});

/** Renews the sheet and gives its code. */
async function renewSheet(page: Page): Promise<string> {
  await openArea(page, 'administration');
  await press(page, safety.recovery.renew);
  await press(page, safety.recovery.draw);
  const groups = page.getByRole('list', { name: setup.sheet.code }).getByRole('listitem');
  await groups.first().waitFor();
  const code = (await groups.allTextContents()).join('-');
  await press(page, safety.recovery.have);
  await page.getByLabel(common.recoveryCode.label).fill('0000');
  await press(page, safety.recovery.confirm);
  await expect(page.getByText(failures.vault['recovery-code-mistyped'])).toBeVisible();
  await page.getByLabel(common.recoveryCode.label).fill(code);
  await press(page, safety.recovery.confirm);
  await expect(page.getByText(safety.recovery.done).first()).toBeAttached();
  return code;
}

/** Nothing that Windows keeps for this user is there any more. */
async function loseKeystore({ dataDir }: Wegmarke): Promise<void> {
  await removeFolder(join(dataDir, 'local'));
}

test('a lost keystore: the new sheet makes the computer usable again, the old one does not', async ({
  wegmarke,
}) => {
  const old = await setUp(wegmarke.page, administrator);
  await create(wegmarke.page, 'Amina');
  const code = await renewSheet(wegmarke.page);
  expect(code).not.toBe(old);
  await create(wegmarke.page, 'Navid');
  await wegmarke.close();
  await loseKeystore(wegmarke);
  const page = await wegmarke.restart();
  await expect(page.getByText(setup.recover.secretMissing)).toBeVisible();
  await giveCode(page, old);
  await expect(page.getByText(failures.vault['recovery-code-wrong'])).toBeVisible();
  await giveCode(page, code);
  await press(page, setup.recovered.restore);
  await unlock(page, passphrase);
  await expectPeople(page, ['Amina', 'Navid']);
  // Once is enough.
  await unlock(await wegmarke.restart(), passphrase);
});

test('a new computer: a backup and the sheet of its time bring everything back', async ({
  wegmarke,
}, testInfo) => {
  const old = await setUp(wegmarke.page, administrator);
  const code = await renewSheet(wegmarke.page);
  await create(wegmarke.page, 'Amina');
  await wegmarke.close();
  const folder = join(wegmarke.dataDir, 'snapshots');
  const [name = ''] = (await readdir(folder))
    .filter((file) => file.endsWith('.wms'))
    .toSorted()
    .reverse();
  const stick = testInfo.outputPath('stick', name);
  await mkdir(join(stick, '..'), { recursive: true });
  await writeFile(stick, await readFile(join(folder, name)));
  for (const part of ['vault', 'journal', 'profile', 'local', 'snapshots'])
    await removeFolder(join(wegmarke.dataDir, part));
  const page = await wegmarke.restart();
  await wegmarke.answerOpenDialog(stick);
  await press(page, app.restoreFile.button);
  await giveCode(page, old);
  await expect(page.getByText(failures.vault['recovery-code-wrong'])).toBeVisible(slow);
  await giveCode(page, code);
  await page.getByLabel(common.passphrase.new).fill(another);
  await page.getByLabel(common.passphrase.repeat).fill(another);
  await page.getByLabel(common.passphrase.repeat).press('Enter');
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toBeVisible(slow);
  await expectPeople(page, ['Amina']);
  await create(page, 'Navid');
  const again = await wegmarke.restart();
  await unlock(again, another);
  await expectPeople(again, ['Amina', 'Navid']);
});
