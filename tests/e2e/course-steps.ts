/** From a partner to the certificates of a group, as a person goes, by the German texts of the screens. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import documents from '#locales/de/documents.json' with { type: 'json' };
import printing from '#locales/de/printing.json' with { type: 'json' };
import type { Wegmarke } from './fixture.ts';
import { beginPrint } from './printing-steps.ts';
import { counted, follow, openArea, press, type } from './steps.ts';

/** A course of one group, with every text that its forms take. */
export type Course = {
  readonly partner: { readonly name: string; readonly shortName: string };
  readonly offer: { readonly title: string; readonly subProject: string; readonly contents: string };
  readonly group: { readonly name: string; readonly lead: string; readonly room: string };
};

export const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const openTab = (page: Page, tab: keyof typeof courses.tabs): Promise<void> =>
  page.getByRole('tab', { name: courses.tabs[tab], exact: true }).click();

/** In the form of an offer whose area is chosen: makes a Teilprojekt, which the offer then belongs to. */
export async function makeSubProject(page: Page, name: string): Promise<void> {
  await press(page, courses['sub-projects'].new);
  const dialog = page.getByRole('dialog', { name: courses['sub-projects'].new });
  await dialog.getByRole('textbox', { name: courses.subProject.name }).fill(name);
  await dialog.getByRole('button', { name: courses.save, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Creates a facility's first partner, offer and group, and waits on the group's page. The group lasts eight weeks. */
export async function setUpCourse(page: Page, { partner, offer, group }: Course): Promise<void> {
  await openArea(page, 'courses');
  await follow(page, courses.steps.partner);
  await type(page, courses.partner.name, partner.name);
  await type(page, courses.partner.shortName, partner.shortName);
  await press(page, courses.save);
  await openTab(page, 'offers');
  await follow(page, courses.steps.offer);
  await type(page, courses.offer.title, offer.title);
  await choose(page, courses.offer.area, courses.areas.language);
  await makeSubProject(page, offer.subProject);
  await choose(page, courses.offer.partners, partner.name);
  await page.keyboard.press('Escape');
  await type(page, courses.offer.uePlanned, '50');
  await type(page, courses.offer.contents, offer.contents);
  await press(page, courses.save);
  await follow(page, courses.steps.group);
  await type(page, courses.group.name, group.name);
  await page.getByRole('radio', { name: courses.timetable.single, exact: true }).check();
  const inEightWeeks = new Date(Date.now() + 56 * 86_400_000);
  await type(page, courses.group.endsOn, inEightWeeks.toLocaleDateString('de-DE'));
  await type(page, courses.group.lead, group.lead);
  await type(page, courses.group.room, group.room);
  await press(page, courses.save);
  await expect(page.getByRole('heading', { level: 1, name: group.name })).toBeVisible();
}

/** On a group's page: enrols people by their given names, one after the other. */
export async function enrol(page: Page, givenNames: readonly string[]): Promise<void> {
  for (const name of givenNames) {
    await page.getByRole('combobox', { name: courses.enrolled.search, exact: true }).fill(name);
    await page.getByRole('option').filter({ hasText: name }).click();
    await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  }
}

/** On a group's page: enrols the best match of each text, a few letters and Enter. */
export async function enrolByEnter(page: Page, texts: readonly string[]): Promise<void> {
  const field = page.getByRole('combobox', { name: courses.enrolled.search, exact: true });
  for (const [at, text] of texts.entries()) {
    await field.fill(text);
    await expect(page.getByRole('option').first()).toBeVisible();
    await field.press('Enter');
    await expect(
      page
        .getByText(counted(at === 0 ? courses.enrolled.count_one : courses.enrolled.count_other, at + 1))
        .first(),
    ).toBeVisible();
  }
}

/** On a group's page: plans a session for today and records that all `people` are present. */
export async function recordTodaysSession(page: Page, people: number): Promise<void> {
  await press(page, courses.sessions.plan);
  await press(page, courses.sessions.confirm);
  await follow(page, courses.group.todaySession);
  await press(page, counted(attendance.rest_other, people));
  await expect(page.getByText(attendance.allRecorded)).toBeVisible();
}

/** Issues the certificates of everyone in a group who is due one, and waits until their pages are shown. */
export async function issueCertificates(page: Page, group: string, people: number): Promise<void> {
  await openArea(page, 'certificates');
  await page.getByRole('row').filter({ hasText: group }).dblclick();
  await press(page, certificates.due.check);
  await press(page, counted(certificates.check.issue_other, people));
  await expect(page.getByText(counted(certificates.issued.done_other, people))).toBeVisible();
}

/** Saves the document that is shown, where the save dialog was told to. */
export async function savePdf(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: documents.desk.save, exact: true });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: documents.desk.saved })).toHaveCount(1);
}

/** Prints the signature list that is shown and saves it. @returns the text on its pages */
export async function printedList(wegmarke: Wegmarke): Promise<string> {
  const { page } = wegmarke;
  await beginPrint(page);
  await expect(page.getByRole('status').filter({ hasText: printing.told.handedOver })).toHaveCount(1, {
    timeout: 30_000,
  });
  const path = join(wegmarke.dataDir, 'liste.pdf');
  await wegmarke.answerSaveDialog(path);
  await savePdf(page);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

/** The twelve digits of the first list on a printed text. */
export const listNumber = (text: string): string => /\d{4} \d{4} \d{4}/.exec(text)?.[0] ?? '';
