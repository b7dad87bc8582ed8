import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { control } from './control.ts';
import { type StandInSession, session } from './session.ts';
import { StandInWebContents } from './web-contents.ts';

const open = new Set<StandInBrowserWindow>();

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
    >
{
  readonly webContents: StandInWebContents;
  readonly id: number;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    const hidden = options.show === false && preferences.preload === undefined;
    const own = preferences.session ?? session.fromPartition('default');
    this.webContents = new StandInWebContents(own as unknown as StandInSession, preferences.preload, hidden);
    this.id = this.webContents.id;
    open.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.webContents.once('load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => this.#closed());
    if (!hidden) void this.#place(options);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  async #place({ width, height }: Electron.BrowserWindowConstructorOptions): Promise<void> {
    const targetId = await this.webContents.targetId();
    const { connection, endpoint, pid } = await this.webContents.session.chromium();
    const { windowId } = await connection.browser.send('Browser.getWindowForTarget', { targetId });
    const bounds = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    await connection.browser.send('Browser.setWindowBounds', { windowId, bounds }).catch(() => undefined);
    if (endpoint !== undefined) control.report({ kind: 'ready', endpoint, browserPid: pid });
  }

  #closed(): void {
    if (!open.delete(this)) return;
    this.emit('closed');
    if (open.size > 0) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }

  close(): void {
    void this.webContents.destroy();
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
  /** Not possible in a browser's window. */
  setContentProtection(_on: boolean): void {}
}

export { StandInBrowserWindow };
