/**
 * A profile of the installed Chromium in which texts lie unsealed, in every place that the search claims to read. What
 * the search finds here, it would find in the app's profile.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '#tests/chromium-shell/chromium.ts';

/** Where a text is put. */
export const places = [
  'value',
  'value-in-parts',
  'large-value',
  'bytes',
  'key',
  'key-after-similar',
  'index',
  'blob',
  'local-storage',
  'cache-storage',
  'page-title',
  'http-brotli',
  'http-gzip',
  'http-zstd',
] as const;
export type Place = (typeof places)[number];

/** A text and the place for it. */
export type Placed = { readonly text: string; readonly place: Place };

const address = 'https://host.app.invalid/';

const encoders = {
  'http-brotli': { coding: 'br', encode: brotliCompressSync },
  'http-gzip': { coding: 'gzip', encode: gzipSync },
  'http-zstd': { coding: 'zstd', encode: zstdCompressSync },
} as const;

/** Runs in the page. Writes the texts first and then so much that LevelDB moves them from its log into tables. */
async function putInto(placed: readonly Placed[]): Promise<void> {
  const ended = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('unsealed', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('people', { keyPath: 'id' }).createIndex('name', 'name');
    opening.result.createObjectStore('keys');
  };
  const database = await ended(opening);
  const write = async (rows: readonly object[], keys: readonly string[] = []): Promise<void> => {
    const transaction = database.transaction(['people', 'keys'], 'readwrite');
    for (const row of rows) transaction.objectStore('people').put(row);
    for (const key of keys) transaction.objectStore('keys').put(0, key);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
  };
  const at = (place: Place): string[] => placed.filter((one) => one.place === place).map(({ text }) => text);
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  // Parts of the text beforehand, so that a compressor writes the text as copies of them and it stands nowhere as it is.
  const inParts = (text: string): string => `${text.slice(0, 7)}-${text.slice(7)}-${text} `.repeat(8);
  const rows = [
    ...at('value').map((note, id) => ({ id: `value ${id}`, note })),
    ...at('value-in-parts').map((text, id) => ({ id: `parts ${id}`, note: inParts(text) })),
    ...at('large-value').map((text, id) => ({
      id: `large ${id}`,
      note: inParts(text).repeat(2000),
      rest: random(60_000),
    })),
    ...at('bytes').map((text, id) => ({ id: `bytes ${id}`, bytes: new TextEncoder().encode(text) })),
    ...at('index').map((name, id) => ({ id: `index ${id}`, name })),
    ...at('blob').map((text, id) => ({ id: `blob ${id}`, blob: new Blob([text]) })),
  ];
  // Sorted, a key of the same length stands before the text, which then is stored without what both begin with.
  const similar = at('key-after-similar').flatMap((text) => [`${text.slice(0, -1)}A`, text]);
  await write(rows, [...at('key'), ...similar]);
  for (let batch = 0; batch < 24; batch += 1)
    await write(
      Array.from({ length: 8 }, (_, row) => ({ id: `filler ${batch} ${row}`, bytes: random(32_768) })),
    );
  database.close();
  at('local-storage').forEach((text, id) => {
    localStorage.setItem(`text ${id}`, text);
  });
  const cache = await caches.open('texts');
  for (const [id, text] of at('cache-storage').entries()) await cache.put(`/text-${id}`, new Response(text));
  document.title = at('page-title').join(' ');
}

async function serve(placed: readonly Placed[]): Promise<{ server: Server; addresses: readonly string[] }> {
  const bodies = placed.flatMap(({ text, place }) => {
    const encoder = Object.entries(encoders).find(([name]) => name === place)?.[1];
    const page = `<!doctype html><link rel="icon" href="data:,"><p>${text.slice(0, 7)} ${text.slice(7)} ${text}`;
    return encoder ? [{ coding: encoder.coding, body: encoder.encode(Buffer.from(page)) }] : [];
  });
  const server = createServer((request, response) => {
    const found = bodies[Number(request.url?.slice(1))];
    if (!found) return response.writeHead(404).end();
    const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=3600' };
    return response.writeHead(200, { ...type, 'content-encoding': found.coding }).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, addresses: bodies.map((_, id) => `http://127.0.0.1:${port}/${id}`) };
}

async function fill(context: BrowserContext, placed: readonly Placed[]): Promise<void> {
  const { server, addresses } = await serve(placed);
  try {
    const visits = await context.newPage();
    for (const one of addresses) await visits.goto(one);
    const page = await context.newPage();
    await page.route(`${address}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>unsealed</title>' }),
    );
    await page.goto(address);
    await page.evaluate(putInto, placed);
  } finally {
    server.close();
  }
}

/** Makes the profile in `folder` and closes Chromium. @throws where no Chromium is installed. */
export async function makeUnsealedProfile(folder: string, placed: readonly Placed[]): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge is installed');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  try {
    await fill(context, placed);
  } finally {
    await context.close();
  }
}
