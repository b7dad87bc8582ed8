import type { Content, Margins, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, mm, page } from '#renderer/documents/paper.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { countTable, figure, peopleTable, right } from './day-report-sessions.ts';
import { areaName, inOneLine } from './day-report-texts.ts';
import { closeLines, headCell, listFoot, rowLines, upright, weekdayAndDate } from './list-paper.ts';
import type { PrintedDayReport } from './printed-lists.ts';

const width = page.width - upright.left - upright.right;

/** Share of the page's height; below it a heading, the head of a table and two of its rows have no room. */
const lowestHeading = 0.82;

/** In the order of the table; of those that only divide another, the first letters are set back. */
const measures = [
  ['attendances', false],
  ['walkIns', true],
  ['heads', true],
  ['people', false],
  ['excused', false],
  ['absent', false],
  ['notRecorded', false],
  ['held', false],
  ['calledOff', false],
  ['unrecorded', false],
] as const;

/** The size at which no word of a heading is broken. */
function sizeForWords(text: string, column: number): number {
  const longest = Math.max(...text.split(' ').map((word) => word.length));
  return Math.min(8, column / (longest * 0.56));
}

/** A line for every figure, a column for every programme area and the day. */
function summary({ areas, sums }: PrintedDayReport): Content {
  const columns = [...areas.map((area) => area.sums), sums];
  const column = Math.min(mm(31), (width - mm(46)) / columns.length) - 10;
  const heading = (text: string): TableCell =>
    headCell(text, { ...right, fontSize: sizeForWords(text, column) });
  return {
    layout: rowLines,
    margin: [0, 8, 0, 0],
    table: {
      headerRows: 1,
      widths: ['*', ...columns.map(() => column)],
      body: [
        ['', ...areas.map(({ area }) => heading(areaName(area))), heading(t('lists.report.day'))],
        ...measures.map(([measure, divides]): TableCell[] => [
          {
            text: t(`lists.report.sums.${measure}`),
            fontSize: divides ? 9 : 10,
            lineHeight: closeLines,
            bold: measure === 'attendances',
            ...(divides ? { margin: [mm(4), 0, 0, 0] as Margins } : {}),
          },
          ...columns.map((each, at) =>
            figure(each[measure], measure === 'attendances' || at === columns.length - 1),
          ),
        ]),
      ],
    },
  };
}

function areaBlock(
  { area, sessions }: PrintedDayReport['areas'][number],
  form: PrintedDayReport['form'],
  setter: TextSetter,
): Content {
  const heading: Content = {
    text: areaName(area),
    fontSize: 13,
    bold: true,
    color: colour.petrol,
    lineHeight: closeLines,
    margin: [0, 16, 0, 4],
    headlineLevel: 1,
  };
  return [
    heading,
    ...(form === 'names' ? sessions.map((session) => peopleTable(session, setter)) : [countTable(sessions)]),
  ];
}

/**
 * A4 upright: a day's figures by programme area, then its sessions. With counts it names no participant and may be
 * handed out; with names it says on every page that it stays within the facility.
 */
export function dayReportDocument(report: PrintedDayReport, setter: TextSetter): DocumentDefinition {
  const { areas, date, form } = report;
  const internal = form === 'names';
  const title = inOneLine([
    t('lists.report.title'),
    germanDate(date),
    internal ? t('lists.report.internalFoot') : '',
  ]);
  return {
    title: t('lists.report.title'),
    pageMargins: [upright.left, upright.top, upright.right, upright.bottom],
    footer: (at, count) =>
      listFoot({ ...report, title }, { page: at, count }, width, [upright.left, mm(6), upright.right, 0]),
    // A heading never stands at the foot of a page without what it heads.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel === 1 && startPosition.verticalRatio > lowestHeading,
    content: [
      { text: t('lists.report.title'), fontSize: 11, bold: true, color: colour.muted, lineHeight: 1 },
      { text: weekdayAndDate(date), fontSize: 20, bold: true, color: colour.petrol, lineHeight: closeLines },
      {
        text: t(internal ? 'lists.report.internal' : 'lists.report.countsOnly'),
        fontSize: 10.5,
        bold: internal,
        lineHeight: 1,
      },
      ...(areas.length === 0
        ? [{ text: t('lists.report.none'), margin: [0, 14, 0, 0] as Margins }]
        : [
            summary(report),
            {
              text: t('lists.report.note'),
              fontSize: 8.5,
              color: colour.muted,
              lineHeight: 1,
              margin: [0, 6, 0, 0] as Margins,
            },
          ]),
      ...areas.map((area) => areaBlock(area, form, setter)),
    ],
  };
}
