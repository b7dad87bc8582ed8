import type { IpcMainInvokeEvent } from 'electron';

type Listener = Parameters<Electron.IpcMain['handle']>[1];

const handlers = new Map<string, Listener>();

/** Electron's `ipcMain`, as far as the app uses it. */
export const ipcMain = {
  handle: (channel: string, listener: Listener): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

/** Lets the registered handler answer, as Electron does for `ipcRenderer.invoke`. */
export async function invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return await handler(event as IpcMainInvokeEvent, ...args);
}
