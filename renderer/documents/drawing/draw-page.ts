/**
 * Writes what is planned onto the engine's page, as operators of its content. The engine's own layout would measure
 * and place every line once more.
 */
import type { SetLine } from '#renderer/documents/text/set-line.ts';
import type { WritableFont } from '#renderer/documents/text/shared-fonts.ts';
import type { WrittenPiece } from '#renderer/documents/text/written-pieces.ts';
import type { Drawings } from './drawings.ts';
import type { AcrossThePage, Mark, PlacedMark, PlannedPage, Shape } from './marks.ts';

/** pdfkit's page while it is written; its content has the upper left corner as origin, and y grows downwards. */
interface WritablePage {
  readonly width: number;
  readonly height: number;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
  write(operators: string): void;
}

/** The engine's document while it is written. */
export interface DrawableDocument {
  readonly page: WritablePage;
  provideFont(family: string, bold: boolean, italics: boolean): WritableFont;
  image(
    key: string,
    x: number,
    y: number,
    options: { fit: [number, number]; align: 'center'; valign: 'center' },
  ): unknown;
  save(): unknown;
  restore(): unknown;
  opacity(opacity: number): unknown;
  rotate(angle: number, options: { origin: [number, number] }): unknown;
}

/** What is no number would end the page there for every reader, without a word. */
function rounded(value: number, parts: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a mark has no place');
  return String(Math.round(value * parts) / parts);
}
const number = (value: number): string => rounded(value, 1000);
/** For letters, whose order readers tell by their places. */
const exact = (value: number): string => rounded(value, 1e6);
const numbers = (...values: readonly number[]): string => values.map(number).join(' ');

/** A colour as its shares of red, green and blue. */
function components(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff]
    .map((share) => String(Math.round((share / 255) * 1e5) / 1e5))
    .join(' ');
}

/** A quarter of a circle as a Bézier curve: how far its handles reach, as a share of the radius. */
const handle = (4 * (Math.SQRT2 - 1)) / 3;

function roundedRectangle(x: number, y: number, w: number, h: number, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2);
  const k = r * (1 - handle);
  const [right, bottom] = [x + w, y + h];
  return [
    `${numbers(x + r, y)} m ${numbers(right - r, y)} l`,
    `${numbers(right - k, y, right, y + k, right, y + r)} c ${numbers(right, bottom - r)} l`,
    `${numbers(right, bottom - k, right - k, bottom, right - r, bottom)} c ${numbers(x + r, bottom)} l`,
    `${numbers(x + k, bottom, x, bottom - k, x, bottom - r)} c ${numbers(x, y + r)} l`,
    `${numbers(x, y + k, x + k, y, x + r, y)} c h`,
  ].join('\n');
}

function outline(shape: Shape, x: number, y: number): string {
  switch (shape.type) {
    case 'line':
      return `${numbers(x + shape.x1, y + shape.y1)} m ${numbers(x + shape.x2, y + shape.y2)} l`;
    case 'rect': {
      const [left, top] = [x + shape.x, y + shape.y];
      return shape.r === undefined
        ? `${numbers(left, top, shape.w, shape.h)} re`
        : roundedRectangle(left, top, shape.w, shape.h, shape.r);
    }
    case 'polyline': {
      const points = shape.points.map(
        (point, at) => `${numbers(x + point.x, y + point.y)} ${at === 0 ? 'm' : 'l'}`,
      );
      return `${points.join(' ')}${shape.closePath ? ' h' : ''}`;
    }
  }
}

function shapeOperators(shape: Shape, x: number, y: number): string {
  const { color, lineColor, lineWidth = 1 } = shape;
  const dash = shape.type === 'rect' && shape.dash;
  const paint = color === undefined ? 'S' : lineColor === undefined ? 'f' : 'B';
  return [
    'q',
    ...(color === undefined ? [] : [`${components(color)} rg`]),
    ...(lineColor === undefined ? [] : [`${components(lineColor)} RG ${number(lineWidth)} w`]),
    ...(dash ? [`[${numbers(dash.length, dash.space)}] 0 d`] : []),
    outline(shape, x, y),
    `${paint} Q`,
  ].join('\n');
}

