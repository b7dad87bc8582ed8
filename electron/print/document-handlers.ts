import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { codedDiskError } from '#electron/disk/guarded-file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import { type DocumentFormat, documentFormats } from '#shared/ipc/contract/documents.ts';
import type { ChosenFolders } from './chosen-folders.ts';
import { documentName } from './document-names.ts';

type DocumentCall = 'documents.save' | 'documents.openFolder' | 'documents.addFile' | 'documents.closeFolder';

/** What saving needs of the rest of main. */
export type DocumentSurroundings = {
  readonly window: () => BrowserWindow | undefined;
  readonly folders: ChosenFolders;
};

/** What the save dialog calls the formats. */
const formatNames: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel',
  zip: 'ZIP',
  html: 'HTML',
  txt: 'Text',
  json: 'JSON',
};

async function askForPath(
  window: BrowserWindow | undefined,
  name: string,
  format: DocumentFormat,
): Promise<string | undefined> {
  const { ending } = documentFormats[format];
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: formatNames[format], extensions: [ending] }],
  };
  const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (answer.canceled || answer.filePath === '') return undefined;
  return answer.filePath.toLowerCase().endsWith(`.${ending}`)
    ? answer.filePath
    : `${answer.filePath}.${ending}`;
}

async function askForFolder(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options: OpenDialogOptions = {
    defaultPath: app.getPath('documents'),
    // The system's list of recent folders is nobody's business.
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  };
  const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Saving of documents. The window never names a path: main asks for it. */
export function documentHandlers({ window, folders }: DocumentSurroundings): HandlersOf<DocumentCall> {
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
    'documents.openFolder': async ({ kind }) => {
      const directory = await askForFolder(window());
      return { folder: directory === undefined ? null : folders.open(kind, directory) };
    },
    'documents.addFile': async ({ folder, mark, bytes }) => ({
      name: await folders.add(folder, mark, bytes),
    }),
    'documents.closeFolder': async ({ folder }) => folders.close(folder),
  };
}
