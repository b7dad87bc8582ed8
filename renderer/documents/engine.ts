/**
 * The only user of pdfmake. Guarantees that making a document reads nothing from a network or a disk: fonts come from
 * the bundle through the virtual file system, the policy for addresses denies them all, and this build of pdfmake has no
 * file access. Every letter of a document is in an embedded font or the document is refused (`missingCharacters`),
 * against boxes instead of a name.
 */

import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?inline';
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?inline';
import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1);

pdfMake.addVirtualFileSystem({ 'regular.ttf': base64Of(regular), 'bold.ttf': base64Of(bold) });
pdfMake.setFonts({ NotoSans: { normal: 'regular.ttf', bold: 'bold.ttf' } });
pdfMake.setUrlAccessPolicy(() => false);

/**
 * Switches off that the font takes a letter apart into base and mark (į, ị): the mark would print but be missing from
 * the text that is copied or searched. Our texts are composed (NFC), so every letter has a glyph of its own. pdfkit
 * takes an object with switches as well as the list that its types name.
 */
const composedLetters: unknown = { ccmp: false };

/** A document without what every one of them has in common. */
export type DocumentDefinition = Omit<
  TDocumentDefinitions,
  'defaultStyle' | 'language' | 'version' | 'info'
> & {
  /** Shown by PDF readers and print queues, so it names the kind of document and never a person. */
  readonly title: string;
};

/**
 * Lays out a document and writes it as PDF 1.7.
 * @param onPage share of the pages written, 0 to 1.
 * @throws Error if a picture can't be read.
 */
export async function makePdf(
  { title, ...definition }: DocumentDefinition,
  onPage: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  pdfMake.setProgressCallback(onPage);
  const document = pdfMake.createPdf({
    pageSize: 'A4',
    ...definition,
    version: '1.7',
    language: 'de',
    displayTitle: true,
    info: { title, creator: 'Wegmarke', producer: 'Wegmarke' },
    defaultStyle: {
      font: 'NotoSans',
      fontSize: 10.5,
      lineHeight: 1.2,
      color: '#1D2B2F',
      fontFeatures: composedLetters as NonNullable<TDocumentDefinitions['defaultStyle']>['fontFeatures'],
    },
  });
  return new Uint8Array(await document.getBuffer());
}

interface FontProvider {
  provideFont(
    family: string,
    bold: boolean,
    italics: boolean,
  ): { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

let openedFont: Promise<ReturnType<FontProvider['provideFont']>> | undefined;

/** Characters that the documents' font has no glyph for, each once. Both styles cover the same scripts. */
export async function missingCharacters(texts: Iterable<string>): Promise<string[]> {
  openedFont ??= pdfMake
    .createPdf({ content: '', defaultStyle: { font: 'NotoSans' } })
    .getStream()
    .then((stream) => (stream as unknown as FontProvider).provideFont('NotoSans', false, false));
  const { font } = await openedFont;
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text)
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
