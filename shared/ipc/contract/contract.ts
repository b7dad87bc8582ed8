import type { z } from 'zod';
import { appContract } from './app.ts';
import { backupContract } from './backup.ts';
import { cameraContract } from './camera.ts';
import type { Call, Event } from './define.ts';
import { documentsContract } from './documents.ts';
import { erasuresContract } from './erasures.ts';
import { headerContract } from './header.ts';
import { journalContract } from './journal.ts';
import { keystoreContract } from './keystore.ts';
import { kioskContract } from './kiosk.ts';
import { printingContract } from './printing.ts';
import { syncContract } from './sync.ts';
import { throttleContract } from './throttle.ts';

/**
 * The whole of what the window and main may say to each other. Types, main's validation, the preload's allow-list
 * and the coverage test come from this one value.
 */
export const contract = {
  ...appContract,
  ...headerContract,
  ...erasuresContract,
  ...journalContract,
  ...keystoreContract,
  ...throttleContract,
  ...documentsContract,
  ...printingContract,
  ...kioskContract,
  ...cameraContract,
  ...backupContract,
  ...syncContract,
} as const;

type Contract = typeof contract;
export type CallName = { [K in keyof Contract]: Contract[K] extends Call ? K : never }[keyof Contract];
export type EventName = { [K in keyof Contract]: Contract[K] extends Event ? K : never }[keyof Contract];
export type CallArgs<N extends CallName> = z.infer<Contract[N]['args']>;
export type CallResult<N extends CallName> = z.infer<Contract[N]['result']>;
export type EventPayload<N extends EventName> = Contract[N] extends Event<infer P> ? z.infer<P> : never;

/**
 * How an answer crosses: errors are codes, never texts, names or paths. Beside a call's own there are
 * `ipc.untrusted-sender`, `ipc.bad-arguments`, `ipc.bad-result` and `ipc.failed`.
 */
export type Answer<R> =
  | { readonly ok: true; readonly value: R }
  | { readonly ok: false; readonly code: string };

/** What the preload puts on `window.host`. */
export interface HostBridge {
  call(name: CallName, args: unknown): Promise<Answer<unknown>>;
  /** Returns its unsubscribe function. */
  on(name: EventName, listener: (payload: unknown) => void): () => void;
}

/** Names of all calls, for the preload's allow-list and main's registration. */
export const callNames = (Object.keys(contract) as (keyof Contract)[]).filter(
  (name): name is CallName => contract[name].kind === 'call',
);
export const eventNames = (Object.keys(contract) as (keyof Contract)[]).filter(
  (name): name is EventName => contract[name].kind === 'event',
);
