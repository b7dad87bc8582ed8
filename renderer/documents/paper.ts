/** Measures and colours of our papers. Lengths are PDF points (1/72 inch). */

/** Points in a millimetre. */
const millimetre = 72 / 25.4;
/** Rounded to a tenth of a point. */
export const mm = (length: number): number => Math.round(length * millimetre * 10) / 10;

export const page = { width: mm(210), height: mm(297) };
/** The same sheet, turned. */
export const landscape = { width: page.height, height: page.width };
/** 25 mm on the left leave room for the holes of a folder. */
export const margin = { left: mm(25), right: mm(20) };
export const textWidth = page.width - margin.left - margin.right;

/** Safe in black and white: every colour that carries text prints as a dark grey. */
export const colour = { ink: '#1D2B2F', muted: '#52636A', petrol: '#0B5563', line: '#B9C4C7' };
