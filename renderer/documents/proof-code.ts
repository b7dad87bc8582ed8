/**
 * A proof as a QR code on paper: digits in numeric mode, error correction level M, drawn as one path, so that a
 * printer draws it in its own resolution and no rounding makes it smaller than it was asked for.
 */
import { create } from 'qrcode';

/** Width and height of the symbol on paper, without its quiet zone. */
export const proofCodeMm = 25;
/** White modules that belong around the symbol. */
export const quietModules = 4;

export interface ProofCode {
  /** Modules along one side of the symbol: `proofCodeMm / modules` is a module's size. */
  readonly modules: number;
  /** SVG path data in modules, from 0 to `modules`, without the quiet zone; to be filled. */
  readonly path: string;
}

/** Draws the code of a proof's digits. */
export function proofCodePath(digits: string): ProofCode {
  if (!/^\d+$/.test(digits)) throw new RangeError('A proof is written in digits.');
  const { modules } = create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue;
      // Neighbours in a row are one bar: no hairline between them on paper.
      const from = column;
      while (column + 1 < size && modules.get(row, column + 1)) column += 1;
      path += `M${from} ${row}h${column + 1 - from}v1h${from - column - 1}z`;
    }
  }
  return { modules: size, path };
}
