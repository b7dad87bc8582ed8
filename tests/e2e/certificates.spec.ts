/** A certificate's life through the real main process: withheld, issued, given out twice, replaced, and checked by its code. */

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import proof from '#locales/de/proof.json' with { type: 'json' };
import { enrol, recordTodaysSession, savePdf, setUpCourse } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { importRoster, lock, openArea, press, setUp, unlock } from './steps.ts';

const passphrase = 'sieben Wegweiser am Kanal';
const course = {
  partner: { name: 'Handwerkskammer Münster', shortName: 'HWK' },
  offer: { title: 'Werkstatt Holz', subProject: 'Werkstatt', contents: 'Messen' },
  group: { name: 'Holz A', lead: 'M. Brandt', room: 'R 1' },
};
const reason = { withheld: 'Nachweis fehlt noch', wrong: 'Vorname falsch geschrieben' };

/** What a person reads on a saved document, and what a scanner reads from its first page. */
function onPaper(path: string): { readonly text: string; readonly code: string } {
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-f', '1', '-l', '1', '-png', path, `${path}-page`]);
  return {
    text: execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }),
    code: execFileSync('sh', ['-c', `zbarimg --quiet --raw "${path}-page"*.png`], {
      encoding: 'utf8',
    }).trim(),
  };
}

async function saved(wegmarke: Wegmarke, path: string): Promise<ReturnType<typeof onPaper>> {
  await wegmarke.answerSaveDialog(path);
  await savePdf(wegmarke.page);
  return onPaper(path);
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** Opens what the register has of somebody, by its state. */
async function openFromRegister(page: Page, name: string, state: 'valid' | 'revoked'): Promise<void> {
  await openArea(page, 'certificates');
  await page.getByRole('tab', { name: certificates.tabs.register }).click();
  await page.getByRole('combobox', { name: certificates.register.show }).click();
  await page.getByRole('option', { name: certificates.register.states[state], exact: true }).click();
  await row(page, name).click();
  await expect(page.getByRole('definition').filter({ hasText: name })).toBeVisible();
}

/** Goes on from the check of the pages to the paper. */
async function issue(page: Page): Promise<void> {
  await press(page, certificates.check.issue_one);
  await expect(page.getByText(certificates.issued.done_one)).toBeVisible({ timeout: 30_000 });
}

async function checkCode(page: Page, code: string, state: keyof typeof proof.state): Promise<void> {
  await openArea(page, 'certificates');
  await page.getByRole('link', { name: certificates.toCheck }).click();
  await page.getByLabel(proof.field).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText(proof.state[state], { exact: true })).toBeVisible();
}

/** Sets where the check page is hosted, from the screen of codes on. */
async function setCheckPage(page: Page, address: string, answer: string): Promise<void> {
  await openArea(page, 'certificates');
  await page.getByRole('link', { name: certificates.toCheck }).click();
  await page.getByRole('link', { name: proof.toIssuers }).click();
  await page.getByRole('textbox', { name: proof.checkPage.field }).fill(address);
  await press(page, proof.checkPage.save);
  await expect(page.getByText(answer).first()).toBeVisible();
}

test('a certificate is withheld, issued, copied, replaced, and its code tells what counts', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = wegmarke;
  await setUp(page, {
    ...{ facilityName: 'ZUE Musterstadt', place: 'Musterstadt' },
    ...{ administrator: 'Kim Beispiel', passphrase },
  });
  const roster = join(wegmarke.dataDir, 'liste.csv');
  await writeFile(roster, 'Familienname;Vorname\nProbe;Amina\nProbe;Bashir');
  await importRoster(page, roster, 2);
  await setUpCourse(page, course);
  await enrol(page, ['Amina', 'Bashir']);
  await recordTodaysSession(page, 2);

  await openArea(page, 'certificates');
  await row(page, course.group.name).click();
  await row(page, 'Bashir').click();
  await page.getByRole('radio', { name: certificates.decision.answers.withhold }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(reason.withheld);
  await page.keyboard.press('Enter');
  await expect(row(page, 'Bashir')).toContainText(reason.withheld);
  await press(page, certificates.due.check);
  await issue(page);
  const first = await saved(wegmarke, testInfo.outputPath('first.pdf'));
  expect(first.text).toContain('Amina Probe');
  expect(first.text).not.toContain('Zweitschrift');
  expect(first.code).toMatch(/^\d+$/);
  await checkCode(page, first.code, 'genuine');

  await openFromRegister(page, 'Amina Probe', 'valid');
  await press(page, certificates.copy.action);
  await expect(page.getByText(certificates.copy.shown)).toBeVisible();
  const copy = await saved(wegmarke, testInfo.outputPath('copy.pdf'));
  expect(copy.text).toContain('Zweitschrift');
  // The same certificate with the same proof.
  expect(copy.code).toBe(first.code);

  await setCheckPage(page, 'http://zue.example/', proof.checkPage.invalid);
  await setCheckPage(page, 'zue.example/pruefen/', proof.checkPage.saved);
  await openFromRegister(page, 'Amina Probe', 'valid');
  await page.getByRole('link', { name: certificates.replace.action }).click();
  await page.getByRole('textbox', { name: certificates.reason.label }).fill(reason.wrong);
  await press(page, certificates.due.check);
  await issue(page);
  const fresh = await saved(wegmarke, testInfo.outputPath('fresh.pdf'));
  const [checkPage, digits = ''] = fresh.code.split('#');
  expect(checkPage).toBe('https://zue.example/pruefen/');
  expect(digits).not.toBe(first.code);

  await lock(page);
  await unlock(page, passphrase);
  await checkCode(page, first.code, 'revoked');
  await checkCode(page, fresh.code, 'genuine');
  const at = 40;
  const digit = String((Number(digits[at]) + 1) % 10);
  await checkCode(page, `${checkPage}#${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`, 'altered');
  await openFromRegister(page, 'Amina Probe', 'revoked');
  await expect(page.getByText(reason.wrong)).toBeVisible();
});