/** In modules, which are whole numbers; all of it is one path, so that no seam is seen between its bars. */
function codeOperators(
  { modules, bars, side, quiet }: Extract<Mark, { kind: 'code' }>,
  x: number,
  y: number,
) {
  const module = side / modules;
  const rectangles = bars.map(({ row, column, length }) => `${column} ${row} ${length} 1 re`);
  // Exact to a millionth of a point, times 50 modules.
  const place = `${module.toFixed(6)} 0 0 ${module.toFixed(6)} ${numbers(x + quiet, y + quiet)} cm`;
  return `q 0 0 0 rg ${place}\n${rectangles.join('\n')}\nf Q`;
}

/** Letters stand upright on a page whose y grows downwards. */
function pieceOperators({ x, y, shown }: WrittenPiece, size: number, left: number, base: number): string {
  const scale = size / 1000;
  return `1 0 0 -1 ${exact(left + x * scale)} ${exact(base - y * scale)} Tm\n${shown} TJ`;
}

class PageDrawing {
  readonly #document: DrawableDocument;
  readonly #drawings: Drawings;
  #operators: string[] = [];

  constructor(document: DrawableDocument, drawings: Drawings) {
    this.#document = document;
    this.#drawings = drawings;
  }

  draw(placed: PlacedMark): void {
    const { x, y, width, height, mark } = placed;
    switch (mark.kind) {
      case 'lines':
        for (const line of mark.lines) this.#line(line, x, y);
        return;
      case 'shapes':
        this.#operators.push(...mark.shapes.map((shape) => shapeOperators(shape, x, y)));
        return;
      case 'code':
        this.#operators.push(codeOperators(mark, x, y));
        return;
      case 'picture':
        this.end();
        this.#document.image(mark.key, x, y, { fit: [width, height], align: 'center', valign: 'center' });
        return;
      case 'drawing': {
        const { name, reference } = this.#drawings.formOf(mark, placed);
        this.#document.page.xobjects[name] = reference;
        this.#operators.push(`q 1 0 0 -1 ${numbers(x, y + height)} cm /${name} Do Q`);
        return;
      }
    }
  }

  across({ lines, width, height, opacity, angle }: AcrossThePage): void {
    const { page } = this.#document;
    const [x, y] = [page.width / 2, page.height / 2];
    this.end();
    this.#document.save();
    this.#document.opacity(opacity);
    this.#document.rotate(angle, { origin: [x, y] });
    for (const line of lines) this.#line(line, x - width / 2, y - height / 2);
    this.end();
    this.#document.restore();
  }

  /** Writes what was drawn so far. */
  end(): void {
    if (this.#operators.length > 0) this.#document.page.write(this.#operators.join('\n'));
    this.#operators = [];
  }

  #line({ runs, bold, size, color, ...place }: SetLine, x: number, y: number): void {
    this.#operators.push(`${components(color)} rg`);
    const { fonts } = this.#document.page;
    for (const run of runs) {
      const font = this.#document.provideFont(run.font, bold, false);
      fonts[font.id] ??= font.ref();
      const left = x + place.x + run.x;
      const pieces = font
        .written(run.text, run.shaping)
        .map((piece) => pieceOperators(piece, size, left, y + place.y));
      this.#operators.push(`BT\n/${font.id} ${number(size)} Tf`, ...pieces, 'ET');
    }
  }
}

/** Draws a planned page onto the document's page that is open. */
export function drawPage(document: DrawableDocument, page: PlannedPage, drawings: Drawings): void {
  const drawing = new PageDrawing(document, drawings);
  for (const mark of page.marks) drawing.draw(mark);
  if (page.across) drawing.across(page.across);
  drawing.end();
}
