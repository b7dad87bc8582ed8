import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refusedHandlers } from '#electron/folders/refused-handlers.ts';
import { callNames } from '#shared/ipc/contract/contract.ts';

type Listener = (event: unknown, args: unknown) => Promise<unknown>;
const registered = vi.hoisted(() => new Map<string, Listener>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => registered.set(channel, listener) },
}));
const { registerCalls, sendEvent } = await import('#electron/ipc/register-calls.ts');

const sent: unknown[][] = [];
const window = { id: 1, send: (...args: unknown[]) => sent.push(args) } as unknown as WebContents;
const event = (origin: string): object => ({ sender: { id: 1 }, senderFrame: { origin, parent: null } });

describe('registerCalls', () => {
  beforeEach(() => {
    registered.clear();
    registerCalls({ ...refusedHandlers(), 'app.freeDisk': async () => 1 }, () => window);
  });

  it('registers every call of the contract and nothing else', () => {
    expect([...registered.keys()].toSorted()).toEqual([...callNames].toSorted());
  });

  it('answers the app', async () => {
    expect(await registered.get('app.freeDisk')?.(event('app://host'), undefined)).toEqual({
      ok: true,
      value: 1,
    });
  });

  it('answers nobody else, on any call', async () => {
    for (const listener of registered.values()) {
      expect(await listener(event('https://example.com'), undefined)).toEqual({
        ok: false,
        code: 'ipc.untrusted-sender',
      });
    }
  });
});

describe('sendEvent', () => {
  it('sends what parses', () => {
    sendEvent(window, 'app.lockRequested', { reason: 'suspended' });
    expect(sent).toEqual([['app.lockRequested', { reason: 'suspended' }]]);
  });

  it('throws for what does not', () => {
    expect(() => sendEvent(window, 'app.lockRequested', { reason: 'bored' as never })).toThrow();
  });
});
