import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { AskForPlace } from './backup-handlers.ts';

/** The system's dialogs for a folder and for a snapshot's file. */
export function askForPlace(window: () => BrowserWindow | undefined): AskForPlace {
  const ask = async (options: OpenDialogOptions): Promise<string | null> => {
    const shown = window();
    const answer = await (shown ? dialog.showOpenDialog(shown, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    folder: () => ask({ properties: ['openDirectory', 'createDirectory'] }),
    snapshot: () => ask({ properties: ['openFile'], filters: [{ name: 'Wegmarke', extensions: ['wms'] }] }),
  };
}
