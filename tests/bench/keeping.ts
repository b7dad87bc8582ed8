import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { labFolder, openLab } from '#scripts/lab.ts';
import { openArea, press } from '#tests/e2e/steps.ts';
import type { Took } from '#tests/lab/snapshot-times.ts';
import type { Figure, Measure } from './figure.ts';
import { fillSite, unlock } from './made-site.ts';

const plan = { people: 10_000, sheets: 25_000, departed: 200, auditEntries: 100_000 };

const longest = (name: string, { longestTask }: Took): Figure => ({
  ...{ name: `${name}-longest-task-ms`, value: longestTask, unit: 'ms', aim: '≤ 50' },
});

/** What keeps the data of a full site in order: the audit log, a deletion run, sealing everything under a new key. */
export function keepingMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: [
      'audit-check-ms',
      'audit-check-longest-task-ms',
      'audit-first-page-ms',
      'audit-search-ms',
      'audit-search-longest-task-ms',
      'deletion-preview-ms',
      'deletion-run-ms-per-person',
      'deletion-run-longest-task-ms',
      'resealing-ms',
      'resealing-longest-task-ms',
    ],
    run: async () => {
      const folder = await labFolder();
      try {
        await fillSite(folder, env, plan);
        const running = await openLab(folder, env);
        const { page } = running;
        await page.getByLabel(setup.unlock.passphrase, { exact: true }).waitFor();
        await unlock(page);
        const audit = await page.evaluate(() => window.wegmarkeLab.auditTimes());
        if (audit.entries < plan.auditEntries) throw new Error('Entries are missing.');
        const deletion = await page.evaluate(() => window.wegmarkeLab.deletionTimes());
        if (deletion.people !== plan.departed) throw new Error('Not those were due who are.');
        const resealed = page.evaluate(() => window.wegmarkeLab.resealed());
        await openArea(page, 'administration');
        await press(page, safety.keys.begin);
        await page.getByRole('dialog').getByRole('button', { name: safety.keys.confirm }).click();
        const resealing = await resealed;
        await running.close();
        return [
          { name: 'audit-check-ms', value: audit.check.took, unit: 'ms', aim: '' },
          longest('audit-check', audit.check),
          { name: 'audit-first-page-ms', value: audit.firstPage.took, unit: 'ms', aim: '' },
          { name: 'audit-search-ms', value: audit.search.took, unit: 'ms', aim: '' },
          longest('audit-search', audit.search),
          { name: 'deletion-preview-ms', value: deletion.preview.took, unit: 'ms', aim: '' },
          {
            name: 'deletion-run-ms-per-person',
            value: deletion.run.took / deletion.people,
            unit: 'ms',
            aim: '',
          },
          longest('deletion-run', deletion.run),
          { name: 'resealing-ms', value: resealing.took, unit: 'ms', aim: '' },
          longest('resealing', resealing),
        ];
      } finally {
        await folder.remove();
      }
    },
  };
}
