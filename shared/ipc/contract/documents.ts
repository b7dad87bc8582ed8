import { z } from 'zod';
import { isCertificateNumber } from '#shared/domain/certificates/number.ts';
import { call } from './define.ts';

/** Neutral names only: a document kind, never a person. Main turns it into a file name and a print job title. */
export const documentKind = z.enum([
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
  'audit-log',
  'disclosure',
  'badges',
  'verify-page',
  'revocation-list',
  'join-file',
]);
export type DocumentKind = z.infer<typeof documentKind>;

/**
 * What a document is saved as: the ending of its file, and the bytes that every file of that kind begins with. An
 * archive is taken only if its first entry says that it is encrypted.
 */
export const documentFormats = {
  pdf: { ending: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  xlsx: { ending: 'xlsx', begins: [0x50, 0x4b, 0x03, 0x04] },
  zip: { ending: 'zip', begins: [0x50, 0x4b, 0x03, 0x04] },
  /** `<!doctype html>` */
  html: {
    ending: 'html',
    begins: [0x3c, 0x21, 0x64, 0x6f, 0x63, 0x74, 0x79, 0x70, 0x65, 0x20, 0x68, 0x74, 0x6d, 0x6c, 0x3e],
  },
  /** `WEGMARKE-`: a signed list. */
  txt: { ending: 'txt', begins: [0x57, 0x45, 0x47, 0x4d, 0x41, 0x52, 0x4b, 0x45, 0x2d] },
  /** `{"format":"wegmarke-`: what is held about a person, for them. */
  json: {
    ending: 'json',
    begins: [
      ...[0x7b, 0x22, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x22, 0x3a, 0x22],
      ...[0x77, 0x65, 0x67, 0x6d, 0x61, 0x72, 0x6b, 0x65, 0x2d],
    ],
  },
} as const;
const documentFormat = z.enum(['pdf', 'xlsx', 'zip', 'html', 'txt', 'json']);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** Bytes of a document at most: five hundred certificates with logos take a tenth of it. */
const maxDocumentBytes = 134_217_728;
const documentBytes = z.instanceof(Uint8Array).refine(({ length }) => length <= maxDocumentBytes);

const beginsAs = (format: DocumentFormat, bytes: Uint8Array): boolean =>
  documentFormats[format].begins.every((byte, at) => bytes[at] === byte);
/** Bit 0 of the flags in a ZIP's first local header. */
const isEncryptedZip = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;

/** A document to be saved. Only what begins as its format does is taken: the window can't have anything else written. */
const savedDocument = z
  .strictObject({ kind: documentKind, format: documentFormat, bytes: documentBytes })
  .refine(({ format, bytes }) => beginsAs(format, bytes) && (format !== 'zip' || isEncryptedZip(bytes)));

/**
 * What tells the files of a folder apart: a certificate's number with its check character, or digits, in groups. A
 * file's name lies in the clear wherever it is copied to; a person's name does not pass.
 */
const fileMark = z
  .string()
  .max(40)
  .regex(/^[0-9A-Z]+(?:-[0-9A-Z]+)*$/)
  .refine((mark) => isCertificateNumber(mark) || /^[\d-]+$/.test(mark));
/** What main calls a chosen folder; random, forgotten with the window. */
const folderToken = z.string().regex(/^[0-9a-f]{32}$/);

export const documentsContract = {
  /** Asks for a place and writes the file there (temporary name, fsync, rename). `saved: false`: the person cancelled. */
  'documents.save': call(savedDocument, z.strictObject({ saved: z.boolean() }), ['disk.full', 'disk.failed']),
  /** Asks for a folder. `folder: null`: the person cancelled. */
  'documents.openFolder': call(
    z.strictObject({ kind: documentKind }),
    z.strictObject({ folder: folderToken.nullable() }),
  ),
  /**
   * Writes a PDF into a chosen folder, whole or not at all; a file that is there keeps its name and its content, and
   * the new one gets a number. Answers the name that it has now.
   */
  'documents.addFile': call(
    z.strictObject({
      folder: folderToken,
      mark: fileMark,
      bytes: documentBytes.refine((bytes) => beginsAs('pdf', bytes)),
    }),
    z.strictObject({ name: z.string().max(255) }),
    ['disk.full', 'disk.failed', 'document.folder-closed'],
  ),
  /** Forgets a chosen folder. */
  'documents.closeFolder': call(z.strictObject({ folder: folderToken }), z.void()),
} as const;
