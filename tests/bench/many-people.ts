import { labFolder, openLab } from '#scripts/lab.ts';
import type { Measure } from './figure.ts';
import { openingTime } from './in-page.ts';
import { fillSite, indexFigures, searchTime, unlock } from './made-site.ts';

const people = 50_000;

/** Search in the window over five times as many people as a full site has. */
export function manyPeopleMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: ['search-p95-ms-50k', 'search-index-ms-50k', 'search-index-longest-task-ms-50k'],
    run: async () => {
      const folder = await labFolder();
      try {
        await fillSite(folder, env, { people, sheets: 0 });
        const running = await openLab(folder, env);
        const { page } = running;
        await page.locator('input[type=password]').waitFor();
        await unlock(page);
        const index = await indexFigures(page, '-50k', '');
        await page.evaluate(openingTime, {
          link: 'a[href$="#/people"]',
          rows: '[role=grid] [role=gridcell]',
          count: 50,
        });
        await page.waitForTimeout(500);
        const value = await searchTime(page);
        await running.close();
        return [{ name: 'search-p95-ms-50k', value, unit: 'ms', aim: '≤ 50' }, ...index];
      } finally {
        await folder.remove();
      }
    },
  };
}
