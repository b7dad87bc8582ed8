import type { Content, TableCell } from 'pdfmake/interfaces';
import { colour, textWidth } from '#renderer/documents/paper.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

type Partner = PrintedCertificate['partners'][number];

const perRow = 4;
const rowHeight = 38;
const gap = 18;
const above = 10;

/** Key of a picture in the document, by its data URL: each is embedded once, however many pages show it. */
export type LogoKeys = ReadonlyMap<string, string>;

/** Points that the bar takes on the page, the space above it included. */
export function logoBarHeight(partners: readonly Partner[]): number {
  return partners.length === 0 ? 0 : above + Math.ceil(partners.length / perRow) * (rowHeight + 4);
}

function mark(partner: Partner, width: number, logos: LogoKeys): TableCell {
  const logo = partner.logo === null ? undefined : logos.get(partner.logo);
  const place = { alignment: 'center', verticalAlignment: 'middle' } as const;
  if (logo !== undefined) return { image: logo, fit: [width, rowHeight - 4], ...place };
  const text = partner.shortName ?? partner.name;
  return {
    text,
    bold: true,
    color: colour.muted,
    fontSize: text.length > 44 ? 6.5 : 9,
    lineHeight: 1.05,
    ...place,
  };
}

/** The partners' logos in even columns; a partner without a picture stands there by its short name. */
export function logoBar(partners: readonly Partner[], logos: LogoKeys): Content[] {
  if (partners.length === 0) return [];
  const rowCount = Math.ceil(partners.length / perRow);
  const columns = Math.ceil(partners.length / rowCount);
  const width = (textWidth - gap * (columns - 1)) / columns;
  const body = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columns }, (_, column): TableCell => {
      const partner = partners[row * columns + column];
      return partner ? mark(partner, width, logos) : '';
    }),
  );
  return [
    {
      margin: [0, above, 0, 0],
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: (index) => (index === 0 ? 0 : gap),
        paddingRight: () => 0,
        paddingTop: () => 2,
        paddingBottom: () => 2,
      },
      table: { widths: Array.from({ length: columns }, () => width), heights: rowHeight, body },
    },
  ];
}
