import setup from '#locales/de/setup.json' with { type: 'json' };
import { labFolder, openLab } from '#scripts/lab.ts';
import { type Measure, median } from './figure.ts';
import { fillSite, unlock, unlockMark } from './made-site.ts';

const turns = 5;

/**
 * Unlocks of a site of 1,000 participants, from the press of the button until the data is open, and until the first
 * screen is there, against the time that Argon2id alone takes in them.
 */
export function smallSiteMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: ['unlock-ratio', 'unlock-to-screen-ratio'],
    run: async () => {
      const folder = await labFolder();
      try {
        await fillSite(folder, env, { people: 1_000, sheets: 2_500 });
        const opened: number[] = [];
        const shown: number[] = [];
        for (let turn = 0; turn < turns; turn += 1) {
          const running = await openLab(folder, env);
          await running.page.getByLabel(setup.unlock.passphrase, { exact: true }).waitFor();
          const all = await unlock(running.page);
          const times = await running.page.evaluate(() => window.wegmarkeLab.unlockTimes());
          const begun = await running.page.evaluate(
            (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN,
            unlockMark,
          );
          opened.push((times.openedAt - begun) / times.argon2Ms);
          shown.push(all / times.argon2Ms);
          await running.close();
        }
        return [
          { name: 'unlock-ratio', value: median(opened), unit: '×', aim: '≤ 1.5' },
          { name: 'unlock-to-screen-ratio', value: median(shown), unit: '×', aim: '' },
        ];
      } finally {
        await folder.remove();
      }
    },
  };
}
