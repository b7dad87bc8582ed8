/** From the certificates of a group to the printer, a folder and an archive, through the real main process. */

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect, type Page } from 'playwright/test';
import failures from '#locales/de/failures.json' with { type: 'json' };
import printing from '#locales/de/printing.json' with { type: 'json' };
import { enrol, issueCertificates, recordTodaysSession, setUpCourse } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { beginPrint, print, saveArchive, saveSingly } from './printing-steps.ts';
import { importRoster, press, setUp } from './steps.ts';

const given = ['Amina', 'Bashir', 'Cemile', 'Dawit', 'Elif', 'Fatuma', 'Goran', 'Hanna'];
const course = {
  partner: { name: 'Handwerkskammer Münster', shortName: 'HWK' },
  offer: { title: 'Werkstatt Holz', subProject: 'Werkstatt', contents: 'Messen' },
  group: { name: 'Holz A', lead: 'M. Brandt', room: 'R 1' },
};

/** A facility whose group has its certificates on the screen. */
async function issued(wegmarke: Wegmarke): Promise<Page> {
  const { page } = wegmarke;
  await setUp(page, {
    ...{ facilityName: 'ZUE Musterstadt', place: 'Musterstadt' },
    ...{ administrator: 'Kim Beispiel', passphrase: 'sieben Wegweiser am Kanal' },
  });
  const roster = join(wegmarke.dataDir, 'liste.csv');
  await writeFile(roster, ['Familienname;Vorname', ...given.map((name) => `Probe;${name}`)].join('\n'));
  await importRoster(page, roster, given.length);
  await setUpCourse(page, course);
  await enrol(page, given);
  await recordTodaysSession(page, given.length);
  await issueCertificates(page, course.group.name, given.length);
  return page;
}

/** Sheets of a job. */
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

test('certificates are printed, printed again from a page on, and every failure is a sentence', async ({
  wegmarke,
}) => {
  test.setTimeout(180_000);
  const page = await issued(wegmarke);
  await wegmarke.setPrintOutcome(false, 'Print job failed');
  await beginPrint(page);
  await expect(page.getByText(failures.print.failed)).toBeVisible({ timeout: 30_000 });
  await press(page, printing.state.close);
  await wegmarke.setPrintOutcome(true, '');
  await beginPrint(page);
  await press(page, printing.dialog.cancel);
  await expect(page.getByRole('status').filter({ hasText: printing.told.cancelled })).toHaveCount(1);
  expect(await wegmarke.printJobs()).toEqual([]);

  await beginPrint(page);
  // Elsewhere in the app meanwhile: the job goes on, and asks there.
  await page.evaluate(() => {
    window.location.hash = '#/people';
  });
  await expect(page.getByText(printing.question.ask)).toBeVisible({ timeout: 30_000 });
  const [job] = await wegmarke.printJobs();
  expect(job).toMatchObject({ title: 'Teilnahmebescheinigungen', silent: true, copies: 1, paper: 'A4' });
  expect(pagesOf(job?.pdf ?? new Uint8Array())).toBe(given.length);
  await page.getByRole('textbox', { name: printing.question.from }).fill('7');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await wegmarke.printJobs()).length, { timeout: 30_000 }).toBe(2);
  expect(pagesOf((await wegmarke.printJobs())[1]?.pdf ?? new Uint8Array())).toBe(2);
  await press(page, printing.question.yes);
});

test('each certificate is a file under its number, in a folder or in an archive', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(180_000);
  await issued(wegmarke);
  const folder = testInfo.outputPath('folder');
  await mkdir(folder, { recursive: true });
  await saveSingly(wegmarke, folder, given.length);
  const names = (await readdir(folder)).toSorted();
  expect(names).toHaveLength(given.length);
  const texts = names.map((name) =>
    execFileSync('pdftotext', [join(folder, name), '-'], { encoding: 'utf8' }),
  );
  for (const person of given) expect(texts.filter((text) => text.includes(person))).toHaveLength(1);
  for (const [at, name] of names.entries()) {
    const number = /^Teilnahmebescheinigung ([\dA-Z-]+)\.pdf$/.exec(name)?.[1];
    expect(texts[at]).toContain(number);
  }
  // Once more: nothing is replaced.
  await saveSingly(wegmarke, folder, given.length);
  await expect.poll(async () => (await readdir(folder)).length).toBe(2 * given.length);

  const path = testInfo.outputPath('archive.zip');
  await saveArchive(wegmarke, path, 'elf Laternen im Hafen');
  const zip = new Blob([await readFile(path)]);
  const opened = async (password: string) => {
    const entries = await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries();
    return Promise.all(
      entries.map(async (entry) => {
        if (entry.directory) throw new Error('a folder');
        return Buffer.from(await entry.getData(new Uint8ArrayWriter(), { password, useWebWorkers: false }));
      }),
    );
  };
  const files = await opened('elf Laternen im Hafen');
  expect(files).toHaveLength(given.length);
  for (const file of files) expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  await expect(opened('elf Laternen im Hafen.')).rejects.toThrow();
  await print(wegmarke.page);
  expect(await wegmarke.printJobs()).toHaveLength(1);
});
