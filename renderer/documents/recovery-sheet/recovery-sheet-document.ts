import type { Content } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, margin, mm, textWidth } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';

/** What stands on the sheet that goes into the safe. */
export interface RecoverySheet {
  readonly facilityName: string;
  /** The recovery code, with or without hyphens between its groups. */
  readonly code: string;
  /** Local day, `YYYY-MM-DD`. */
  readonly createdOn: string;
}

/** Nine cells hold the eight groups of four and the check character. */
const columns = 3;

/** The code in groups of four, so that it can be read out and typed without losing the place. */
function groupsOf(code: string): string[] {
  return (
    code
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  );
}

function codeTable(groups: readonly string[]): Content {
  const rowCount = Math.ceil(groups.length / columns);
  const cell = (index: number) => {
    const group = groups[index];
    if (group === undefined) return '';
    return {
      columnGap: 0,
      columns: [
        {
          text: String(index + 1),
          width: 16,
          fontSize: 8,
          color: colour.muted,
          margin: [0, 9, 0, 0] as [number, number, number, number],
        },
        // A column for each character: letters stand under each other as in a table.
        ...[...group].map((character) => ({
          text: character,
          width: 18,
          alignment: 'center' as const,
          bold: true,
          fontSize: 20,
        })),
      ],
    };
  };
  return {
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      hLineColor: () => colour.line,
      vLineColor: () => colour.line,
      paddingTop: () => 9,
      paddingBottom: () => 5,
      paddingLeft: () => 10,
    },
    table: {
      widths: Array.from({ length: columns }, () => '*'),
      body: Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columns }, (_, column) => cell(row * columns + column)),
      ),
    },
  };
}

const heading = (text: string, above: number): Content => ({
  text,
  bold: true,
  fontSize: 12.5,
  color: colour.petrol,
  margin: [0, above, 0, 4],
});

const spaced = (texts: readonly string[]) => texts.map((text): Content => ({ text, margin: [0, 2, 0, 0] }));

/** One A4 page: the code in groups and as a QR code, what it is for, where to keep it, how to use it. */
export function recoverySheetDocument({ facilityName, code, createdOn }: RecoverySheet): DocumentDefinition {
  const groups = groupsOf(code);
  return {
    title: t('recoverySheet.title'),
    pageMargins: [margin.left, 42, margin.right, 42],
    content: [
      { text: facilityName, bold: true, fontSize: facilityName.length > 60 ? 9.5 : 11.5 },
      {
        text: t('recoverySheet.made', { date: germanDate(createdOn) }),
        fontSize: 9,
        color: colour.muted,
        margin: [0, 2, 0, 8],
      },
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 1.2, lineColor: colour.petrol },
        ],
      },
      {
        text: t('recoverySheet.title'),
        bold: true,
        fontSize: 25,
        color: colour.petrol,
        margin: [0, 24, 0, 8],
      },
      { text: t('recoverySheet.purpose') },
      heading(t('recoverySheet.code'), 20),
      codeTable(groups),
      {
        margin: [0, 18, 0, 0],
        columnGap: 22,
        columns: [
          {
            width: mm(42),
            stack: [
              { qr: groups.join('-'), fit: mm(42), eccLevel: 'M', foreground: '#000000' },
              { text: t('recoverySheet.scan'), fontSize: 8, color: colour.muted, margin: [0, 5, 0, 0] },
            ],
          },
          {
            width: '*',
            stack: [
              heading(t('recoverySheet.keepTitle'), 0),
              {
                ul: spaced([t('recoverySheet.keep1'), t('recoverySheet.keep2'), t('recoverySheet.keep3')]),
                markerColor: colour.petrol,
              },
            ],
          },
        ],
      },
      heading(t('recoverySheet.useTitle'), 20),
      {
        ol: spaced([t('recoverySheet.use1'), t('recoverySheet.use2'), t('recoverySheet.use3')]),
        markerColor: colour.petrol,
      },
      { text: t('recoverySheet.lost'), margin: [0, 16, 0, 0], bold: true },
    ],
  };
}
