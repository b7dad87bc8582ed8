/**
 * Gives pdfmake's documents our shared fonts. It asks its document for a font by `provideFont`; that one method is
 * replaced, so that a file is parsed once in the life of the worker and each document gets a light object around it,
 * with its own list of used glyphs.
 */
import { Remembered } from '#renderer/documents/remembered.ts';
import {
  type GlyphPlace,
  keyOfRun,
  type ShapedGlyph,
  type ShapedRun,
  type ShapingOptions,
} from './shaped-run.ts';
import { type FontkitFont, FontShaper } from './shaping.ts';
import { type WrittenPiece, writtenPieces } from './written-pieces.ts';

/** pdfkit's font of one document. */
interface EmbeddedFont {
  readonly font: FontkitFont;
  readonly subset: { readonly glyphs: number[]; readonly mapping: Record<number, number> };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  /** In thousandths of the size. */
  readonly ascender: number;
  /** By this name a page's content asks for it. */
  readonly id: string;
  /** What a page that uses it lists among its resources. */
  ref(): unknown;
  lineHeight(size: number): number;
}

/** A font of one document that a page's content is written with. */
export interface WritableFont extends Pick<EmbeddedFont, 'id' | 'ref'> {
  /** The text as a page's content shows it. */
  written(text: string, options: ShapingOptions): readonly WrittenPiece[];
}

type EmbeddedFontClass = new (document: object, font: FontkitFont, id: string) => EmbeddedFont;

/** pdfmake's document while it is made. */
interface MadeDocument {
  readonly fontCache: Record<string, Record<string, EmbeddedFont> | undefined>;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
}

/** A font that texts are measured and set with. */
export interface ReadFont {
  readonly shaper: FontShaper;
  /** Points that a line is high at a size of one point. */
  readonly lineHeight: number;
  /** Points from the top of a line to where its letters stand, at a size of one point. */
  readonly ascent: number;
}

/** pdfkit's font with our shaping: what is measured is what is drawn. */
function sharedFontClass(Base: EmbeddedFontClass) {
  return class SharedFont extends Base implements WritableFont {
    readonly #shaper: FontShaper;
    /** Most texts of a batch are the same on every page. */
    readonly #written = new Remembered<readonly WrittenPiece[]>(2_000);
    /** Places in the subset by glyph and the characters that it stands for here. */
    readonly #places = new Map<string, number>();

    constructor(document: object, shaper: FontShaper, id: string) {
      super(document, shaper.font, id);
      this.#shaper = shaper;
    }

    layout(text: string, options?: ShapingOptions | null): ShapedRun {
      return this.#shaper.shape(text, options ?? {});
    }

    encode(text: string, options?: ShapingOptions | null): [string[], GlyphPlace[]] {
      const { drawn } = this.#shaper.shape(text, options ?? {});
      const codes = drawn.map(([glyph]) => this.#place(glyph).toString(16).padStart(4, '0'));
      return [codes, drawn.map(([, place]) => place)];
    }

    written(text: string, options: ShapingOptions): readonly WrittenPiece[] {
      return this.#written.of(keyOfRun(text, options), () =>
        writtenPieces(this.#shaper.shape(text, options).drawn, (glyph) => this.#place(glyph)),
      );
    }

    widthOfString(text: string, size: number, options?: ShapingOptions | null): number {
      return (this.#shaper.width(text, options ?? {}) * size) / 1000;
    }

    /** A glyph that stands for other characters than before gets a second place, so that each is copied right. */
    #place({ id, codePoints, width }: ShapedGlyph): number {
      const key = `${id} ${codePoints.join(' ')}`;
      const known = this.#places.get(key);
      if (known !== undefined) return known;
      const place = this.subset.glyphs.push(id) - 1;
      this.subset.mapping[id] ??= place;
      this.widths[place] = width;
      this.unicode[place] = codePoints;
      this.#places.set(key, place);
      return place;
    }
  };
}

type SharedFontClass = ReturnType<typeof sharedFontClass>;

/** Fonts by family and style, each read at its first use. */
export class SharedFonts {
  readonly #read = new Map<string, ReadFont>();
  readonly #provide: MadeDocument['provideFont'];
  #SharedFont: SharedFontClass | undefined;

  /** @param document any document of the engine; those after it share the fonts. */
  constructor(document: unknown) {
    const made = document as MadeDocument;
    const prototype = Object.getPrototypeOf(made) as MadeDocument;
    this.#provide = prototype.provideFont;
    const provide = (...asked: [MadeDocument, string, boolean]): EmbeddedFont => this.#provideTo(...asked);
    prototype.provideFont = function provideFont(this: MadeDocument, family, bold) {
      return provide(this, family, bold);
    };
  }

  #provideTo(document: MadeDocument, family: string, bold: boolean): EmbeddedFont {
    const style = bold ? 'bold' : 'normal';
    const fonts = document.fontCache[family] ?? {};
    document.fontCache[family] = fonts;
    const known = fonts[style];
    if (known) return known;
    const { shaper } = this.read(document, family, bold);
    if (!this.#SharedFont) throw new Error('no font was read');
    document._fontCount += 1;
    const font = new this.#SharedFont(document, shaper, `F${document._fontCount}`);
    fonts[style] = font;
    // The writer embeds the fonts that are listed here.
    document._fontFamilies[`${family} ${style}`] = font;
    return font;
  }

  /** @param document any document of the engine. */
  read(document: unknown, family: string, bold: boolean): ReadFont {
    const key = `${family} ${bold}`;
    const known = this.#read.get(key);
    if (known) return known;
    const made = document as MadeDocument;
    // The engine's own way reads the file; its object has taken no glyph yet and is not embedded.
    const fresh = Object.create(made, {
      fontCache: { value: {} },
      _fontFamilies: { value: {} },
    }) as MadeDocument;
    const opened = this.#provide.call(fresh, family, bold, false);
    this.#SharedFont ??= sharedFontClass(opened.constructor as EmbeddedFontClass);
    const measures = { lineHeight: opened.lineHeight(1), ascent: opened.ascender / 1000 };
    const read = { shaper: new FontShaper(opened.font), ...measures };
    this.#read.set(key, read);
    return read;
  }
}
