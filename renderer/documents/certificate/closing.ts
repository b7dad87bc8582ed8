import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { Shape } from '#renderer/documents/drawing/marks.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { type LogoKeys, logoRows } from './logo-bar.ts';
import {
  beside,
  fittedPiece,
  nothing,
  type Piece,
  room,
  rule,
  shapesPiece,
  stacked,
  textPiece,
} from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { proofMark } from './proof-mark.ts';
import type { Setting } from './setting.ts';

const captionSize = 8;
const small = (size: number, { paper }: Setting): number => Math.max(6.5, size * paper.scale.type);

function captionPiece(text: string, width: number, align: 'left' | 'center', setting: Setting): Piece {
  const style = { width, align, size: small(captionSize, setting), color: colour.muted };
  return textPiece(setting.setter, text, style);
}

function placeText({ facility, issuedOn }: PrintedCertificate): string {
  return t('certificate.placeAndDate', { place: facility.place, date: germanDate(issuedOn) });
}

function textOnLine(text: string, width: number, setting: Setting): Piece {
  const sizes = [10.5, 8.5].map((size) => small(size, setting));
  return fittedPiece(setting.setter, text, { width }, sizes, 1);
}

/** Room to write in, a line, and below it what it is for; `text` stands on the line, and grows upwards if it is long. */
function ruled(text: string, below: Piece, width: number, free: number, setting: Setting): Piece {
  const written = textOnLine(text, width, setting);
  const empty = room(Math.max(0.01, free - written.height));
  return stacked([empty, written, 1, rule(width, colour.ink, 0.6), 2, below]);
}

function signature(
  { caption, name }: PrintedCertificate['template']['content']['signatures'][number],
  width: number,
  free: number,
  setting: Setting,
): Piece {
  const printed = textPiece(setting.setter, name ?? '', { width, size: small(9, setting) });
  return ruled('', stacked([printed, captionPiece(caption, width, 'left', setting)]), width, free, setting);
}

/** A place for the stamp, bounded lightly: a stamp is rarely straight. */
function stampPiece(width: number, height: number, setting: Setting): Piece {
  const frame: Shape = {
    ...{ type: 'rect', x: 0, y: 0, w: width, h: height, r: 3 },
    ...{ lineWidth: 0.6, lineColor: colour.line, dash: { length: 2, space: 2 } },
  };
  return stacked([
    shapesPiece(width, height, [frame]),
    2,
    captionPiece(t('certificate.stamp'), width, 'center', setting),
  ]);
}

/** Place and date, signatures and stamp. */
function signatures(certificate: PrintedCertificate, setting: Setting): Piece {
  const { paper } = setting;
  const { signatures: lines, stamp } = certificate.template.content;
  const scale = paper.scale.space;
  const gap = 14 * scale;
  const width = paper.textWidth;
  const stampRoom = { width: mm(40) * scale, height: (mm(32) - 8) * scale };
  const stamped = stamp ? stampPiece(stampRoom.width, stampRoom.height, setting) : nothing;
  const half = stamp ? (width - stampRoom.width) / 2 - gap : (width - gap) / 2;
  const middle = { x: (width - stampRoom.width) / 2, piece: stamped };
  const free = stamp ? stampRoom.height - 1 : 40 * scale;
  const place = placeText(certificate);
  const [first, second] = lines;
  if (lines.length < 2) {
    const below = captionPiece(t('certificate.placeAndDateLine'), half, 'left', setting);
    const right = first ? signature(first, half, free, setting) : nothing;
    return beside([
      { x: 0, piece: ruled(place, below, half, free, setting) },
      middle,
      { x: width - half, piece: right },
    ]);
  }
  if (first && second && lines.length === 2) {
    const row = beside([
      { x: 0, piece: signature(first, half, free, setting) },
      middle,
      { x: width - half, piece: signature(second, half, free, setting) },
    ]);
    return stacked([textOnLine(place, width, setting), 2, row]);
  }
  const third = (width - 2 * gap) / 3;
  const placed = textOnLine(place, width - stampRoom.width - gap, setting);
  return stacked([
    beside([
      { x: 0, piece: placed },
      { x: width - stampRoom.width, piece: stamped },
    ]),
    beside(
      lines.map((line, at) => ({
        x: at * (third + gap),
        piece: signature(line, third, (stamp ? 30 : 40) * scale, setting),
      })),
    ),
  ]);
}

const betweenRows = 4;

/** What ends a certificate. */
export interface Closing {
  /** Kept together at the foot of the last signed page: signatures, then the partners' logos beside the code. */
  readonly foot: Piece;
  /** Logos that are too many for that: they come before it, after the text. */
  readonly before: readonly Piece[];
}

/** Puts the end of a certificate together. @param mostHeight that its foot may take of a page. */
export function closingOf(
  certificate: PrintedCertificate,
  setting: Setting,
  logos: LogoKeys,
  mostHeight: number,
): Closing {
  const { paper } = setting;
  const code = proofMark(certificate, setting);
  const codeWidth = Math.max(0, ...code.parts.map((part) => part.width));
  const width = paper.textWidth - (codeWidth === 0 ? 0 : codeWidth + 14 * paper.scale.space);
  const partners = certificate.template.content.logos ? certificate.partners : [];
  const footWith = (rows: readonly Piece[]): Piece => {
    const bar = stacked(rows.flatMap((row) => [betweenRows, row]));
    const columns = [
      { x: 0, piece: bar },
      { x: paper.textWidth - codeWidth, piece: code },
    ];
    return stacked([signatures(certificate, setting), 10 * paper.scale.space, beside(columns, 'middle')]);
  };
  const foot = footWith(logoRows(partners, width, setting, logos));
  if (foot.height <= mostHeight) return { foot, before: [] };
  return { foot: footWith([]), before: logoRows(partners, paper.textWidth, setting, logos) };
}
