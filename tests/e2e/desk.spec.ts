/**
 * The desk through the real main process: a queue of thirty in three sessions, typed and scanned; a burst of scans; a
 * power cut in the middle. The lab tells the badges' numbers, which people carry on paper, and reads the sheets.
 */
import { expect, type Page } from 'playwright/test';
import desk from '#locales/de/desk.json' with { type: 'json' };
import { buildFolder, buildIfStale } from '#scripts/build.ts';
import { scanTimes } from '#tests/bench/in-page.ts';
import type { SelfCheckIn } from '#tests/lab/self-check-in.ts';
import { test, type Wegmarke } from './fixture.ts';
import { setUp, unlock } from './steps.ts';

test.use({ appPath: buildFolder('lab') });
test.beforeAll(() => {
  test.setTimeout(180_000);
  expect(buildIfStale('lab')).toBe(true);
});

const passphrase = 'sieben Störche über Münster';
const morning = new Date(2026, 10, 23, 9, 0);

/** Three letters tell each of them from the others. */
const queue: Readonly<Record<string, readonly string[]>> = {
  Deutsch: ['Abena', 'Bashir', 'Cemile', 'Dawit', 'Elif', 'Fatuma', 'Goran', 'Hanna', 'Ibrahim', 'Jamila'],
  Werkstatt: ['Kwame', 'Leyla', 'Mirza', 'Nadja', 'Oksana', 'Parwana', 'Qasim', 'Rojin', 'Selam', 'Tarek'],
  Theater: ['Uliana', 'Vahid', 'Wassim', 'Xenia', 'Yonas', 'Zeynep', 'Aref', 'Bohdan', 'Cigdem', 'Derya'],
};

interface Planned extends SelfCheckIn {
  readonly title: string;
  readonly names: readonly string[];
}

/** A facility whose three sessions are on, and the desk. */
async function openFacility({ page }: Wegmarke, titles: readonly string[]): Promise<readonly Planned[]> {
  await page.clock.setFixedTime(morning);
  await setUp(page, {
    ...{ facilityName: 'ZUE Musterstadt', place: 'Musterstadt' },
    ...{ administrator: 'Kim Beispiel', passphrase },
  });
  const planned: Planned[] = [];
  for (const title of titles) {
    const names = queue[title] ?? [];
    const made = await page.evaluate(([offer, given]) => window.wegmarkeLab.planSelfCheckIn(offer, given), [
      title,
      names,
    ] as const);
    planned.push({ ...made, title, names });
  }
  await openDesk(page, titles.length);
  return planned;
}

async function openDesk(page: Page, sessions: number): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/check-in';
  });
  await expect(page.locator('[data-state=on]')).toHaveCount(sessions);
  await expect(page.getByRole('combobox', { name: desk.field.label })).toBeFocused();
}

const scan = (page: Page, codes: readonly string[], everyMs = 100): Promise<number[]> =>
  page.evaluate(scanTimes, { codes, everyMs });

/** At the pace of a person; faster keys are a scanner's. */
const typeName = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 45 });

const isSaved = (page: Page, name: string): Promise<void> =>
  expect(page.locator('[data-log=done]').first()).toContainText(name);

const marks = (page: Page, { sessionId }: SelfCheckIn) =>
  page.evaluate((id) => window.wegmarkeLab.marksOf(id), sessionId);

