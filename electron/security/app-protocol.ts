/**
 * Serves the app's own files under `app://host/` and nothing else, against a page that asks for files outside of
 * the app: only GET, only paths below the root that consist of plain names, everything else is 404. Every answer,
 * a 404 too, carries the content security policy.
 */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { appHost, appScheme } from './app-origin.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** What a build of the window may consist of. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Pages that main makes itself and that lie on no disk (what is printed), by path. `undefined`: no such page. */
export type MemoryPages = (path: string) => { readonly type: string; readonly body: Uint8Array } | undefined;

const plainName = /^[\w@+-][\w@.+-]*$/;

/** The file's path below the root, or `undefined` if the address is not one of the app's. */
export function pathOf(address: string): string | undefined {
  // Node's URL folds `..` away before it can be seen: the address is taken apart as it was sent.
  const match = new RegExp(`^${appScheme}://${appHost}/([^?#]*)`).exec(address);
  const path = match?.[1];
  if (path === undefined) return undefined;
  const names = path === '' ? ['index.html'] : path.split('/');
  return names.every((name) => plainName.test(name)) ? names.join('/') : undefined;
}

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

async function bodyOf(
  root: string,
  path: string,
  nonce: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = await readFile(join(root, ...path.split('/')));
    if (extname(path) !== '.html') return new Uint8Array(file);
    return new TextEncoder().encode(file.toString('utf8').replaceAll('__CSP_NONCE__', nonce));
  } catch {
    return undefined;
  }
}

/** Makes the handler for `protocol.handle`. @param root the folder of the renderer's build, may lie in an asar. */
export function appProtocol(root: string, memoryPages: MemoryPages): (request: Request) => Promise<Response> {
  return async (request) => {
    const nonce = randomBytes(18).toString('base64');
    const notFound = (): Response =>
      new Response('', { status: 404, headers: headers('text/plain; charset=utf-8', nonce) });
    const path = pathOf(request.url);
    if (path === undefined || request.method !== 'GET') return notFound();
    const page = memoryPages(path);
    if (page) return new Response(new Uint8Array(page.body), { headers: headers(page.type, nonce) });
    const type = mimeTypes[extname(path)];
    const body = type === undefined ? undefined : await bodyOf(root, path, nonce);
    return type === undefined || body === undefined
      ? notFound()
      : new Response(body, { headers: headers(type, nonce) });
  };
}
