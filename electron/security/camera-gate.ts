/**
 * Guarantees that the camera is given only while the window has said that it scans, only to the app's own page and
 * never with sound; a page that is loaded anew (lock, reload, crash) begins without it. Against code in the page that
 * would watch or listen unseen.
 */

import type {
  MediaAccessPermissionRequest,
  PermissionCheckHandlerHandlerDetails,
  PermissionRequest,
  WebContents,
} from 'electron';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import { appOrigin } from './app-origin.ts';

/** What a page asks for when it wants the camera. */
type Asked = Pick<PermissionRequest, 'isMainFrame' | 'requestingUrl'> &
  Pick<MediaAccessPermissionRequest, 'mediaTypes'>;
/** What Chromium asks before it hands over a picture or names the cameras. */
type Checked = Pick<PermissionCheckHandlerHandlerDetails, 'isMainFrame' | 'mediaType'>;

export interface CameraGate {
  readonly handlers: HandlersOf<'camera.begin' | 'camera.end'>;
  /** Shuts the gate when the page goes. */
  guard(contents: Pick<WebContents, 'on'>): void;
  /** Whether a request may be granted. */
  grants(permission: string, asked: Asked): boolean;
  /** Whether a check may be answered with yes. @param origin as Electron writes it, with or without a slash. */
  allows(permission: string, origin: string, checked: Checked): boolean;
}

/** A gate that is shut. */
export function cameraGate(): CameraGate {
  let scanning = false;
  const shut = (): void => {
    scanning = false;
  };
  return {
    handlers: {
      'camera.begin': async () => {
        scanning = true;
      },
      'camera.end': async () => shut(),
    },
    guard: (contents) => {
      contents.on('did-navigate', shut);
      contents.on('render-process-gone', shut);
      contents.on('destroyed', shut);
    },
    grants: (permission, { isMainFrame, requestingUrl, mediaTypes = [] }) =>
      scanning &&
      permission === 'media' &&
      isMainFrame &&
      requestingUrl.startsWith(`${appOrigin}/`) &&
      mediaTypes.length === 1 &&
      mediaTypes[0] === 'video',
    allows: (permission, origin, { isMainFrame, mediaType }) =>
      scanning &&
      permission === 'media' &&
      isMainFrame &&
      (origin === appOrigin || origin === `${appOrigin}/`) &&
      mediaType === 'video',
  };
}
