/**
 * Snapshots from end to end, through the real main process: made, copied to a second place, rehearsed, restored; on the
 * same computer and on a fresh one with the recovery code. What is restored is exactly what was there.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import failures from '#locales/de/failures.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { searchFolder } from '#tests/canaries/search-folder.ts';
import { ask, workstationOf } from './ask-main.ts';
import { test, type Wegmarke } from './fixture.ts';
import { atTheDesk, ScreenAudit } from './screen-audit.ts';
import { createPerson, openArea, press, setUp, type, unlock } from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const { passphrase } = administrator;

const create = (page: Page, given: string): Promise<void> =>
  createPerson(page, { given, family: 'Probe', spelling: given, note: 'Notiz', purpose: 'Test' });

/** Names in the list of people, in its order. */
async function namesOf(page: Page): Promise<readonly string[]> {
  await openArea(page, 'people');
  await page.getByLabel(people.list.search).fill('');
  const rows = page.getByRole('row').filter({ hasText: 'Probe' });
  await expect(rows.first()).toBeVisible();
  const texts = await rows.allTextContents();
  return texts.map((text) => /Amina|Navid|Zahra|Omid/.exec(text)?.[0] ?? text).toSorted();
}

async function makeSnapshot(page: Page): Promise<void> {
  await openArea(page, 'administration');
  await expect(page.getByRole('heading', { level: 1, name: safety.title })).toBeVisible();
  await press(page, safety.makeNow);
  await expect(page.getByText(safety.made).first()).toBeAttached();
}

const snapshotFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.wms')).toSorted();

const hereFolder = ({ dataDir }: Wegmarke): string => join(dataDir, 'snapshots');

/** The row of the oldest snapshot in the list. */
const oldest = (page: Page) => page.getByRole('table', { name: safety.list.title }).getByRole('row').last();

const nameStart = (text: string): RegExp => new RegExp(`^${text.slice(0, text.indexOf('{{'))}`);

test('a snapshot is rehearsed and restored: exactly the earlier state is there, and the later one is kept', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(180_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await expect(page.getByRole('banner').getByText(app.state.backup.none)).toBeAttached();
  await create(page, 'Amina');
  await create(page, 'Navid');
  await makeSnapshot(page);
  await expect(page.getByText(safety.verdict['no-second'])).toBeVisible();
  await expect(page.getByRole('banner').getByText(app.state.backup.now)).toBeAttached();
  expect(await snapshotFiles(hereFolder(wegmarke))).toHaveLength(1);

  await create(page, 'Zahra');
  expect(await namesOf(page)).toEqual(['Amina', 'Navid', 'Zahra']);
  const before = await workstationOf(page);
  await openArea(page, 'administration');
  await oldest(page)
    .getByRole('button', { name: nameStart(safety.list.tryOf) })
    .click();
  const rehearsal = page.getByRole('dialog', { name: safety.rehearsal.title });
  await expect(rehearsal.getByText(/würde 2 Personen und .* wiederherstellen/)).toBeVisible();
  await expect(rehearsal.getByText(safety.rehearsal.readable)).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('rehearsal.png') });
  await rehearsal.getByRole('button', { name: 'Schließen' }).click();
  expect(await namesOf(page)).toEqual(['Amina', 'Navid', 'Zahra']);

  await openArea(page, 'administration');
  await oldest(page)
    .getByRole('button', { name: nameStart(safety.list.restoreOf) })
    .click();
  await press(page, safety.restore.confirm);
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
  await unlock(page, passphrase);
  expect(await namesOf(page)).toEqual(['Amina', 'Navid']);
  expect(await workstationOf(page)).not.toBe(before);
  // The one from before the restore has the most entries.
  const entries = (name: string): number => Number(/-(\d+)\.wms$/.exec(name)?.[1]);
  const [kept] = (await snapshotFiles(hereFolder(wegmarke))).toSorted((a, b) => entries(b) - entries(a));
  const [aside] = await readdir(join(wegmarke.dataDir, 'set-aside'));
  expect((await readdir(join(wegmarke.dataDir, 'set-aside', aside ?? ''))).length).toBeGreaterThan(0);

  // It goes on from there, also over a restart, and without a word of damage.
  await create(page, 'Omid');
  const again = await wegmarke.restart();
  await unlock(again, passphrase);
  expect(await namesOf(again)).toEqual(['Amina', 'Navid', 'Omid']);
  await expect(again.getByRole('button', { name: app.state.saved })).toBeVisible();

  // What was there before the restore is in the list, too.
  await openArea(again, 'administration');
  const rows = again.getByRole('table', { name: safety.list.title }).getByRole('row');
  const files = (await snapshotFiles(hereFolder(wegmarke))).toReversed();
  expect(files).toContain(kept);
  await expect(rows).toHaveCount(1 + files.length);
  const later = rows.nth(1 + files.indexOf(kept ?? ''));
  await later.getByRole('button', { name: nameStart(safety.list.restoreOf) }).click();
  await press(again, safety.restore.confirm);
  await expect(again.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
  await unlock(again, passphrase);
  expect(await namesOf(again)).toEqual(['Amina', 'Navid', 'Zahra']);
});

