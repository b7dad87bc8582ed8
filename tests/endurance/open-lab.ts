import type { Page } from 'playwright/test';
import { openDisplay } from '#scripts/display.ts';
import { type LabFolder, openLab } from '#scripts/lab.ts';
import { unlock } from '#tests/bench/made-site.ts';
import type { RunningApp } from '#tests/e2e/running-app.ts';

let display: ReturnType<typeof openDisplay> | undefined;

/** Opens the lab as the folder asks for it: the set-up, or the lock screen. */
export async function openFolder(folder: LabFolder): Promise<RunningApp> {
  display ??= openDisplay();
  return openLab(folder, (await display).env);
}

/** Opens the lab over a folder, at its lock screen. */
export async function atLockScreen(folder: LabFolder): Promise<RunningApp> {
  const running = await openFolder(folder);
  await running.page.locator('input[type=password]').first().waitFor({ timeout: 60_000 });
  return running;
}

/** Opens and unlocks. */
export async function unlocked(
  folder: LabFolder,
): Promise<{ readonly running: RunningApp; readonly page: Page }> {
  const running = await atLockScreen(folder);
  await unlock(running.page);
  return { running, page: running.page };
}
