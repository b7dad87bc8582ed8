import type { Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { type LabFolder, madeUpSetup, openLab } from '#scripts/lab.ts';
import { setUp } from '#tests/e2e/steps.ts';
import { type Figure, quantile } from './figure.ts';
import { typingTimes } from './in-page.ts';

/** What is typed into a search, letter by letter and as names in other spellings and scripts. */
export const queries = [
  'a',
  'am',
  'ami',
  'amin',
  'mo',
  'moh',
  'sh',
  'she',
  'shev',
  'öz',
  'özt',
  'ka',
  'kar',
  'kari',
  '10',
  '100',
  '1000',
  'b1',
  'b12',
  'ha',
  'haddad ah',
  'nav',
  'zey',
  'x',
  'شاهین',
  'шевч',
  'schewtschenko',
  'mohamed',
  'el khateeb ahmad',
  'bondarneko',
];

/** The window's mark of when the button was pressed. */
export const unlockMark = 'bench-unlock';

/** Unlocks; answers with the milliseconds until the first screen. */
export async function unlock(page: Page): Promise<number> {
  await page.getByLabel(setup.unlock.passphrase, { exact: true }).fill(madeUpSetup.passphrase);
  return page.evaluate(
    async ({ heading, mark }) => {
      const begun = performance.mark(mark).startTime;
      document.querySelector<HTMLElement>('button[type=submit]')?.click();
      while (!document.querySelector(heading)) {
        if (performance.now() - begun > 120_000) throw new Error('The first screen did not come.');
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return performance.now() - begun;
    },
    { heading: `nav[aria-label="${app.navigation.label}"]`, mark: unlockMark },
  );
}

/** Sets a site of that size up and closes the app. */
export async function fillSite(
  folder: LabFolder,
  env: Readonly<Record<string, string>>,
  plan: Parameters<typeof window.wegmarkeLab.journalStress>[0] & { readonly auditEntries?: number },
): Promise<void> {
  const running = await openLab(folder, env);
  await setUp(running.page, madeUpSetup);
  await running.page.evaluate((size) => window.wegmarkeLab.journalStress(size), plan);
  await running.page.evaluate((count) => window.wegmarkeLab.journalAudit(count), plan.auditEntries ?? 0);
  await running.close();
  // The first unlock takes the frames over; what is measured is the everyday one after it.
  const again = await openLab(folder, env);
  await again.page.getByLabel(setup.unlock.passphrase, { exact: true }).waitFor();
  await unlock(again.page);
  await again.page.evaluate(() => window.wegmarkeLab.settled());
  await again.close();
}

/** Types into the people register; the time from the handler to the changed list that 95 of 100 texts keep. */
export async function searchTime(page: Page): Promise<number> {
  const times = await page.evaluate(typingTimes, {
    field: 'main input',
    // The whole page: the table goes where a text finds nobody.
    watched: 'main',
    texts: [...queries, ...queries],
  });
  return quantile(times, 0.95);
}

/** How long the search index took after the unlock, and how long it held the window up at most. */
export async function indexFigures(page: Page, suffix: string, aim: string): Promise<Figure[]> {
  const times = (name: string): Promise<number[]> =>
    page.evaluate((of) => performance.getEntriesByName(of, 'measure').map(({ duration }) => duration), name);
  await page.waitForFunction(() => performance.getEntriesByName('people-index', 'measure').length > 0);
  const whole = await times('people-index');
  const slices = await times('people-index-slice');
  return [
    { name: `search-index-ms${suffix}`, value: Math.max(...whole), unit: 'ms', aim },
    { name: `search-index-longest-task-ms${suffix}`, value: Math.max(...slices), unit: 'ms', aim: '≤ 50' },
  ];
}
