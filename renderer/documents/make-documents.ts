import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { PrintedBadges } from './badges/printed-badges.ts';
import type { PrintedCertificate } from './certificate/printed-certificate.ts';
import type { PrintedDisclosure } from './disclosure/disclosure-document.ts';
import type { DocumentAnswer, DocumentRequest } from './document-request.ts';
import type { PrintedLists } from './lists/printed-lists.ts';
import type { PrintedPaper } from './papers/printed-papers.ts';
import type { RecoverySheet } from './recovery-sheet/recovery-sheet-document.ts';

export interface MakingOptions {
  /** Ends the work at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Share of the pages written, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * One PDF with a certificate per page. Refusals: `document.characters` (values: `characters`), `document.logo`
 * (values: `partner`), `document.failed`.
 */
export function makeCertificates(
  certificates: readonly PrintedCertificate[],
  options: MakingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  return ask({ kind: 'certificates', certificates }, options);
}

/** A list on paper. Refusals: `document.characters` (values: `characters`), `document.failed`. */
export function makeLists(
  lists: PrintedLists,
  options: MakingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  return ask({ kind: 'lists', lists }, options);
}

/** Sheets of badges. Refusals: `document.characters` (values: `characters`), `document.failed`. */
export function makeBadges(
  badges: PrintedBadges,
  options: MakingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  return ask({ kind: 'badges', badges }, options);
}

/** A resident's paper in their language. Refusals: `document.characters` (values: `characters`), `document.failed`. */
export function makePaper(
  paper: PrintedPaper,
  options: MakingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  return ask({ kind: 'paper', paper }, options);
}

/** What is held about a person. Refusals: `document.characters` (values: `characters`), `document.failed`. */
export function makeDisclosure(
  disclosure: PrintedDisclosure,
  options: MakingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  return ask({ kind: 'disclosure', disclosure }, options);
}

/** The recovery sheet as PDF. @throws Error if it could not be made. */
export async function makeRecoverySheet(sheet: RecoverySheet): Promise<Uint8Array> {
  const made = await ask({ kind: 'recovery-sheet', sheet }, {});
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Kept between documents because starting it means reading the fonts. Its memory goes with the window at lock. */
let worker: Worker | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

function ask(request: DocumentRequest, options: MakingOptions): Promise<Result<Uint8Array, Refusal>> {
  const { signal } = options;
  const turn = lastTurn.then(() => {
    signal?.throwIfAborted();
    return askNow(request, options);
  });
  lastTurn = turn.catch(() => undefined);
  return signal ? untilAborted(turn, signal) : turn;
}

/** The same, but whoever cancels while others are being made does not wait for them. */
function untilAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  const listening = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const refuse = (): void => reject(signal.reason);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { signal: listening.signal });
  });
  return Promise.race([turn, aborted]).finally(() => listening.abort());
}

function askNow(
  request: DocumentRequest,
  { signal, onProgress }: MakingOptions,
): Promise<Result<Uint8Array, Refusal>> {
  worker ??= new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  const listening = new AbortController();
  const discard = (): void => {
    asked.terminate();
    worker = undefined;
  };
  return new Promise<Result<Uint8Array, Refusal>>((resolve, reject) => {
    const during = { signal: listening.signal };
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<DocumentAnswer>) => {
        if (data.kind === 'progress') onProgress?.(data.share);
        else resolve(data.kind === 'made' ? ok(data.pdf) : err(data.refusal));
      },
      during,
    );
    asked.addEventListener(
      'error',
      () => {
        discard();
        resolve(err({ code: 'document.failed' }));
      },
      during,
    );
    signal?.addEventListener(
      'abort',
      () => {
        discard();
        reject(signal.reason);
      },
      during,
    );
    asked.postMessage(request);
  }).finally(() => listening.abort());
}
