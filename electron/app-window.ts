import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron';
import { appUrl } from '#electron/security/app-origin.ts';
import { mainWindowOptions } from '#electron/security/window-options.ts';

/** Where the build lies; this file is bundled into `dist/main/main.js`. */
export const builtFolder = join(import.meta.dirname, '..');

/** Opens the app's window; it is shown when its first screen is painted. */
export function openAppWindow(preferences: WebPreferences): BrowserWindow {
  const preload = join(builtFolder, 'preload', 'preload.cjs');
  const window = new BrowserWindow(mainWindowOptions({ ...preferences, preload }));
  // Keeps the window out of screenshots, recordings and remote support.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appUrl);
  return window;
}
