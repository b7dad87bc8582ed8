/**
 * A font that is read once and used by every document after it. Guarantees that a text comes out of every document as
 * it was put in: fontkit notes the characters of a glyph at the glyph's first use and then for ever, so that a shared
 * font would forget them for the next document, or take a mirrored bracket for its counterpart. Here they belong to the
 * shaped text, and what was shaped is remembered.
 */

import bidiFactory from 'bidi-js';
import { Remembered } from '#renderer/documents/remembered.ts';
import { type DrawnGlyph, withCarriers } from './copied-letters.ts';
import {
  type GlyphPlace,
  keyOfRun,
  type ShapedGlyph,
  type ShapedRun,
  type ShapingOptions,
} from './shaped-run.ts';

/** A shaped run, and what is written into the document for it. */
interface RememberedRun extends ShapedRun {
  readonly drawn: readonly DrawnGlyph[];
}

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
  /** Read from the outline at the first question for a width. */
  _metrics?: unknown;
}

/** The part of fontkit's font that is used here. */
export interface FontkitFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  layout(
    text: string,
    features: Record<string, boolean>,
    script: string | undefined,
    language: string | undefined,
    direction: string | undefined,
  ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly Omit<GlyphPlace, 'advanceWidth'>[] };
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  /** Glyphs that were used, with the characters of their first use. */
  _glyphs: Record<number, unknown>;
}

/** Characters that are drawn as nothing, but decide how their neighbours join. */
const joiners = /[\u200c\u200d]/gu;

const bidi = bidiFactory();

/** A bracket as it is drawn where text is read from the right, and back again. */
const mirrored = (text: string): string =>
  [...text].map((character) => bidi.getMirroredCharacter(character) ?? character).join('');

const codePointsOf = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

/** Shapes texts of one font. */
export class FontShaper {
  readonly font: FontkitFont;
  readonly #blank: ShapedGlyph;
  /** Enough for what the pages of a batch have in common. */
  readonly #runs = new Remembered<RememberedRun>(500);
  /** Widths take little room; breaking a long text asks for those of all its parts, at every size anew. */
  readonly #widths = new Remembered<number>(10_000);

  constructor(font: FontkitFont) {
    this.font = font;
    const getGlyph = font.getGlyph.bind(font);
    const metrics = new Map<number, unknown>();
    font.getGlyph = (id, codePoints) => {
      font._glyphs = {};
      const glyph = getGlyph(id, codePoints);
      // A glyph's measures are the same whatever it stands for.
      if (!metrics.has(id) && glyph.advanceWidth >= 0) metrics.set(id, glyph._metrics);
      glyph._metrics = metrics.get(id);
      return glyph;
    };
    const { id, advanceWidth } = font.glyphForCodePoint(0x20);
    this.#blank = { id, width: (advanceWidth * 1000) / font.unitsPerEm, codePoints: [] };
  }

  /** Thousandths of the size that a text is wide. */
  width(text: string, options: ShapingOptions = {}): number {
    return this.#widths.of(keyOfRun(text, options), () => this.shape(text, options).advanceWidth);
  }

  /** The text's glyphs, their places, and what is written into a document for them. */
  shape(text: string, options: ShapingOptions = {}): RememberedRun {
    return this.#runs.of(keyOfRun(text, options), () => {
      const shaped = this.#shapeNow(text, options);
      return { ...shaped, drawn: this.#drawn(shaped, options) };
    });
  }

  #drawn(shaped: ShapedRun, { direction }: ShapingOptions): DrawnGlyph[] {
    if (direction === 'rtl') return withCarriers(shaped, this.#blank);
    return shaped.glyphs.flatMap((glyph, at): DrawnGlyph[] => {
      const place = shaped.positions[at];
      return place ? [[glyph, place]] : [];
    });
  }

  #shapeNow(text: string, { direction, script, language }: ShapingOptions): ShapedRun {
    const isTurned = direction === 'rtl';
    const laid = this.font.layout(isTurned ? mirrored(text) : text, {}, script, language, direction);
    const scale = 1000 / this.font.unitsPerEm;
    const hidden = [...text.matchAll(joiners)].flatMap(([joiner]) => codePointsOf(joiner));
    if (isTurned) hidden.reverse();
    const positions = laid.positions.map((place, at) => ({
      xAdvance: place.xAdvance * scale,
      yAdvance: place.yAdvance * scale,
      xOffset: place.xOffset * scale,
      yOffset: place.yOffset * scale,
      advanceWidth: (laid.glyphs[at]?.advanceWidth ?? 0) * scale,
    }));
    const glyphs = laid.glyphs.map(({ id, codePoints, advanceWidth }, at): ShapedGlyph => {
      // A joiner became a space of no width; it is copied as what it was.
      const isJoiner = codePoints[0] === 0x20 && laid.positions[at]?.xAdvance === 0;
      const joiner = isJoiner ? hidden.shift() : undefined;
      const written = isTurned
        ? codePointsOf(mirrored(String.fromCodePoint(...codePoints)))
        : [...codePoints];
      return { id, width: advanceWidth * scale, codePoints: joiner === undefined ? written : [joiner] };
    });
    const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    return { glyphs, positions, advanceWidth };
  }
}
