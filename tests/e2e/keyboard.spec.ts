/**
 * The whole road by keyboard alone: nothing here clicks, fills or puts the focus anywhere. The focus is never lost,
 * and the everyday tasks stay within the number of keys that staff have for them.
 */

import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import documents from '#locales/de/documents.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import printing from '#locales/de/printing.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import { test, type Wegmarke } from './fixture.ts';
import { Keyboard } from './keyboard-steps.ts';
import { counted } from './steps.ts';

const passphrase = 'vier Laternen neben Moos';
const group = 'Deutsch A';
const title = 'Deutsch für den Alltag';

type Walk = { readonly wegmarke: Wegmarke; readonly keys: Keyboard };

/** First run: four steps, the recovery code typed back from the sheet. */
async function setUp({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.waitForFocus(setup.facility.name);
  await keys.type('ZUE Musterstadt');
  await keys.fill(setup.facility.place, 'Musterstadt');
  await keys.press('Enter');
  await keys.waitForFocus(setup.administrator.name);
  await keys.type('Kim Beispiel');
  await keys.fill(common.passphrase.new, passphrase);
  await keys.fill(common.passphrase.repeat, passphrase);
  await keys.press('Enter');
  await keys.waitForFocus(setup.sheet.title, 'heading');
  const code = await page
    .getByRole('list', { name: setup.sheet.code })
    .getByRole('listitem')
    .allTextContents();
  await keys.tabTo(setup.sheet.next, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(common.recoveryCode.label);
  await keys.type(code.join('-'));
  await keys.press('Enter');
  await keys.waitForFocus(/^Heute/, 'heading');
}

/** From the file to three people in the list. */
async function importRoster({ wegmarke: { page }, keys }: Walk, folder: string): Promise<void> {
  const path = join(folder, 'roster.csv');
  await mkdir(folder, { recursive: true });
  await writeFile(
    path,
    '\uFEFFNr;Familienname;Vorname\r\n1;Amiri;Zahra\r\n2;Demir;Serhat\r\n3;Haile;Selam\r\n',
  );
  // Listening from here on: the window is told to hand its file dialogs over, which takes a moment.
  page.once('filechooser', (chooser) => void chooser.setFiles(path));
  await keys.press('Alt+3');
  await keys.waitForFocus(people.list.title, 'heading');
  await keys.tabTo(people.list.import);
  await keys.press('Enter');
  await keys.waitForFocus(importing.choose.button, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(importing.mapping.continue, 'button');
  await keys.press('Enter');
  await expect(page.getByText(importing.review.noneOpen)).toBeVisible();
  await keys.tabTo(counted(importing.review.start_other, 3), 'button');
  await keys.press('Enter');
  await expect(page.getByText(counted(importing.result.complete_other, 3))).toBeVisible();
  await keys.tabTo(importing.result.toPeople);
  await keys.press('Enter');
  await expect(page.getByText(counted(people.list.count_other, 3), { exact: true })).toBeVisible();
}

async function createPartner({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.press('Alt+4');
  await keys.waitForFocus(courses.title, 'heading');
  await keys.tabTo(courses.steps.partner);
  await keys.press('Enter');
  await keys.waitForFocus(courses.partner.name);
  await keys.type('Bildungswerk Musterstadt');
  await keys.fill(courses.partner.shortName, 'BWM');
  await keys.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: 'BWM' })).toBeVisible();
}

async function createOffer({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.tabTo(courses.tabs.partners, 'tab');
  await keys.press('ArrowLeft', 'ArrowLeft', 'Enter');
  await keys.tabTo(courses.steps.offer);
  await keys.press('Enter');
  await keys.waitForFocus(courses.offer.title);
  await keys.type(title);
  await keys.tabTo(new RegExp(`^${courses.offer.area}`));
  await keys.press('ArrowDown', 'S', 'Enter');
  await keys.waitForFocus(
    new RegExp(`^${courses.offer.area} ${courses.areas.language}|^${courses.offer.area}$`),
  );
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await keys.tabTo(courses.offer.partners);
  await keys.press('ArrowDown', 'ArrowDown', 'Enter', 'Escape');
  await keys.waitForFocus(courses.offer.partners);
  await keys.fill(courses.offer.uePlanned, '50');
  await keys.tabTo(courses.offer.contents);
  await keys.type('Sich vorstellen\nBeim Arzt');
  await keys.press('Control+Enter');
}

async function createGroup({ keys }: Walk): Promise<void> {
  await keys.waitForFocus(courses.title, 'heading');
  await keys.tabTo(courses.steps.group);
  await keys.press('Enter');
  await keys.waitForFocus(courses.group.name);
  await keys.type(group);
  const inEightWeeks = localDay(new Date(Date.now() + 56 * 86_400_000));
  await keys.fill(courses.group.endsOn, germanDate(inEightWeeks));
  await keys.fill(courses.group.room, 'B 101');
  await keys.tabTo(courses.timetable.weekly, 'radio');
  await keys.press('ArrowRight');
  await keys.waitForFocus(courses.timetable.single, 'radio');
  await keys.press('Control+Enter');
  await keys.waitForFocus(group, 'heading');
}

/** Two or three letters and Enter for each person; the field keeps the focus. */
async function enrol({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.tabTo(courses.enrolled.search);
  for (const [at, letters] of ['am', 'ser', 'hai'].entries()) {
    await keys.type(letters);
    await expect(page.getByRole('option').first()).toBeVisible();
    await keys.press('Enter');
    await expect(page.getByRole('row')).toHaveCount(at + 2);
    await keys.waitForFocus(courses.enrolled.search);
  }
}

/** Plans today's session and leaves the form, which proposes the next one. */
async function planSession({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.tabTo(courses.sessions.plan, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(courses.sessions.date);
  await keys.press('Enter');
  await expect(page.getByRole('link', { name: courses.group.todaySession })).toBeVisible();
  await keys.waitForFocus(courses.sessions.date);
  await keys.press('Escape');
  await keys.waitForFocus(courses.sessions.plan, 'button');
}

/** One key a person; for those who are late, the minutes and Enter as well. */
async function rollCall({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.press('Alt+1');
  await keys.waitForFocus(new RegExp(group), 'link');
  keys.takePresses();
  await keys.press('Enter');
  await keys.waitForFocus(/Amiri/, 'row');
  expect(keys.takePresses()).toHaveLength(1);
  await keys.press('1');
  await keys.waitForFocus(/Demir/, 'row');
  await keys.press('2');
  await keys.waitForFocus(attendance.minutes.labelFor.late);
  await keys.type('10');
  await keys.press('Enter');
  await keys.waitForFocus(/Haile/, 'row');
  await keys.press('5');
  await expect(page.getByText(attendance.allRecorded)).toBeVisible();
  expect(keys.takePresses().join(' ')).toBe('1 2 1 0 Enter 5');
  expect(await keys.focused()).toBeDefined();
  await expect(page.locator('[data-saving=saved]')).toHaveCount(3);
}

/** Choose the group, check, issue; then the paper. @returns every key that it took */
async function issue({ wegmarke, keys }: Walk, path: string): Promise<readonly string[]> {
  const { page } = wegmarke;
  keys.takePresses();
  await keys.press('Alt+5');
  await keys.waitForFocus(certificates.title, 'heading');
  await keys.tabTo(certificates.groups.label, 'grid');
  await keys.press('Enter');
  await keys.waitForFocus(group, 'heading');
  await expect(page.getByText(counted(certificates.due.selected_other, 2))).toBeVisible();
  await keys.press('Control+Enter');
  const button = counted(certificates.check.issue_other, 2);
  await expect(page.getByRole('button', { name: button, exact: true })).toBeEnabled();
  await keys.tabTo(button, 'button');
  await keys.press('Enter');
  await expect(page.getByText(counted(certificates.issued.done_other, 2))).toBeVisible();
  const issuing = keys.takePresses();
  const print = page.getByRole('button', { name: documents.desk.print, exact: true });
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  await keys.press('Control+P');
  await keys.waitForFocus(printing.dialog.print, 'button');
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: printing.told.handedOver })).toHaveCount(1, {
    timeout: 30_000,
  });
  expect(await wegmarke.printJobs()).toHaveLength(1);
  await wegmarke.answerSaveDialog(path);
  await keys.tabTo(documents.desk.save, 'button');
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: documents.desk.saved })).toHaveCount(1);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await keys.focused())?.name).toBe(documents.desk.save);
  return issuing;
}

