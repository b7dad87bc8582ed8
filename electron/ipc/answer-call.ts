/**
 * Guarantees, against a compromised page: what reaches a handler has been parsed by the contract, what leaves main
 * has been parsed by the contract, and a failure crosses as a code that the contract names. A message of an
 * exception (with a path or a name in it) never crosses.
 */

import { type Answer, type CallName, contract } from '#shared/ipc/contract/contract.ts';
import { CodedError } from './coded-error.ts';
import type { Handlers } from './handlers.ts';

const failed = (code: string): Answer<never> => ({ ok: false, code });

function codeOf(name: CallName, error: unknown): string {
  const declared = error instanceof CodedError && contract[name].errors.includes(error.code);
  return declared ? error.code : 'ipc.failed';
}

/** Parses `args`, runs the call's handler, parses its result. Never throws. */
export async function answerCall(
  handlers: Handlers,
  name: CallName,
  args: unknown,
): Promise<Answer<unknown>> {
  const parsed = contract[name].args.safeParse(args);
  if (!parsed.success) return failed('ipc.bad-arguments');
  try {
    // The parser belongs to the same name as the handler; the compiler can't follow that through a union of names.
    const handler = handlers[name] as (args: unknown) => Promise<unknown>;
    const result = contract[name].result.safeParse(await handler(parsed.data));
    return result.success ? { ok: true, value: result.data } : failed('ipc.bad-result');
  } catch (error) {
    return failed(codeOf(name, error));
  }
}
