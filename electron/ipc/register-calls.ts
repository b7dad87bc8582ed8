import { ipcMain, type WebContents } from 'electron';
import {
  type Answer,
  callNames,
  contract,
  type EventName,
  type EventPayload,
} from '#shared/ipc/contract/contract.ts';
import { answerCall } from './answer-call.ts';
import type { Handlers } from './handlers.ts';
import { isTrustedSender } from './trusted-sender.ts';

/**
 * Answers every call of the contract, and nothing else, for the top frame of `window()` on the app's origin.
 * The only user of `ipcMain`.
 */
export function registerCalls(handlers: Handlers, window: () => WebContents | undefined): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, args: unknown): Promise<Answer<unknown>> => {
      if (!isTrustedSender(event, window())) return { ok: false, code: 'ipc.untrusted-sender' };
      return await answerCall(handlers, name, args);
    });
  }
}

/** Sends an event of the contract to the window. Throws if the payload does not parse: a bug in main. */
export function sendEvent<N extends EventName>(window: WebContents, name: N, payload: EventPayload<N>): void {
  window.send(name, contract[name].payload.parse(payload));
}
