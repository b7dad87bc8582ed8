/** One badge: name and facility at the left, the QR code at the right, below them bars where there is room, and the number. */
import type { Content } from 'pdfmake/interfaces';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { inFours } from '#shared/domain/digits.ts';
import { barCode, codeModules, type DrawnCode, qrCode, quietModules } from './badge-codes.ts';
import type { BadgeLayout } from './badge-layouts.ts';
import type { BadgePlace } from './badge-places.ts';
import { badgeLines, fittedSizes, type Line } from './fitted-type.ts';
import type { PrintedBadge } from './printed-badges.ts';

/** Points in a millimetre, and in one of 300 dots to the inch. */
const millimetre = 72 / 25.4;
const dot = 72 / 300;
const black = '#000000';
const ink = '#1D2B2F';
const muted = '#52636A';

/** On the printer's grid, so that no bar has a grey edge. */
const onGrid = (points: number): number => Math.round(points / dot) * dot;

/** A name or part of one; `null`: to be written by hand, as there is no font for it. */
type NamePart = string | null;

/** What is on a badge once it is known what can be printed. */
export interface Face extends Pick<PrintedBadge, 'number' | 'original'> {
  readonly facility: string;
  readonly name: readonly NamePart[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const block = ({ x, y, width }: Box, stack: Content[]): Content => ({
  absolutePosition: { x, y },
  columns: [{ width, stack }],
});

function code({ width, height, path }: DrawnCode, module: number, x: number, y: number): Content {
  const shape = `<path d="${path}" fill="${black}" fill-rule="evenodd"/>`;
  return {
    absolutePosition: { x, y },
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${shape}</svg>`,
    width: width * module,
    height: height * module,
  };
}

/** The places of the parts, in points. */
function placesOn({ width, height, padding, qrDots, bars }: BadgeLayout, place: BadgePlace) {
  const [left, top] = [place.left * millimetre, place.top * millimetre];
  const [right, bottom] = [left + width * millimetre, top + height * millimetre];
  const free = padding * millimetre;
  const module = qrDots * dot;
  const side = codeModules.qr * module;
  const edge = Math.max(free, quietModules.qr * module);
  const digitsHeight = 12;
  const barsHeight = bars === null ? 0 : bars.height * millimetre;
  const barsTop = bottom - free - digitsHeight - barsHeight;
  const qr = {
    x: onGrid(right - edge - side),
    y: onGrid(bars === null ? (top + bottom - side) / 2 : top + edge),
  };
  const textLeft = left + free;
  const textWidth = qr.x - quietModules.qr * module - textLeft;
  const facility: Box = { x: textLeft, y: top + free, width: textWidth, height: 17 };
  const nameTop = facility.y + facility.height;
  const nameBottom = barsTop - (bars === null ? 0 : 4);
  return {
    qr: { ...qr, module },
    facility,
    name: { x: textLeft, y: nameTop, width: textWidth, height: nameBottom - nameTop } satisfies Box,
    bars: bars && {
      x: onGrid(left + Math.max(free, quietModules.bars * bars.dots * dot)),
      y: onGrid(barsTop),
      module: bars.dots * dot,
      height: Math.round(barsHeight / (bars.dots * dot)),
    },
    digits: { x: textLeft, y: bottom - free - digitsHeight + 2, width: textWidth, height: digitsHeight },
  };
}

interface SetPart {
  readonly part: NamePart;
  readonly bold: boolean;
  readonly largest: number;
}

/** First and family name below each other, or after one another where they can be a good deal larger then. */
function largerName({ name, original }: Face, box: Box, setter: TextSetter) {
  const own = original === null ? [] : [{ part: original, bold: false, largest: 17 }];
  const whole = name.every((part) => part !== null) ? [name.join(' ')] : name;
  const [below = null, after = null] = [name, whole].map((latin) => {
    const parts: SetPart[] = [...latin.map((part) => ({ part, bold: true, largest: 24 })), ...own];
    const lines = parts.map(({ part, bold, largest }): Line => ({ text: part ?? ' ', bold, largest }));
    return { parts, sizes: fittedSizes(lines, box, setter) };
  });
  return (after?.sizes[0] ?? 0) > 1.2 * (below?.sizes[0] ?? 0) ? after : below;
}

function nameBlock(face: Face, box: Box, setter: TextSetter): Content {
  const chosen = largerName(face, box, setter);
  const set = ({ part, bold }: SetPart, at: number): Content => {
    const fontSize = chosen?.sizes[at] ?? 0;
    if (part !== null) {
      // Everything on a badge begins at its left edge, whatever the script.
      const style = {
        size: fontSize,
        width: box.width,
        bold,
        align: 'left',
        lineHeight: badgeLines,
      } as const;
      return setter.set(part, { ...style, color: black }).node;
    }
    const y = fontSize * 1.1;
    return {
      canvas: [{ type: 'line', x1: 0, y1: y, x2: box.width, y2: y, lineWidth: 0.7, lineColor: ink }],
      margin: [0, 0, 0, fontSize * 0.2],
    };
  };
  return block(box, chosen?.parts.map(set) ?? []);
}

/** Everything on one badge. */
export function badgeFace(face: Face, layout: BadgeLayout, place: BadgePlace, setter: TextSetter): Content[] {
  const { qr, facility, name, bars, digits } = placesOn(layout, place);
  const [facilitySize = 0] = fittedSizes(
    [{ text: face.facility, largest: 7.5, bold: false }],
    facility,
    setter,
  );
  const number = inFours(face.number);
  const [digitSize = 0] = fittedSizes([{ text: number, largest: 9, bold: false }], digits, setter);
  return [
    block(facility, [{ text: face.facility, fontSize: facilitySize, lineHeight: badgeLines, color: muted }]),
    ...(face.name.length === 0 ? [] : [nameBlock(face, name, setter)]),
    code(qrCode(face.number), qr.module, qr.x, qr.y),
    ...(bars === null ? [] : [code(barCode(face.number, bars.height), bars.module, bars.x, bars.y)]),
    block(digits, [
      { text: number, fontSize: digitSize, lineHeight: badgeLines, color: black, noWrap: true },
    ]),
  ];
}
