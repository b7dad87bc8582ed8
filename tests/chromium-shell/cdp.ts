/**
 * The DevTools protocol over the pipe that Chromium was started with. The pipe belongs to this process alone: when
 * it ends, however it ends, Chromium ends too. Spoken directly, because Playwright's binding costs a call 4 ms.
 */

import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';
import { decodeMessage, encodeMessage, headBytes, messageLength } from './cbor.ts';

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** One target's conversation (or the browser's own). Types of commands and events are Playwright's. */
export class CdpSession {
  readonly #connection: CdpConnection;
  readonly id: string | undefined;
  readonly events = new EventEmitter();

  constructor(connection: CdpConnection, id: string | undefined) {
    this.#connection = connection;
    this.id = id;
    this.events.setMaxListeners(50);
  }

  readonly send: CDPSession['send'] = async (method, params) =>
    (await this.#connection.send(method, params ?? {}, this.id)) as never;

  readonly on = ((event: string, listener: (payload: unknown) => void) =>
    this.events.on(event, listener)) as unknown as CDPSession['on'];
}

/** The answer to what was asked of a browser that ended meanwhile; at quitting there is nobody left to hear it. */
export class ChromiumGoneError extends Error {
  constructor() {
    super('Chromium has gone');
    this.name = 'ChromiumGoneError';
  }
}

/** All conversations over one pipe. `closed` is emitted when Chromium has gone. */
export class CdpConnection extends EventEmitter<{ closed: [] }> {
  readonly browser = new CdpSession(this, undefined);
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #output: Writable;
  #lastId = 0;
  #parts: Buffer[] = [];
  #held = 0;
  #wanted = headBytes;

  constructor(output: Writable, input: Readable) {
    super();
    this.#output = output;
    input.on('data', (chunk: Buffer) => this.#receive(chunk));
    input.on('close', () => this.#end());
    output.on('error', () => this.#end());
  }

  session(id: string): CdpSession {
    const known = this.#sessions.get(id) ?? new CdpSession(this, id);
    this.#sessions.set(id, known);
    return known;
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#output.write(encodeMessage({ id, method, params, sessionId }));
    });
  }

  #receive(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    // Joined only when a whole message is there: long ones arrive in many chunks.
    while (this.#held >= this.#wanted) {
      const bytes = this.#parts.length === 1 ? (this.#parts[0] ?? chunk) : Buffer.concat(this.#parts);
      const length = messageLength(bytes);
      this.#wanted = length ?? headBytes;
      this.#parts = [bytes];
      if (length === undefined || bytes.length < length) return;
      this.#parts = [bytes.subarray(length)];
      this.#held = bytes.length - length;
      this.#wanted = headBytes;
      this.#dispatch(decodeMessage(bytes.subarray(0, length)) as Message);
    }
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId);
      session.events.emit(message.method ?? '', message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new ChromiumGoneError());
    this.#waiting.clear();
    this.emit('closed');
  }
}
