import type { Content, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, mm, page } from '#renderer/documents/paper.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import {
  closeLines,
  fact,
  fittingSize,
  headCell,
  listFoot,
  ruled,
  upright,
  weekdayName,
} from './list-paper.ts';
import type { GroupRoster } from './printed-lists.ts';

const width = page.width - upright.left - upright.right;
/** Empty boxes to tick: what was handed out, who paid in, whose turn it is. */
const boxes = { count: 6, width: mm(7) };
const rowHeight = mm(7.4);
const names = { number: mm(9), family: mm(46), given: mm(46) };
const column = {
  ...names,
  own: width - names.number - names.family - names.given - boxes.count * boxes.width,
};

function slotsText({ slots }: GroupRoster): string {
  const byTime = Map.groupBy(slots, ({ startsAt, endsAt }) =>
    t('lists.span', { from: clockTime(startsAt), to: clockTime(endsAt) }),
  );
  return [...byTime]
    .map(([times, same]) =>
      t('lists.roster.slot', {
        weekdays: same.map(({ weekday }) => weekdayName(weekday, 'short')).join(', '),
        times,
      }),
    )
    .join('; ');
}

function head(roster: GroupRoster): Content[] {
  const { group, offer, lead, room, startsOn, endsOn, asOf, people } = roster;
  const [half, quarter] = [width / 2, width / 4];
  return [
    { text: t('lists.roster.title'), fontSize: 11, bold: true, color: colour.muted, lineHeight: 1 },
    {
      text: group,
      bold: true,
      fontSize: fittingSize(group, { width, height: 48 }, 20, 10),
      lineHeight: closeLines,
      color: colour.petrol,
    },
    {
      layout: 'noBorders',
      margin: [0, 4, 0, 6],
      table: {
        widths: [half - 8, quarter - 8, quarter - 8],
        body: [
          [
            fact(t('lists.offer'), offer, half - 8),
            fact(t('lists.lead'), lead ?? '–', quarter - 8),
            fact(t('lists.room'), room ?? '–', quarter - 8),
          ],
          [
            fact(t('lists.roster.times'), slotsText(roster) || '–', half - 8),
            fact(
              t('lists.period'),
              t('lists.span', { from: germanDate(startsOn), to: germanDate(endsOn) }),
              quarter - 8,
            ),
            fact(
              t('lists.roster.asOf', { date: germanDate(asOf) }),
              t('lists.roster.count', { count: people.length }),
              quarter - 8,
              true,
            ),
          ],
        ],
      },
    },
  ];
}

function cell(text: string, cellWidth: number, bold = false): TableCell {
  const fontSize = fittingSize(text, { width: cellWidth - 8, height: rowHeight - 3 }, 10.5);
  return { text, bold, fontSize, lineHeight: closeLines, verticalAlignment: 'middle' };
}

function table({ people }: GroupRoster): Content {
  const ticks = Array.from({ length: boxes.count }, () => '');
  return {
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 1 : 0.5),
      hLineColor: (row) => (row === 1 ? colour.ink : ruled),
      vLineWidth: (at) => (at >= 4 ? 0.5 : 0),
      vLineColor: () => ruled,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [
        ...[column.number, column.family, column.given, column.own].map((each) => each - 8),
        ...ticks.map(() => boxes.width - 8),
      ],
      heights: (row) => (row === 0 ? 'auto' : rowHeight),
      body: [
        [
          headCell(t('lists.number'), { alignment: 'right' }),
          headCell(t('lists.family')),
          headCell(t('lists.given')),
          headCell(t('lists.roster.ownNumber')),
          ...ticks,
        ],
        ...people.map(({ family, given, number }, at) => [
          {
            text: String(at + 1),
            alignment: 'right' as const,
            fontSize: 9,
            color: colour.muted,
            lineHeight: 1,
            verticalAlignment: 'middle' as const,
          },
          cell(family ?? '', column.family, true),
          cell(given, column.given),
          cell(number ?? '', column.own),
          ...ticks,
        ]),
      ],
    },
  };
}

/** A4 upright: who is in a group, for the lead's folder. No birth, no room, no language: it may hang on a wall. */
export function groupRosterDocument(roster: GroupRoster): DocumentDefinition {
  return {
    title: t('lists.roster.title'),
    pageMargins: [upright.left, upright.top, upright.right, upright.bottom],
    footer: (at, count) =>
      listFoot({ ...roster, title: roster.group }, { page: at, count }, width, [
        upright.left,
        mm(6),
        upright.right,
        0,
      ]),
    content: [
      ...head(roster),
      roster.people.length === 0 ? { text: t('lists.roster.empty'), margin: [0, 12, 0, 0] } : table(roster),
    ],
  };
}
