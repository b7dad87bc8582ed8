import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { appOrigin } from '#electron/security/app-origin.ts';

/** The part of a call's event that decides whether it is answered. */
export type Sender = {
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'id'>;
  readonly senderFrame: Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'origin' | 'parent'> | null;
};

/**
 * Whether a message comes from the app's own window, its top frame, and the app's origin. A frame that has gone
 * (`null`), a frame within the page and a page of another origin are strangers.
 */
export function isTrustedSender(event: Sender, window: Pick<WebContents, 'id'> | undefined): boolean {
  const frame = event.senderFrame;
  return (
    window !== undefined &&
    event.sender.id === window.id &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === appOrigin
  );
}
