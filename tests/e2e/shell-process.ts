/** The app in its own process, on Electron or on the stand-in, behind one face. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron, chromium, type Page } from 'playwright/test';
import type { ControlMessage, ReportMessage } from '#tests/chromium-shell/control.ts';

/** A job that reached the printer. */
export type PrintJob = { readonly title: string; readonly landscape: boolean; readonly pdf: Uint8Array };

/** What a start may differ in. */
export type StartOptions = {
  /** The folder of the build or an `app.asar`. */
  readonly app: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** A running app. */
export type RunningApp = {
  readonly page: Page;
  readonly shell: 'electron' | 'chromium-shell';
  readonly pid: number;
  /** The next save dialog's answer; `null` cancels it. */
  answerSaveDialog(path: string | null): Promise<void>;
  setPrinters(names: readonly string[]): Promise<void>;
  /** What the printer says of the next jobs. */
  setPrintOutcome(success: boolean, reason: string): Promise<void>;
  printJobs(): Promise<readonly PrintJob[]>;
  /** Addresses that main handed to the system's browser. */
  openedOutside(): Promise<readonly string[]>;
  /** Addresses outside of the app that the window asked for. */
  refusedRequests(): Promise<readonly string[]>;
  power(event: 'lock-screen' | 'suspend'): Promise<void>;
  /** Quits as a person does and waits until everything is on the disk. */
  close(): Promise<void>;
  /** Kills the main process at once, as a power cut would. */
  kill(): Promise<void>;
};

/** Electron's executable, if it was fetched. */
export function electronExecutable(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url)('electron');
    return typeof path === 'string' && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

class StandInControl {
  readonly reports: ReportMessage[] = [];
  readonly child: ChildProcess;

  constructor({ app, args, env }: StartOptions) {
    const run = join(import.meta.dirname, '../chromium-shell/run.ts');
    this.child = spawn(process.execPath, [run, app, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    });
    this.child.on('message', (message) => this.reports.push(message as ReportMessage));
  }

  of<K extends ReportMessage['kind']>(kind: K): Extract<ReportMessage, { kind: K }>[] {
    return this.reports.filter((report): report is Extract<ReportMessage, { kind: K }> => report.kind === kind);
  }

  async endpoint(): Promise<string> {
    for (;;) {
      const ready = this.of('ready')[0];
      if (ready) return ready.endpoint;
      if (this.child.exitCode !== null) throw new Error(`The app ended with ${this.child.exitCode} before its window was there`);
      await Promise.race([once(this.child, 'message'), once(this.child, 'exit')]);
    }
  }

  async send(message: ControlMessage): Promise<void> {
    await new Promise<void>((resolve) => this.child.send(message, () => resolve()));
  }
}

async function startOnStandIn(options: StartOptions): Promise<RunningApp> {
  const control = new StandInControl(options);
  const browser = await chromium.connectOverCDP(await control.endpoint());
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('The window has no page');
  await page.waitForURL('https://host.app.invalid/**');
  return {
    page,
    shell: 'chromium-shell',
    pid: control.child.pid ?? 0,
    answerSaveDialog: (path) => control.send({ kind: 'save-dialog', path }),
    setPrinters: (names) => control.send({ kind: 'printers', names }),
    setPrintOutcome: (success, reason) => control.send({ kind: 'print-outcome', success, reason }),
    printJobs: async () =>
      control.of('printed').map(({ title, landscape, pdf }) => ({ title, landscape, pdf: Buffer.from(pdf, 'base64') })),
    openedOutside: async () => control.of('opened-outside').map(({ url }) => url),
    refusedRequests: async () => control.of('refused-request').map(({ url }) => url),
    power: (event) => control.send({ kind: 'power', event }),
    close: async () => {
      if (control.child.exitCode === null) await control.send({ kind: 'quit' });
      await ended(control.child);
    },
    kill: async () => {
      control.child.kill('SIGKILL');
      await ended(control.child);
    },
  };
}
