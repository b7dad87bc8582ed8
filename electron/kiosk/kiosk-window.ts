/**
 * The window as a kiosk: it fills the screen, lies above everything else and can't be closed, minimised or left by
 * what a page's crash leaves. Guarantees that the computer can still be shut down: when the session ends, or the
 * system asks the program to quit, the window goes.
 *
 * Keys that belong to the system (Ctrl+Alt+Del, the Windows key, Alt+Tab) are not the program's to take.
 */
import type { App, BrowserWindow, WebContents } from 'electron';

type KioskableWindow = Pick<BrowserWindow, 'setKiosk' | 'setAlwaysOnTop' | 'restore' | 'on'> & {
  readonly webContents: Pick<WebContents, 'on' | 'reload'>;
};

export interface KioskWindow {
  turn(on: boolean): void;
  /** From now on, `window` is what is turned. */
  guard(window: KioskableWindow): void;
}

/** Not turned on yet, and without a window. */
export function kioskWindow(app: Pick<App, 'on'>): KioskWindow {
  let isOn = false;
  let isLeaving = false;
  let guarded: KioskableWindow | undefined;
  const leave = (): void => {
    isLeaving = true;
  };
  // Before the windows are closed one by one. Nothing in the window asks for it.
  app.on('before-quit', leave);

  const apply = (): void => {
    guarded?.setKiosk(isOn);
    guarded?.setAlwaysOnTop(isOn, 'screen-saver');
  };
  return {
    turn: (on) => {
      if (on === isOn) return;
      isOn = on;
      apply();
    },
    guard: (window) => {
      guarded = window;
      window.on('close', (event) => {
        if (isOn && !isLeaving) event.preventDefault();
      });
      // Windows does not ask the program to quit when it ends the session.
      window.on('session-end', leave);
      window.on('minimize', () => {
        if (isOn) window.restore();
      });
      window.webContents.on('render-process-gone', () => {
        if (isOn && !isLeaving) window.webContents.reload();
      });
      if (isOn) apply();
    },
  };
}
