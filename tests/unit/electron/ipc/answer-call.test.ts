import { describe, expect, it } from 'vitest';
import { refusedHandlers } from '#electron/folders/refused-handlers.ts';
import { answerCall } from '#electron/ipc/answer-call.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { Handlers } from '#electron/ipc/handlers.ts';

const handlers = (some: Partial<Handlers>): Handlers => ({ ...refusedHandlers(), ...some });
const throwing = (error: unknown): Handlers =>
  handlers({
    'header.read': async () => {
      throw error;
    },
  });

describe('answerCall', () => {
  it('gives the parsed result', async () => {
    const answer = await answerCall(handlers({ 'app.freeDisk': async () => 5 }), 'app.freeDisk', undefined);
    expect(answer).toEqual({ ok: true, value: 5 });
  });

  it('refuses arguments that do not parse, before the handler', async () => {
    let ran = false;
    const spying = handlers({
      'journal.append': async ({ seq }) => {
        ran = true;
        return { seq, diskMs: 0 };
      },
    });
    for (const args of [
      undefined,
      { seq: 0 },
      { seq: 1, payload: [1] },
      { seq: 1, payload: new Uint8Array(1), more: 1 },
    ]) {
      expect(await answerCall(spying, 'journal.append', args)).toEqual({
        ok: false,
        code: 'ipc.bad-arguments',
      });
    }
    expect(ran).toBe(false);
  });

  it('refuses a result that does not parse', async () => {
    const answer = await answerCall(handlers({ 'app.freeDisk': async () => -1 }), 'app.freeDisk', undefined);
    expect(answer).toEqual({ ok: false, code: 'ipc.bad-result' });
  });

  it('lets a code of the call cross', async () => {
    expect(await answerCall(throwing(new CodedError('header.damaged')), 'header.read', undefined)).toEqual({
      ok: false,
      code: 'header.damaged',
    });
  });

  it.each([
    ["a code of another call's", new CodedError('journal.damaged')],
    ['an exception with a path', new Error('ENOENT: /home/somebody/vault')],
    ['something that is no error', 'text'],
  ])('says ipc.failed for %s', async (_name, error) => {
    expect(await answerCall(throwing(error), 'header.read', undefined)).toEqual({
      ok: false,
      code: 'ipc.failed',
    });
  });
});
