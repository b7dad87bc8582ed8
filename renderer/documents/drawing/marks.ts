/** What can stand on a page that is planned to the point, and is then only drawn. */
import type { SetLine } from '#renderer/documents/text/set-line.ts';

/** Lines and areas in points from the upper left corner of their place; colours as `#RRGGBB`. */
export type Shape = {
  /** Fills the shape. */
  readonly color?: string;
  /** Draws its edge. */
  readonly lineColor?: string;
  readonly lineWidth?: number;
} & (
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      /** Radius of its corners. */
      readonly r?: number;
      readonly dash?: { readonly length: number; readonly space: number };
    }
  | {
      readonly type: 'polyline';
      readonly points: readonly { readonly x: number; readonly y: number }[];
      readonly closePath?: boolean;
    }
);

/** A bar of black modules in a code. */
export interface CodeBar {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** Something to draw at a place. */
export type Mark =
  | { readonly kind: 'lines'; readonly lines: readonly SetLine[] }
  | { readonly kind: 'shapes'; readonly shapes: readonly Shape[] }
  | {
      readonly kind: 'code';
      readonly modules: number;
      readonly bars: readonly CodeBar[];
      /** Of the symbol without its quiet zone, in points. */
      readonly side: number;
      /** Of the quiet zone, in points. */
      readonly quiet: number;
    }
  /** A picture of dots as large as its place allows, in the middle of it. */
  | { readonly kind: 'picture'; readonly key: string }
  /** A drawing as large as its place allows, in the middle of it. */
  | { readonly kind: 'drawing'; readonly svg: string };

/** A mark and its place on a page, in points from the upper left corner. */
export interface PlacedMark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly mark: Mark;
}

/** Pale letters across the middle of a page, over everything else on it. */
export interface AcrossThePage {
  readonly lines: readonly SetLine[];
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  /** Degrees clockwise. */
  readonly angle: number;
}

/** A page on which everything has its place. */
export interface PlannedPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly across?: AcrossThePage;
}
