/** How a run is shaped; the engine hands it through as the run's `fontFeatures`. */
export interface ShapingOptions {
  readonly direction?: 'ltr' | 'rtl';
  /** OpenType tag, such as `arab`. */
  readonly script?: string;
  /** OpenType tag, such as `FAR `. */
  readonly language?: string;
}

/** What tells a shaped text from another one of the same font. */
export const keyOfRun = (text: string, { direction, script, language }: ShapingOptions): string =>
  `${direction ?? ''} ${script ?? ''} ${language ?? ''} ${text}`;

/** One glyph of a shaped run, in the order of drawing; lengths in thousandths of the size. */
export interface ShapedGlyph {
  readonly id: number;
  /** What is copied for it; empty for a glyph that belongs to the one before. */
  readonly codePoints: readonly number[];
  readonly width: number;
}

/** Where a glyph goes, as the PDF writer reads it. */
export interface GlyphPlace {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** The width that is written down for the glyph; where the advance differs, the writer corrects by it. */
  readonly advanceWidth: number;
}

export interface ShapedRun {
  readonly glyphs: readonly ShapedGlyph[];
  readonly positions: readonly GlyphPlace[];
  /** In thousandths of the size. */
  readonly advanceWidth: number;
}
