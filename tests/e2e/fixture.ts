/**
 * `test` with the fixture `wegmarke`: the app, started over a fresh folder on disk, closed and deleted afterwards.
 * The build in `dist/` is what runs; `npm test` makes it first.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from 'playwright/test';
import { installedElectron } from '#scripts/electron-binary.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './start-app.ts';

const root = join(import.meta.dirname, '../..');

/** What a test starts with. */
export type Wegmarke = Omit<RunningApp, 'page' | 'shell' | 'kill' | 'close'> & {
  /** The window's page; another one after `restart`. */
  readonly page: Page;
  readonly shell: RunningApp['shell'];
  /** Everything that the app writes lies below it. */
  readonly dataDir: string;
  /** Starts the app again over the same data, after `close` or `kill`, or in place of the running one. */
  restart(): Promise<Page>;
  /** Closes the app as a person does. */
  close(): Promise<void>;
  /** Ends main at once, as a power cut would. */
  kill(): Promise<void>;
};

/** What a test file may set with `test.use`. */
export type WegmarkeOptions = {
  /** The folder of the build or an `app.asar`. */
  readonly appPath: string;
  /** Switches beside the data folder's. */
  readonly appArgs: readonly string[];
};

class Started implements Wegmarke {
  readonly dataDir: string;
  readonly #options: WegmarkeOptions;
  #running: RunningApp | undefined;
  #last: RunningApp | undefined;

  constructor(dataDir: string, options: WegmarkeOptions) {
    this.dataDir = dataDir;
    this.#options = options;
  }

  get #app(): RunningApp {
    if (!this.#last) throw new Error('The app was not started');
    return this.#last;
  }

  get page(): Page {
    return this.#app.page;
  }

  get shell(): RunningApp['shell'] {
    return this.#app.shell;
  }

  get pid(): number {
    return this.#app.pid;
  }

  restart = async (): Promise<Page> => {
    await this.close();
    const { appPath, appArgs } = this.#options;
    this.#running = await startApp({
      app: appPath,
      args: [`--data-dir=${this.dataDir}`, ...appArgs],
      env: {},
    });
    this.#last = this.#running;
    // The configuration's `actionTimeout` does not reach a page that was attached to.
    this.page.setDefaultTimeout(15_000);
    return this.page;
  };

  close = async (): Promise<void> => {
    const running = this.#running;
    this.#running = undefined;
    await running?.close();
  };

  kill = async (): Promise<void> => {
    const running = this.#running;
    this.#running = undefined;
    await running?.kill();
  };

  answerSaveDialog = (path: string | null): Promise<void> => this.#app.answerSaveDialog(path);
  answerOpenDialog = (path: string | null): Promise<void> => this.#app.answerOpenDialog(path);
  setPrinters = (names: readonly string[]): Promise<void> => this.#app.setPrinters(names);
  setPrintOutcome = (success: boolean, reason: string): Promise<void> =>
    this.#app.setPrintOutcome(success, reason);
  printJobs = (): ReturnType<RunningApp['printJobs']> => this.#app.printJobs();
  openedOutside = (): Promise<readonly string[]> => this.#app.openedOutside();
  refusedRequests = (): Promise<readonly string[]> => this.#app.refusedRequests();
  closeWindow = (): Promise<void> => this.#app.closeWindow();
  power = (event: 'lock-screen' | 'suspend'): Promise<void> => this.#app.power(event);
}

let announced = false;
function announce(): void {
  if (announced) return;
  announced = true;
  console.log(`shell: ${installedElectron() === undefined ? 'chromium-shell (stand-in)' : 'electron'}`);
}

/** Playwright's `test` with the app. */
export const test = base.extend<WegmarkeOptions & { readonly wegmarke: Wegmarke }>({
  appPath: [root, { option: true }],
  appArgs: [[], { option: true }],
  wegmarke: async ({ appPath, appArgs }, use) => {
    announce();
    const dataDir = await mkdtemp(join(tmpdir(), 'wegmarke-e2e-'));
    const started = new Started(dataDir, { appPath, appArgs });
    try {
      await started.restart();
      await use(started);
    } finally {
      await started.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  },
});
