import type { Mark } from '#renderer/documents/drawing/marks.ts';
import { colour } from '#renderer/documents/paper.ts';
import { beside, fittedPiece, type Piece, room } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { Setting } from './setting.ts';
import { svgOf } from './svg-logo.ts';

type Partner = PrintedCertificate['partners'][number];

/** Key of a picture in the document, by its data URL: each is embedded once, however many pages show it. */
export type LogoKeys = ReadonlyMap<string, string>;

function picture(logo: string, logos: LogoKeys): Mark {
  const svg = svgOf(logo);
  return svg === undefined ? { kind: 'picture', key: logos.get(logo) ?? '' } : { kind: 'drawing', svg };
}

function mark(partner: Partner, width: number, height: number, setting: Setting, logos: LogoKeys): Piece {
  if (partner.logo !== null) {
    return { height, parts: [{ x: 0, y: 0, width, height, mark: picture(partner.logo, logos) }] };
  }
  const style = { width, bold: true, color: colour.muted, align: 'center' } as const;
  const text = partner.shortName ?? partner.name;
  for (const size of [9, 8, 7, 6.5]) {
    const piece = fittedPiece(setting.setter, text, style, [size], 1);
    if (piece.height <= height) return piece;
  }
  return fittedPiece(setting.setter, text, style, [6], 1);
}

/** The partners' logos in rows of even columns; a partner without a picture stands there by its short name. */
export function logoRows(
  partners: readonly Partner[],
  width: number,
  setting: Setting,
  logos: LogoKeys,
): Piece[] {
  if (partners.length === 0) return [];
  const gap = 18 * setting.paper.scale.space;
  const cellHeight = 36 * setting.paper.scale.space;
  const perRow = Math.max(2, Math.floor((width + gap) / (100 * setting.paper.scale.type + gap)));
  const rowCount = Math.ceil(partners.length / perRow);
  const columns = Math.ceil(partners.length / rowCount);
  const cell = (width - gap * (columns - 1)) / columns;
  return Array.from({ length: rowCount }, (_, row) => {
    const marks = partners.slice(row * columns, (row + 1) * columns).map((partner, at) => ({
      x: at * (cell + gap),
      piece: mark(partner, cell, cellHeight, setting, logos),
    }));
    return beside([...marks, { x: 0, piece: room(cellHeight) }], 'middle');
  });
}
