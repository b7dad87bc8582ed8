import { labFolder, openLab } from '#scripts/lab.ts';
import type { SnapshotTimes, Took } from '#tests/lab/snapshot-times.ts';
import { type Figure, type Measure, median } from './figure.ts';
import { fillSite, unlock } from './made-site.ts';

const plan = { people: 10_000, sheets: 25_000 };
const turns = 5;

/** Snapshots of a full site, made and read back by their own process while the window is open, and their rehearsal. */
export function snapshotMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: [
      'snapshot-ms',
      'snapshot-longest-task-ms',
      'snapshot-mb',
      'rehearsal-ms',
      'rehearsal-longest-task-ms',
    ],
    run: async () => {
      const folder = await labFolder();
      try {
        await fillSite(folder, env, plan);
        const running = await openLab(folder, env);
        const { page } = running;
        await page.locator('input[type=password]').waitFor();
        await unlock(page);
        // What an unlock leaves to be done: the search index, the check against the manifest.
        await page.waitForTimeout(10_000);
        const times: SnapshotTimes[] = [];
        for (let turn = 0; turn < turns; turn++)
          times.push(await page.evaluate(() => window.wegmarkeLab.snapshotTimes()));
        await running.close();
        const made = times.map((time) => time.made);
        const rehearsed = times.map((time) => time.rehearsed);
        const took = (of: readonly Took[]): number => median(of.map((one) => one.took));
        const longestTask = (of: readonly Took[]): number => Math.max(...of.map((one) => one.longestTask));
        const figures: Figure[] = [
          { name: 'snapshot-ms', value: took(made), unit: 'ms', aim: '≤ 3000' },
          {
            name: 'snapshot-longest-task-ms',
            value: longestTask(made),
            unit: 'ms',
            aim: '≤ 50',
          },
          {
            name: 'snapshot-mb',
            value: median(times.map(({ bytes }) => bytes)) / 1_000_000,
            unit: 'MB',
            aim: '',
          },
          { name: 'rehearsal-ms', value: took(rehearsed), unit: 'ms', aim: '' },
          {
            name: 'rehearsal-longest-task-ms',
            value: longestTask(rehearsed),
            unit: 'ms',
            aim: '≤ 50',
          },
        ];
        return figures;
      } finally {
        await folder.remove();
      }
    },
  };
}
