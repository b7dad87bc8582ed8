/**
 * The self check-in through the real main process: started by staff, killed in the middle, there again, left by a
 * passphrase only, and everything that had its tick is in the sheet once. The lab tells the badges' numbers, which
 * people carry on paper.
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import kiosk from '#locales/de/kiosk.json' with { type: 'json' };
import start from '#locales/de/kiosk-start.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { buildFolder, buildIfStale } from '#scripts/build.ts';
import { drawCanaries } from '#tests/canaries/canaries.ts';
import { searchFolder } from '#tests/canaries/search-folder.ts';
import type { SelfCheckIn } from '#tests/lab/self-check-in.ts';
import { test, type Wegmarke } from './fixture.ts';
import { press, setUp, unlock } from './steps.ts';

test.use({ appPath: buildFolder('lab') });
test.beforeAll(() => {
  test.setTimeout(180_000);
  expect(buildIfStale('lab')).toBe(true);
});

const passphrase = 'sieben Störche über Münster';

interface Running extends SelfCheckIn {
  readonly names: readonly string[];
  readonly title: string;
}

const atRest = (page: Page) => page.getByRole('heading', { name: kiosk.scan });

/** A facility with people and badges, and the kiosk started by staff. */
async function startKiosk({ page }: Wegmarke, people: number): Promise<Running> {
  await setUp(page, {
    ...{ facilityName: 'ZUE Musterstadt', place: 'Musterstadt' },
    ...{ administrator: 'Kim Beispiel', passphrase },
  });
  const [title = '', ...canaries] = drawCanaries().map(({ text }) => text);
  const names = canaries.slice(0, people);
  const planned = await page.evaluate(([offer, given]) => window.wegmarkeLab.planSelfCheckIn(offer, given), [
    title,
    names,
  ] as const);
  await page.evaluate(() => {
    window.location.hash = '#/kiosk';
  });
  await press(page, start.start);
  await expect(atRest(page)).toBeVisible();
  return { ...planned, names, title };
}

/** Types a badge's number as a scanner does. */
async function scan(page: Page, number: string): Promise<void> {
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
}

async function checkIn(page: Page, number: string, name: string): Promise<void> {
  await scan(page, number);
  await expect(page.getByText(kiosk.done).first()).toBeVisible();
  await expect(page.getByText(name).first()).toBeVisible();
}

const marks = (page: Page, sessionId: string) =>
  page.evaluate((id) => window.wegmarkeLab.marksOf(id), sessionId);

async function unlockAsStaff(page: Page): Promise<void> {
  await page.getByRole('button', { name: start.staff }).click();
  await unlock(page, passphrase);
}

test('what had its tick is in the sheet once, although main was killed in the middle', async ({
  wegmarke,
}) => {
  test.setTimeout(120_000);
  const { names, badges, sessionId } = await startKiosk(wegmarke, 12);
  const at = (place: number) => [badges[place] ?? '', names[place] ?? ''] as const;
  for (let place = 0; place < 5; place++) await checkIn(wegmarke.page, ...at(place));
  // One on the way when the power goes: nobody told them that they are in.
  await scan(wegmarke.page, badges[5] ?? '');
  await wegmarke.kill();

  const page = await wegmarke.restart();
  await expect(atRest(page)).toBeVisible();
  for (let place = 6; place < 10; place++) await checkIn(page, ...at(place));
  // Whoever comes again is not there twice.
  await checkIn(page, ...at(0));

  await unlockAsStaff(page);
  await expect(
    page.getByText(/Selbst-Check-ins? wurden? in die Anwesenheit übernommen/).first(),
  ).toBeAttached();
  await expect.poll(async () => (await marks(page, sessionId)).length).toBeGreaterThanOrEqual(9);
  const found = (await marks(page, sessionId)).map(([name]) => name);
  const acknowledged = [...names.slice(0, 5), ...names.slice(6, 10)];
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(expect.arrayContaining(acknowledged));
  expect(names.slice(0, 10)).toEqual(expect.arrayContaining(found));

  // Taken over for good: the next unlock takes nothing again.
  await expect.poll(() => kioskFiles(wegmarke)).not.toContain('store.wmk');
  await wegmarke.kill();
  const next = await wegmarke.restart();
  await unlock(next, passphrase);
  expect((await marks(next, sessionId)).map(([name]) => name).toSorted()).toEqual(found.toSorted());
});

const kioskFiles = async ({ dataDir }: Wegmarke): Promise<readonly string[]> =>
  await readdir(join(dataDir, 'kiosk'));

test('the window is left with a passphrase only, and the computer can be shut down', async ({ wegmarke }) => {
  test.setTimeout(120_000);
  await startKiosk(wegmarke, 1);
  const { page } = wegmarke;
  await wegmarke.closeWindow();
  await wegmarke.power('lock-screen');
  await wegmarke.power('suspend');
  await expect(atRest(page)).toBeVisible();
  expect(await page.evaluate(() => window.matchMedia('(display-mode: fullscreen)').matches)).toBe(true);
  await page.getByRole('button', { name: start.staff }).click();
  await page.getByLabel(setup.unlock.passphrase, { exact: true }).fill('falsch');
  await press(page, setup.unlock.button);
  await expect(page.getByRole('navigation', { name: app.navigation.label })).toHaveCount(0);
  await press(page, app.kiosk.back);
  await expect(atRest(page)).toBeVisible();

  await wegmarke.close();
  await expect(atRest(await wegmarke.restart())).toBeVisible();
});

test('a kiosk holds nothing in the clear on disk', async ({ wegmarke }) => {
  test.setTimeout(120_000);
  const { names, badges, title, sessionId } = await startKiosk(wegmarke, 3);
  await checkIn(wegmarke.page, badges[0] ?? '', names[0] ?? '');
  await wegmarke.close();
  const files = await kioskFiles(wegmarke);
  expect(files).toContain('store.wmk');
  expect(files.filter((name) => name.startsWith('inbox-'))).toHaveLength(1);
  expect(await readdir(join(wegmarke.dataDir, 'local', 'keystore'))).toContain('kiosk-key.bin');
  const { found, unreadable } = await searchFolder(wegmarke.dataDir, [...names, title, ...badges, sessionId]);
  expect(unreadable).toEqual([]);
  // The session's id is random and names rows of the sealed database; the kiosk's own files don't hold even that.
  expect(found.filter(({ canary, file }) => canary !== sessionId || file.startsWith('kiosk/'))).toEqual([]);
});
