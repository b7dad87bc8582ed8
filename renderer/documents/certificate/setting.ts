import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Paper } from './paper-of.ts';
import type { Piece } from './pieces.ts';

/** How closely a page is set: of type and of space. */
export interface Density {
  readonly type: number;
  readonly space: number;
}

/** What the pieces of a page are set with. */
export interface Setting {
  readonly setter: TextSetter;
  readonly paper: Paper;
  readonly density: Density;
}

/** A piece of the body that stays whole, with the space that it keeps from the one above it. */
export interface BodyPiece extends Piece {
  readonly above: number;
  /** Never the last on a page, as a heading. */
  readonly leads?: true;
}

/** Points of type and of space in this setting. */
export const typeOf = ({ paper, density }: Setting, size: number): number =>
  Math.round(size * paper.scale.type * density.type * 4) / 4;
export const spaceOf = ({ paper, density }: Setting, space: number): number =>
  space * paper.scale.space * density.space;
