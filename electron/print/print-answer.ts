import { CodedError } from '#electron/ipc/coded-error.ts';

/** What Electron's print callback says, by its words; they are not translated and stand in its sources. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/invalid devicename/i, 'print.printer-gone'],
  [/no printers available|failed to enumerate printers/i, 'print.no-printer'],
  [/invalid printer settings/i, 'print.invalid-settings'],
];

/**
 * What became of a job. `handed-over` says that the spooler took it: what happens at the printer afterwards (no paper,
 * a jam) is not reported to any program. @throws CodedError one of the contract's `print.…`.
 */
export function printAnswer(success: boolean, reason: string): 'handed-over' | 'cancelled' {
  if (success) return 'handed-over';
  // The dialog's cancel button, in either spelling.
  if (/cancell?ed/i.test(reason)) return 'cancelled';
  throw new CodedError(codes.find(([words]) => words.test(reason))?.[1] ?? 'print.failed', reason);
}
