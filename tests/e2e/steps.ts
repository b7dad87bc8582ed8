/** The main job's steps as a person takes them, by the German texts of the screens. */

import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import retention from '#locales/de/retention.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };

/** What the first set-up asks for. */
export type FirstSetup = {
  readonly facilityName: string;
  readonly place: string;
  readonly administrator: string;
  readonly passphrase: string;
};

/** A person as the form for new ones takes them. */
export type NewPerson = {
  readonly given: string;
  readonly family: string;
  readonly spelling: string;
  readonly note: string;
  readonly purpose: string;
};

/** A text of the screens with its number put in. */
export const counted = (text: string, count: number): string =>
  text.replace(/\{\{count[^}]*\}\}/, String(count));

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click();

export const type = (page: Page, field: string, text: string): Promise<void> =>
  page.getByRole('textbox', { name: field, exact: true }).fill(text);

/** Opens an area by the navigation rail. */
export const openArea = (page: Page, area: keyof typeof app.navigation): Promise<void> =>
  page
    .getByRole('navigation', { name: app.navigation.label })
    .getByRole('link', { name: app.navigation[area] })
    .click();

/** Sets a new facility up, up to the first screen of the open app. @returns the recovery code, with its dashes. */
export async function setUp(page: Page, answers: FirstSetup): Promise<string> {
  await page.getByLabel(setup.facility.name).fill(answers.facilityName);
  await page.getByLabel(setup.facility.place, { exact: true }).fill(answers.place);
  await press(page, setup.next);
  await page.getByLabel(setup.administrator.name).fill(answers.administrator);
  await page.getByLabel(common.passphrase.new).fill(answers.passphrase);
  await page.getByLabel(common.passphrase.repeat).fill(answers.passphrase);
  await press(page, setup.next);
  const groups = page.getByRole('list', { name: setup.sheet.code }).getByRole('listitem');
  // The keys are derived for the first time.
  await groups.first().waitFor({ timeout: 60_000 });
  const code = (await groups.allTextContents()).join('-');
  await press(page, setup.sheet.next);
  await page.getByLabel(common.recoveryCode.label).fill(code);
  await press(page, setup.confirm.next);
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toBeVisible();
  return code;
}

/** Unlocks the only account, or the one that used this window last. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel(setup.unlock.passphrase, { exact: true }).fill(passphrase);
  await press(page, setup.unlock.button);
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toBeVisible();
}

/** Locks by the button. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: app.lock.button, exact: true }).click();
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
}

/** Imports a roster of which every row is ready, and waits until all its people are saved. */
export async function importRoster(page: Page, path: string, count: number): Promise<void> {
  await openArea(page, 'people');
  await follow(page, people.list.import);
  await page.locator('input[type=file]').setInputFiles(path);
  await press(page, importing.mapping.continue);
  await press(page, counted(importing.review.start_other, count));
  await expect(page.getByText(counted(importing.result.complete_other, count))).toBeVisible();
}

/** Creates one person and waits on their page. */
export async function createPerson(page: Page, person: NewPerson): Promise<void> {
  await openArea(page, 'people');
  await follow(page, people.list.create);
  await type(page, people.field.given, person.given);
  await type(page, people.field.family, person.family);
  await page.getByRole('combobox', { name: people.field.spellings, exact: true }).fill(person.spelling);
  await page.keyboard.press('Enter');
  await type(page, people.field.noteText, person.note);
  await type(page, people.field.notePurpose, person.purpose);
  await press(page, people.new.save);
  await expect(page.getByRole('heading', { level: 1, name: person.given })).toBeVisible();
}

/** Looks for `text` by the global search and opens nothing. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder(app.search.placeholder).fill(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Opens somebody's page from the list of people. */
export async function openPerson(page: Page, given: string): Promise<void> {
  await openArea(page, 'people');
  await page.getByRole('row', { name: new RegExp(given) }).click();
  await expect(page.getByRole('heading', { level: 1, name: given })).toBeVisible();
}

/** Erases the person whose page is open, after having read what that means. */
export async function eraseOpen(page: Page): Promise<void> {
  await press(page, retention.rights.erase);
  await page.getByRole('dialog').getByLabel(retention.erase.understood).check();
  await press(page, retention.erase.confirm);
}

/** Puts the oldest snapshot of the list back, up to the lock screen. */
export async function restoreOldest(page: Page): Promise<void> {
  await openArea(page, 'administration');
  const nameStart = safety.list.restoreOf.slice(0, safety.list.restoreOf.indexOf('{{'));
  const buttons = page.getByRole('button', { name: new RegExp(`^${nameStart}.*`) });
  await buttons.last().click();
  await press(page, safety.restore.confirm);
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
}
