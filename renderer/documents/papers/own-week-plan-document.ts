import { moved, nothing, type Piece, rule, stacked } from '#renderer/documents/certificate/pieces.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DrawnDocument } from '#renderer/documents/engine.ts';
import { colour } from '#renderer/documents/paper.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { weekRows } from './own-week-rows.ts';
import { paperDate } from './paper-dates.ts';
import { type PaperSetting, paperHead, paperPage, paperSetting, sheet } from './paper-sheet.ts';
import { filledPaperText, type PaperTexts, paperTexts } from './paper-texts.ts';
import type { OwnWeekPlan } from './printed-papers.ts';

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
export function ownWeekPlanDocument(plan: OwnWeekPlan, setter: TextSetter): DrawnDocument {
  const setting = paperSetting(setter, plan.language);
  const { none } = paperTexts(plan.language).week;
  const head = stacked([paperHead(setting, plan.facility), 12, titlePiece(plan, setting)]);
  const top = sheet.top + head.height + 14;
  const room = sheet.bottom - footPiece(plan, setting, '1').height - 8 - top;
  const shown = plan.days.some(({ sessions }) => sessions.length > 0);
  const pages = shown
    ? weekRows(plan.days, setting, room)
    : [setting.own(none, { width: sheet.width, size: 14 })];
  return {
    title: t('papers.ownWeekPlan'),
    language: plan.language,
    pictures: new Map(),
    pages: pages.map((body, at) => {
      const count = pages.length > 1 ? `${at + 1} / ${pages.length}` : '';
      const foot = footPiece(plan, setting, count);
      return paperPage([
        ...moved(head.parts, sheet.left, sheet.top),
        ...moved(body.parts, sheet.left, top),
        ...moved(foot.parts, sheet.left, sheet.bottom - foot.height),
      ]);
    }),
  };
}
