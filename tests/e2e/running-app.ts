/** The app in its own process, on Electron or on the stand-in, behind one face. */

import type { Page } from 'playwright/test';

/** A job that reached the printer. */
export type PrintJob = {
  readonly title: string;
  readonly landscape: boolean;
  readonly silent: boolean;
  readonly copies: number;
  readonly duplexMode: string;
  /** The printer that took it. */
  readonly device: string;
  readonly paper: string;
  readonly pdf: Uint8Array;
};

/** What a start may differ in. */
export type StartOptions = {
  /** The folder of the build or an `app.asar`. */
  readonly app: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds that every step waits, so that a person can follow; on the stand-in only. */
  readonly slowMs?: number;
};

/** A running app. */
export type RunningApp = {
  readonly page: Page;
  readonly shell: 'electron' | 'chromium-shell';
  readonly pid: number;
  /** The next save dialog's answer; `null` cancels it. */
  answerSaveDialog(path: string | null): Promise<void>;
  /** The next answer to a dialog that asks for a file or a folder; `null` cancels it. */
  answerOpenDialog(path: string | null): Promise<void>;
  setPrinters(names: readonly string[]): Promise<void>;
  /** What the printer says of the next jobs. */
  setPrintOutcome(success: boolean, reason: string): Promise<void>;
  printJobs(): Promise<readonly PrintJob[]>;
  /** Addresses that main handed to the system's browser. */
  openedOutside(): Promise<readonly string[]>;
  /** Addresses outside of the app that the window asked for. */
  refusedRequests(): Promise<readonly string[]>;
  power(event: 'lock-screen' | 'suspend'): Promise<void>;
  /** Closes the window as a person does; it may refuse. */
  closeWindow(): Promise<void>;
  /** Quits as the system asks for it and waits until everything is on the disk. */
  close(): Promise<void>;
  /** Kills the main process at once, as a power cut would. */
  kill(): Promise<void>;
};
