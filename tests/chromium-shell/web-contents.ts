import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { toMain, toPage } from './addresses.ts';
import type { CdpConnection, CdpSession } from './cdp.ts';
import { intercept } from './interception.ts';
import { PageChannel } from './page-channel.ts';
import { listPrinters, printPdf } from './printing.ts';
import type { StandInSession } from './session.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };
type PrintCallback = (success: boolean, failureReason: string) => void;

let lastId = 0;
/** The window that Chromium opens by itself goes to the first visible window. */
let firstTaken = false;

async function newTarget(connection: CdpConnection, hidden: boolean): Promise<string> {
  const { browser } = connection;
  if (!hidden && !firstTaken) {
    firstTaken = true;
    for (;;) {
      const { targetInfos } = await browser.send('Target.getTargets');
      const page = targetInfos.find(({ type, url }) => type === 'page' && url.startsWith('data:'));
      if (page) return page.targetId;
      await once(browser.events, 'Target.targetCreated');
    }
  }
  // Not `hidden: true`: such a target can't print.
  return (await browser.send('Target.createTarget', { url: 'about:blank', background: hidden })).targetId;
}

/** Electron's `WebContents` over one CDP target. */
export class StandInWebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'loadURL'
      | 'getURL'
      | 'isDestroyed'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'send'
      | 'setWindowOpenHandler'
      | 'getPrintersAsync'
      | 'printToPDF'
      | 'print'
    >
{
  readonly id: number;
  readonly session: StandInSession;
  readonly #ready: Promise<{ target: CdpSession; targetId: string; channel: PageChannel }>;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #url = '';
  #destroyed = false;

  constructor(session: StandInSession, preload: string | undefined, hidden: boolean) {
    super();
    lastId += 1;
    this.id = lastId;
    this.session = session;
    this.#ready = this.#attach(preload === undefined ? '' : readFileSync(preload, 'utf8'), hidden);
  }

  /** The CDP target's id, once it is there. */
  async targetId(): Promise<string> {
    return (await this.#ready).targetId;
  }

  async loadURL(address: string): Promise<void> {
    const { target } = await this.#ready;
    const loaded = once(target.events, 'Page.loadEventFired');
    this.#url = address;
    const { errorText } = await target.send('Page.navigate', { url: toPage(address) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
    this.emit('did-finish-load');
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  reload(): void {
    void this.#ready.then(({ target }) => target.send('Page.reload'));
  }

  reloadIgnoringCache(): void {
    void this.#ready.then(({ target }) => target.send('Page.reload', { ignoreCache: true }));
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#ready.then(({ channel: page }) => page.send(channel, args));
  }

  setWindowOpenHandler(handler: unknown): void {
    this.#openHandler = handler as OpenHandler;
  }

  async getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    return await listPrinters();
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { target } = await this.#ready;
    const landscape = options.landscape ?? false;
    const { data } = await target.send('Page.printToPDF', {
      landscape,
      printBackground: true,
      preferCSSPageSize: true,
    });
    return Buffer.from(data, 'base64');
  }

  print(options: Electron.WebContentsPrintOptions = {}, callback: PrintCallback = () => undefined): void {
    const { landscape = false } = options;
    void this.#title()
      .then((title) => printPdf(() => this.printToPDF({ landscape }), title, options))
      .then(
        ({ success, reason }) => callback(success, reason),
        (error: unknown) => callback(false, String(error)),
      );
  }

  /** Closes the page. */
  async destroy(): Promise<void> {
    const { targetId } = await this.#ready;
    const { connection } = await this.session.chromium();
    await connection.browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  async #title(): Promise<string> {
    const { target } = await this.#ready;
    const { result } = await target.send('Runtime.evaluate', { expression: 'document.title' });
    return String(result.value);
  }

  #mayNavigate(url: string, top: boolean): boolean {
    let prevented = false;
    const event = {
      url,
      isMainFrame: top,
      preventDefault: () => {
        prevented = true;
      },
    };
    if (top) this.emit('will-navigate', event, url);
    this.emit('will-frame-navigate', event);
    return !prevented;
  }

  async #attach(
    preload: string,
    hidden: boolean,
  ): Promise<{ target: CdpSession; targetId: string; channel: PageChannel }> {
    const { connection } = await this.session.chromium();
    const targetId = await newTarget(connection, hidden);
    const { sessionId } = await connection.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const target = connection.session(sessionId);
    const channel = new PageChannel(target, this);
    const mayNavigate = (url: string, top: boolean): boolean => this.#mayNavigate(url, top);

    connection.browser.on('Target.targetDestroyed', (gone) => {
      if (gone.targetId === targetId) this.#end();
    });
    connection.on('closed', () => this.#end());
    // `window.open` is asked for by the page side; a link to a new window can only be closed again.
    channel.onWindowOpen = (url) => this.#openHandler({ url });
    channel.onMediaAsked = (asked) => this.session.askForMedia(this, asked);
    target.on('Page.windowOpen', ({ url }) => this.#openHandler({ url: toMain(url) }));
    connection.browser.on('Target.targetCreated', ({ targetInfo: { openerId, targetId: opened } }) => {
      if (openerId === targetId) void connection.browser.send('Target.closeTarget', { targetId: opened });
    });
    target.on('Page.loadEventFired', () => this.emit('load'));
    target.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = toMain(frame.url);
      this.emit('did-navigate', {}, this.#url);
    });
    await target.send('Page.enable');
    await channel.open(targetId, preload);
    await intercept(target, this.session, targetId, mayNavigate);
    return { target, targetId, channel };
  }

  #end(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }
}
