/**
 * The only user of pdfmake. Guarantees that making a document reads nothing from a network or a disk: fonts come from
 * the bundle through the virtual file system, the policy for addresses denies them all, and this build of pdfmake has no
 * file access. Every letter of a document is in an embedded font or the document is refused (`missingCharacters`),
 * against boxes instead of a name.
 */

import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?inline';
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?inline';
import ethiopic from '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf?inline';
import arabic from '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf?inline';
import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1);

pdfMake.addVirtualFileSystem({
  'regular.ttf': base64Of(regular),
  'bold.ttf': base64Of(bold),
  'arabic.ttf': base64Of(arabic),
  'ethiopic.ttf': base64Of(ethiopic),
});
const fonts = {
  NotoSans: { normal: 'regular.ttf', bold: 'bold.ttf' },
  // Names in their own script stand beside others in one weight.
  Vazirmatn: { normal: 'arabic.ttf', bold: 'arabic.ttf' },
  NotoSansEthiopic: { normal: 'ethiopic.ttf', bold: 'ethiopic.ttf' },
};
pdfMake.setFonts(fonts);

/** NotoSans has Latin, Greek and Cyrillic letters; the others those of one script each. */
export type DocumentFont = keyof typeof fonts;
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

interface OpenedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  widthOfString(text: string, size: number, features?: unknown): number;
  lineHeight(size: number): number;
}

interface FontProvider {
  provideFont(family: string, bold: boolean, italics: boolean): OpenedFont;
}

const opened = new Map<string, Promise<OpenedFont>>();

function openFont(name: DocumentFont, isBold: boolean): Promise<OpenedFont> {
  const key = `${name} ${isBold}`;
  const opening =
    opened.get(key) ??
    pdfMake
      .createPdf({ content: '', defaultStyle: { font: name } })
      .getStream()
      .then((stream) => (stream as unknown as FontProvider).provideFont(name, isBold, false));
  opened.set(key, opening);
  return opening;
}

/** How much room a text takes. */
export interface TextMeasure {
  /** Points that the text is wide at a size of one point. */
  width(text: string): number;
  /** Points that a line is high at a size of one point, before the style's own line height. */
  readonly line: number;
}

/** Measures texts as they will be set, for type that is to be as large as its place allows. */
export async function textMeasure(name: DocumentFont, isBold: boolean): Promise<TextMeasure> {
  const font = await openFont(name, isBold);
  return { width: (text) => font.widthOfString(text, 1, composedLetters), line: font.lineHeight(1) };
}

/** Characters that a font has no glyph for, each once. Both styles cover the same scripts. */
export async function missingCharacters(
  texts: Iterable<string>,
  name: DocumentFont = 'NotoSans',
): Promise<string[]> {
  const { font } = await openFont(name, false);
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text)
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character);
  }
  return [...missing];
}
