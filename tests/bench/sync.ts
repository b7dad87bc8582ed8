import type { Page } from 'playwright/test';
import { buildIfStale } from '#scripts/build.ts';
import { type Pc, SyncedSite } from '#tests/e2e/sync-site.ts';
import { hasNoServer } from '#tests/sync/nats-servers.ts';
import { type Figure, type Measure, median, quantile } from './figure.ts';

const people = 10_000;
const sheets = 25_000;
const edits = 40;

/** Shows a person's page on one PC and edits them on another. @returns milliseconds from the deed to the screen */
async function visibleTimes(from: Pc, to: Pc, id: string): Promise<number[]> {
  await to.page.evaluate((person) => {
    location.hash = `#/people/${person}`;
  }, id);
  await to.page.getByRole('heading', { level: 1 }).waitFor();
  const times: number[] = [];
  for (let at = 0; at < edits; at += 1) {
    const room = `R ${at} ${from.name}`;
    const seen = to.page.evaluate(seenAt, room);
    // One clock for both: they are on one computer.
    const begun = await from.page.evaluate(
      ([person, text]) => window.wegmarkeLab.moveRoom(person ?? '', text ?? ''),
      [id, room],
    );
    times.push((await seen) - begun);
  }
  return times;
}

/** Runs in the page: when the text was drawn, milliseconds since 1970. */
async function seenAt(text: string): Promise<number> {
  while (!document.body.textContent.includes(text))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.timeOrigin + performance.now();
}

const stateOf = (page: Page): Promise<string> => page.evaluate(() => window.wegmarkeLab.sync.state().kind);

/** @returns milliseconds until it says that it is in step */
async function untilInStep(pc: Pc): Promise<number> {
  const begun = performance.now();
  while ((await stateOf(pc.page)) !== 'in-step') {
    if (performance.now() - begun > 300_000) throw new Error('It did not come into step.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - begun;
}

/** Two PCs of a small site, then a third one that joins a full one: the real app, a real server, on loopback. */
export function syncMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: [
      'sync-fill-records-per-s',
      'sync-bare-puts-per-s',
      'sync-fill-share',
      'sync-fill-longest-task-ms',
      'sync-seed-records-per-s',
      'sync-visible-p95-ms',
      'sync-visible-size-ratio',
    ],
    run: async () => {
      if (hasNoServer) return [];
      if (!buildIfStale('lab')) throw new Error('the build failed');
      const site = await SyncedSite.make(3, 1, env);
      try {
        return await measured(site);
      } finally {
        await site.remove();
      }
    },
  };
}

async function measured(site: SyncedSite): Promise<readonly Figure[]> {
  const [one, two, three] = [site.pc(1), site.pc(2), site.pc(3)];
  await site.setUp();
  await one.page.evaluate(() => window.wegmarkeLab.editPeople(1, 'first'));
  for (const pc of [one, two]) {
    await site.connect(pc);
    await untilInStep(pc);
  }
  const id = await one.page.evaluate(() => window.wegmarkeLab.anyPerson());
  const small = await visibleTimes(one, two, id);
  await two.close();
  await one.page.evaluate((plan) => window.wegmarkeLab.journalStress(plan), { people, sheets });
  await one.close();
  await one.unlock();
  const seeded = await untilInStep(one);
  // What it has written until now are entries of its own audit log.
  await site.connect(three);
  const { took, longestTask } = await three.page.evaluate(() => window.wegmarkeLab.sync.filled());
  const records = await three.page.evaluate(() => window.wegmarkeLab.sync.details()?.sequence ?? 0);
  const full = await visibleTimes(one, three, id);
  const bare = await three.page.evaluate((count) => window.wegmarkeLab.sync.barePuts(count), sheets);
  const filled = (1_000 * records) / took;
  return [
    { name: 'sync-fill-records-per-s', value: filled, unit: '/s', aim: '≥ 5000' },
    // What IndexedDB alone does with such rows here: the filling can't be faster.
    { name: 'sync-bare-puts-per-s', value: bare, unit: '/s', aim: '' },
    { name: 'sync-fill-share', value: filled / bare, unit: '×', aim: '' },
    { name: 'sync-fill-longest-task-ms', value: longestTask, unit: 'ms', aim: '' },
    { name: 'sync-seed-records-per-s', value: (1_000 * records) / seeded, unit: '/s', aim: '' },
    { name: 'sync-visible-p95-ms', value: quantile(full, 0.95), unit: 'ms', aim: '≤ 300' },
    { name: 'sync-visible-size-ratio', value: median(full) / median(small), unit: '×', aim: '' },
  ];
}
