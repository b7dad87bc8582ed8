/** What lists on paper have in common. Lengths are points unless `mm` says otherwise. */
import type { Content, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { germanDate, weekdayOf } from '#shared/domain/calendar/dates.ts';

/** Line height that keeps marks above and below letters apart; Noto Sans counts 1.36 of its size as one line. */
export const closeLines = 0.9;
const lineOf = 1.36 * closeLines;

interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * The largest size of type at which a text stays in its box, so that rows keep their height whatever is in them.
 * Reckons with 0.6 of the size a letter, which is more than names take on average.
 */
export function fittingSize(text: string, { width, height }: Box, largest: number, smallest = 4.5): number {
  for (let size = largest; size > smallest; size -= 0.5) {
    const lines = Math.ceil((text.length * size * 0.6) / width);
    if (lines * size * lineOf <= height) return size;
  }
  return smallest;
}

/** `Montag`, or `Mo` in short. */
export function weekdayName(weekday: number, length: 'long' | 'short' = 'long'): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat('de', { weekday: length, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday, 12)),
  );
}

/** `Montag, 23.11.2026`. */
export function weekdayAndDate(day: string): string {
  return t('lists.day', { weekday: weekdayName(weekdayOf(day)), date: germanDate(day) });
}

/** A label above its value; without a value a line to write on. */
export function fact(label: string, value: string | null, width: number, bold = false): TableCell {
  const text = value ?? ' ';
  return {
    stack: [
      { text: label, fontSize: 7, lineHeight: 1, color: colour.muted },
      { text, bold, lineHeight: closeLines, fontSize: fittingSize(text, { width, height: 15 }, 10.5) },
    ],
  };
}

interface Foot {
  readonly facility: string;
  /** Which list it is: further pages have no other head. */
  readonly title: string;
  readonly printedOn: string;
}

/** Facility and list at the left, day of print and page at the right, at the foot of every page. */
export function listFoot(
  { facility, title, printedOn }: Foot,
  pageOf: { readonly page: number; readonly count: number },
  width: number,
  margin: Margins,
): Content {
  const name = t('lists.foot', { facility, title });
  return {
    margin,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: colour.line }] },
      {
        margin: [0, 4, 0, 0],
        fontSize: 8,
        color: colour.muted,
        columnGap: 16,
        columns: [
          {
            width: '*',
            text: name,
            lineHeight: 1,
            fontSize: fittingSize(name, { width: width - 170, height: 11 }, 8),
          },
          { width: 'auto', text: t('lists.printedOn', { date: germanDate(printedOn) }), noWrap: true },
          { width: 'auto', text: t('page', pageOf), noWrap: true, color: colour.ink, bold: true },
        ],
      },
    ],
  };
}

/** Lines dark enough to survive a copying machine. */
export const ruled = '#7D898E';

/** Head cells of a table. */
export const headCell = (text: string, more: object = {}): TableCell => ({
  text,
  fontSize: 8,
  bold: true,
  lineHeight: 1,
  margin: [0, 2, 0, 1],
  ...more,
});

/** A table with a line under each row and a strong one under the head. */
export const rowLines: CustomTableLayout = {
  hLineWidth: (row) => (row === 1 ? 1 : row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (row) => (row === 1 ? colour.ink : ruled),
  paddingLeft: (column) => (column === 0 ? 0 : 5),
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** Margins of an upright list: 25 mm for the holes of a folder. */
export const upright = { left: mm(25), right: mm(15), top: mm(16), bottom: mm(20) };
/** Margins of a list across: holes go into its upper long side or its left short one. */
export const across = { left: mm(20), right: mm(12), top: mm(16), bottom: mm(16) };
