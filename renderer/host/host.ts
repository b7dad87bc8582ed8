import { err, ok, type Result } from '#shared/domain/result.ts';
import type {
  CallArgs,
  CallName,
  CallResult,
  EventName,
  EventPayload,
  HostBridge,
} from '#shared/ipc/contract/contract.ts';

declare global {
  interface Window {
    /** Put there by electron/preload.ts. This file is its only user. */
    readonly host: HostBridge;
  }
}

/**
 * Asks main. The error is one of the call's codes or a general one (`ipc.…`); callers translate it. `args` is
 * `undefined` for calls that take none.
 */
export async function call<N extends CallName>(
  name: N,
  args: CallArgs<N>,
): Promise<Result<CallResult<N>, string>> {
  const answer = await window.host.call(name, args);
  // Main has parsed the value against this very contract.
  return answer.ok ? ok(answer.value as CallResult<N>) : err(answer.code);
}

/** Listens to main. Returns the function that ends it. */
export function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.host.on(name, (payload) => listener(payload as EventPayload<N>));
}
