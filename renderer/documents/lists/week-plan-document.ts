import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, landscape, mm } from '#renderer/documents/paper.ts';
import { clockTime, germanDate, weekdayOf } from '#shared/domain/calendar/dates.ts';
import { across, closeLines, fittingSize, listFoot, ruled, weekdayName } from './list-paper.ts';
import type { PlannedSession, WeekPlan } from './printed-lists.ts';

const width = landscape.width - across.left - across.right;
const firstColumn = mm(26);

type Day = WeekPlan['days'][number];
type Room = WeekPlan['rooms'][number];

const layout: CustomTableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 1 : 0.5),
  hLineColor: (row) => (row === 1 ? colour.ink : ruled),
  vLineWidth: (at, node) => (at === 0 || at === node.table.widths?.length ? 0 : 0.5),
  vLineColor: () => ruled,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

const dayWidth = (days: readonly Day[]): number => (width - firstColumn) / days.length - 8;

function dayHead({ date, holiday }: Day): TableCell {
  return {
    stack: [
      {
        text: [
          { text: weekdayName(weekdayOf(date)), bold: true },
          { text: `  ${germanDate(date).slice(0, 6)}`, color: colour.muted },
        ],
        fontSize: 10,
        lineHeight: 1,
      },
      ...(holiday === null ? [] : [{ text: holiday, fontSize: 8, lineHeight: 1 }]),
    ],
  };
}

/** One session: time, group, lead. `scale`: 1, or more where it is read from a distance. */
function block(session: PlannedSession, cellWidth: number, scale: number): Content {
  const { startsAt, endsAt, group, lead, cancelled } = session;
  const struck = cancelled ? { decoration: 'lineThrough' as const, color: colour.muted } : {};
  const size = fittingSize(group, { width: cellWidth, height: 42 * scale }, 10 * scale, 6);
  return {
    unbreakable: true,
    margin: [0, 0, 0, 4],
    stack: [
      {
        fontSize: 9 * scale,
        lineHeight: 1,
        text: [
          { text: t('lists.span', { from: clockTime(startsAt), to: clockTime(endsAt) }), ...struck },
          ...(cancelled ? [{ text: `  ${t('lists.cancelled')}`, bold: true }] : []),
        ],
      },
      { text: group, bold: true, fontSize: size, lineHeight: closeLines, ...struck },
      ...(lead === null
        ? []
        : [
            {
              text: lead,
              fontSize: lead.length > 60 ? 6.5 : 8.5 * scale,
              lineHeight: closeLines,
              color: colour.muted,
            },
          ]),
    ],
  };
}

/** More sessions in a cell might not fit on one page: then a row goes on to the next. */
const mostUnbroken = 6;

interface WeekRows {
  readonly label: string;
  readonly rows: readonly { readonly head: Content; readonly sessions: readonly PlannedSession[] }[];
  readonly height: number;
  readonly scale: number;
}

function weekTable(days: readonly Day[], { label, rows, height, scale }: WeekRows): Content {
  const cellWidth = dayWidth(days);
  const cells = rows.map(({ sessions }) =>
    days.map(({ date }) => sessions.filter((session) => session.date === date)),
  );
  const body = cells.map((row, at): TableCell[] => [
    rows[at]?.head ?? '',
    ...row.map((sessions) => ({ stack: sessions.map((session) => block(session, cellWidth, scale)) })),
  ]);
  return {
    layout,
    table: {
      headerRows: 1,
      dontBreakRows: cells.flat().every(({ length }) => length <= mostUnbroken),
      widths: [firstColumn - 8, ...days.map(() => cellWidth)],
      heights: (row) => (row === 0 ? 'auto' : height),
      body: [[{ text: label, bold: true, fontSize: 10, lineHeight: 1 }, ...days.map(dayHead)], ...body],
    },
  };
}

const roomName = (room: string | null): string =>
  room === null ? t('lists.noRoom') : t('lists.roomName', { room });

/** A row for each room. */
function allRooms({ days, rooms }: WeekPlan): Content {
  return weekTable(days, {
    label: t('lists.room'),
    rows: rooms.map(({ room, sessions }) => ({
      head: { text: room ?? t('lists.noRoom'), bold: true, fontSize: 10, lineHeight: closeLines },
      sessions,
    })),
    height: mm(12),
    scale: 1,
  });
}

/** A row for each time at which something begins, so that what is at one time stands side by side. */
function oneRoom({ sessions }: Room, days: readonly Day[]): Content {
  const starts = [...new Set(sessions.map(({ startsAt }) => startsAt))].sort((a, b) => a - b);
  return weekTable(days, {
    label: '',
    rows: starts.map((start) => ({
      head: { text: t('lists.at', { time: clockTime(start) }), bold: true, fontSize: 12 },
      sessions: sessions.filter(({ startsAt }) => startsAt === start),
    })),
    height: mm(22),
    scale: 1.15,
  });
}

function head({ week, days }: WeekPlan, title: string, newPage: boolean): Content {
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  return {
    ...(newPage ? { pageBreak: 'before' as const } : {}),
    margin: [0, 0, 0, 6],
    columnGap: 16,
    columns: [
      {
        width: '*',
        text: title,
        bold: true,
        fontSize: 20,
        lineHeight: closeLines,
        color: colour.petrol,
      },
      {
        width: 'auto',
        alignment: 'right',
        stack: [
          { text: t('lists.week.week', { week }), bold: true, fontSize: 14, lineHeight: 1 },
          {
            text: t('lists.span', { from: germanDate(first), to: germanDate(last) }),
            fontSize: 9,
            lineHeight: 1,
            color: colour.muted,
          },
        ],
      },
    ],
  };
}

/** A4 across: the week in all rooms, or a page for each room. It names no participant. */
export function weekPlanDocument(plan: WeekPlan): DocumentDefinition {
  const empty: Content = { text: t('lists.week.none'), margin: [0, 12, 0, 0] };
  const pages: Content[] =
    plan.layout === 'rooms' && plan.rooms.length > 0
      ? plan.rooms.flatMap((room, at) => [
          head(plan, roomName(room.room), at > 0),
          room.sessions.length > 0 ? oneRoom(room, plan.days) : empty,
        ])
      : [head(plan, t('lists.week.title'), false), plan.rooms.length > 0 ? allRooms(plan) : empty];
  return {
    title: t('lists.week.title'),
    pageOrientation: 'landscape',
    pageMargins: [across.left, across.top, across.right, across.bottom],
    footer: (at, count) =>
      listFoot({ ...plan, title: t('lists.week.week', { week: plan.week }) }, { page: at, count }, width, [
        across.left,
        mm(4),
        across.right,
        0,
      ]),
    content: pages,
  };
}
