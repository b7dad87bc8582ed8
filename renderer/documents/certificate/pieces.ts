/** The pieces that a page is put together from. Each knows its height, so that a page is planned before it is drawn. */
import type { PlacedMark, Shape } from '#renderer/documents/drawing/marks.ts';
import type { TextSetter, TextStyle } from '#renderer/documents/text/text-setter.ts';

/** Something at its place within a piece, or on a page. */
export interface Placed extends PlacedMark {
  /** Drawn behind the others, which may stand upon it. */
  readonly behind?: true;
}

export interface Piece {
  readonly height: number;
  readonly parts: readonly Placed[];
}

export const nothing: Piece = { height: 0, parts: [] };

/** Moves parts to the right and down. */
export function moved(parts: readonly Placed[], x: number, y: number): Placed[] {
  return parts.map((part) => ({ ...part, x: part.x + x, y: part.y + y }));
}

/** Room that nothing stands in. */
export const room = (height: number): Piece => ({ height, parts: [] });

/** How pieces are set where nothing else is said. */
const usual = { lineHeight: 1 } as const;

/** Sets a text; empty text is nothing. */
export function textPiece(setter: TextSetter, text: string, style: TextStyle): Piece {
  if (text === '') return nothing;
  const { drawn, height } = setter.set(text, { ...usual, ...style });
  return {
    height,
    parts: [{ x: 0, y: 0, width: style.width, height, mark: { kind: 'lines', lines: drawn } }],
  };
}

/**
 * The text in the largest of the sizes in which it takes no more lines than asked for; else in the largest of the
 * smaller ones in which it takes no more than one line more, or in the smallest.
 */
export function fittedPiece(
  setter: TextSetter,
  text: string,
  style: Omit<TextStyle, 'size'>,
  sizes: readonly number[],
  mostLines: number,
  smaller: readonly number[] = [],
): Piece {
  const fits = (most: number) => (size: number) =>
    setter.set(text, { ...usual, ...style, size }).lines <= most;
  const size = sizes.find(fits(mostLines)) ?? smaller.find(fits(mostLines + 1));
  return textPiece(setter, text, { ...style, size: size ?? smaller.at(-1) ?? sizes.at(-1) ?? 10 });
}

/** Pieces below each other, with spaces between them; what is empty takes no space. */
export function stacked(pieces: readonly (Piece | number)[]): Piece {
  const parts: Placed[] = [];
  let y = 0;
  let space = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') space += piece;
    else if (piece.height > 0) {
      if (y > 0) y += space;
      space = 0;
      parts.push(...moved(piece.parts, 0, y));
      y += piece.height;
    }
  }
  return { height: y, parts };
}

/** Pieces beside each other, each at its place from the left; they end on one line, or begin on one. */
export function beside(
  columns: readonly { readonly x: number; readonly piece: Piece }[],
  align: 'top' | 'middle' | 'bottom' = 'top',
): Piece {
  const height = Math.max(0, ...columns.map(({ piece }) => piece.height));
  const share = { top: 0, middle: 0.5, bottom: 1 }[align];
  return {
    height,
    parts: columns.flatMap(({ x, piece }) => moved(piece.parts, x, (height - piece.height) * share)),
  };
}

/** Shapes in a place of their own. */
export function shapesPiece(width: number, height: number, shapes: readonly Shape[], x = 0): Piece {
  return { height, parts: [{ x, y: 0, width, height, mark: { kind: 'shapes', shapes } }] };
}

/** A horizontal rule. */
export function rule(width: number, color: string, lineWidth: number, x = 0): Piece {
  const y = lineWidth / 2;
  const line: Shape = { type: 'line', x1: 0, x2: width, y1: y, y2: y, lineWidth, lineColor: color };
  return shapesPiece(width, lineWidth, [line], x);
}
