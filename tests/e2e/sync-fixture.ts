/** `test` with the fixture `site`: workstations around a real server, none of them started, ended and deleted afterwards. */
import { test as base } from 'playwright/test';
import { buildIfStale } from '#scripts/build.ts';
import { hasNoServer } from '#tests/sync/nats-servers.ts';
import { SyncedSite } from './sync-site.ts';

/** What a test file, or a part of it, may set with `test.use`. */
export type SiteOptions = {
  readonly pcCount: number;
  readonly serverCount: 1 | 3;
};

/** Playwright's `test` with a site; skipped where there is no server. */
export const test = base.extend<SiteOptions & { readonly site: SyncedSite }>({
  pcCount: [3, { option: true }],
  serverCount: [1, { option: true }],
  site: async ({ pcCount, serverCount }, use, testInfo) => {
    testInfo.skip(hasNoServer, 'No NATS server 2.12 or later.');
    if (!buildIfStale('lab')) throw new Error('the build failed');
    const site = await SyncedSite.make(pcCount, serverCount);
    await use(site);
    await site.remove();
  },
});
