/** The two codes of a badge, drawn as one shape each, so that no hairlines show between the parts. */
import { code128, type DrawingContext, qrcode } from 'bwip-js/generic';

/** A code in modules: the side of a QR code's square, the width of Code 128's narrowest bar. */
export interface DrawnCode {
  readonly width: number;
  readonly height: number;
  /** SVG path data, to be filled by the even-odd rule. */
  readonly path: string;
}

/** White modules that a scanner needs around a code (ISO/IEC 18004 and 15417). */
export const quietModules = { qr: 4, bars: 10 } as const;
/** Modules of a code for sixteen digits. */
export const codeModules = { qr: 21, bars: 123 } as const;

/** The library's own units in a module, as asked for below: whole numbers for both edges of every bar. */
const unitsInModule = 2;

/** Collects what the library draws. */
function drawing(): DrawingContext<DrawnCode> {
  const parts: string[] = [];
  let size = { width: 0, height: 0 };
  const shape = (corners: readonly (readonly [number, number])[]): void => {
    const points = corners.map(([x, y]) => `${x / unitsInModule} ${y / unitsInModule}`);
    parts.push(`M${points.join('L')}Z`);
  };
  return {
    scale: (across, down) => [across, down],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width: width / unitsInModule, height: height / unitsInModule };
    },
    line: (x, from, _x, to, breadth) => {
      const [left, right] = [x - breadth / 2, x + breadth / 2];
      shape([
        [left, from],
        [right, from],
        [right, to],
        [left, to],
      ]);
    },
    polygon: shape,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ ...size, path: parts.join('') }),
  };
}

/** The digits as the smallest QR code, level M: a seventh of it may be soiled. */
export function qrCode(digits: string): DrawnCode {
  // What belongs to one kind of code is not in the library's types.
  const options = { bcid: 'qrcode', text: digits, scale: 1, eclevel: 'M', version: '1' };
  return qrcode(options, drawing());
}

/** The digits as Code 128 in pairs (set C). @param height of the bars in modules. */
export function barCode(digits: string, height: number): DrawnCode {
  // The library takes millimetres and draws 72 units to the inch.
  const options = { bcid: 'code128', text: digits, scale: unitsInModule, height: (height / 72) * 25.4 };
  return code128(options, drawing());
}
