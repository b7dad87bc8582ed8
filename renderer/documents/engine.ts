/**
 * The only user of pdfmake. Guarantees that making a document reads nothing from a network or a disk: fonts come from
 * the bundle through the virtual file system, the policy for addresses denies them all, and this build of pdfmake has no
 * file access. Every letter of a document is in an embedded font or the document is refused (`missingCharacters`),
 * against boxes instead of a name. Fonts are read once and shared by all documents (`text/shared-fonts.ts`).
 */

import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Attachment, makeArchivable } from './archive-file.ts';
import { type DocumentFont, fontFamilies, fontFiles } from './text/font-files.ts';
import { type ReadFont, SharedFonts } from './text/shared-fonts.ts';

pdfMake.addVirtualFileSystem(fontFiles);
pdfMake.setFonts(structuredClone(fontFamilies));
pdfMake.setUrlAccessPolicy(() => false);

/** A document that is never written: what fonts are read with. */
const blank: Promise<{ readonly document: unknown; readonly fonts: SharedFonts }> = pdfMake
  .createPdf({ content: '', defaultStyle: { font: 'NotoSans' } })
  .getStream()
  .then((document: unknown) => ({ document, fonts: new SharedFonts(document) }));

/** A document without what every one of them has in common. */
export type DocumentDefinition = Omit<
  TDocumentDefinitions,
  'attachments' | 'defaultStyle' | 'info' | 'language' | 'subset' | 'version'
> & {
  /** Shown by PDF readers and print queues, so it names the kind of document and never a person. */
  readonly title: string;
  /** BCP 47; German where nothing else is said. */
  readonly language?: string;
  readonly attachments?: readonly Attachment[];
};

/**
 * Lays out a document and writes it as PDF/A-3b.
 * @param onPage share of the pages written, 0 to 1.
 * @throws Error if a picture can't be read.
 */
export async function makePdf(
  { title, attachments = [], language = 'de', ...definition }: DocumentDefinition,
  onPage: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  await blank;
  pdfMake.setProgressCallback(onPage);
  const document = pdfMake.createPdf({
    pageSize: 'A4',
    ...definition,
    version: '1.7',
    subset: 'PDF/A-3b',
    language,
    displayTitle: true,
    info: { title, creator: 'Wegmarke', producer: 'Wegmarke' },
    defaultStyle: { font: 'NotoSans', fontSize: 10.5, lineHeight: 1.2, color: '#1D2B2F' },
  });
  makeArchivable(await document.getStream(), attachments);
  return new Uint8Array(await document.getBuffer());
}

/** Reads a font, once. */
export async function openFont(name: DocumentFont, isBold: boolean): Promise<ReadFont> {
  const { document, fonts } = await blank;
  return fonts.read(document, name, isBold);
}

/** Characters that plain text can't be set with, each once. Both styles cover the same scripts. */
export async function missingCharacters(texts: Iterable<string>): Promise<string[]> {
  const { font } = (await openFont('NotoSans', false)).shaper;
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text)
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
