import { describe, expect, it } from 'vitest';
import { refusedHandlers } from '#electron/folders/refused-handlers.ts';
import { answerCall } from '#electron/ipc/answer-call.ts';

const encoder = new TextEncoder();

/** What becomes of a document, and what reached the handler that would write it. */
async function saved(args: unknown) {
  const written: string[] = [];
  const handlers = {
    ...refusedHandlers(),
    'documents.save': async ({ kind, format }: { readonly kind: string; readonly format: string }) => {
      written.push(`${kind}.${format}`);
      return { saved: true };
    },
  };
  return { answer: await answerCall(handlers, 'documents.save', args), written };
}

describe('a document to be saved', () => {
  it.each([
    ['pdf', '%PDF-1.7'],
    ['xlsx', 'PK\u0003\u0004rest'],
    ['html', '<!doctype html><title>x</title>'],
    ['txt', 'WEGMARKE-REVOCATIONS-1\n'],
    ['json', '{"format":"wegmarke-disclosure/1","person":{}}'],
  ])('as %s reaches the disk', async (format, text) => {
    const { answer, written } = await saved({ kind: 'day-report', format, bytes: encoder.encode(text) });
    expect(answer).toEqual({ ok: true, value: { saved: true } });
    expect(written).toEqual([`day-report.${format}`]);
  });

  it.each([
    [
      'a program under the name of a PDF',
      { kind: 'day-report', format: 'pdf', bytes: encoder.encode('MZ\u0000') },
    ],
    [
      'a PDF under the name of a workbook',
      { kind: 'day-report', format: 'xlsx', bytes: encoder.encode('%PDF-') },
    ],
    ['text that is no list', { kind: 'revocation-list', format: 'txt', bytes: encoder.encode('@echo off') }],
    ['data that is none of ours', { kind: 'disclosure', format: 'json', bytes: encoder.encode('{"a":1}') }],
    ['a beginning that is cut off', { kind: 'day-report', format: 'pdf', bytes: encoder.encode('%PDF') }],
    ['nothing', { kind: 'day-report', format: 'pdf', bytes: new Uint8Array() }],
    ['another format', { kind: 'day-report', format: 'html', bytes: encoder.encode('%PDF-') }],
    ['a name of its own', { kind: 'Haddad', format: 'pdf', bytes: encoder.encode('%PDF-') }],
    ['a path', { kind: 'day-report', format: 'pdf', bytes: encoder.encode('%PDF-'), path: '/tmp/x' }],
    ['text', { kind: 'day-report', format: 'pdf', bytes: '%PDF-' }],
  ])('is refused before anything is written: %s', async (_name, args) => {
    const { answer, written } = await saved(args);
    expect(answer).toEqual({ ok: false, code: 'ipc.bad-arguments' });
    expect(written).toEqual([]);
  });

  it('is refused when it is larger than any document', async () => {
    const bytes = new Uint8Array(134_217_729);
    bytes.set(encoder.encode('%PDF-'));
    const { answer, written } = await saved({ kind: 'day-report', format: 'pdf', bytes });
    expect(answer).toEqual({ ok: false, code: 'ipc.bad-arguments' });
    expect(written).toEqual([]);
  });
});
