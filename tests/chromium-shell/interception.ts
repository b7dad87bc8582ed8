/**
 * Every request of one target goes through here: the app's own are answered by `protocol.handle`, the page's wish to
 * go elsewhere is put to `will-navigate`, all others are refused and reported.
 */

import { isApp, toMain } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { control } from './control.ts';
import type { StandInSession } from './session.ts';

type Paused = { requestId: string; url: string; method: string; isTopDocument: boolean; isDocument: boolean };

/** Asks whether the page may go to `address` by itself. */
export type MayNavigate = (address: string, top: boolean) => boolean;

async function fulfil(
  target: CdpSession,
  session: StandInSession,
  { requestId, url, method }: Paused,
): Promise<void> {
  // Electron asks for no such file.
  if (url.endsWith('/favicon.ico')) {
    await target.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const response = isApp(url) ? await session.answer(toMain(url), method) : undefined;
  if (!response) {
    if (!isApp(url)) control.report({ kind: 'refused-request', url });
    await target.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  await target.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

/** Intercepts all requests of `target`. @param topFrame the id of its top frame, `undefined` for a worker. */
export async function intercept(
  target: CdpSession,
  session: StandInSession,
  topFrame: string | undefined,
  mayNavigate: MayNavigate,
): Promise<void> {
  const wished = new Set<string>();
  target.on('Page.frameRequestedNavigation', ({ url }) => wished.add(url));
  target.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
    const isDocument = resourceType === 'Document';
    const paused = {
      requestId,
      url: request.url,
      method: request.method,
      isDocument,
      isTopDocument: isDocument && frameId === topFrame,
    };
    const byPage = isDocument && (!isApp(paused.url) || wished.delete(paused.url));
    const work =
      byPage && !mayNavigate(toMain(paused.url), paused.isTopDocument)
        ? target.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : fulfil(target, session, paused);
    // The page may be gone before the answer is there.
    work.catch(() => undefined);
  });
  await target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
