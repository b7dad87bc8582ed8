/**
 * Nothing that was reported as saved is lost, and nothing that was put in from outside is let in: the app is killed
 * while it imports, its database is deleted, damaged and mixed with another facility's, its journal is cut.
 */
import { mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
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
import { counted, createPerson, follow, lock, openArea, press, setUp, unlock } from './steps.ts';

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
  await writeFile(
    path,
    `\uFEFF${['Nr;Familienname;Vorname;Geburtsdatum;Zimmer', ...lines].join('\r\n')}\r\n`,
  );
  return path;
}

async function expectPeople(page: Page, count: number): Promise<void> {
  await openArea(page, 'people');
  await page.getByLabel(people.list.search).fill('');
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
      console.log(
        `round ${round}: killed ${delayMs} ms after ${batches} batches; ${reported} rows reported, ${after - before} kept`,
      );
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

/** The sentence that says that `rows` entries came back; how many there are is read from it. */
async function rebuiltRows(page: Page): Promise<number> {
  const [before = '', behind = ''] = app.banner.rebuilt_other.split('{{count}}');
  const banner = page.getByRole('status').filter({ hasText: before.trim() });
  await expect(banner).toContainText(behind.trim());
  return Number(
    ((await banner.textContent()) ?? '').replace(before, '').replace(behind, '').replace(/\D/g, ''),
  );
}

async function expectNoBanner(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: app.state.saved })).toBeVisible();
  await expect(page.getByText(app.banner.rebuilt_other.split('{{count}}')[0] ?? '')).toHaveCount(0);
}

test('a deleted database is rebuilt from the journal, which is said, and nothing is lost', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  const group = 'Deutsch A';
  await setUp(page, administrator);
  for (const name of ['Amina', 'Navid']) await create(page, name);
  await setUpCourse(page, {
    partner: { name: 'Bildungswerk Musterstadt', shortName: 'BWM' },
    offer: { title: 'Deutsch', subProject: 'Sprachförderung', contents: 'Sich vorstellen' },
    group: { name: group, lead: 'M. Brinkmann', room: 'B 101' },
  });
  await enrolByEnter(page, ['amina', 'navid']);
  await recordTodaysSession(page, 2);
  await issueCertificates(page, group, 2);
  await wegmarke.close();
  expect(await deleteDatabases(wegmarke.dataDir)).toBe(1);

  const rebuilt = await wegmarke.restart();
  await unlock(rebuilt, passphrase);
  const rows = await rebuiltRows(rebuilt);
  console.log(`rebuilt ${rows} rows`);
  expect(rows).toBeGreaterThan(10);
  await rebuilt.screenshot({ path: testInfo.outputPath('rebuilt.png') });
  await expectPeople(rebuilt, 2);
  await openPerson(rebuilt, 'Amina');
  await expect(rebuilt.getByText('Notiz', { exact: true }).last()).toBeVisible();
  await follow(rebuilt, group);
  await follow(rebuilt, courses.group.todaySession);
  await expect(rebuilt.getByText(attendance.allRecorded)).toBeVisible();
  await openArea(rebuilt, 'certificates');
  await rebuilt.getByRole('tab', { name: certificates.tabs.register }).click();
  for (const name of ['Amina', 'Navid'])
    await expect(rebuilt.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  await create(rebuilt, 'Zahra');

  const again = await wegmarke.restart();
  await unlock(again, passphrase);
  await expectPeople(again, 3);
  await expectNoBanner(again);
});

const altered = (row: RawRow, bit: number): RawRow => ({
  ...row,
  body: row.body.map((byte, at) => (at === row.body.length - 3 ? byte ^ bit : byte)),
});

