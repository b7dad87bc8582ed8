/**
 * The window's only way to main: `window.host` with `call` and `on`, frozen by the context bridge. Only names of the
 * contract pass; the window never sees `ipcRenderer`, an event object or a channel. The only user of `ipcRenderer`.
 */

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Answer, callNames, eventNames, type HostBridge } from '#shared/ipc/contract/contract.ts';

const calls: ReadonlySet<string> = new Set(callNames);
const events: ReadonlySet<string> = new Set(eventNames);

const bridge: HostBridge = {
  call: async (name, args): Promise<Answer<unknown>> =>
    calls.has(name) ? await ipcRenderer.invoke(name, args) : { ok: false, code: 'ipc.bad-arguments' },
  on: (name, listener) => {
    if (!events.has(name)) return () => undefined;
    const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
};

contextBridge.exposeInMainWorld('host', bridge);
