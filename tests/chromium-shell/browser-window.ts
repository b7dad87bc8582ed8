import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { control } from './control.ts';
import { mayClose, openWindows } from './open-windows.ts';
import { type StandInSession, session } from './session.ts';
import { StandInWebContents } from './web-contents.ts';

/** Electron's `BrowserWindow`. A window with `show: false` that is never shown lives as a hidden target. */
class StandInBrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'close'
      | 'destroy'
      | 'show'
      | 'focus'
      | 'restore'
      | 'isMinimized'
      | 'setContentProtection'
      | 'setKiosk'
      | 'setAlwaysOnTop'
    >
{
  readonly webContents: StandInWebContents;
  readonly id: number;
  #placed: Promise<void> = Promise.resolve();

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    const hidden = options.show === false && preferences.preload === undefined;
    const own = preferences.session ?? session.fromPartition('default');
    this.webContents = new StandInWebContents(own as unknown as StandInSession, preferences.preload, hidden);
    this.id = this.webContents.id;
    openWindows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.webContents.once('load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => this.#closed());
    if (hidden) return;
    this.#placed = this.#place(options);
    control.events.on('close-window', () => this.close());
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  async #bounds(bounds: Record<string, unknown>): Promise<void> {
    const targetId = await this.webContents.targetId();
    const { connection } = await this.webContents.session.chromium();
    const { windowId } = await connection.browser.send('Browser.getWindowForTarget', { targetId });
    await connection.browser.send('Browser.setWindowBounds', { windowId, bounds }).catch(() => undefined);
  }

  async #place({ width, height }: Electron.BrowserWindowConstructorOptions): Promise<void> {
    const { endpoint, pid } = await this.webContents.session.chromium();
    await this.#bounds({
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    });
    if (endpoint !== undefined) control.report({ kind: 'ready', endpoint, browserPid: pid });
  }

  #closed(): void {
    if (!openWindows.delete(this)) return;
    this.emit('closed');
    if (openWindows.size > 0) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }

  close(): void {
    if (mayClose(this)) void this.webContents.destroy();
  }

  destroy(): void {
    void this.webContents.destroy();
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  /** Full screen; taken after the window has its first place, so that the two don't overtake each other. */
  setKiosk(on: boolean): void {
    this.#placed = this.#placed.then(() => this.#bounds({ windowState: on ? 'fullscreen' : 'normal' }));
  }
  /** Not possible in a browser's window. */
  setAlwaysOnTop(_on: boolean): void {}
  setContentProtection(_on: boolean): void {}
}

export { StandInBrowserWindow };
