/**
 * The audit log from end to end, through the real main process: what was done is there with the right person and the
 * right resident, the check says that it is whole, also after a restore, and neither the entries nor a log file name
 * anybody.
 */
import { expect, type Page } from 'playwright/test';
import audit from '#locales/de/audit.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { searchFolder } from '#tests/canaries/search-folder.ts';
import { test } from './fixture.ts';
import { counted, createPerson, follow, openArea, press, setUp, unlock } from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};

async function openLog(page: Page): Promise<void> {
  await openArea(page, 'administration');
  await follow(page, audit.toLog);
  await expect(page.getByRole('heading', { level: 1, name: audit.title })).toBeVisible();
}

/** The lines of the list, newest first: what was done, and to whom. */
async function lines(page: Page): Promise<readonly string[]> {
  const rows = page.getByRole('grid', { name: audit.list.label }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const texts = await rows.evaluateAll((all) =>
    all.slice(1).map((row) =>
      [...row.children]
        .slice(1, 4)
        .map(({ textContent }) => textContent)
        .join(' | '),
    ),
  );
  return texts;
}

const isWhole = (page: Page, count: number) =>
  expect(page.getByText(counted(audit.check.whole_other, count).split(',')[0] ?? '')).toBeVisible();

test('what was done stands in the log, which is whole, also after a restore', async ({ wegmarke }) => {
  test.setTimeout(180_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  const person = { family: 'Zypressenwald', spelling: 'Sipres', note: 'Notiz', purpose: 'Test' };
  await createPerson(page, { given: 'Amina', ...person });
  await openArea(page, 'administration');
  await press(page, safety.makeNow);
  await expect(page.getByText(safety.made).first()).toBeAttached();
  await openArea(page, 'people');
  await page.getByRole('row', { name: /Amina/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Amina' })).toBeVisible();

  await openLog(page);
  const by = administrator.administrator;
  const before = [
    `${by} | ${audit.command.audit.view} | `,
    `${by} | ${audit.command.participant.view} | Zypressenwald, Amina`,
    `${by} | ${audit.command.backup.make} | `,
    `${by} | ${audit.command.participant.view} | Zypressenwald, Amina`,
    `${by} | ${audit.command.participant.create} | Zypressenwald, Amina`,
    `${by} | ${audit.command.facility.save} | `,
  ];
  expect(await lines(page)).toEqual(before);
  await press(page, audit.check.again);
  await isWhole(page, 6);

  // One resident, one kind.
  await page.getByLabel(audit.filter.resident).fill('Zypr');
  await page.getByRole('option', { name: /Zypressenwald/ }).click();
  await expect(page.getByText(counted(audit.list.found_other, 3), { exact: true })).toBeVisible();
  await page.getByLabel(audit.filter.category, { exact: true }).click();
  await page.getByRole('option', { name: audit.category.viewed, exact: true }).click();
  await expect(page.getByText(counted(audit.list.found_other, 2), { exact: true })).toBeVisible();
  await press(page, audit.filter.clear);
  await expect(page.getByText(counted(audit.list.found_other, 6), { exact: true })).toBeVisible();

  // On paper; printing it is an entry.
  await follow(page, audit.print);
  await expect(page.getByText(audit.printing.internal)).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });

  // After a restore the chain before is closed, and a new one says where it ended.
  await openArea(page, 'administration');
  const nameStart = safety.list.restoreOf.slice(0, safety.list.restoreOf.indexOf('{{'));
  await page
    .getByRole('button', { name: new RegExp(`^${nameStart}.*`) })
    .last()
    .click();
  await press(page, safety.restore.confirm);
  await expect(page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible();
  await unlock(page, administrator.passphrase);
  await openLog(page);
  await press(page, audit.check.again);
  const parts = page.getByRole('table', { name: audit.chains.title }).getByRole('row');
  await expect(parts).toHaveCount(3);
  await expect(parts.filter({ hasText: audit.computer.this })).toHaveCount(1);
  await expect(parts.filter({ hasText: audit.computer.replaced.split(' (')[0] ?? '' })).toHaveCount(1);
  await expect(page.getByText(/^Ja\. Alle \d+ Einträge/)).toBeVisible();
  const after = await lines(page);
  expect(after.slice(0, 3)).toEqual([
    ...[`${by} | ${audit.command.audit.view} | `, `${by} | ${audit.command.backup.restored} | `],
    `${by} | ${audit.command.vault.unlock} | `,
  ]);
  expect(after.at(-1)).toBe(before.at(-1));

  await wegmarke.close();
  const { found } = await searchFolder(wegmarke.dataDir, [
    'Zypressenwald',
    administrator.administrator,
    administrator.passphrase,
  ]);
  expect(found).toEqual([]);
});
