/**
 * Guarantees for the session: no permission is granted but the camera's while codes are scanned (camera-gate.ts), no
 * request leaves the machine (behind the content security policy, which already forbids them), nothing is downloaded,
 * nothing is spell-checked.
 */

import type { Session } from 'electron';
import { appOrigin } from './app-origin.ts';
import type { CameraGate } from './camera-gate.ts';

/** Whether the session may load `address`: the app's own files, pictures it made itself, and the inspector. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  if (address.startsWith(`${appOrigin}/`) || address.startsWith(`blob:${appOrigin}/`)) return true;
  return !packaged && address.startsWith('devtools://');
}

/** Sets the session's guards. @param packaged in a packaged app the inspector's own pages are denied as well. */
export function guardSession(
  session: Session,
  packaged: boolean,
  camera: Pick<CameraGate, 'grants' | 'allows'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(camera.grants(permission, details)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    camera.allows(permission, origin, details),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, packaged) });
  });
  session.on('will-download', (event) => event.preventDefault());
}