test('a fresh computer is restored from a file, with the recovery code', async ({ wegmarke }, testInfo) => {
  test.setTimeout(180_000);
  const code = await setUp(wegmarke.page, administrator);
  await create(wegmarke.page, 'Amina');
  await create(wegmarke.page, 'Navid');
  await makeSnapshot(wegmarke.page);
  const [name = ''] = await snapshotFiles(hereFolder(wegmarke));
  const file = testInfo.outputPath('stick', name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, await readFile(join(hereFolder(wegmarke), name)));
  const canaries = [administrator.administrator, administrator.facilityName, passphrase];
  expect((await searchFolder(join(file, '..'), canaries)).found).toEqual([]);
  await wegmarke.close();
  // Another PC: neither data nor keystore.
  for (const folder of ['vault', 'journal', 'profile', 'local', 'snapshots'])
    await rmFolder(join(wegmarke.dataDir, folder));

  const page = await wegmarke.restart();
  const damagedFile = testInfo.outputPath('stick', 'damaged.wms');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(3000) ^ 1, 3000);
  await writeFile(damagedFile, bytes);
  await wegmarke.answerOpenDialog(damagedFile);
  await press(page, app.restoreFile.button);
  await expect(page.getByText(failures.backup.damaged)).toBeVisible();
  await wegmarke.answerOpenDialog(file);
  await press(page, app.restoreFile.button);
  await page.getByLabel('Wiederherstellungscode').first().fill(code);
  await press(page, setup.recover.check);
  await press(page, setup.recovered.restore);
  await unlock(page, passphrase);
  expect(await namesOf(page)).toEqual(['Amina', 'Navid']);
  await expect(page.getByRole('button', { name: app.state.saved })).toBeVisible();
});

async function rmFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

test('a second place gets its copy; one that is gone is said, and nothing waits for it', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await create(page, 'Amina');
  const share = testInfo.outputPath('share');
  await mkdir(share, { recursive: true });
  await makeSnapshot(page);
  await wegmarke.answerOpenDialog(join(wegmarke.dataDir, 'snapshots'));
  await press(page, safety.places.choose);
  await expect(page.getByText(failures.backup['inside-data']).first()).toBeAttached();
  await wegmarke.answerOpenDialog(share);
  await press(page, safety.places.choose);
  await expect(page.getByText(safety.verdict.safe)).toBeVisible();
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  await audit.look(page, 'safety');
  expect(await snapshotFiles(share)).toEqual(await snapshotFiles(hereFolder(wegmarke)));
  await page.screenshot({ path: testInfo.outputPath('safe.png') });

  const gone = testInfo.outputPath('gone');
  await wegmarke.answerOpenDialog(gone);
  await press(page, safety.places.chooseOther);
  await expect(page.getByText(safety.verdict['away-failed'])).toBeVisible();
  await expect(page.getByText(failures.backup.timeout)).toBeVisible();
  await audit.look(page, 'safety, the second place gone');
  audit.expectNothing(2);
  await create(page, 'Navid');
  await expect(page.getByRole('button', { name: app.state.saved })).toBeVisible();
});

test('the snapshot of the end of the program is there, and the app ends although it can not be made', async ({
  wegmarke,
}) => {
  test.setTimeout(120_000);
  await setUp(wegmarke.page, administrator);
  await create(wegmarke.page, 'Amina');
  await wegmarke.close();
  expect(await snapshotFiles(hereFolder(wegmarke))).toHaveLength(1);
  expect((await readdir(hereFolder(wegmarke))).filter((name) => name.endsWith('.new'))).toEqual([]);
  const page = await wegmarke.restart();
  await unlock(page, passphrase);
  // A file in the place of the folder: nothing can be written there, whoever the app runs as.
  await rename(hereFolder(wegmarke), join(wegmarke.dataDir, 'moved'));
  await writeFile(hereFolder(wegmarke), '');
  await create(page, 'Navid');
  await wegmarke.close();
  const next = await wegmarke.restart();
  await unlock(next, passphrase);
  expect(await namesOf(next)).toEqual(['Amina', 'Navid']);
});

test('the journal is compacted in a process of its own; everything is there, over a restart and in a snapshot', async ({
  wegmarke,
}) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await create(page, 'Amina');
  await create(page, 'Navid');
  // A page of a person who was changed leaves a state behind that nobody needs.
  await press(page, people.person.edit);
  await type(page, people.field.room, 'C 12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: people.person.edit })).toBeVisible();
  await makeSnapshot(page);
  const journal = join(wegmarke.dataDir, 'journal');
  const before = await readdir(journal);
  const compacted = await ask<{ bytesBefore: number; bytesAfter: number }>(page, 'journal.compact');
  expect(compacted.bytesAfter).toBeLessThan(compacted.bytesBefore);
  const after = await readdir(journal);
  expect(after).toHaveLength(1);
  expect(before).not.toContain(after[0]);
  await create(page, 'Zahra');
  await makeSnapshot(page);
  const again = await wegmarke.restart();
  await unlock(again, passphrase);
  expect(await namesOf(again)).toEqual(['Amina', 'Navid', 'Zahra']);
  await expect(again.getByRole('button', { name: app.state.saved })).toBeVisible();
  await openArea(again, 'administration');
  // The newest one is of the compacted journal.
  const newest = again.getByRole('table', { name: safety.list.title }).getByRole('row').nth(1);
  await newest.getByRole('button', { name: nameStart(safety.list.tryOf) }).click();
  const rehearsal = again.getByRole('dialog', { name: safety.rehearsal.title });
  await expect(rehearsal.getByText(/würde 3 Personen und .* wiederherstellen/)).toBeVisible();
});
