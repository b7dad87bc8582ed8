import type { Page } from 'playwright/test';

/** Asks main as the window does. */
export const ask = <T>(page: Page, name: string): Promise<T> =>
  page.evaluate(async (called) => {
    const { host } = window as unknown as { host: { call(name: string): Promise<{ value: unknown }> } };
    return (await host.call(called)).value as never;
  }, name);

/** Its id in revisions, stamps and snapshots. */
export const workstationOf = async (page: Page): Promise<string> =>
  (await ask<{ workstationId: string }>(page, 'app.info')).workstationId;
