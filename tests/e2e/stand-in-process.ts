/** The app on the stand-in: its own Node process, Chromium below it, attached to from here. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright/test';
import type { ControlMessage, ReportMessage } from '#tests/chromium-shell/control.ts';
import type { RunningApp, StartOptions } from './running-app.ts';

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

/** Waits for a process that is not a child of this one; until it ends it writes into its profile. */
async function processEnd(pid: number): Promise<void> {
  // A process that nobody reaps stays in the table for ever.
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(20);
  }
}

class StandInControl {
  readonly reports: ReportMessage[] = [];
  readonly child: ChildProcess;
  #sent = 0;

  constructor({ app, args, env }: StartOptions) {
    const run = join(import.meta.dirname, '../chromium-shell/run.ts');
    this.child = spawn(process.execPath, [run, app, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    });
    this.child.on('message', (message) => this.reports.push(message as ReportMessage));
  }

  of<K extends ReportMessage['kind']>(kind: K): Extract<ReportMessage, { kind: K }>[] {
    return this.reports.filter(
      (report): report is Extract<ReportMessage, { kind: K }> => report.kind === kind,
    );
  }

  async ready(): Promise<Extract<ReportMessage, { kind: 'ready' }>> {
    for (;;) {
      const ready = this.of('ready')[0];
      if (ready) return ready;
      if (this.child.exitCode !== null)
        throw new Error(`The app ended with ${this.child.exitCode} before its window was there`);
      await Promise.race([once(this.child, 'message'), once(this.child, 'exit')]);
    }
  }

  /** Resolves when the app has taken the message: it shares no queue with the page's calls, so a later one could pass it. */
  async send(message: ControlMessage): Promise<void> {
    this.#sent += 1;
    const turn = this.#sent;
    this.child.send(message, () => undefined);
    while (this.of('received').length < turn && this.child.connected)
      await Promise.race([once(this.child, 'message'), once(this.child, 'disconnect')]);
  }

  /** What the app has reported of a kind until now. */
  async reported<K extends ReportMessage['kind']>(kind: K): Promise<Extract<ReportMessage, { kind: K }>[]> {
    await this.send({ kind: 'look-up' });
    return this.of(kind);
  }
}

/** Starts the app on the stand-in. */
export async function startOnStandIn(options: StartOptions): Promise<RunningApp> {
  const control = new StandInControl(options);
  const { endpoint, browserPid } = await control.ready();
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('The window has no page');
  await page.waitForURL('https://host.app.invalid/**');
  return {
    page,
    shell: 'chromium-shell',
    pid: control.child.pid ?? 0,
    answerSaveDialog: (path) => control.send({ kind: 'save-dialog', path }),
    answerOpenDialog: (path) => control.send({ kind: 'open-dialog', path }),
    setPrinters: (names) => control.send({ kind: 'printers', names }),
    setPrintOutcome: (success, reason) => control.send({ kind: 'print-outcome', success, reason }),
    printJobs: async () =>
      (await control.reported('printed')).map(({ kind: _kind, pdf, ...job }) => ({
        ...job,
        pdf: Buffer.from(pdf, 'base64'),
      })),
    openedOutside: async () => (await control.reported('opened-outside')).map(({ url }) => url),
    refusedRequests: async () => (await control.reported('refused-request')).map(({ url }) => url),
    power: (event) => control.send({ kind: 'power', event }),
    closeWindow: () => control.send({ kind: 'close-window' }),
    close: async () => {
      if (control.child.exitCode === null) await control.send({ kind: 'quit' });
      await ended(control.child);
      await processEnd(browserPid);
    },
    kill: async () => {
      control.child.kill('SIGKILL');
      await ended(control.child);
      await processEnd(browserPid);
    },
  };
}
