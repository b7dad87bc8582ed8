import { moved, nothing, type Piece, rule, stacked } from '#renderer/documents/certificate/pieces.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { clockTime, weekdayOf } from '#shared/domain/calendar/dates.ts';
import { paperDayAndMonth } from './paper-dates.ts';
import {
  closerSetting,
  inColumns,
  type PaperSetting,
  pictogram,
  sheet,
  type TextDensity,
} from './paper-sheet.ts';
import { filledPaperText, type PaperTexts, paperTexts } from './paper-texts.ts';
import { areaShapes } from './pictograms.ts';
import type { OwnDay, OwnSession } from './printed-papers.ts';

/** From where reading begins: the day, the time, the area's shape, what it is, and where. */
const columns = {
  day: { from: 0, width: mm(31) },
  time: { from: mm(33), width: mm(29) },
  shape: { from: mm(63), width: mm(8) },
  what: { from: mm(73), width: mm(52) },
  where: { from: mm(128), width: sheet.width - mm(128) },
};

interface RowDensity extends TextDensity {
  /** Above and below what a row says. */
  readonly padding: number;
}
const densities: readonly RowDensity[] = [
  { type: 1, lineHeight: 1.2, padding: 8 },
  { type: 0.88, lineHeight: 1, padding: 5 },
];

const weekdayIn = (texts: PaperTexts, date: string): string =>
  texts.week.day[String(weekdayOf(date)) as keyof PaperTexts['week']['day']];

/** A row of the plan; the first of a day says which day it is. */
interface Row {
  readonly day: OwnDay;
  readonly session: OwnSession | undefined;
  readonly first: boolean;
}

function dayPiece({ date }: OwnDay, setting: PaperSetting): Piece {
  const { language } = setting;
  const { width } = columns.day;
  const beside = language === 'de' ? '' : weekdayIn(paperTexts('de'), date);
  const align = setting.direction === 'rtl' ? 'right' : 'left';
  return stacked([
    setting.own(weekdayIn(paperTexts(language), date), { width, size: 12, bold: true, color: colour.petrol }),
    setting.own(paperDayAndMonth(language, date), { width, size: 10.5 }),
    setting.german(beside, { width, align }),
  ]);
}

function sessionPiece(session: OwnSession, setting: PaperSetting): Piece {
  const { week, area } = paperTexts(setting.language);
  const { time, shape, what, where } = columns;
  const pale = session.cancelled ? { color: colour.muted } : {};
  const span = { from: clockTime(session.startsAt), to: clockTime(session.endsAt) };
  const room = session.room === null ? week.noRoom : filledPaperText(week.room, { room: session.room });
  const place = session.cancelled ? week.cancelled : room;
  // Titles stay German: they are what stands on doors and lists.
  const align = setting.direction === 'rtl' ? 'right' : 'left';
  const title = { width: what.width, align, language: 'de', direction: 'auto', ...pale } as const;
  return inColumns(setting, [
    {
      ...time,
      piece: setting.own(filledPaperText(week.time, span), { ...time, size: 12, bold: true, ...pale }),
    },
    {
      ...shape,
      piece:
        session.area === null
          ? nothing
          : pictogram(areaShapes[session.area], mm(6.5), session.cancelled ? colour.muted : colour.petrol),
    },
    {
      ...what,
      piece: stacked([
        setting.own(session.offer, { ...title, size: 12, bold: true }),
        setting.own(session.group, { ...title, size: 9.5, color: colour.muted }),
        session.area === null
          ? nothing
          : setting.own(area[session.area], { width: what.width, size: 9.5, color: colour.muted }),
      ]),
    },
    {
      ...where,
      piece: setting.own(place, {
        ...{ width: where.width, size: session.room === null && !session.cancelled ? 9.5 : 12 },
        ...{ bold: session.cancelled || session.room !== null },
      }),
    },
  ]);
}

function emptyPiece({ holiday }: OwnDay, setting: PaperSetting): Piece {
  const { week } = paperTexts(setting.language);
  const column = { from: columns.time.from, width: sheet.width - columns.time.from };
  const text = holiday ? week.holiday : week.free;
  return inColumns(setting, [
    { ...column, piece: setting.own(text, { width: column.width, size: 11, color: colour.muted }) },
  ]);
}

/** A row with the line above it; `named`: with its day, as the first of a day and of a page. */
function rowPiece(
  { day, session, first }: Row,
  setting: PaperSetting,
  { padding }: RowDensity,
  named: boolean,
): Piece {
  const said = session ? sessionPiece(session, setting) : emptyPiece(day, setting);
  const from = named ? 0 : columns.time.from;
  const width = sheet.width - from;
  const line = rule(width, first ? colour.muted : colour.line, first ? 0.8 : 0.4);
  const lineFrom = setting.direction === 'ltr' ? from : 0;
  const body = inColumns(setting, named ? [{ ...columns.day, piece: dayPiece(day, setting) }] : []);
  const height = Math.max(body.height, said.height);
  return {
    height: height + 2 * padding,
    parts: [
      ...moved(line.parts, lineFrom, 0),
      ...moved(body.parts, 0, padding),
      ...moved(said.parts, 0, padding),
    ],
  };
}

const rowsOf = (days: readonly OwnDay[]): Row[] =>
  days.flatMap((day): Row[] =>
    day.sessions.length === 0
      ? [{ day, session: undefined, first: true }]
      : day.sessions.map((session, at) => ({ day, session, first: at === 0 })),
  );

/** Rows below each other, as many on a page as there is room for. */
function filledPages(
  rows: readonly Row[],
  setting: PaperSetting,
  density: RowDensity,
  room: number,
): Piece[] {
  const pages: Piece[] = [];
  let pieces: Piece[] = [];
  let height = 0;
  for (const row of rows) {
    let piece = rowPiece(row, setting, density, row.first || pieces.length === 0);
    if (pieces.length > 0 && height + piece.height > room) {
      pages.push(stacked(pieces));
      [pieces, height] = [[], 0];
      piece = rowPiece(row, setting, density, true);
    }
    pieces.push(piece);
    height += piece.height;
  }
  return [...pages, stacked(pieces)];
}

/** The rows of a week on as few pages as they take, set closely only where that saves one. */
export function weekRows(days: readonly OwnDay[], setting: PaperSetting, room: number): Piece[] {
  const rows = rowsOf(days);
  const [airy, close] = densities.map((density) =>
    filledPages(rows, closerSetting(setting, density), density, room),
  );
  if (!airy || !close) return [];
  return close.length < airy.length ? close : airy;
}
