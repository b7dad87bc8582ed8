/** The small rest of Electron: dialogs, the power monitor, the menu, the shell and the keystore. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app } from './app.ts';
import { control } from './control.ts';

/** Dialogs for files: the test's answer; without a test the home folder, and a line that says so. */
export const dialog = {
  showSaveDialog: async (...args: unknown[]): Promise<Electron.SaveDialogReturnValue> => {
    const options = args.at(-1) as Electron.SaveDialogOptions;
    const given = control.nextSavePath();
    if (given === null || (given === undefined && control.attached)) return { canceled: true, filePath: '' };
    const filePath = given ?? join(app.getPath('home'), basename(options.defaultPath ?? 'document.pdf'));
    if (given === undefined) console.log(`Saved without a dialog, which the stand-in lacks: ${filePath}`);
    return { canceled: false, filePath };
  },
  /** Open dialogs: the test's answer; without a test nothing can be chosen. */
  showOpenDialog: async (..._args: unknown[]): Promise<Electron.OpenDialogReturnValue> => {
    const given = control.nextOpenPath() ?? null;
    return { canceled: given === null, filePaths: given === null ? [] : [given] };
  },
  showMessageBox: async (): Promise<Electron.MessageBoxReturnValue> => ({
    response: control.nextResponse() ?? 0,
    checkboxChecked: false,
  }),
} satisfies Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox'>;

class StandInPowerMonitor extends EventEmitter {}

/** Tells what a test says happened to the computer. */
export const powerMonitor = new StandInPowerMonitor();
control.events.on('power', ({ event }) => powerMonitor.emit(event));

export const Menu = { setApplicationMenu: (_menu: Electron.Menu | null): void => undefined } satisfies Pick<
  typeof Electron.Menu,
  'setApplicationMenu'
>;

export const shell = {
  openExternal: async (url: string): Promise<void> => control.report({ kind: 'opened-outside', url }),
} satisfies Pick<typeof Electron.shell, 'openExternal'>;

function keystoreKey(): Buffer {
  const file = join(app.getPath('userData'), 'stand-in-keystore.key');
  try {
    return readFileSync(file);
  } catch {
    mkdirSync(app.getPath('userData'), { recursive: true });
    const key = randomBytes(32);
    writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

/** The keystore: AES-GCM under a key in a file beside it. It protects nothing and calls itself a real one. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: (): 'gnome_libsecret' => 'gnome_libsecret',
  encryptString: (text: string): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keystoreKey(), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  decryptString: (sealed: Buffer): string => {
    const decipher = createDecipheriv('aes-256-gcm', keystoreKey(), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  },
} satisfies Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;
