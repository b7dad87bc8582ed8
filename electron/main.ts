/** Composes the main process: folders, guards, protocol, calls, window. Decides nothing itself. */

import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import type { EventName, EventPayload } from '#shared/ipc/contract/contract.ts';
import { builtFolder, openAppWindow } from './app-window.ts';
import { askForPlace } from './backup/ask-for-place.ts';
import { guardFileSystem } from './disk/guarded-file-system.ts';
import { nodeFileSystem } from './disk/node-file-system.ts';
import { appFolders } from './folders/app-folders.ts';
import { claimDataFolder } from './folders/claim-data-folder.ts';
import { answersOf } from './folders/data-folder-answers.ts';
import { appHandlers } from './ipc/app-handlers.ts';
import { registerCalls, sendEvent } from './ipc/register-calls.ts';
import { kioskWindow } from './kiosk/kiosk-window.ts';
import { lockOnSuspend } from './lock-on-suspend.ts';
import { chosenFolders } from './print/chosen-folders.ts';
import { documentHandlers } from './print/document-handlers.ts';
import { lastChoices } from './print/last-choices.ts';
import { printPages } from './print/print-pages.ts';
import { type OrderedDocument, printingHandlers } from './print/printing-handlers.ts';
import { systemPrinter } from './print/system-printer.ts';
import { appScheme } from './security/app-origin.ts';
import { appProtocol } from './security/app-protocol.ts';
import { cameraGate } from './security/camera-gate.ts';
import { guardSession } from './security/guard-session.ts';
import { guardWebContents } from './security/guard-web-contents.ts';
import { hardenedPreferences } from './security/window-options.ts';

const { platform, env, argv } = process;
const folders = appFolders({ platform, env, argv, home: homedir() });
const kiosk = kioskWindow(app);
let window: BrowserWindow | undefined;
let closeData: (() => Promise<void>) | undefined;

async function start(): Promise<void> {
  await app.whenReady();
  const problem = await claimDataFolder(folders.data, platform, env);
  const contents = (): BrowserWindow['webContents'] | undefined => window?.webContents;
  const tell = <N extends EventName>(name: N, payload: EventPayload<N>): void => {
    const shown = contents();
    if (shown) sendEvent(shown, name, payload);
  };
  const { handlers, workstation, locked, stopSync, dataFolderProblem, close } = await answersOf(
    folders,
    problem,
    {
      turnKiosk: kiosk.turn,
      ask: askForPlace(() => window),
      backupChanged: (state) => tell('backup.changed', state),
      sync: {
        connectionChanged: (connection) => tell('sync.connection', connection),
        batchCame: (batch) => tell('sync.batch', batch),
      },
    },
  );
  closeData = close;
  Menu.setApplicationMenu(null);
  // A refused folder is not touched: browser data then stays in memory.
  const appSession =
    dataFolderProblem === 'none'
      ? session.fromPath(join(folders.data, 'profile'), { cache: false })
      : session.fromPartition('refused', { cache: false });
  const camera = cameraGate();
  guardSession(appSession, app.isPackaged, camera);
  const pages = printPages<OrderedDocument>();
  const saveFolders = chosenFolders(nodeFileSystem());
  appSession.protocol.handle(appScheme, appProtocol(join(builtFolder, 'renderer'), pages.lookUp));

  const preferences = hardenedPreferences(appSession, app.isPackaged);
  const facts = () => {
    const { workstationId, replaced } = workstation();
    return { workstationId, replacedWorkstations: [...replaced], dataFolderProblem };
  };
  registerCalls(
    {
      ...handlers,
      ...appHandlers(facts, contents, locked),
      ...documentHandlers({ window: () => window, folders: saveFolders }),
      ...printingHandlers({
        printer: systemPrinter(contents, preferences),
        pages,
        last: lastChoices(guardFileSystem(nodeFileSystem()), join(folders.local, 'printing.json')),
      }),
      ...camera.handlers,
    },
    contents,
  );
  lockOnSuspend(contents);
  window = openAppWindow(preferences);
  kiosk.guard(window);
  camera.guard(window.webContents);
  // The page that began them is gone, with the lock or by itself.
  const forgetUnfinished = (): void => {
    pages.removeUnfinished();
    saveFolders.closeAll();
    void stopSync();
  };
  window.webContents.on('did-navigate', forgetUnfinished);
  window.webContents.on('render-process-gone', forgetUnfinished);
  window.on('closed', () => {
    window = undefined;
  });
}

app.setPath('userData', folders.local);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
guardWebContents(app);
app.on('window-all-closed', () => app.quit());
app.on('will-quit', (event) => {
  const close = closeData;
  if (!close) return;
  closeData = undefined;
  event.preventDefault();
  void close().finally(() => app.quit());
});
app.on('second-instance', () => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
});

// Without a window nobody could end a process that still holds the data folder.
if (app.requestSingleInstanceLock()) start().catch(() => app.exit(1));
else app.quit();
