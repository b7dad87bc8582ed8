import {
  BrowserWindow,
  type PrinterInfo,
  type WebContents,
  type WebContentsPrintOptions,
  type WebPreferences,
} from 'electron';
import { appOrigin } from '#electron/security/app-origin.ts';

/** What printing needs of the operating system. */
export type SystemPrinter = {
  readonly printers: () => Promise<readonly Pick<PrinterInfo, 'name' | 'displayName'>[]>;
  /** Prints a page of the app and answers as Electron's callback does. */
  readonly print: (
    path: string,
    title: string,
    options: WebContentsPrintOptions,
  ) => Promise<{ readonly success: boolean; readonly reason: string }>;
};

/** The printers of this computer. @param preferences of the hidden window that a job is printed from. */
export function systemPrinter(
  window: () => WebContents | undefined,
  preferences: WebPreferences,
): SystemPrinter {
  return {
    printers: async () => (await window()?.getPrintersAsync()) ?? [],
    print: async (path, title, options) => {
      const hidden = new BrowserWindow({ show: false, title, webPreferences: preferences });
      try {
        // Resolves when the page with all its pictures has loaded.
        await hidden.loadURL(`${appOrigin}/${path}`);
        return await new Promise((resolve) => {
          hidden.webContents.print(options, (success, reason) => resolve({ success, reason }));
        });
      } finally {
        hidden.destroy();
      }
    },
  };
}
