/**
 * The DevTools protocol over the pipe that Chromium was started with. The pipe belongs to this process alone: when
 * it ends, however it ends, Chromium ends too. Spoken directly, because Playwright's binding costs a call 4 ms.
 */

import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

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

/** All conversations over one pipe. `closed` is emitted when Chromium has gone. */
export class CdpConnection extends EventEmitter<{ closed: [] }> {
  readonly browser = new CdpSession(this, undefined);
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #output: Writable;
  #lastId = 0;
  #parts: Buffer[] = [];

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
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.#parts, chunk.subarray(start, end)]).toString('utf8');
      this.#parts = [];
      start = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#parts.push(chunk.subarray(start));
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
    for (const { reject } of this.#waiting.values()) reject(new Error('Chromium has gone'));
    this.#waiting.clear();
    this.emit('closed');
  }
}
