/** An entry in progress outlives a lock: sealed while the app is locked, and for the account that began it only. */
import { expect } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import templates from '#locales/de/certificate-templates.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { searchFolder } from '#tests/canaries/search-folder.ts';
import { test } from './fixture.ts';
import { follow, openArea, press, setUp, type, unlock } from './steps.ts';

// The app is started several times, and each passphrase takes Argon2id.
test.describe.configure({ timeout: 300_000 });

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const canaries = ['Qöxzwobelyn', 'Vhärkulmpfa', 'Ztünnskaprio'];

test('what was being typed is sealed at the lock, and goes on after it', async ({ wegmarke }) => {
  const { page, dataDir } = wegmarke;
  const [given = '', family = '', note = ''] = canaries;
  await setUp(page, administrator);
  await openArea(page, 'people');
  await follow(page, people.list.create);
  await type(page, people.field.given, given);
  await type(page, people.field.family, family);
  await type(page, people.field.noteText, note);
  await wegmarke.power('lock-screen');
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
  await wegmarke.close();
  expect((await searchFolder(dataDir, canaries)).found).toEqual([]);

  const again = await wegmarke.restart();
  await unlock(again, administrator.passphrase);
  await expect(again.getByText(app.begun.text)).toBeVisible();
  await press(again, app.begun.continue);
  await expect(again.getByRole('textbox', { name: people.field.given, exact: true })).toHaveValue(given);
  await expect(again.getByRole('textbox', { name: people.field.noteText, exact: true })).toHaveValue(note);
  await expect(again.getByText(app.begun.text)).toHaveCount(0);
  await type(again, people.field.notePurpose, 'Test');
  await press(again, people.new.save);
  await expect(again.getByRole('heading', { level: 1, name: given })).toBeVisible();
  await again.keyboard.press('Control+L');
  await unlock(again, administrator.passphrase);
  await expect(again.getByRole('button', { name: app.state.saved })).toBeVisible();
  await expect(again.getByText(app.begun.text)).toHaveCount(0);
});

test('a template that was being written goes on after the lock', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await setUp(page, administrator);
  await page.evaluate(() => {
    location.hash = '#/certificates/templates/new?from=participation';
  });
  const name = (of: typeof page) => of.getByRole('textbox', { name: templates.general.name, exact: true });
  await name(page).fill('Vorlage für den Herbst');
  await wegmarke.power('lock-screen');
  await unlock(page, administrator.passphrase);
  await press(page, app.begun.continue);
  await expect(name(page)).toHaveValue('Vorlage für den Herbst');
});
