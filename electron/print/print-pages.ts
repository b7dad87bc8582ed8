/**
 * What is printed lies in memory only: a page of pictures under an address that cannot be guessed, served by the
 * app's protocol from hand-over until the job is with the printer. No plaintext file is written, against a look into
 * the temporary folder; a job that the window left behind when it locked is forgotten with it.
 */

import { randomBytes } from 'node:crypto';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { MemoryPages } from '#electron/security/app-protocol.ts';
import { maxPrintedPages, type Paper } from '#shared/ipc/contract/printing.ts';
import type { PrintOrder } from './print-options.ts';

/** What is to be printed how. The title lies in the clear on print servers. */
type TitledOrder = PrintOrder & { readonly title: string };

/** A PNG, or `null` for an empty back. */
type Picture = Uint8Array | null;
type Job<O> = { readonly order: O; readonly pictures: Picture[]; bytes: number; isHandedOver: boolean };

/** Jobs under way, each with its order, and their pages for the protocol handler. */
export type PrintPages<O extends TitledOrder> = {
  readonly lookUp: MemoryPages;
  /** Begins a job and returns its token. @throws CodedError `print.failed` if too many are begun already. */
  readonly begin: (order: O) => string;
  /** The order of a job that was not handed over. @throws CodedError `print.ended` */
  readonly orderOf: (job: string) => O;
  /** Keeps a page. @throws CodedError `print.ended`, `print.too-large`; the latter forgets the job. */
  readonly add: (job: string, picture: Picture) => void;
  /** Closes the job for further pages; its page can be loaded from the returned path. @throws CodedError `print.ended`. */
  readonly handOver: (job: string) => string;
  /** Forgets a job that was not handed over. */
  readonly abort: (job: string) => void;
  /** Forgets a job, wherever it is. */
  readonly remove: (job: string) => void;
  /** Forgets every job that was not handed over. */
  readonly removeUnfinished: () => void;
};

/** All pages of a job together; a page of text takes a thousandth of it. */
const maxJobBytes = 536_870_912;
/** The window begins one after the other. */
const maxJobs = 4;

const sheetSizes: Readonly<Record<Paper, readonly [number, number]>> = { A4: [210, 297], A5: [148, 210] };

function htmlOf({ order: { title }, pictures }: Job<TitledOrder>): string {
  const pages = pictures.map((picture, at) =>
    picture === null ? '<div></div>' : `<img src="${at}.png" alt="">`,
  );
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="page.css"></head><body>${pages.join('')}</body></html>`;
}

function cssOf({ order: { paper, landscape } }: Job<TitledOrder>): string {
  const [short, long] = sheetSizes[paper];
  const [width, height] = landscape ? [long, short] : [short, long];
  // A hair less than the sheet: rounding must not push an empty page out behind each picture.
  return `@page{size:${width}mm ${height}mm;margin:0}html,body{margin:0}
body>*{display:block;width:${width}mm;height:${height - 0.3}mm;object-fit:contain;break-after:page}
body>:last-child{break-after:auto}`;
}

/** Makes an empty set. */
export function printPages<O extends TitledOrder>(): PrintPages<O> {
  const jobs = new Map<string, Job<O>>();
  const encoder = new TextEncoder();
  const open = (token: string): Job<O> => {
    const job = jobs.get(token);
    if (!job || job.isHandedOver) throw new CodedError('print.ended');
    return job;
  };
  return {
    lookUp: (path) => {
      const [folder, token, name = ''] = path.split('/');
      const job = folder === 'print' && token !== undefined ? jobs.get(token) : undefined;
      if (!job?.isHandedOver) return undefined;
      if (name === 'page.html')
        return { type: 'text/html; charset=utf-8', body: encoder.encode(htmlOf(job)) };
      if (name === 'page.css') return { type: 'text/css; charset=utf-8', body: encoder.encode(cssOf(job)) };
      const number = /^(\d{1,4})\.png$/.exec(name)?.[1];
      const body = number === undefined ? undefined : job.pictures[Number(number)];
      return body ? { type: 'image/png', body } : undefined;
    },
    begin: (order) => {
      if (jobs.size >= maxJobs) throw new CodedError('print.failed');
      const token = randomBytes(16).toString('hex');
      jobs.set(token, { order, pictures: [], bytes: 0, isHandedOver: false });
      return token;
    },
    orderOf: (token) => open(token).order,
    add: (token, picture) => {
      const job = open(token);
      job.bytes += picture?.length ?? 0;
      if (job.pictures.length >= maxPrintedPages || job.bytes > maxJobBytes) {
        jobs.delete(token);
        throw new CodedError('print.too-large');
      }
      job.pictures.push(picture);
    },
    handOver: (token) => {
      const job = open(token);
      if (!job.pictures.some((picture) => picture !== null)) throw new CodedError('print.ended');
      job.isHandedOver = true;
      return `print/${token}/page.html`;
    },
    abort: (token) => {
      if (jobs.get(token)?.isHandedOver === false) jobs.delete(token);
    },
    remove: (token) => {
      jobs.delete(token);
    },
    removeUnfinished: () => {
      for (const [token, job] of jobs) if (!job.isHandedOver) jobs.delete(token);
    },
  };
}
