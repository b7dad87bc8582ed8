/**
 * Printing. The window renders a document's pages on a canvas and hands them over one by one; main keeps them in
 * memory until the job goes to the printer, so that no plaintext file is written. Until `handOver` nothing reaches a
 * printer, and what is aborted or left behind by a locked window is forgotten.
 */
import { z } from 'zod';
import { call } from './define.ts';
import { documentKind } from './documents.ts';

/** Pages of a job at most, empty backs included. */
export const maxPrintedPages = 1_000;
/** Bytes of a page's picture at most: A4 at 300 dpi without any compression takes less. */
const maxPictureBytes = 33_554_432;

const paper = z.enum(['A4', 'A5']);
export type Paper = z.infer<typeof paper>;

/** A name as the operating system gives it; passed back to it and nowhere else. */
const printerName = z.string().min(1).max(512);
const duplex = z.enum(['off', 'long-edge']);

/** How a document is printed. `printer: null`: the system's default printer. */
export const printChoice = z.strictObject({
  printer: printerName.nullable(),
  copies: z.number().int().min(1).max(9),
  duplex,
});
export type PrintChoice = z.infer<typeof printChoice>;

const jobToken = z.string().regex(/^[0-9a-f]{32}$/);

/** What the printer's side may answer, in codes. */
const printFailures = [
  'print.no-printer',
  'print.printer-gone',
  'print.invalid-settings',
  'print.too-large',
  'print.ended',
  'print.failed',
] as const;

export const printingContract = {
  /** The printers of this computer, and what a document of this kind was printed with last. */
  'printing.printers': call(
    z.strictObject({ kind: documentKind }),
    z.strictObject({
      printers: z.array(z.strictObject({ name: printerName, label: z.string().max(512) })).max(500),
      last: printChoice.nullable(),
    }),
  ),
  /** Begins a job. `choice: null`: the system's own print dialog asks at the end. */
  'printing.begin': call(
    z.strictObject({ kind: documentKind, paper, landscape: z.boolean(), choice: printChoice.nullable() }),
    z.strictObject({ job: jobToken }),
    printFailures,
  ),
  /** Adds a page: a PNG at 200 dpi or more, or `null` for an empty back. */
  'printing.addPage': call(
    z.strictObject({
      job: jobToken,
      picture: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= maxPictureBytes)
        .nullable(),
    }),
    z.void(),
    printFailures,
  ),
  /** Hands the job to the printer and answers what its spooler says. Afterwards the pages are forgotten. */
  'printing.handOver': call(
    z.strictObject({ job: jobToken }),
    z.strictObject({ outcome: z.enum(['handed-over', 'cancelled']) }),
    printFailures,
  ),
  /** Forgets a job that was not handed over. */
  'printing.abort': call(z.strictObject({ job: jobToken }), z.void()),
} as const;
