/**
 * The road: from a roster file to a printed certificate, with mouse and keys, on real input; and everything is there
 * again after closing and unlocking.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import documents from '#locales/de/documents.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import printing from '#locales/de/printing.json' with { type: 'json' };
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import { type Course, enrolByEnter, issueCertificates, savePdf, setUpCourse } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { counted, createPerson, follow, lock, openArea, press, setUp, unlock } from './steps.ts';

const roster = join(import.meta.dirname, '../fixtures/residents.csv');
const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const course: Course = {
  partner: { name: 'Bildungswerk Musterstadt', shortName: 'BWM' },
  offer: {
    title: 'Deutsch für den Alltag',
    subProject: 'Sprachförderung',
    contents: 'Sich vorstellen\nBeim Arzt',
  },
  group: { name: 'Deutsch A', lead: 'M. Brinkmann', room: 'B 101' },
};

const pdfText = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

/** Imports the real roster: one bad row is mended, the others are skipped, and every row is accounted for. */
async function importRealRoster({ page }: Wegmarke): Promise<void> {
  await openArea(page, 'people');
  await follow(page, people.list.import);
  await page.locator('input[type=file]').setInputFiles(roster);
  await press(page, importing.mapping.continue);
  await expect(page.getByText(counted(importing.review.open_other, 3))).toBeVisible();
  const impossible = page
    .getByRole('row')
    .filter({ hasText: importing.problem['birth-impossible'].replace('{{text}}', '31.02.1990') });
  await impossible.click();
  const birth = page.getByRole('textbox', { name: importing.field.birth, exact: true });
  await birth.fill('28.02.1990');
  await birth.press('Enter');
  await expect(page.getByText(counted(importing.review.open_other, 2))).toBeVisible();
  await press(page, counted(importing.review.skipOpen_other, 2));
  await press(page, counted(importing.review.start_other, 298));
  await expect(page.getByText(counted(importing.result.complete_other, 298))).toBeVisible({
    timeout: 30_000,
  });
  await openArea(page, 'people');
  await expect(page.getByText(counted(people.list.count_other, 298), { exact: true })).toBeVisible();
}

/** Plans a session for today and records present, late and absent by one key a person. */
async function rollCall({ page }: Wegmarke): Promise<void> {
  await press(page, courses.sessions.plan);
  await press(page, courses.sessions.confirm);
  await follow(page, courses.group.todaySession);
  await expect(page.locator('[data-person]')).toHaveCount(3);
  await page.locator('[data-person]').first().focus();
  await page.keyboard.press('5');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await expect(page.getByText(attendance.allRecorded)).toBeVisible();
  await expect(page.locator('[data-saving=saved]')).toHaveCount(3);
}

test('from a roster file to a printed certificate, and all of it is there after the next unlock', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(180_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await importRealRoster(wegmarke);
  await createPerson(page, {
    given: 'Shilan',
    family: 'Probe',
    spelling: 'Şîlan',
    note: 'Braucht einen Platz vorn',
    purpose: 'Sitzplan',
  });
  await setUpCourse(page, course);
  await enrolByEnter(page, ['probe shi', 'serh', 'nav']);
  await rollCall(wegmarke);

  await issueCertificates(page, course.group.name, 2);
  const path = testInfo.outputPath('certificates.pdf');
  await wegmarke.answerSaveDialog(path);
  await savePdf(page);
  const text = pdfText(path);
  const today = germanDate(localDay(new Date()));
  for (const part of [
    'Shilan Probe',
    course.offer.title,
    course.partner.name,
    today,
    'Unterrichtseinheiten',
    administrator.facilityName,
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Zertifikat/i);
  expect(text.split('\f').filter((one) => one.trim() !== '')).toHaveLength(2);
  await press(page, documents.desk.print);
  await expect(page.getByRole('dialog', { name: printing.dialog.title })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: printing.told.handedOver })).toHaveCount(1, {
    timeout: 30_000,
  });
  const [job] = await wegmarke.printJobs();
  expect(job?.title).not.toContain('Shilan');
  expect(
    Buffer.from(job?.pdf ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  await lock(page);
  await wegmarke.close();
  const again = await wegmarke.restart();
  await unlock(again, administrator.passphrase);
  await expect(again.getByText(app.state.saved)).toBeVisible();
  await openArea(again, 'people');
  await expect(again.getByText(counted(people.list.count_other, 299))).toBeVisible();
  await again.getByLabel(people.list.search).fill('shilan pro');
  await again.getByRole('row').filter({ hasText: 'Probe, Shilan' }).dblclick();
  await expect(again.getByText('Braucht einen Platz vorn')).toBeVisible();
  await follow(again, course.group.name);
  await expect(again.getByRole('heading', { level: 1, name: course.group.name })).toBeVisible();
  await follow(again, courses.group.todaySession);
  await expect(again.getByText(attendance.allRecorded)).toBeVisible();
  await openArea(again, 'certificates');
  await again.getByRole('tab', { name: certificates.tabs.register }).click();
  await expect(again.getByRole('row').filter({ hasText: 'Shilan Probe' })).toBeVisible();
  expect(await wegmarke.refusedRequests()).toEqual([]);
  expect(readFileSync(path).length).toBeGreaterThan(10_000);
});
