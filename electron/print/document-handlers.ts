import { join } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents, type WebPreferences } from 'electron';
import { codedDiskError } from '#electron/disk/guarded-file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import { appOrigin } from '#electron/security/app-origin.ts';
import { type DocumentFormat, documentFormats } from '#shared/ipc/contract/documents.ts';
import { documentName } from './document-names.ts';
import type { PrintPages } from './print-pages.ts';

/** What saving and printing need of the rest of main. */
export type DocumentSurroundings = {
  readonly window: () => BrowserWindow | undefined;
  readonly preferences: WebPreferences;
  readonly pages: PrintPages;
};

/** What the save dialog calls the formats. */
const formatNames: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel',
  html: 'HTML',
  txt: 'Text',
};

async function askForPath(
  window: BrowserWindow | undefined,
  name: string,
  format: DocumentFormat,
): Promise<string | undefined> {
  const { ending } = documentFormats[format];
  const options = {
    defaultPath: join(app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: formatNames[format], extensions: [ending] }],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || answer.filePath === '') return undefined;
  return answer.filePath.toLowerCase().endsWith(`.${ending}`)
    ? answer.filePath
    : `${answer.filePath}.${ending}`;
}

async function handToDialog(contents: WebContents, landscape: boolean): Promise<'handed-over' | 'cancelled'> {
  return await new Promise((resolve, reject) => {
    const options = { landscape, color: true, pageSize: 'A4', margins: { marginType: 'none' } } as const;
    contents.print(options, (success, reason) => {
      if (success) resolve('handed-over');
      // Electron's words for the dialog's cancel button, in either spelling.
      else if (/cancell?ed/i.test(reason)) resolve('cancelled');
      else reject(new CodedError('print.failed', reason));
    });
  });
}

/** Saving and printing of documents. The window never names a path: main asks for it. */
export function documentHandlers({
  window,
  preferences,
  pages,
}: DocumentSurroundings): HandlersOf<'documents.save' | 'documents.print'> {
  return {
    'documents.save': async ({ kind, format, bytes }) => {
      const path = await askForPath(window(), documentName(kind), format);
      if (path === undefined) return { saved: false };
      try {
        // Without a deadline: the place may be a slow stick, and nothing waits behind it.
        await writeWholeFile(nodeFileSystem(), path, bytes);
      } catch (error) {
        throw codedDiskError(error);
      }
      return { saved: true };
    },
    'documents.print': async ({ kind, pages: pictures, landscape }) => {
      const path = pages.add(documentName(kind), pictures, landscape);
      const hidden = new BrowserWindow({
        show: false,
        title: documentName(kind),
        webPreferences: preferences,
      });
      try {
        if ((await hidden.webContents.getPrintersAsync()).length === 0)
          throw new CodedError('print.no-printer');
        // Resolves when the page with all its pictures has loaded.
        await hidden.loadURL(`${appOrigin}/${path}`);
        return { outcome: await handToDialog(hidden.webContents, landscape) };
      } finally {
        pages.remove(path);
        hidden.destroy();
      }
    },
  };
}
