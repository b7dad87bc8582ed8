/** Three whole apps and a real server: what one writes the others have, through outages of every kind. */
import { test as base, expect } from 'playwright/test';
import { buildIfStale } from '#scripts/build.ts';
import { hasNoServer } from '#tests/sync/nats-servers.ts';
import { SyncedSite } from './sync-site.ts';

const test = base.extend<{ site: SyncedSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture needs.
  site: async ({}, use) => {
    const site = await SyncedSite.make(3);
    await use(site);
    await site.remove();
  },
});
test.skip(hasNoServer, 'No NATS server 2.12 or later.');
test.beforeAll(() => {
  if (!buildIfStale('lab')) throw new Error('the build failed');
});

test('three PCs have the same after outages, restarts and edits of the same people', async ({ site }) => {
  test.setTimeout(180_000);
  await site.setUp();
  const [one, two, three] = [site.pc(1), site.pc(2), site.pc(3)];
  await one.page.evaluate(() => window.wegmarkeLab.fillDemo());
  for (const pc of site.pcs) await site.connect(pc);
  await site.agrees();
  await two.page.evaluate(() => window.wegmarkeLab.editPeople(20, 'zwei'));
  await site.agrees();
  await site.server.server.stop();
  for (const pc of site.pcs) await pc.says('offline');
  await Promise.all(
    site.pcs.map((pc) => pc.page.evaluate((name) => window.wegmarkeLab.editPeople(30, name), pc.name)),
  );
  await three.kill();
  await three.unlock();
  await site.server.server.start();
  const digest = await site.agrees(60_000);
  const found = await Promise.all(
    site.pcs.map((pc) => pc.page.evaluate(() => window.wegmarkeLab.sync.found())),
  );
  expect(found[0]?.overwritten).toBeGreaterThan(0);
  expect(new Set(found.map(({ overwritten }) => overwritten)).size).toBe(1);
  for (const pc of site.pcs) expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  // Closed and opened again, everything is as it was and nothing goes a second time.
  const before = await two.page.evaluate(() => window.wegmarkeLab.sync.details()?.records);
  await two.close();
  await two.unlock();
  expect(await site.agrees()).not.toBe('');
  expect((await two.contents()).digest).not.toBe(digest === '' ? null : '');
  expect(before).toBeGreaterThan(100);
});
