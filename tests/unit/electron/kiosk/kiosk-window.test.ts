import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { kioskWindow } from '#electron/kiosk/kiosk-window.ts';

class MadeWindow extends EventEmitter {
  readonly told: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), { reload: () => this.told.push('reload') });
  setKiosk = (on: boolean): void => void this.told.push(`kiosk ${on}`);
  setAlwaysOnTop = (on: boolean): void => void this.told.push(`top ${on}`);
  restore = (): void => void this.told.push('restore');

  /** Whether a person's closing goes through. */
  closes(): boolean {
    let prevented = false;
    this.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    return !prevented;
  }
}

function made() {
  const app = new EventEmitter();
  const window = new MadeWindow();
  // Only the events are used.
  const kiosk = kioskWindow(app as never);
  return { app, window, kiosk, guard: () => kiosk.guard(window as never) };
}

describe('the window', () => {
  it('is an ordinary one until a kiosk is started, and after it was ended', () => {
    const { window, kiosk, guard } = made();
    guard();
    expect(window.told).toEqual([]);
    expect(window.closes()).toBe(true);
    kiosk.turn(true);
    expect(window.told).toEqual(['kiosk true', 'top true']);
    expect(window.closes()).toBe(false);
    kiosk.turn(false);
    expect(window.told.slice(2)).toEqual(['kiosk false', 'top false']);
    expect(window.closes()).toBe(true);
  });

  it('is a kiosk from its first moment where one was running before', () => {
    const { window, kiosk, guard } = made();
    kiosk.turn(true);
    guard();
    expect(window.told).toEqual(['kiosk true', 'top true']);
    expect(window.closes()).toBe(false);
  });

  it('goes when the system asks the program to quit', () => {
    const { app, window, kiosk, guard } = made();
    guard();
    kiosk.turn(true);
    app.emit('before-quit', {});
    expect(window.closes()).toBe(true);
  });

  it('goes when Windows ends the session', () => {
    const { window, kiosk, guard } = made();
    guard();
    kiosk.turn(true);
    window.emit('session-end');
    expect(window.closes()).toBe(true);
  });

  it('comes back from being minimised and from a crash of the page, but only as a kiosk', () => {
    const { window, kiosk, guard } = made();
    guard();
    window.emit('minimize');
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.told).toEqual([]);
    kiosk.turn(true);
    window.emit('minimize');
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.told.slice(2)).toEqual(['restore', 'reload']);
  });
});
