import { CodedError } from '#electron/ipc/coded-error.ts';
import type { Handlers } from '#electron/ipc/handlers.ts';
import { type CallName, callNames } from '#shared/ipc/contract/contract.ts';

/** Refuses every call: what answers while the data folder may not be used, so that nothing is read or written. */
export function refusedHandlers(): Handlers {
  const refuse = async (): Promise<never> => {
    throw new CodedError('ipc.failed');
  };
  const entries = callNames.map((name): readonly [CallName, typeof refuse] => [name, refuse]);
  // `fromEntries` forgets the names; they are exactly the contract's.
  return Object.fromEntries(entries) as Record<CallName, typeof refuse>;
}
