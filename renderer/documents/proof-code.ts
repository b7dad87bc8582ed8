/**
 * A proof as a QR code on paper: digits in numeric mode, behind the address of the page that checks them where there is
 * one, error correction level M. It is drawn as one path, so that a printer draws it in its own resolution and no
 * rounding makes it smaller than it was asked for.
 */
import { create, type QRCodeSegment } from 'qrcode';
import type { CodeBar } from './drawing/marks.ts';

/** Width and height of the symbol on paper, without its quiet zone. */
export const proofCodeMm = 25;
/** White modules that belong around the symbol. */
export const quietModules = 4;

/** The symbol of a proof. */
export interface ProofCodeBars {
  /** Modules along one side of the symbol: `proofCodeMm / modules` is a module's size. */
  readonly modules: number;
  /** Black modules that are neighbours in a row are one bar: no hairline between them on paper. */
  readonly bars: readonly CodeBar[];
}

/** The same for a screen. */
export interface ProofCode {
  readonly modules: number;
  /** SVG path data in modules, from 0 to `modules`, without the quiet zone; to be filled. */
  readonly path: string;
}

/**
 * The code of a proof's digits, without its quiet zone.
 *
 * @param checkPage address of the page that checks it; the digits stand behind its `#`, where no browser sends them
 */
export function proofCodeBars(digits: string, checkPage: string | null = null): ProofCodeBars {
  if (!/^\d+$/.test(digits)) throw new RangeError('A proof is written in digits.');
  const segments: QRCodeSegment[] = [{ data: digits, mode: 'numeric' }];
  if (checkPage !== null) segments.unshift({ data: new TextEncoder().encode(`${checkPage}#`), mode: 'byte' });
  const { modules } = create(segments, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const bars: CodeBar[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < size && modules.get(row, column + 1)) column += 1;
      bars.push({ row, column: from, length: column + 1 - from });
    }
  }
  return { modules: size, bars };
}

/** Draws the code of a proof's digits (`proofCodeBars`). */
export function proofCodePath(digits: string, checkPage: string | null = null): ProofCode {
  const { modules, bars } = proofCodeBars(digits, checkPage);
  const path = bars.map(({ row, column, length }) => `M${column} ${row}h${length}v1h${-length}z`).join('');
  return { modules, path };
}
