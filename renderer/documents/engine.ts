/**
 * The only user of pdfmake. Guarantees that making a document reads nothing from a network or a disk: fonts come from
 * the bundle through the virtual file system, the policy for addresses denies them all, and this build of pdfmake has no
 * file access. Every letter of a document is in an embedded font or the document is refused (`missingCharacters`),
 * against boxes instead of a name. Fonts are read once and shared by all documents (`text/shared-fonts.ts`).
 */

import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Attachment, makeArchivable } from './archive-file.ts';
import { type DrawableDocument, drawPage } from './drawing/draw-page.ts';
import { Drawings } from './drawing/drawings.ts';
import type { PlannedPage } from './drawing/marks.ts';
import { type PackablePage, packPage } from './drawing/pack-page.ts';
import { type PictureDocument, SharedPictures } from './drawing/pictures.ts';
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

const sharedPictures = new SharedPictures();

/** The engine's document, laid out and not yet written. */
interface WritableDocument extends DrawableDocument, PictureDocument {
  readonly page: DrawableDocument['page'] & PackablePage;
  addPage(options: { size: [number, number]; margin: number }): void;
}

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

/** What every document has in common, whoever puts its pages together. */
type DocumentFacts = Pick<DocumentDefinition, 'title' | 'language' | 'attachments'>;

function definitionOf({ title, language = 'de' }: DocumentFacts, definition: object): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    content: [],
    ...definition,
    version: '1.7',
    subset: 'PDF/A-3b',
    language,
    displayTitle: true,
    info: { title, creator: 'Wegmarke', producer: 'Wegmarke' },
    defaultStyle: { font: 'NotoSans', fontSize: 10.5, lineHeight: 1.2, color: '#1D2B2F' },
  };
}

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
  pdfMake.setProgressCallback(inSteps(onPage));
  const document = pdfMake.createPdf(definitionOf({ title, language }, definition));
  makeArchivable(await document.getStream(), attachments);
  return new Uint8Array(await document.getBuffer());
}

/** A document of pages that are planned to the point. */
export interface DrawnDocument extends DocumentFacts {
  readonly pages: readonly PlannedPage[];
  /** Pictures of dots as data URLs by their key; each is embedded once, however many pages show it. */
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Draws planned pages and writes them as PDF/A-3b. The engine gives the document, its fonts and pictures, and lays out
 * only what it alone can draw.
 * @param onPage share of the pages drawn, 0 to 1.
 * @throws Error if a picture can't be read.
 */
export async function drawPdf(
  { pages, pictures, attachments = [], ...facts }: DrawnDocument,
  onPage: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  await blank;
  pdfMake.setProgressCallback(() => undefined);
  const drawings = new Drawings(pages);
  const { content } = drawings;
  const [first] = pages;
  const pageSize = first && { width: first.width, height: first.height };
  const definition = { content, pageSize, pageMargins: 0 };
  const made = pdfMake.createPdf(definitionOf(facts, definition), { bufferPages: true });
  const document = (await made.getStream()) as unknown as WritableDocument;
  // Without drawings the engine has laid out one empty page, which is the first one.
  const isBegun = !drawings.takeFrom(document);
  for (const [key, dataUrl] of pictures) await sharedPictures.embed(document, key, dataUrl);
  const report = inSteps(onPage);
  for (const [at, page] of pages.entries()) {
    if (at > 0 || !isBegun) document.addPage({ size: [page.width, page.height], margin: 0 });
    drawPage(document, page, drawings);
    await packPage(document.page);
    report((at + 1) / pages.length);
  }
  makeArchivable(document, attachments);
  return new Uint8Array(await made.getBuffer());
}

/** Progress in hundredths: who listens is told often enough. */
function inSteps(report: (share: number) => void): (share: number) => void {
  let told = 0;
  return (share) => {
    if (share < 1 && share - told < 0.01) return;
    told = share;
    report(share);
  };
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
