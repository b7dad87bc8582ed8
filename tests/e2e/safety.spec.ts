/**
 * Nothing that was reported as saved is lost, and nothing that was put in from outside is let in: the app is killed
 * while it imports, its database is deleted, damaged and mixed with another facility's, its journal is cut.
 */
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import failures from '#locales/de/failures.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import { importBatchSize } from '#shared/domain/commands/participants.ts';
import { type Random, seededRandom } from '#tests/lab/random.ts';
import { madeUpRoster } from '#tests/lab/roster.ts';
import { enrolByEnter, issueCertificates, recordTodaysSession, setUpCourse } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { changeRaw, deleteDatabases, type RawRow, rawRows } from './sealed-database.ts';
import { startApp } from './start-app.ts';
import {
  counted,
  createPerson,
  follow,
  importRoster,
  lock,
  openArea,
  press,
  setUp,
  type,
  unlock,
} from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const { passphrase } = administrator;

/** A text of the screens with its number written the German way. */
const germanCount = (text: string, count: number): string =>
  text.replace(/\{\{count[^}]*\}\}/, count.toLocaleString('de-DE'));

/** A roster of made-up residents, of which every row is ready. Numbers begin at `from`. */
async function writeRoster(folder: string, seed: number, count: number, from: number): Promise<string> {
  const lines = madeUpRoster(seed, count, '2026-11-01').map(({ given, family, birth, room }, at) =>
    [from + at, family ?? '', given, birth.kind === 'year' ? birth.year : '', room ?? ''].join(';'),
  );
  const path = join(folder, `roster-${seed}.csv`);
  await writeFile(path, `\uFEFF${['Nr;Familienname;Vorname;Geburtsdatum;Zimmer', ...lines].join('\r\n')}\r\n`);
  return path;
}

async function expectPeople(page: Page, count: number): Promise<void> {
  await openArea(page, 'people');
  const text = count === 1 ? people.list.count_one : people.list.count_other;
  await expect(page.getByText(germanCount(text, count), { exact: true })).toBeVisible();
}

/** Creates a person known by one name. @returns their id. */
async function create(page: Page, given: string): Promise<string> {
  await createPerson(page, { given, family: 'Probe', spelling: given, note: 'Notiz', purpose: 'Test' });
  return page.url().slice(page.url().lastIndexOf('/') + 1);
}

async function openPerson(page: Page, given: string): Promise<void> {
  await openArea(page, 'people');
  await page.getByLabel(people.list.search).fill(given);
  await page.getByRole('row').filter({ hasText: given }).dblclick();
}

test.describe('killed while it imports', () => {
  const rows = 6 * importBatchSize;
  const rounds = 5;
  const reportMark = 'reported as saved: ';

  /** Tells every number of saved rows that the window shows, as soon as it stands there. */
  async function watchReports(page: Page): Promise<{ readonly latest: () => number }> {
    let latest = 0;
    page.on('console', (message) => {
      if (message.text().startsWith(reportMark))
        latest = Math.max(latest, Number(message.text().slice(reportMark.length)));
    });
    const complete = germanCount(importing.result.complete_other, rows);
    const [, between = '', behind = ''] = importing.running.progress.split(/\{\{[^}]*\}\}/);
    await page.evaluate(
      ({ mark, texts, total }) => {
        let last = -1;
        const look = (): void => {
          const text = document.body.textContent ?? '';
          const progress = text.match(new RegExp(`([\\d.]+)${texts.between}[\\d.]+${texts.behind}`));
          const saved = text.includes(texts.complete)
            ? total
            : progress
              ? Number(progress[1]?.replaceAll('.', ''))
              : last;
          if (saved > last) {
            last = saved;
            console.debug(`${mark}${saved}`);
          }
        };
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      },
      { mark: reportMark, texts: { between, behind, complete }, total: rows },
    );
    return { latest: () => latest };
  }

  /** Begins an import, waits for `batches` of them and a random moment more, and kills. @returns rows reported. */
  async function killedImport(
    wegmarke: Wegmarke,
    roster: string,
    batches: number,
    delayMs: number,
  ): Promise<number> {
    const { page } = wegmarke;
    await openArea(page, 'people');
    await follow(page, people.list.import);
    await page.locator('input[type=file]').setInputFiles(roster);
    await press(page, importing.mapping.continue);
    const start = page.getByRole('button', { name: germanCount(importing.review.start_other, rows) });
    await start.waitFor();
    const reports = await watchReports(page);
    await start.click();
    const deadline = Date.now() + 30_000;
    while (reports.latest() < batches * importBatchSize && Date.now() < deadline) await pause(5);
    await pause(delayMs);
    await wegmarke.kill();
    return reports.latest();
  }

  /** Kills before the first batch, after the last one, and at drawn ones in between. */
  const batchesToWaitFor = (random: Random, round: number): number =>
    round === 0 ? 0 : round === rounds - 1 ? rows / importBatchSize : 1 + random.below(5);

  test('it keeps what it reported as saved, and of a batch all rows or none', async ({
    wegmarke,
  }, testInfo) => {
    test.setTimeout(180_000);
    const seed = Number(process.env.WEGMARKE_SEED ?? Date.now() % 1_000_000);
    console.log(`kill moments from WEGMARKE_SEED=${seed}`);
    const random = seededRandom(seed);
    const folder = testInfo.outputPath('rosters');
    await setUp(wegmarke.page, administrator);
    await writeFile(testInfo.outputPath('seed.txt'), String(seed));
    const { mkdir } = await import('node:fs/promises');
    await mkdir(folder, { recursive: true });
    let before = 0;
    for (let round = 0; round < rounds; round += 1) {
      const roster = await writeRoster(folder, seed + round, rows, 100_000 * (round + 1));
      const batches = batchesToWaitFor(random, round);
      const delayMs = random.below(300);
      const reported = await killedImport(wegmarke, roster, batches, delayMs);
      const page = await wegmarke.restart();
      await unlock(page, passphrase);
      await openArea(page, 'people');
      const after = await shownPeople(page);
      console.log(`round ${round}: killed ${delayMs} ms after ${batches} batches; ${reported} rows reported, ${after - before} kept`);
      expect((after - before) % importBatchSize).toBe(0);
      expect(after - before).toBeGreaterThanOrEqual(reported);
      expect(after - before).toBeLessThanOrEqual(Math.min(rows, reported + importBatchSize));
      before = after;
    }
    await expect(wegmarke.page.getByRole('button', { name: app.state.saved })).toBeVisible();
    await create(wegmarke.page, 'Danach');
    await expectPeople(wegmarke.page, before + 1);
  });

  /** How many people the list says there are. */
  async function shownPeople(page: Page): Promise<number> {
    const [, behind = ''] = people.list.count_other.split(/\{\{[^}]*\}\}/);
    const shown = page.getByText(new RegExp(`^[\\d.]+${behind}$`));
    const empty = page.getByText(people.list.emptyTitle);
    await expect(shown.or(empty).first()).toBeVisible();
    if (await empty.isVisible()) return 0;
    return Number(((await shown.textContent()) ?? '').replace(behind, '').replaceAll('.', ''));
  }
});
