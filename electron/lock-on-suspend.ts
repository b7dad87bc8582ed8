import { powerMonitor, type WebContents } from 'electron';
import { sendEvent } from '#electron/ipc/register-calls.ts';

/** Asks the window to lock when the screen is locked or the computer goes to sleep. */
export function lockOnSuspend(window: () => WebContents | undefined): void {
  const ask = (reason: 'screen-locked' | 'suspended') => (): void => {
    const contents = window();
    if (contents) sendEvent(contents, 'app.lockRequested', { reason });
  };
  powerMonitor.on('lock-screen', ask('screen-locked'));
  powerMonitor.on('suspend', ask('suspended'));
}
