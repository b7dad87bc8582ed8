/**
 * Three whole apps of one site, three days without the server, 5,000 edits at each and the same people among them; then
 * the server is back. `WEGMARKE_EDITS` asks for another number.
 */
import { expect, test } from 'playwright/test';
import { buildIfStale } from '#scripts/build.ts';
import { type Pc, SyncedSite } from '#tests/e2e/sync-site.ts';
import { hasNoServer } from '#tests/sync/nats-servers.ts';

const edits = Number(process.env.WEGMARKE_EDITS ?? '5000');
/** Between two parts somebody moves the mouse: who does nothing for minutes is locked out. */
const parts = 50;
const threeDays = 72 * 3_600_000;

test('after three days offline with thousands of edits each they have the same', async () => {
  test.skip(hasNoServer, 'No NATS server 2.12 or later.');
  test.setTimeout(3_600_000);
  if (!buildIfStale('lab')) throw new Error('the build failed');
  const site = await SyncedSite.make(3);
  try {
    await site.setUp();
    await site.pc(1).page.evaluate(() => window.wegmarkeLab.fillDemo());
    for (const pc of site.pcs) await site.connect(pc);
    await site.agrees(site.pcs);
    await site.server.server.stop();
    for (const pc of site.pcs) await pc.says('offline');
    const begun = performance.now();
    await Promise.all(
      site.pcs.map(async (pc) => {
        for (let part = 0; part < parts; part += 1) {
          await pc.page.mouse.move(200 + part, 300);
          await pc.page.evaluate(
            ([count, mark, shift]) => {
              window.wegmarkeLab.shiftClock(Number(shift));
              return window.wegmarkeLab.editPeople(Number(count), String(mark));
            },
            [Math.ceil(edits / parts), `${pc.name} ${part}`, (threeDays * (part + 1)) / parts],
          );
        }
      }),
    );
    console.log(
      `${edits} edits at each of three PCs in ${Math.round((performance.now() - begun) / 1_000)} s`,
    );
    for (const pc of site.pcs) console.log(pc.name, JSON.stringify(await pc.state()));
    const back = performance.now();
    await site.server.server.start();
    await site.agrees(site.pcs, 1_800_000);
    const inStep = Math.round((performance.now() - back) / 1_000);
    let found = await foundAt(site.pcs);
    await expect
      .poll(
        async () => {
          found = await foundAt(site.pcs);
          return new Set(found.map(({ tasks }) => tasks)).size;
        },
        { timeout: 300_000 },
      )
      .toBe(1);
    const { records } = await site.pc(1).contents();
    console.log(
      `in step with the same ${records} records after ${inStep} s, tasks found after ${Math.round((performance.now() - back) / 1_000)} s;`,
      `conflicts listed: ${found.map(({ overwritten }) => overwritten).join(', ')};`,
      `tasks: ${found.map(({ tasks }) => tasks).join(', ')}`,
    );
    expect(found[0]?.overwritten).toBeGreaterThan(0);
    expect(new Set(found.map(({ overwritten }) => overwritten)).size).toBe(1);
    for (const pc of site.pcs) expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  } finally {
    await site.remove();
  }
});

/** How much each lists: edits that lost, and what the merge broke. */
const foundAt = (pcs: readonly Pc[]) =>
  Promise.all(pcs.map((pc) => pc.page.evaluate(() => window.wegmarkeLab.sync.found())));
