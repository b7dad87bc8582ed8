import type { PrintChoice } from '#shared/ipc/contract/printing.ts';
import type { Printer } from '#shared/ports/documents.ts';

/** What the dialog begins with. */
export interface FirstChoice {
  readonly choice: PrintChoice;
  /** The printer that was used last and is not there any more. */
  readonly gone: string | null;
}

/**
 * What was used last for this kind of document, else one copy on the system's default printer. Both sides where the
 * document has second pages: they belong on the back, however the last one was printed.
 */
export function firstChoice(
  printers: readonly Printer[],
  last: PrintChoice | null,
  twoSided: boolean,
): FirstChoice {
  const used = last?.printer ?? null;
  const isThere = used === null || printers.some(({ name }) => name === used);
  return {
    choice: {
      printer: isThere ? used : null,
      copies: last?.copies ?? 1,
      duplex: twoSided ? 'long-edge' : (last?.duplex ?? 'off'),
    },
    gone: isThere ? null : used,
  };
}
