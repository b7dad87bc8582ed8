/** Three whole apps and a real server: what one writes the others have, through outages of every kind. */
import { randomBytes } from 'node:crypto';
import { expect } from 'playwright/test';
import { drawCanaries } from '#tests/canaries/canaries.ts';
import { searchFolder } from '#tests/canaries/search-folder.ts';
import { recordingProxy } from './recording-proxy.ts';
import { entriesOf } from './server-entries.ts';
import { test } from './sync-fixture.ts';

test('three PCs have the same after outages, restarts and edits of the same people', async ({ site }) => {
  test.setTimeout(300_000);
  await site.setUp();
  const [one, two, three] = [site.pc(1), site.pc(2), site.pc(3)];
  await one.page.evaluate(() => window.wegmarkeLab.fillDemo());
  for (const pc of site.pcs) await site.connect(pc);
  await site.agrees(site.pcs);
  await two.page.evaluate(() => window.wegmarkeLab.editPeople(20, 'zwei'));
  await site.agrees(site.pcs);
  await site.server.server.stop();
  for (const pc of site.pcs) await pc.says('offline');
  await Promise.all(
    site.pcs.map((pc) => pc.page.evaluate((name) => window.wegmarkeLab.editPeople(30, name), pc.name)),
  );
  await three.kill();
  await three.unlock();
  await site.server.server.start();
  const digest = await site.agrees(site.pcs);
  const found = await Promise.all(
    site.pcs.map((pc) => pc.page.evaluate(() => window.wegmarkeLab.sync.found())),
  );
  expect(found[0]?.overwritten).toBeGreaterThan(0);
  expect(new Set(found.map(({ overwritten }) => overwritten)).size).toBe(1);
  for (const pc of site.pcs) expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  // Closed and opened again, everything is as it was.
  await two.close();
  await two.unlock();
  expect(await site.agrees(site.pcs)).toBe(digest);
});

test('an older and an emptied server are recognised, and filled again after a word; a revoked key is refused', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const [one, two] = [site.pc(1), site.pc(2)];
  const both = [one, two];
  await site.setUp();
  await site.pc(3).close();
  await one.page.evaluate(() => window.wegmarkeLab.editPeople(20, 'eins'));
  for (const pc of both) await site.connect(pc);
  await site.agrees(both);
  const { server } = site.server;
  await server.stop();
  const putBack = site.server.copyData();
  await server.start();
  for (const pc of both) await pc.says('in-step');
  await one.page.evaluate(() => window.wegmarkeLab.editPeople(20, 'zwei'));
  const digest = await site.agrees(both);

  await server.stop();
  putBack();
  await server.start();
  for (const pc of both) await pc.hasTrouble('older');
  for (const pc of both) {
    await pc.page.evaluate(() => window.wegmarkeLab.sync.reseed());
    await pc.says('in-step');
  }
  expect(await site.agrees(both)).toBe(digest);

  await server.stop();
  site.server.emptyData();
  await server.start();
  site.server.kit('apply');
  for (const pc of both) await pc.hasTrouble('emptied');
  for (const pc of both) {
    await pc.page.evaluate(() => window.wegmarkeLab.sync.reseed());
    await pc.says('in-step');
  }
  expect(await site.agrees(both)).toBe(digest);

  site.server.kit('revoke', 'muenster', two.name);
  await site.server.reload();
  await two.hasTrouble('refused');
  await one.page.evaluate(() => window.wegmarkeLab.editPeople(1, 'danach'));
  await one.says('in-step');
});

test('no name goes over the wire or lies on the server, and garbage from a valid key does no harm', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const [one, two] = [site.pc(1), site.pc(2)];
  const both = [one, two];
  await site.setUp();
  await site.pc(3).close();
  const drawn = drawCanaries().map(({ text }) => text);
  const wire = await recordingProxy(site.server.address());
  try {
    const file = JSON.stringify({ ...JSON.parse(site.addressFile()), servers: [wire.server] });
    for (const pc of both) await site.connect(pc, file);
    for (const canary of drawn)
      await one.page.evaluate((name) => window.wegmarkeLab.editPeople(1, name), canary);
    await one.page.evaluate(() => window.wegmarkeLab.fillDemo());
    const digest = await site.agrees(both);

    const thief = await site.openLine('thief');
    const there = await entriesOf(thief, 1_000);
    for (const { key, revision } of there) await thief.publish(key, randomBytes(300), revision);
    await thief.close();
    expect(there.length).toBeGreaterThan(200);
    expect(await site.agrees(both)).toBe(digest);
    // Nobody who comes now sees any of it.
    await site.pc(3).unlock();
    await site.connect(site.pc(3));
    expect(await site.agrees(site.pcs)).toBe(digest);

    await wire.close();
    for (const pc of site.pcs) await pc.close();
    await site.server.server.stop();
    const recorded = await searchFolder(wire.folder, drawn);
    const stored = await searchFolder(site.server.folder, drawn);
    expect([...recorded.found, ...stored.found]).toEqual([]);
    expect(recorded.bytes).toBeGreaterThan(100_000);
    expect(stored.bytes).toBeGreaterThan(100_000);
  } finally {
    await wire.remove();
  }
});
