import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { DocumentKind } from '#shared/ipc/contract/documents.ts';
import { documentName } from './document-names.ts';
import type { LastChoices } from './last-choices.ts';
import { printAnswer } from './print-answer.ts';
import { type PrintOrder, printOptions } from './print-options.ts';
import type { PrintPages } from './print-pages.ts';
import type { SystemPrinter } from './system-printer.ts';

type PrintingCall =
  | 'printing.printers'
  | 'printing.begin'
  | 'printing.addPage'
  | 'printing.handOver'
  | 'printing.abort';

/** What printing needs of the rest of main. */
export type PrintingSurroundings = {
  readonly printer: SystemPrinter;
  readonly pages: PrintPages;
  readonly last: LastChoices;
};

/** Jobs from the window to the printer. Whatever ends a job, its pages are forgotten. */
export function printingHandlers({ printer, pages, last }: PrintingSurroundings): HandlersOf<PrintingCall> {
  const orders = new Map<string, PrintOrder & { readonly kind: DocumentKind }>();

  /** Electron would print on another printer, or say nothing, where the chosen one is not there any more. */
  const requirePrinter = async ({ choice }: PrintOrder): Promise<void> => {
    const names = (await printer.printers()).map(({ name }) => name);
    if (names.length === 0) throw new CodedError('print.no-printer');
    if (choice?.printer != null && !names.includes(choice.printer))
      throw new CodedError('print.printer-gone');
  };
  const forget = (job: string): void => {
    orders.delete(job);
    pages.remove(job);
  };

  return {
    'printing.printers': async ({ kind }) => ({
      printers: (await printer.printers()).map(({ name, displayName }) => ({
        name,
        label: displayName === '' ? name : displayName,
      })),
      last: await last.of(kind),
    }),
    'printing.begin': async ({ kind, paper, landscape, choice }) => {
      await requirePrinter({ paper, landscape, choice });
      const job = pages.begin({ title: documentName(kind), paper, landscape });
      orders.set(job, { kind, paper, landscape, choice });
      return { job };
    },
    'printing.addPage': async ({ job, picture }) => pages.add(job, picture),
    'printing.handOver': async ({ job }) => {
      const order = orders.get(job);
      if (!order) throw new CodedError('print.ended');
      try {
        await requirePrinter(order);
        const path = pages.handOver(job);
        const answer = await printer
          .print(path, documentName(order.kind), printOptions(order))
          .catch((error: unknown) => {
            throw new CodedError('print.failed', error);
          });
        const outcome = printAnswer(answer.success, answer.reason);
        if (outcome === 'handed-over' && order.choice) await last.keep(order.kind, order.choice);
        return { outcome };
      } finally {
        forget(job);
      }
    },
    // What is on its way to the printer can't be called back; it is forgotten when it is there.
    'printing.abort': async ({ job }) => {
      if (pages.abort(job)) orders.delete(job);
    },
  };
}