/** A sealed person of another facility, made by an app of its own. */
async function foreignRow(): Promise<RawRow> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wegmarke-e2e-foreign-'));
  const root = join(import.meta.dirname, '../..');
  const other = await startApp({ app: root, args: [`--data-dir=${dataDir}`], env: {} });
  try {
    await setUp(other.page, { ...administrator, facilityName: 'ZUE Anderswo' });
    await create(other.page, 'Fremd');
    await lock(other.page);
    const [row] = await rawRows(other.page, 'participant');
    if (!row) throw new Error('The other facility has no person');
    return row;
  } finally {
    await other.close();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Finds each one's sealed row by the person's id. */
async function rowOf(page: Page, id: string): Promise<RawRow> {
  const row = (await rawRows(page, 'participant')).find((one) => one.id === id);
  if (!row) throw new Error('The person has no row');
  return row;
}

test('a flipped bit, a moved row and one of another facility are refused with a sentence, the rest is usable', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  const [foreign, ids] = await Promise.all([
    foreignRow(),
    (async () => {
      await setUp(page, administrator);
      const [whole, flipped, moved, replaced] = [
        await create(page, 'Amina'),
        await create(page, 'Navid'),
        await create(page, 'Zahra'),
        await create(page, 'Omid'),
      ];
      return { whole, flipped, moved, replaced };
    })(),
  ]);
  await lock(page);
  // Whoever does this knows to keep the revs, so that the sums of the table still agree.
  const keys = async (id: string): Promise<Pick<RawRow, 'id' | 'rev'>> => {
    const { rev } = await rowOf(page, id);
    return { id, rev };
  };
  await changeRaw(page, { table: 'participant', put: altered(await rowOf(page, ids.flipped), 4) });
  await changeRaw(page, {
    table: 'participant',
    put: { ...(await rowOf(page, ids.whole)), ...(await keys(ids.moved)) },
  });
  await changeRaw(page, { table: 'participant', put: { ...foreign, ...(await keys(ids.replaced)) } });

  await unlock(page, passphrase);
  await expectPeople(page, 4);
  for (const [at, given] of ['Navid', 'Zahra', 'Omid'].entries()) {
    await openPerson(page, given);
    await expect(page.getByRole('heading', { name: people.person.refusedTitle })).toBeVisible();
    await expect(
      page.getByText(at === 0 ? app.banner.refused_one : counted(app.banner.refused_other, at + 1)),
    ).toBeVisible();
  }
  await page.screenshot({ path: testInfo.outputPath('refused.png') });
  await openPerson(page, 'Amina');
  await expect(page.getByRole('heading', { level: 1, name: 'Amina Probe' })).toBeVisible();
  await create(page, 'Danach');
  await expectPeople(page, 5);

  // Refused rows are no loss: the journal has them as they were.
  await lock(page);
  await unlock(page, passphrase);
  expect(await rebuiltRows(page)).toBeGreaterThan(5);
  for (const given of ['Navid', 'Zahra', 'Omid', 'Danach']) {
    await openPerson(page, given);
    await expect(page.getByRole('heading', { level: 1, name: `${given} Probe` })).toBeVisible();
  }
});

test('a row that vanished and one that was slipped in are noticed, and the next unlock rebuilds', async ({
  wegmarke,
}, testInfo) => {
  const { page } = wegmarke;
  await setUp(page, administrator);
  const gone = await create(page, 'Amina');
  await create(page, 'Navid');
  await lock(page);
  const row = await rowOf(page, gone);
  await changeRaw(page, { table: 'participant', remove: gone });
  await changeRaw(page, { table: 'participant', put: { ...row, id: `${gone.slice(0, -2)}zz` } });
  await unlock(page, passphrase);
  await expect(page.getByRole('button', { name: app.state.readOnly })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(failures.manifest.mismatch)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('mismatch.png') });
  await expectPeople(page, 2);
  await lock(page);
  await unlock(page, passphrase);
  expect(await rebuiltRows(page)).toBeGreaterThan(3);
  await openPerson(page, 'Amina');
  await expect(page.getByRole('heading', { level: 1, name: 'Amina Probe' })).toBeVisible();
  await create(page, 'Danach');
  await lock(page);
  await unlock(page, passphrase);
  await expectPeople(page, 3);
  await expectNoBanner(page);
});

/** Cuts the journal a few bytes into its last frame, behind which the mark of an orderly close stands. */
async function cutJournal(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'journal');
  const last =
    (await readdir(folder))
      .filter((name) => name.endsWith('.wmj'))
      .toSorted()
      .at(-1) ?? '';
  const path = join(folder, last);
  const closingMarkBytes = 48;
  await truncate(path, (await stat(path)).size - closingMarkBytes - 7);
}

test('a cut journal drops nothing in silence: the data opens read-only and says why', async ({
  wegmarke,
}, testInfo) => {
  await setUp(wegmarke.page, administrator);
  await create(wegmarke.page, 'Amina');
  await create(wegmarke.page, 'Navid');
  // Locking waits until the last entry is in the database too.
  await lock(wegmarke.page);
  await wegmarke.close();
  await cutJournal(wegmarke.dataDir);
  for (const round of [1, 2]) {
    const page = await wegmarke.restart();
    await unlock(page, passphrase);
    await expect(page.getByText(failures.journal.behind)).toBeVisible();
    await expect(page.getByRole('button', { name: app.state.readOnly })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath(`behind-${round}.png`) });
    await expectPeople(page, 2);
    await openPerson(page, 'Navid');
    await expect(page.getByRole('heading', { level: 1, name: 'Navid Probe' })).toBeVisible();
    await expect(page.getByRole('button', { name: app.state.readOnly })).toBeVisible();
  }
});
