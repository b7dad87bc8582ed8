/**
 * Guarantees for every webContents that ever exists: it goes nowhere but where main sent it (navigation, redirects
 * and frames denied), opens no window and attaches no webview.
 */

import { type App, shell, type WebContents } from 'electron';
import { isAllowedExternalLink } from './external-links.ts';

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternalLink(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Guards every webContents from its creation on. */
export function guardWebContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}
