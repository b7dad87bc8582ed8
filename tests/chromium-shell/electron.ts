/**
 * A stand-in for the part of the `electron` module that the app uses, over an installed Chromium, for machines where
 * Electron's binary can't be had. The app's own main and preload run on it unmodified; nothing of it is packaged.
 *
 * What it can't be faithful about:
 * - The origin is `https://host.app.invalid`, not `app://host`; main is shown the latter.
 * - The preload runs in the page's own world: `contextBridge` freezes what it exposes but does not copy it, and there
 *   is no isolated world. Sandbox and `webPreferences` are Chromium's own defaults, not what the app asks for.
 * - `safeStorage` keeps its key in a file beside the data: it protects nothing.
 * - A call takes about a millisecond, in Electron a tenth of that.
 * - A window that Chromium itself closes (its last tab) can't hold that up, and none lies above all others.
 * - No native dialogs, menus, tray, content protection or print dialog; the HTTP cache is small, not off.
 * - Camera and microphone are asked for by the page's `getUserMedia` only, and Chromium keeps main's answer until it is
 *   asked again; the check handler is asked once, at the start.
 * - `will-navigate` hears of requests only: a page that goes to `about:blank` is not asked.
 * - A utility process is plain Node without a sandbox; it can't be handed ports.
 * - Fuses, ASAR integrity and the installer exist only in the packaged product.
 */

import { app } from './app.ts';
import { StandInBrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { session } from './session.ts';
import { dialog, Menu, powerMonitor, safeStorage, shell } from './system.ts';
import { utilityProcess } from './utility-process.ts';

/** Signatures as Electron declares them; listeners are registered on Node's own EventEmitter, which takes any. */
type Part<T, K extends keyof T> = Pick<T, K>;

app satisfies Part<
  Electron.App,
  | 'isPackaged'
  | 'getVersion'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
  | 'enableSandbox'
  | 'whenReady'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>;

/** What a utility process is used for; its listeners, too, are Node's. */
utilityProcess.fork satisfies (
  ...args: Parameters<typeof Electron.utilityProcess.fork>
) => Pick<Electron.UtilityProcess, 'pid' | 'kill' | 'postMessage' | 'stdout' | 'stderr'>;

/** Schemes are mapped by `addresses.ts`; there is nothing to register. */
const protocol = {
  registerSchemesAsPrivileged: (_schemes: Electron.CustomScheme[]): void => undefined,
} satisfies Part<Electron.Protocol, 'registerSchemesAsPrivileged'>;

export {
  app,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  StandInBrowserWindow as BrowserWindow,
  safeStorage,
  session,
  shell,
  utilityProcess,
};
