import { randomBytes } from 'node:crypto';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { DocumentKind } from '#shared/ipc/contract/documents.ts';
import { addNewFile } from './add-new-file.ts';
import { singleDocumentName } from './document-names.ts';

/** Folders that a person chose in main's dialog. The window knows them by a token and never by a path. */
export type ChosenFolders = {
  readonly open: (kind: DocumentKind, directory: string) => string;
  /** Adds a PDF and returns its name. @throws CodedError `document.folder-closed`, `disk.full`, `disk.failed`. */
  readonly add: (folder: string, mark: string, bytes: Uint8Array) => Promise<string>;
  readonly close: (folder: string) => void;
  /** Forgets all of them. */
  readonly closeAll: () => void;
};

/** Makes an empty set. */
export function chosenFolders(fs: FileSystem): ChosenFolders {
  const folders = new Map<string, { readonly kind: DocumentKind; readonly directory: string }>();
  const alone = inTurn();
  return {
    open: (kind, directory) => {
      const token = randomBytes(16).toString('hex');
      folders.set(token, { kind, directory });
      return token;
    },
    add: async (token, mark, bytes) => {
      const folder = folders.get(token);
      if (!folder) throw new CodedError('document.folder-closed');
      const name = `${singleDocumentName(folder.kind)} ${mark}`;
      return await alone(() => addNewFile(fs, folder.directory, { name, ending: 'pdf', bytes }));
    },
    close: (token) => {
      folders.delete(token);
    },
    closeAll: () => folders.clear(),
  };
}
