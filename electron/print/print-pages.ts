/**
 * What is printed lies in memory only: a page of pictures under an address that cannot be guessed, served by the
 * app's protocol until the job is handed over. No plaintext file is written, against a look into the temporary folder.
 */

import { randomBytes } from 'node:crypto';
import type { MemoryPages } from '#electron/security/app-protocol.ts';

type Job = { readonly html: string; readonly pages: readonly Uint8Array[] };

/** A set of pages that can be looked up by the protocol handler. */
export type PrintPages = {
  readonly lookUp: MemoryPages;
  /** Keeps `pages` (PNG) and returns the path of the page that shows them. */
  readonly add: (title: string, pages: readonly Uint8Array[], landscape: boolean) => string;
  /** Forgets what `add` kept. */
  readonly remove: (path: string) => void;
};

function htmlOf(title: string, count: number): string {
  const pictures = Array.from({ length: count }, (_, page) => `<img src="${page}.png" alt="">`).join('');
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="page.css"></head><body>${pictures}</body></html>`;
}

function cssOf(landscape: boolean): string {
  const [width, height] = landscape ? [297, 210] : [210, 297];
  // A hair less than the sheet: rounding must not push an empty page out behind each picture.
  return `@page{size:${width}mm ${height}mm;margin:0}html,body{margin:0}
img{display:block;width:${width}mm;height:${height - 0.3}mm;object-fit:contain;break-after:page}img:last-child{break-after:auto}`;
}

/** Makes an empty set. */
export function printPages(): PrintPages {
  const jobs = new Map<string, Job & { readonly css: string }>();
  const encoder = new TextEncoder();
  return {
    lookUp: (path) => {
      const [folder, token, name = ''] = path.split('/');
      const job = folder === 'print' && token !== undefined ? jobs.get(token) : undefined;
      if (!job) return undefined;
      if (name === 'page.html') return { type: 'text/html; charset=utf-8', body: encoder.encode(job.html) };
      if (name === 'page.css') return { type: 'text/css; charset=utf-8', body: encoder.encode(job.css) };
      const picture = /^(\d{1,3})\.png$/.exec(name)?.[1];
      const body = picture === undefined ? undefined : job.pages[Number(picture)];
      return body && { type: 'image/png', body };
    },
    add: (title, pages, landscape) => {
      const token = randomBytes(16).toString('hex');
      jobs.set(token, { html: htmlOf(title, pages.length), css: cssOf(landscape), pages });
      return `print/${token}/page.html`;
    },
    remove: (path) => {
      jobs.delete(path.split('/')[1] ?? '');
    },
  };
}
