/**
 * Text that is read from the right, so that it is copied as it is read. Readers turn such text round glyph by glyph. A
 * ligature with several letters, or a mark that is drawn above its letter, would come out in the wrong order or as a
 * word of its own. So those letters are carried by blank glyphs, each a little to the left of the glyph it belongs to.
 */
import type { GlyphPlace, ShapedGlyph, ShapedRun } from './shaped-run.ts';

/** A glyph and where it goes. */
export type DrawnGlyph = readonly [glyph: ShapedGlyph, place: GlyphPlace];

const isMark = (codePoint: number): boolean => /\p{M}/u.test(String.fromCodePoint(codePoint));

/** Letters of a ligature; doubled ones stay together, because readers take two at one place for a shadow. */
function lettersOf(codePoints: readonly number[]): number[][] {
  const letters: number[][] = [];
  for (const codePoint of codePoints) {
    const last = letters.at(-1);
    if (last?.[0] === codePoint) last.push(codePoint);
    else letters.push([codePoint]);
  }
  return letters;
}

/** The glyphs of a run from the right, with carriers. `blank` has no ink and about the width of a space. */
export function withCarriers({ glyphs, positions }: ShapedRun, blank: ShapedGlyph): DrawnGlyph[] {
  /** Half a space before its glyph: nearer it would be taken for a shadow, farther for another word. */
  const step = blank.width / 2;
  return glyphs.flatMap((glyph, at): DrawnGlyph[] => {
    const place = positions[at];
    if (!place) return [];
    const letters = lettersOf(glyph.codePoints);
    const own = glyph.codePoints.every(isMark) ? [] : (letters.shift() ?? []);
    const carriers = letters.reverse().map((codePoints, before): DrawnGlyph => {
      const xOffset = before === 0 ? -step : 0;
      return [
        { ...blank, codePoints },
        { xAdvance: 0, yAdvance: 0, xOffset, yOffset: 0, advanceWidth: blank.width },
      ];
    });
    return [...carriers, [{ ...glyph, codePoints: own }, place]];
  });
}