/** Opens what lies over the screen and leaves it again: the focus is back where it was. */
async function dialogs({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.press('?');
  await keys.waitForFocus(common.close, 'button');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await keys.focused(), 'after the shortcuts').toBeDefined();
  for (const name of [/gespeichert/, /Kim Beispiel/]) {
    await keys.tabTo(name, 'button');
    const before = await keys.focused();
    await keys.press('Enter');
    await expect.poll(() => keys.focused()).not.toEqual(before);
    await keys.press('Escape');
    await keys.waitForFocus(name, 'button');
  }
}

/** The dialogs of a group's page, each left by Escape. */
async function groupDialogs({ wegmarke: { page }, keys }: Walk): Promise<void> {
  await keys.press('Control+K');
  await keys.waitForFocus(app.search.title);
  await keys.type(group);
  await expect(page.getByRole('option', { selected: true }).filter({ hasText: group })).toBeVisible();
  await keys.press('ArrowDown', 'Enter');
  await keys.waitForFocus(group, 'heading');
  await keys.tabTo(courses.enrolled.fromList, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(courses.choose.search);
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.waitForFocus(courses.enrolled.fromList, 'button');
  await keys.tabTo(courses.enrolled.title, 'grid');
  await keys.press('Space');
  await keys.tabBackTo(courses.end.button_one, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(courses.end.reasons.transferred, 'radio');
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.waitForFocus(courses.end.button_one, 'button');
}

/** A few letters of a name and Enter: the person's page. */
async function findPerson({ wegmarke: { page }, keys }: Walk): Promise<void> {
  keys.takePresses();
  await keys.press('Control+K');
  await keys.waitForFocus(app.search.title);
  await keys.type('sel');
  await expect(page.getByRole('option', { selected: true })).toContainText('Haile, Selam');
  await keys.press('Enter');
  await keys.waitForFocus('Selam Haile', 'heading');
  expect(keys.takePresses().join(' ')).toBe('Control+K s e l Enter');
  await keys.tabTo(people.person.edit, 'button');
  await keys.press('Enter');
  await keys.waitForFocus(people.field.given);
  await keys.fill(people.field.room, 'C 12');
  await keys.press('Enter');
  await keys.waitForFocus(people.person.edit, 'button');
  await expect(page.getByText('C 12')).toBeVisible();
}

/** Locks, unlocks, and is back in the session that is on with one key. */
async function lockAndUnlock({ keys }: Walk): Promise<void> {
  await keys.press('Control+L');
  await keys.waitForFocus(setup.unlock.passphrase);
  await keys.type(passphrase);
  await keys.press('Enter');
  await keys.waitForFocus(new RegExp(group), 'link');
  keys.takePresses();
  await keys.press('Enter');
  await keys.waitForFocus(/Amiri/, 'row');
  expect(keys.takePresses()).toEqual(['Enter']);
}

test('the whole road by keyboard alone, and the focus is never lost', async ({ wegmarke }, testInfo) => {
  test.setTimeout(120_000);
  const walk: Walk = { wegmarke, keys: new Keyboard(wegmarke.page) };
  await setUp(walk);
  await importRoster(walk, testInfo.outputPath('files'));
  await createPartner(walk);
  await createOffer(walk);
  await createGroup(walk);
  await enrol(walk);
  await planSession(walk);
  await rollCall(walk);
  const issuing = await issue(walk, testInfo.outputPath('files', 'certificates.pdf'));
  // Choose the group, check, issue: three decisions; the rest is the way to the button.
  expect(issuing.filter((key) => key !== 'Tab')).toEqual(['Alt+5', 'Enter', 'Control+Enter', 'Enter']);
  await groupDialogs(walk);
  await dialogs(walk);
  await findPerson(walk);
  await lockAndUnlock(walk);
});
