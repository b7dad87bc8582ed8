import type { DocumentFont } from './font-files.ts';
import type { ShapingOptions } from './shaped-run.ts';

/** A piece of a line in one font. */
export interface SetRun {
  readonly text: string;
  readonly font: DocumentFont;
  readonly shaping: ShapingOptions;
  /** Points from where the line begins. */
  readonly x: number;
}

/** A line that only has to be drawn. */
export interface SetLine {
  /** Points from the upper left corner of the text's place to where its letters begin, on the line they stand on. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** As `#RRGGBB`. */
  readonly color: string;
  readonly runs: readonly SetRun[];
}
