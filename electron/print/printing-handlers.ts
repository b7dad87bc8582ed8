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

/** What the window ordered. */
export type OrderedDocument = PrintOrder & { readonly kind: DocumentKind; readonly title: string };

/** What printing needs of the rest of main. */
export type PrintingSurroundings = {
  readonly printer: SystemPrinter;
  readonly pages: PrintPages<OrderedDocument>;
  readonly last: LastChoices;
};

/** Jobs from the window to the printer. Whatever ends a job, its pages are forgotten. */
export function printingHandlers({ printer, pages, last }: PrintingSurroundings): HandlersOf<PrintingCall> {
  /** Electron would print on another printer, or say nothing, where the chosen one is not there any more. */
  const requirePrinter = async ({ choice }: PrintOrder): Promise<void> => {
    const names = (await printer.printers()).map(({ name }) => name);
    if (names.length === 0) throw new CodedError('print.no-printer');
    if (choice?.printer != null && !names.includes(choice.printer))
      throw new CodedError('print.printer-gone');
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
      return { job: pages.begin({ kind, title: documentName(kind), paper, landscape, choice }) };
    },
    'printing.addPage': async ({ job, picture }) => pages.add(job, picture),
    'printing.handOver': async ({ job }) => {
      const order = pages.orderOf(job);
      try {
        await requirePrinter(order);
        const path = pages.handOver(job);
        const answer = await printer.print(path, order.title, printOptions(order)).catch((error: unknown) => {
          throw new CodedError('print.failed', error);
        });
        const outcome = printAnswer(answer.success, answer.reason);
        if (outcome === 'handed-over' && order.choice) await last.keep(order.kind, order.choice);
        return { outcome };
      } finally {
        pages.remove(job);
      }
    },
    // What is on its way to the printer can't be called back; it is forgotten when it is there.
    'printing.abort': async ({ job }) => pages.abort(job),
  };
}
