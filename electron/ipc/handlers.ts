import type { CallArgs, CallName, CallResult } from '#shared/ipc/contract/contract.ts';

/**
 * What answers the calls `N` of the contract. Arguments arrive parsed; a handler throws `CodedError` for a failure
 * that the renderer translates, anything else is a bug and arrives as `ipc.failed`.
 */
export type HandlersOf<N extends CallName> = {
  readonly [K in N]: (args: CallArgs<K>) => Promise<CallResult<K>>;
};

/** An answer for every call of the contract. */
export type Handlers = HandlersOf<CallName>;
