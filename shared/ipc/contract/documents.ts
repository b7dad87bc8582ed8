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
  'own-week-plan',
  'explanation-sheet',
  'day-overview',
  'day-report',
  'badges',
  'verify-page',
  'revocation-list',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** What a document is saved as: the ending of its file, and the bytes that every file of that kind begins with. */
export const documentFormats = {
  pdf: { ending: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  xlsx: { ending: 'xlsx', begins: [0x50, 0x4b, 0x03, 0x04] },
  /** `<!doctype html>` */
  html: {
    ending: 'html',
    begins: [0x3c, 0x21, 0x64, 0x6f, 0x63, 0x74, 0x79, 0x70, 0x65, 0x20, 0x68, 0x74, 0x6d, 0x6c, 0x3e],
  },
  /** `WEGMARKE-`: a signed list. */
  txt: { ending: 'txt', begins: [0x57, 0x45, 0x47, 0x4d, 0x41, 0x52, 0x4b, 0x45, 0x2d] },
} as const;
const documentFormat = z.enum(['pdf', 'xlsx', 'html', 'txt']);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** Bytes of a document at most: five hundred certificates with logos take a tenth of it. */
const maxDocumentBytes = 134_217_728;

/** A document to be saved. Only what begins as its format does is taken: the window can't have anything else written. */
const savedDocument = z
  .strictObject({
    kind: documentKind,
    format: documentFormat,
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= maxDocumentBytes),
  })
  .refine(({ format, bytes }) => documentFormats[format].begins.every((byte, at) => bytes[at] === byte));

export const documentsContract = {
  /** Asks for a place and writes the file there (temporary name, fsync, rename). `saved: false`: the person cancelled. */
  'documents.save': call(savedDocument, z.strictObject({ saved: z.boolean() }), ['disk.full', 'disk.failed']),
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