test('thirty people in three sessions in a minute, none lost, none twice', async ({ wegmarke }) => {
  test.setTimeout(150_000);
  const { page } = wegmarke;
  const planned = await openFacility(wegmarke, Object.keys(queue));
  const begun = Date.now();
  // As they stand in the queue: one for each session in turn, every second one with a badge.
  for (let place = 0; place < 10; place += 1)
    for (const [at, { names, badges }] of planned.entries()) {
      const name = names[place] ?? '';
      if ((place + at) % 2 === 0) await scan(page, [badges[place] ?? ''], 0);
      else {
        await typeName(page, name.slice(0, 3).toLowerCase());
        await page.keyboard.press('Enter');
      }
      await isSaved(page, name);
      if (place === 4 && at === 1) {
        await page.keyboard.press('F8');
        await expect(page.locator('[data-said=undone]')).toContainText(name);
        await scan(page, [badges[place] ?? ''], 0);
      }
    }
  for (const guest of ['Frau Neuhaus', 'Herr Sommer']) {
    await typeName(page, guest);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await isSaved(page, guest);
  }
  expect(Date.now() - begun).toBeLessThan(60_000);
  const found = await Promise.all(planned.map((one) => marks(page, one)));
  for (const [at, { names }] of planned.entries()) {
    const there = (found[at] ?? []).filter(([name]) => name !== '');
    expect(there.map(([name]) => name).toSorted()).toEqual(names.toSorted());
    expect(new Set(there.map(([, mark]) => mark))).toEqual(new Set(['present']));
  }
  expect(found.flat().filter(([name]) => name === '')).toHaveLength(2);
});

test('a burst of twenty codes in two seconds loses none', async ({ wegmarke }) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  const planned = await openFacility(wegmarke, ['Deutsch', 'Werkstatt']);
  const codes = planned.flatMap(({ badges }) => badges);
  expect(await scan(page, codes, 100)).toHaveLength(20);
  // Each is said to be saved, once and in the order in which they were scanned, and nothing else is said.
  const names = planned.flatMap((one) => one.names);
  await expect(page.locator('[data-log=done]')).toHaveCount(names.length);
  const order = await page.locator('[data-log]').allTextContents();
  expect(order.toReversed().map((line) => names.find((name) => line.includes(name)))).toEqual(names);
  // No digit of a code was taken for typing, and nobody is left to be decided about.
  await expect(page.getByRole('combobox', { name: desk.field.label })).toHaveValue('');
  await expect(page.locator('[data-waiting], [data-choice], [data-failed]')).toHaveCount(0);
  // The sheets hold the same, each person in one entry.
  for (const one of planned)
    expect((await marks(page, one)).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual(
      one.names.toSorted().map((name) => [name, 'present']),
    );
});

/** Tells every check-in that the screen shows as saved, as soon as it stands there. */
async function watchSaved(page: Page): Promise<ReadonlySet<string>> {
  const mark = 'saved at the desk: ';
  const saved = new Set<string>();
  page.on('console', (message) => {
    if (message.text().startsWith(mark)) saved.add(message.text().slice(mark.length));
  });
  await page.evaluate((text) => {
    const told = new Set<string>();
    new MutationObserver(() => {
      for (const line of document.querySelectorAll<HTMLElement>('[data-log=done]')) {
        const key = line.dataset.key ?? '';
        if (told.has(key)) continue;
        told.add(key);
        console.debug(text + (line.textContent ?? ''));
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  }, mark);
  return saved;
}

test('killed in the middle, nothing that was acknowledged is missing', async ({ wegmarke }) => {
  test.setTimeout(150_000);
  const planned = await openFacility(wegmarke, Object.keys(queue));
  const codes = planned.flatMap(({ badges }) => badges);
  const saved = await watchSaved(wegmarke.page);
  const scanning = scan(wegmarke.page, codes, 60).catch(() => []);
  await expect.poll(() => saved.size, { intervals: [10] }).toBeGreaterThan(8);
  await wegmarke.kill();
  await scanning;
  const names = planned.flatMap((one) => one.names);
  const acknowledged = names.filter((name) => [...saved].some((line) => line.includes(name)));
  expect(acknowledged.length).toBeGreaterThan(8);

  const page = await wegmarke.restart();
  await page.clock.setFixedTime(morning);
  await unlock(page, passphrase);
  const found = (await Promise.all(planned.map((one) => marks(page, one)))).flat().map(([name]) => name);
  expect(found).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeLessThan(names.length);
  // Whoever was not acknowledged comes again.
  await openDesk(page, 3);
  const left = names.flatMap((name, at) => (found.includes(name) ? [] : [codes[at] ?? '']));
  expect(await scan(page, left, 100)).toHaveLength(left.length);
  const all = (await Promise.all(planned.map((one) => marks(page, one)))).flat().map(([name]) => name);
  expect(all.toSorted()).toEqual(names.toSorted());
});
