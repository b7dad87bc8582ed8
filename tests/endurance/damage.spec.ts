/**
 * Damage to the files of a site after five years. It is always noticed, and always repaired up to the last acknowledged
 * write where journal or snapshot have it: the records afterwards are those from before.
 */
import { cp } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import { type LabFolder, labFolder, madeUpSetup } from '#scripts/lab.ts';
import { unlock } from '#tests/bench/made-site.ts';
import { setUp } from '#tests/e2e/steps.ts';
import type { Contents } from '#tests/lab/endurance.ts';
import { damages } from './damaged-files.ts';
import { atLockScreen, openFolder, unlocked } from './open-lab.ts';

const people = Number(process.env.WEGMARKE_PEOPLE ?? 10_000);
/** Eight check-ins each. */
const sheets = Number(process.env.WEGMARKE_SHEETS ?? 25_000);

let template: LabFolder;
let whole: Contents;

const contents = (page: Page): Promise<Contents> => page.evaluate(() => window.wegmarkeLab.contents());
const isWhole = (page: Page): Promise<boolean> => page.evaluate(() => window.wegmarkeLab.isWhole());

/** Asks main as the window does. */
const ask = <T>(
  page: Page,
  name: string,
  given?: unknown,
): Promise<{ ok: boolean; value?: T; code?: string }> =>
  page.evaluate(
    ([called, argument]) =>
      (window as unknown as { host: { call(name: string, argument: unknown): Promise<never> } }).host.call(
        called,
        argument,
      ),
    [name, given] as const,
  );

type SnapshotRef = { readonly place: string; readonly name: string };
const refOf = ({ place, name }: SnapshotRef): SnapshotRef => ({ place, name });

test.beforeAll(async () => {
  template = await labFolder();
  const first = await openFolder(template);
  await setUp(first.page, madeUpSetup);
  await first.page.evaluate((plan) => window.wegmarkeLab.journalStress(plan), { people, sheets });
  await first.close();
  const { running, page } = await unlocked(template);
  // The last acknowledged writes are a person's, not those of the made-up years.
  const sessionId = await page.evaluate(() => window.wegmarkeLab.planCountedSession());
  void page.evaluate((id) => window.wegmarkeLab.writeUntilRefused('Z', id), sessionId).catch(() => undefined);
  await expect
    .poll(
      async () =>
        (await page.evaluate((id) => window.wegmarkeLab.writtenOf('Z', id), sessionId)).people.length,
      { timeout: 60_000 },
    )
    .toBeGreaterThan(20);
  await page.reload();
  await page.locator('input[type=password]').first().waitFor();
  await unlock(page);
  whole = await contents(page);
  expect(await isWhole(page)).toBe(true);
  await running.close();
  console.log(`${whole.records} records of ${people} people and ${sheets * 8} check-ins`);
});

test.afterAll(() => template.remove());

for (const damage of damages) {
  test(damage.name, async () => {
    const folder = await labFolder();
    await cp(template.dataDir, folder.dataDir, { recursive: true });
    try {
      await damage.act(folder.dataDir);
      if (damage.mendedBy === 'restore-at-lock-screen') return await restoredFromLockScreen(folder);
      const { running, page, tookMs } = await timedUnlock(folder);
      const found = await contents(page);
      const complete = await isWhole(page);
      const after = await contents(page);
      console.log(
        `${damage.name}: unlocked in ${tookMs} ms; rebuilt ${found.rebuiltRows} rows, read-only ${after.readOnly}, ${found.records} of ${whole.records} records`,
      );
      if (damage.mendedBy === 'refusal') await expectRefusedSnapshots(page);
      else if (damage.mendedBy === 'restore') await expectRestorable(page);
      else await expectRebuilt(page, found, complete);
      expect((await contents(page)).digest).toBe(whole.digest);
      expect((await contents(page)).readOnly).toBeNull();
      await running.close();
    } finally {
      await folder.remove();
    }
  });
}

async function timedUnlock(folder: LabFolder) {
  const begun = performance.now();
  const opened = await unlocked(folder);
  return { ...opened, tookMs: Math.round(performance.now() - begun) };
}

/** Whole at once, or noticed by the check and whole after the next unlock. */
async function expectRebuilt(page: Page, found: Contents, complete: boolean): Promise<void> {
  if (found.digest === whole.digest && complete) return;
  expect((await contents(page)).readOnly).not.toBeNull();
  await page.reload();
  await page.locator('input[type=password]').first().waitFor();
  const tookMs = await unlock(page);
  const repaired = await contents(page);
  console.log(`  repaired by the next unlock in ${Math.round(tookMs)} ms, ${repaired.rebuiltRows} rows`);
  expect(repaired.rebuiltRows).not.toBeNull();
}

/** Everything is still to be seen, nothing can be written, and the newest snapshot makes it whole. */
async function expectRestorable(page: Page): Promise<void> {
  const found = await contents(page);
  expect(found.digest).toBe(whole.digest);
  expect(found.readOnly).toMatch(/^journal\./);
  await restoreNewest(page);
}

async function restoreNewest(page: Page): Promise<void> {
  const list = await ask<readonly SnapshotRef[]>(page, 'backup.list');
  const [newest] = list.value ?? [];
  if (!newest) throw new Error('There is no snapshot.');
  const begun = performance.now();
  expect(await ask(page, 'backup.restore', refOf(newest))).toMatchObject({ ok: true });
  await page.reload();
  await page.locator('input[type=password]').first().waitFor();
  await unlock(page);
  console.log(`  restored and unlocked in ${Math.round(performance.now() - begun)} ms`);
}

/** A flipped snapshot is neither read nor restored; the data is as it was. */
async function expectRefusedSnapshots(page: Page): Promise<void> {
  const list = (await ask<readonly SnapshotRef[]>(page, 'backup.list')).value ?? [];
  expect(list.length).toBeGreaterThan(0);
  for (const snapshot of list) {
    const ref = refOf(snapshot);
    const read = await ask(page, 'backup.read', { ...ref, fromSeq: 1, maxBytes: 1_000_000 });
    expect(read).toMatchObject({ ok: false, code: 'backup.damaged' });
    expect(await ask(page, 'backup.restore', ref)).toMatchObject({ ok: false, code: 'backup.damaged' });
  }
}

/** Neither database nor journal can be opened: the newest snapshot brings everything back. */
async function restoredFromLockScreen(folder: LabFolder): Promise<void> {
  const running = await atLockScreen(folder);
  await restoreNewest(running.page);
  const found = await contents(running.page);
  expect({ digest: found.digest, readOnly: found.readOnly }).toEqual({
    digest: whole.digest,
    readOnly: null,
  });
  await running.close();
}
