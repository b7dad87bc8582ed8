import type { CanvasElement, Column, Content } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour, margin, mm, page, textWidth } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { type LogoKeys, logoBar, logoBarHeight } from './logo-bar.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

const headTop = 42;

/** Points from the top to where the text begins: below facility, programme and, on further pages, the name. */
export function headHeight({ facility, name }: PrintedCertificate): number {
  const facilityLines = facility.name.length > 60 ? 29 : 18;
  const programmeLines = (facility.programme ?? '').length > 90 ? 40 : 25;
  const nameLines = 11 * Math.ceil((name.length + 30) / 95);
  return Math.max(112, headTop + facilityLines + programmeLines + nameLines + 16);
}

const stampRoom = { width: mm(40), height: mm(32) };
const signatureHeight = stampRoom.height + 18;
/** Space between the text and the signatures. */
const aboveSignatures = 10;

/** Height of the strip with the number at the foot of every page. */
export const finePrintHeight = 58;

const line = (width: number, color: string, lineWidth: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor: color }],
});

/** Facility and programme over a thin line; further pages say below it whose they are. */
export function head({ facility, name }: PrintedCertificate, { page: its }: { page: number }): Content {
  const programme = facility.programme ?? '';
  return {
    margin: [margin.left, headTop, margin.right, 0],
    stack: [
      { text: facility.name, bold: true, fontSize: facility.name.length > 60 ? 9.5 : 11.5, lineHeight: 1.1 },
      { text: programme === '' ? ' ' : programme, fontSize: 9, color: colour.muted, margin: [0, 2, 0, 8] },
      line(textWidth, colour.petrol, 1.2),
      ...(its > 1
        ? [
            {
              text: t('certificate.continued', { name }),
              fontSize: 8,
              lineHeight: 1,
              color: colour.muted,
              margin: [0, 5, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
    ],
  };
}

const caption = (text: string, alignment: 'left' | 'center'): Content => ({
  text,
  alignment,
  fontSize: 8,
  color: colour.muted,
  margin: [0, 2, 0, 0],
});

/** A line to sign on; `text` stands on it, and grows upwards if it is long. */
function ruled(text: string, captionText: string, width: number): Column {
  return {
    width,
    stack: [
      {
        layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0 },
        table: {
          widths: [width],
          heights: stampRoom.height - 12,
          body: [[{ text, verticalAlignment: 'bottom', fontSize: text.length > 34 ? 8.5 : 10.5 }]],
        },
      },
      line(width, colour.ink, 0.6),
      caption(captionText, 'left'),
    ],
  };
}

function stamp(): Column {
  const frame: CanvasElement = {
    type: 'rect',
    x: 0,
    y: 0,
    w: stampRoom.width,
    h: stampRoom.height - 8,
    r: 3,
    lineWidth: 0.6,
    lineColor: colour.line,
    dash: { length: 2, space: 2 },
  };
  return { width: stampRoom.width, stack: [{ canvas: [frame] }, caption(t('certificate.stamp'), 'center')] };
}

function signatures({ facility, issuedOn }: PrintedCertificate): Content {
  const gap = 14;
  const side = (textWidth - stampRoom.width) / 2 - gap;
  const place = t('certificate.placeAndDate', { place: facility.place, date: germanDate(issuedOn) });
  return {
    columnGap: gap,
    columns: [
      ruled(place, t('certificate.placeAndDateLine'), side),
      stamp(),
      ruled(' ', t('certificate.signatureLine'), side),
    ],
  };
}

/**
 * Signatures and logos, pinned to the bottom of the certificate's last page. First an empty block keeps their room free
 * at the end of the text, or goes to the next page where there is none; then they are set in that room.
 */
export function closing(certificate: PrintedCertificate, logos: LogoKeys): Content[] {
  const height = signatureHeight + logoBarHeight(certificate.partners);
  return [
    {
      unbreakable: true,
      layout: 'noBorders',
      table: { heights: height + aboveSignatures, body: [[' ']] },
    },
    {
      absolutePosition: { x: margin.left, y: page.height - finePrintHeight - height - 4 },
      stack: [signatures(certificate), ...logoBar(certificate.partners, logos)],
    },
  ];
}

/** Number, page and what the paper is not, at the foot of every page. */
export function foot({ number }: PrintedCertificate, pageOf: { page: number; count: number }): Content {
  const numbered =
    number === null
      ? t('certificate.numberLater')
      : t('certificate.number', { number: printedNumber(number) });
  return {
    margin: [margin.left, 12, margin.right, 0],
    stack: [
      line(textWidth, colour.line, 0.5),
      {
        margin: [0, 5, 0, 0],
        fontSize: 8,
        color: colour.muted,
        columnGap: 12,
        columns: [
          { text: t('certificate.noProof') },
          {
            width: 'auto',
            alignment: 'right',
            stack: [
              { text: numbered, color: colour.ink, bold: true, noWrap: true },
              ...(pageOf.count > 1 ? [{ text: t('page', pageOf), noWrap: true }] : []),
            ],
          },
        ],
      },
    ],
  };
}
