import type { DrawnGlyph } from './copied-letters.ts';
import type { ShapedGlyph } from './shaped-run.ts';

/** Glyphs that follow each other on the line, as a page's content shows them. */
export interface WrittenPiece {
  /** From where the text begins, in thousandths of the size; y grows upwards. */
  readonly x: number;
  readonly y: number;
  /** The operand of `TJ`. */
  readonly shown: string;
}

const rounded = (thousandths: number): number => Math.round(thousandths * 1000) / 1000;

/**
 * Shaped glyphs as pieces of a page's content. A glyph beside its place is a piece of its own: readers compare places to
 * the last fraction to tell which letter is first, so none is reached by a sum of corrections.
 * @param placeOf the glyph's place in the document's font.
 */
export function writtenPieces(
  glyphs: readonly DrawnGlyph[],
  placeOf: (glyph: ShapedGlyph) => number,
): WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  let shown: string[] = [];
  let codes = '';
  let [from, pen] = [0, 0];
  const end = (): void => {
    if (codes !== '') shown.push(`<${codes}>`);
    if (shown.length > 0) pieces.push({ x: from, y: 0, shown: `[${shown.join(' ')}]` });
    [shown, codes, from] = [[], '', pen];
  };
  for (const [glyph, { xAdvance, xOffset, yOffset, advanceWidth }] of glyphs) {
    const code = placeOf(glyph).toString(16).padStart(4, '0');
    if (xOffset !== 0 || yOffset !== 0) {
      end();
      pieces.push({ x: pen + xOffset, y: yOffset, shown: `[<${code}>]` });
      pen += xAdvance;
      from = pen;
      continue;
    }
    codes += code;
    pen += xAdvance;
    const correction = rounded(advanceWidth - xAdvance);
    if (correction === 0) continue;
    shown.push(`<${codes}>`, String(correction));
    codes = '';
  }
  end();
  return pieces;
}
