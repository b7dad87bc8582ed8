/**
 * Guarantees for the session: no permission is granted, no request leaves the machine (behind the content security
 * policy, which already forbids them), nothing is downloaded, nothing is spell-checked.
 */

import type { Session } from 'electron';
import { appOrigin } from './app-origin.ts';

/** Whether the session may load `address`: the app's own files, pictures it made itself, and the inspector. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  if (address.startsWith(`${appOrigin}/`) || address.startsWith(`blob:${appOrigin}/`)) return true;
  return !packaged && address.startsWith('devtools://');
}

/** Sets the session's guards. @param packaged in a packaged app the inspector's own pages are denied as well. */
export function guardSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, packaged) });
  });
  session.on('will-download', (event) => event.preventDefault());
}
