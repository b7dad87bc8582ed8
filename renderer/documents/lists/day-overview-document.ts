import type { Content, ContentText, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, mm, page } from '#renderer/documents/paper.ts';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import {
  closeLines,
  fittingSize,
  headCell,
  listFoot,
  rowLines,
  upright,
  weekdayAndDate,
} from './list-paper.ts';
import type { DayOverview } from './printed-lists.ts';

const width = page.width - upright.left - upright.right;
const column = { time: mm(27), room: mm(26), lead: mm(36), expected: mm(17) };

type Session = DayOverview['sessions'][number];

/** Text that is struck through where the session does not take place. */
function struck(text: string, { cancelled }: Session, more: object = {}): ContentText {
  return {
    text,
    fontSize: 10,
    lineHeight: closeLines,
    ...(cancelled ? { decoration: 'lineThrough' as const, color: colour.muted } : {}),
    ...more,
  };
}

function row(session: Session): TableCell[] {
  const { startsAt, endsAt, group, offer, room, lead, cancelled, expected } = session;
  const times = t('lists.span', { from: clockTime(startsAt), to: clockTime(endsAt) });
  const sized = (text: string, cellWidth: number): object => ({
    fontSize: fittingSize(text, { width: cellWidth - 10, height: 28 }, 10, 6),
  });
  return [
    struck(times, session, { bold: true, noWrap: true }),
    {
      stack: [
        struck(group, session, { bold: true, fontSize: group.length > 80 ? 8 : 10.5 }),
        { text: offer, fontSize: 8, lineHeight: closeLines, color: colour.muted },
      ],
    },
    struck(room ?? '–', session, sized(room ?? '', column.room)),
    struck(lead ?? '–', session, sized(lead ?? '', column.lead)),
    cancelled
      ? { text: t('lists.cancelled'), bold: true, fontSize: 9, lineHeight: 1, alignment: 'right' }
      : struck(String(expected), session, { alignment: 'right' }),
  ];
}

function table(sessions: readonly Session[]): Content {
  return {
    layout: rowLines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [column.time - 5, '*', column.room - 10, column.lead - 10, column.expected - 10],
      body: [
        [
          headCell(t('lists.time')),
          headCell(t('lists.group')),
          headCell(t('lists.room')),
          headCell(t('lists.lead')),
          headCell(t('lists.overview.expected'), { alignment: 'right' }),
        ],
        ...sessions.map(row),
      ],
    },
  };
}

/** A4 upright: every session of a day by time. It names no participant. */
export function dayOverviewDocument(overview: DayOverview): DocumentDefinition {
  const { date, holiday, sessions } = overview;
  return {
    title: t('lists.overview.title'),
    pageMargins: [upright.left, upright.top, upright.right, upright.bottom],
    footer: (at, count) =>
      listFoot({ ...overview, title: weekdayAndDate(date) }, { page: at, count }, width, [
        upright.left,
        mm(6),
        upright.right,
        0,
      ]),
    content: [
      { text: t('lists.overview.title'), fontSize: 11, bold: true, color: colour.muted, lineHeight: 1 },
      { text: weekdayAndDate(date), fontSize: 20, bold: true, color: colour.petrol, lineHeight: closeLines },
      ...(holiday === null ? [] : [{ text: holiday, fontSize: 10.5, lineHeight: 1 }]),
      sessions.length === 0
        ? { text: t('lists.overview.none'), margin: [0, 14, 0, 0] }
        : { margin: [0, 10, 0, 0], stack: [table(sessions)] },
    ],
  };
}
