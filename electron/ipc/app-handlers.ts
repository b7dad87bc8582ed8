import { app, type WebContents } from 'electron';
import type { AppInfo } from '#shared/ipc/contract/app.ts';
import type { HandlersOf } from './handlers.ts';

/** What only the start of the program knows. */
export type AppFacts = Pick<AppInfo, 'workstationId' | 'replacedWorkstations' | 'dataFolderProblem'>;

/** What the window may know of the program, and the lock. @param locked hears of every lock. */
export function appHandlers(
  facts: () => AppFacts,
  window: () => WebContents | undefined,
  locked: () => void,
): HandlersOf<'app.info' | 'app.lock'> {
  return {
    'app.info': async () => ({
      ...facts(),
      version: app.getVersion(),
      shell: process.versions.electron === undefined ? 'chromium-shell' : 'electron',
      platform: process.platform,
      locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
    }),
    'app.lock': async () => {
      // After the answer: the page that asked is gone with the reload.
      setImmediate(() => window()?.reloadIgnoringCache());
      locked();
    },
  };
}
