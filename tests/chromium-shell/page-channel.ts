/**
 * The way between one page and `ipcMain`: calls come in through a CDP binding, answers and events go back through a
 * function that is taken off the page's `window` as soon as the page exists.
 */

import { randomBytes } from 'node:crypto';
import { toMain } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { decode, encode } from './encoding.ts';
import { invoke } from './ipc-main.ts';
import { initScript } from './page-side.ts';
import type { AskedMedia } from './session.ts';

/** A frame as main sees it in `event.senderFrame`. */
type Frame = {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly frameId: string;
};

export class PageChannel {
  readonly #target: CdpSession;
  readonly #sender: unknown;
  readonly #names = {
    binding: `b${randomBytes(16).toString('hex')}`,
    receiver: `r${randomBytes(16).toString('hex')}`,
  };
  readonly #frames = new Map<number, Frame>();
  readonly #receivers = new Map<number, Promise<string | undefined>>();
  #top = 0;
  /** Hears of every `window.open`, which answers `null` in the page. @param url as main knows it. */
  onWindowOpen: (url: string) => void = () => undefined;
  /** Is asked before the page may have camera or microphone. */
  onMediaAsked: (asked: AskedMedia) => Promise<void> = async () => undefined;

  constructor(target: CdpSession, sender: unknown) {
    this.#target = target;
    this.#sender = sender;
  }

  /** Sets the binding and the preload up for every document that is still to come. */
  async open(mainFrameId: string, preload: string): Promise<void> {
    const target = this.#target;
    target.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, isDefault } = (context.auxData ?? {}) as { frameId?: string; isDefault?: boolean };
      if (!isDefault || frameId !== mainFrameId) return;
      const origin = toMain(context.origin);
      this.#frames.set(context.id, { url: `${origin}/`, origin, parent: null, frameId });
      this.#receivers.set(context.id, this.#takeReceiver(context.id));
      this.#top = context.id;
    });
    target.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#forget(executionContextId),
    );
    target.on('Runtime.executionContextsCleared', () => {
      for (const id of [...this.#frames.keys()]) this.#forget(id);
    });
    target.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#names.binding) void this.#answer(executionContextId, payload);
    });
    await Promise.all([
      target.send('Runtime.enable'),
      target.send('Runtime.addBinding', { name: this.#names.binding }),
      target.send('Page.addScriptToEvaluateOnNewDocument', { source: initScript(this.#names, preload) }),
    ]);
  }

  /** `webContents.send`: an event for the page that is there now. */
  async send(channel: string, args: readonly unknown[]): Promise<void> {
    await this.#hand(this.#top, 'event', channel, encode(args));
  }

  #forget(id: number): void {
    this.#frames.delete(id);
    this.#receivers.delete(id);
  }

  async #takeReceiver(contextId: number): Promise<string | undefined> {
    const name = JSON.stringify(this.#names.receiver);
    const expression = `(() => { const taken = globalThis[${name}]; delete globalThis[${name}]; return taken; })()`;
    const found = await this.#target
      .send('Runtime.evaluate', { expression, contextId })
      .catch(() => undefined);
    return found?.result.objectId;
  }

  async #answer(contextId: number, payload: string): Promise<void> {
    const nameEnd = payload.indexOf('\n');
    const channelEnd = payload.indexOf('\n', nameEnd + 1);
    const id = payload.slice(0, nameEnd);
    if (id === 'open') {
      this.onWindowOpen(toMain(payload.slice(nameEnd + 1)));
      return;
    }
    if (id.startsWith('media')) {
      const mediaTypes = payload.slice(nameEnd + 1, channelEnd).split(',') as AskedMedia['mediaTypes'];
      const requestingUrl = toMain(payload.slice(channelEnd + 1));
      await this.onMediaAsked({ mediaTypes, requestingUrl }).catch(() => undefined);
      await this.#hand(contextId, 'answer', id, encode(undefined));
      return;
    }
    const event = { sender: this.#sender, senderFrame: this.#frames.get(contextId) ?? null };
    try {
      const args = decode(payload.slice(channelEnd + 1)) as unknown[];
      const result = await invoke(payload.slice(nameEnd + 1, channelEnd), event, args);
      await this.#hand(contextId, 'answer', id, encode(result));
    } catch (error) {
      await this.#hand(contextId, 'error', id, error instanceof Error ? error.message : String(error));
    }
  }

  async #hand(contextId: number, kind: string, name: string, text: string): Promise<void> {
    const objectId = await this.#receivers.get(contextId);
    if (objectId === undefined) return;
    await this.#target
      .send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: 'function (kind, name, text) { this(kind, name, text); }',
        // As an expression, which V8 reads faster than a value once it is long.
        arguments: [{ value: kind }, { value: name }, { unserializableValue: JSON.stringify(text) }],
        silent: true,
      })
      // The page was reloaded meanwhile; Electron drops such an answer as well.
      .catch(() => undefined);
  }
}
