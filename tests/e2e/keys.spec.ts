/**
 * A new key from end to end: an administrator begins it alone, everything older is sealed again while work goes on, also
 * over a kill, and afterwards neither database nor journal holds anything under the old one.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import { madeUpRoster } from '#tests/lab/roster.ts';
import { test } from './fixture.ts';
import { rawRows } from './sealed-database.ts';
import { createPerson, importRoster, openArea, press, setUp, unlock } from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const residents = 990;

async function epochs(page: Page, table: string): Promise<readonly string[]> {
  return [...new Set((await rawRows(page, table)).map(({ keyId }) => keyId))];
}

test('a new key seals everything again, over a kill, and the old one is needed for nothing', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(240_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  const roster = testInfo.outputPath('roster.csv');
  const lines = madeUpRoster(7, residents, '2026-11-01').map(({ given, family, room }, at) =>
    [at + 1, family ?? '', given, room ?? ''].join(';'),
  );
  await writeFile(roster, `\uFEFF${['Nr;Familienname;Vorname;Zimmer', ...lines].join('\r\n')}\r\n`);
  await importRoster(page, roster, residents);
  const [old = ''] = await epochs(page, 'participant');

  await openArea(page, 'administration');
  await press(page, safety.keys.begin);
  await page.getByRole('dialog').getByRole('button', { name: safety.keys.confirm }).click();
  // In the middle of it: some are sealed again, and not all.
  await page.getByText(/neu versiegelt: [1-9]/).waitFor();
  await wegmarke.kill();

  const again = await wegmarke.restart();
  await unlock(again, administrator.passphrase);
  expect(new Set([...(await epochs(again, 'participant')), ...(await epochs(again, 'audit'))])).toContain(
    old,
  );
  // Somebody works meanwhile, and what they save is saved.
  await createPerson(again, {
    given: 'Amina',
    family: 'Probe',
    spelling: 'Amina',
    note: 'Notiz',
    purpose: 'Test',
  });
  await openArea(again, 'administration');
  await expect(again.getByText(safety.keys.done)).toBeVisible({ timeout: 120_000 });
  for (const table of ['participant', 'audit', 'facility', 'directory', 'root'])
    expect(await epochs(again, table), table).not.toContain(old);
  expect(await rawRows(again, 'participant')).toHaveLength(residents + 1);
  const journal = join(wegmarke.dataDir, 'journal');
  for (const name of await readdir(journal)) {
    const bytes = await readFile(join(journal, name));
    expect(bytes.includes(old), name).toBe(false);
  }
  await expect(again.getByRole('button', { name: app.state.saved })).toBeVisible();

  // It is not begun anew by the next start, and everything opens.
  const last = await wegmarke.restart();
  await unlock(last, administrator.passphrase);
  await openArea(last, 'people');
  await expect(last.getByText(`${(residents + 1).toLocaleString('de-DE')} Personen`)).toBeVisible();
});
