import { moved, nothing, type Piece, rule, stacked } from '#renderer/documents/certificate/pieces.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { clockTime, weekdayOf } from '#shared/domain/calendar/dates.ts';
import { paperDate, paperDayAndMonth } from './paper-dates.ts';
import {
  inColumns,
  type PaperSetting,
  paperHead,
  paperPage,
  paperSetting,
  pictogram,
  sheet,
} from './paper-sheet.ts';
import { filledPaperText, type PaperTexts, paperTexts } from './paper-texts.ts';
import { areaShapes } from './pictograms.ts';
import type { OwnDay, OwnSession, OwnWeekPlan } from './printed-papers.ts';

/** From where reading begins: the day, the time, the area's shape, what it is, and where. */
const columns = {
  day: { from: 0, width: mm(31) },
  time: { from: mm(33), width: mm(31) },
  shape: { from: mm(66), width: mm(8) },
  what: { from: mm(77), width: mm(52) },
  where: { from: mm(132), width: sheet.width - mm(132) },
};

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
    setting.own(weekdayIn(paperTexts(language), date), { width, size: 13, bold: true, color: colour.petrol }),
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
function rowPiece({ day, session, first }: Row, setting: PaperSetting, named: boolean): Piece {
  const said = session ? sessionPiece(session, setting) : emptyPiece(day, setting);
  const from = named ? 0 : columns.time.from;
  const width = sheet.width - from;
  const line = rule(width, first ? colour.muted : colour.line, first ? 0.8 : 0.4);
  const lineFrom = setting.direction === 'ltr' ? from : 0;
  const body = inColumns(setting, named ? [{ ...columns.day, piece: dayPiece(day, setting) }] : []);
  const height = Math.max(body.height, said.height);
  return {
    height: height + 16,
    parts: [...moved(line.parts, lineFrom, 0), ...moved(body.parts, 0, 7), ...moved(said.parts, 0, 7)],
  };
}

const rowsOf = (days: readonly OwnDay[]): Row[] =>
  days.flatMap((day): Row[] =>
    day.sessions.length === 0
      ? [{ day, session: undefined, first: true }]
      : day.sessions.map((session, at) => ({ day, session, first: at === 0 })),
  );

/** Rows below each other, as many on a page as there is room for. */
function pagesOf(rows: readonly Row[], setting: PaperSetting, room: number): Piece[] {
  const pages: Piece[] = [];
  let pieces: Piece[] = [];
  let height = 0;
  for (const row of rows) {
    let piece = rowPiece(row, setting, row.first || pieces.length === 0);
    if (pieces.length > 0 && height + piece.height > room) {
      pages.push(stacked(pieces));
      [pieces, height] = [[], 0];
      piece = rowPiece(row, setting, true);
    }
    pieces.push(piece);
    height += piece.height;
  }
  return [...pages, stacked(pieces)];
}

function titlePiece({ name, week, from, to, language }: OwnWeekPlan, setting: PaperSetting): Piece {
  const { width } = sheet;
  const align = setting.direction === 'rtl' ? 'right' : 'left';
  const texts = paperTexts(language).week;
  const german = paperTexts('de').week;
  const span = (one: PaperTexts['week'], inLanguage: typeof language): string =>
    filledPaperText(one.span, { week, from: paperDate(inLanguage, from), to: paperDate(inLanguage, to) });
  const both = `${german.title} · ${span(german, 'de')}`;
  return stacked([
    setting.own(texts.title, { width, size: 24, bold: true, color: colour.petrol }),
    setting.own(name, { width, size: 15, bold: true, align, direction: 'auto' }),
    3,
    setting.own(span(texts, language), { width, size: 12 }),
    language === 'de' ? nothing : setting.german(both, { width, align }),
  ]);
}

function footPiece({ printedOn, language }: OwnWeekPlan, setting: PaperSetting, pages: string): Piece {
  const { width } = sheet;
  const align = setting.direction === 'rtl' ? 'right' : 'left';
  const texts = paperTexts(language).week;
  const german = paperTexts('de').week;
  const beside = `${german.hint} ${filledPaperText(german.change, { date: paperDate('de', printedOn) })}`;
  const date = paperDate(language, printedOn);
  return stacked([
    rule(width, colour.petrol, 0.8),
    5,
    setting.own(texts.hint, { width, size: 11.5, bold: true }),
    1,
    setting.own(filledPaperText(texts.change, { date }), { width, size: 10 }),
    2,
    language === 'de' ? nothing : setting.german(beside, { width, align, size: 8 }),
    setting.german(pages, { width, align: 'center', size: 8, color: colour.ink }),
  ]);
}

/** One person's week on A4, in their language; titles of offers stay German. */
export function ownWeekPlanDocument(plan: OwnWeekPlan, setter: TextSetter): DocumentDefinition {
  const setting = paperSetting(setter, plan.language);
  const { none } = paperTexts(plan.language).week;
  const head = stacked([paperHead(setting, plan.facility), 12, titlePiece(plan, setting)]);
  const top = sheet.top + head.height + 14;
  const room = sheet.bottom - footPiece(plan, setting, '1').height - 8 - top;
  const shown = plan.days.some(({ sessions }) => sessions.length > 0);
  const pages = shown
    ? pagesOf(rowsOf(plan.days), setting, room)
    : [setting.own(none, { width: sheet.width, size: 14 })];
  return {
    title: t('papers.ownWeekPlan'),
    language: plan.language,
    pageMargins: 0,
    content: pages.map((body, at) => {
      const count = pages.length > 1 ? `${at + 1} / ${pages.length}` : '';
      const foot = footPiece(plan, setting, count);
      return paperPage(
        [
          ...moved(head.parts, sheet.left, sheet.top),
          ...moved(body.parts, sheet.left, top),
          ...moved(foot.parts, sheet.left, sheet.bottom - foot.height),
        ],
        at === 0,
      );
    }),
  };
}
