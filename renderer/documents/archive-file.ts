/**
 * What makes a document fit to be kept (PDF/A-3b). The engine writes output intent, file identifier and identification
 * by itself; here the metadata become well-formed XML whatever is in a title, and files are attached so that they
 * belong to the whole document.
 */

/** A file inside of the PDF. */
export interface Attachment {
  /** As readers list it; each name once in a document. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

type Info = Readonly<Record<string, unknown>>;

/** The engine's document before it is written. */
interface WritableDocument {
  /** Whether what is written from now on is packed. */
  compress: boolean;
  info: Info;
  /** Writes the metadata from `info`. */
  _addInfo(): void;
  file(
    bytes: ArrayBuffer,
    options: {
      name: string;
      type: string;
      description: string;
      relationship: 'Data';
      creationDate: Date;
      modifiedDate: Date;
    },
  ): void;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[&<>]/g, (sign) => entities[sign] ?? sign) : value;

/** Bytes of a file from which on packing is worth its time: the engine's takes about a millisecond for each. */
const packedFrom = 4096;

/** Readies a document that is laid out and not yet written. */
export function makeArchivable(document: unknown, attachments: readonly Attachment[]): void {
  const made = document as WritableDocument;
  const addInfo = made._addInfo.bind(made);
  made._addInfo = () => {
    const plain = made.info;
    made.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escaped(value)]));
    addInfo();
    made.info = plain;
  };
  const now = made.info.CreationDate instanceof Date ? made.info.CreationDate : new Date();
  const { compress } = made;
  for (const { bytes, ...described } of attachments) {
    made.compress = compress && bytes.length > packedFrom;
    made.file(bytes.slice().buffer, {
      ...described,
      relationship: 'Data',
      creationDate: now,
      modifiedDate: now,
    });
  }
  made.compress = compress;
}
