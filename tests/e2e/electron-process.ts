/** The app on real Electron. What a person, a printer or the system decides is replaced in main, as far as that goes. */

import { _electron, type ElectronApplication } from 'playwright/test';
import type { PrintJob, RunningApp, StartOptions } from './running-app.ts';

type Decisions = {
  readonly savePaths: (string | null)[];
  readonly openPaths: (string | null)[];
  readonly jobs: (Omit<PrintJob, 'pdf'> & { readonly pdf: string })[];
  readonly opened: string[];
  printers: readonly string[];
  outcome: { success: boolean; reason: string };
};

/** Main's own state for the tests, kept on its global object, which `evaluate` reaches. */
type Holder = { wegmarkeTest: Decisions };

async function takeDecisions(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app, BrowserWindow, dialog, shell }) => {
    const decisions: Decisions = {
      savePaths: [],
      openPaths: [],
      jobs: [],
      opened: [],
      printers: ['Test printer'],
      outcome: { success: true, reason: '' },
    };
    (globalThis as unknown as Holder).wegmarkeTest = decisions;
    dialog.showSaveDialog = async () => {
      const path = decisions.savePaths.shift() ?? null;
      return { canceled: path === null, filePath: path ?? '' };
    };
    dialog.showOpenDialog = async () => {
      const path = decisions.openPaths.shift() ?? null;
      return { canceled: path === null, filePaths: path === null ? [] : [path] };
    };
    shell.openExternal = async (url) => {
      decisions.opened.push(url);
    };
    const watch = (contents: Electron.WebContents): void => {
      contents.getPrintersAsync = async () =>
        decisions.printers.map((name) => ({ name, displayName: name, description: '', options: {} }));
      contents.print = (options, callback) => {
        const {
          landscape = false,
          silent = false,
          copies = 1,
          duplexMode = 'simplex',
          pageSize,
        } = options ?? {};
        const device = options?.deviceName ?? decisions.printers[0] ?? '';
        void contents.printToPDF({ landscape, preferCSSPageSize: true }).then((bytes) => {
          const { success, reason } = decisions.outcome;
          const paper = typeof pageSize === 'string' ? pageSize : '';
          const [title, pdf] = [contents.getTitle(), bytes.toString('base64')];
          if (success)
            decisions.jobs.push({ title, landscape, silent, copies, duplexMode, device, paper, pdf });
          callback?.(success, reason);
        });
      };
    };
    for (const window of BrowserWindow.getAllWindows()) watch(window.webContents);
    app.on('web-contents-created', (_event, contents) => watch(contents));
  });
}

/** Starts the app on Electron at `executablePath`. */
export async function startOnElectron(executablePath: string, options: StartOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath,
    args: [options.app, ...options.args],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  const page = await electron.firstWindow();
  await takeDecisions(electron);
  const refused: string[] = [];
  page.on('requestfailed', (request) => {
    if (!request.url().startsWith('app://')) refused.push(request.url());
  });
  return {
    page,
    shell: 'electron',
    pid: electron.process().pid ?? 0,
    answerSaveDialog: (path) =>
      electron.evaluate((_, answer) => {
        (globalThis as unknown as Holder).wegmarkeTest.savePaths.push(answer);
      }, path),
    answerOpenDialog: (path) =>
      electron.evaluate((_, answer) => {
        (globalThis as unknown as Holder).wegmarkeTest.openPaths.push(answer);
      }, path),
    setPrinters: (names) =>
      electron.evaluate((_, printers) => {
        (globalThis as unknown as Holder).wegmarkeTest.printers = printers;
      }, names),
    setPrintOutcome: (success, reason) =>
      electron.evaluate(
        (_, outcome) => {
          (globalThis as unknown as Holder).wegmarkeTest.outcome = outcome;
        },
        { success, reason },
      ),
    printJobs: async (): Promise<readonly PrintJob[]> => {
      const jobs = await electron.evaluate(() => (globalThis as unknown as Holder).wegmarkeTest.jobs);
      return jobs.map(({ pdf, ...job }) => ({ ...job, pdf: Buffer.from(pdf, 'base64') }));
    },
    openedOutside: () => electron.evaluate(() => (globalThis as unknown as Holder).wegmarkeTest.opened),
    refusedRequests: async () => refused,
    power: (event) =>
      electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name as 'suspend'), event),
    closeWindow: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    close: () => electron.close(),
    kill: async () => {
      const ended = electron.waitForEvent('close');
      electron.process().kill('SIGKILL');
      await ended;
    },
  };
}
