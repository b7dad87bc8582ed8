/**
 * An expected failure of a call that the renderer may know of. Only its code crosses to the window: never a
 * message, a name or a path. Every other error that a handler throws arrives there as `ipc.failed`.
 */
export class CodedError extends Error {
  readonly code: string;

  /** @param code one of the call's `errors` in the contract. @param cause what happened; stays in main. */
  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.name = 'CodedError';
    this.code = code;
  }
}
