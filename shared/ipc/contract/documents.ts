import { z } from 'zod';
import { call } from './define.ts';

/** Neutral names only: a document kind, never a person. Main turns it into a file name and a print job title. */
const documentKind = z.enum([
  'certificate',
  'certificates',
  'recovery-sheet',
  'signature-lists',
  'signature-form',
  'group-roster',
  'week-plan',
  'day-overview',
]);
export type DocumentKind = z.infer<typeof documentKind>;

const pdf = z.instanceof(Uint8Array);

export const documentsContract = {
  /** Asks for a place and writes the PDF there (temporary name, fsync, rename). `saved: false`: the person cancelled. */
  'documents.savePdf': call(
    z.strictObject({ kind: documentKind, pdf }),
    z.strictObject({ saved: z.boolean() }),
    ['disk.full', 'disk.failed'],
  ),
  /**
   * Hands pages to the system's print dialog. The window renders the PDF's pages on a canvas; main prints a
   * hidden page of those pictures, so that no plaintext file is written.
   */
  'documents.print': call(
    z.strictObject({
      kind: documentKind,
      /** One PNG per page, in order, at 200 dpi or more. */
      pages: z.array(z.instanceof(Uint8Array)).min(1).max(500),
      landscape: z.boolean(),
    }),
    z.strictObject({ outcome: z.enum(['handed-over', 'cancelled']) }),
    ['print.no-printer', 'print.failed'],
  ),
} as const;
