import { moved, nothing, type Piece, rule, stacked } from '#renderer/documents/certificate/pieces.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { Shape } from '#renderer/documents/drawing/marks.ts';
import type { DrawnDocument } from '#renderer/documents/engine.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { paperDate } from './paper-dates.ts';
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
import { topicShapes } from './pictograms.ts';
import type { ExplanationSheet } from './printed-papers.ts';

/** What is said under each heading, sentence by sentence. */
const topics = {
  is: ['is', 'units'],
  not: ['notLevel', 'tested', 'notStatus'],
  check: ['check', 'code'],
  keep: ['keep', 'copies'],
  lost: ['lost'],
} as const satisfies Record<string, readonly (keyof PaperTexts['sheet'])[]>;
type Topic = keyof typeof topics;

/** From large to small: the largest at which the sheet stays one page. */
const sizes = [12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8];

const shapeSide = mm(7);
const gap = 16;
const germanWidth = mm(58);
/** Small, so that it never takes more room than the person's own language. */
const germanStyle = { width: germanWidth, size: 7, lineHeight: 1.05 };

/** Columns from where reading begins: shape, own language, German. */
function columnsOf(language: ExplanationSheet['language']) {
  const from = shapeSide + 10;
  const german = { from: sheet.width - germanWidth, width: germanWidth };
  const own = { from, width: language === 'de' ? sheet.width - from : german.from - gap - from };
  return { shape: { from: 0, width: shapeSide }, own, german };
}

function topicPiece(topic: Topic, setting: PaperSetting, size: number): Piece {
  const { shape, own, german } = columnsOf(setting.language);
  const { sheet: texts } = paperTexts(setting.language);
  const { sheet: germanTexts } = paperTexts('de');
  const heading = { bold: true, color: colour.petrol };
  const said = stacked([
    setting.own(texts[`${topic}Title`], { width: own.width, size: size + 1.5, ...heading }),
    2,
    ...topics[topic].flatMap((key) => [setting.own(texts[key], { width: own.width, size }), 2.5]),
  ]);
  const inGerman = stacked([
    { height: 2, parts: [] },
    setting.german(germanTexts[`${topic}Title`], { ...germanStyle, bold: true }),
    1,
    ...topics[topic].flatMap((key) => [setting.german(germanTexts[key], { ...germanStyle }), 1]),
  ]);
  const picture = pictogram(topicShapes[topic], shapeSide, colour.petrol);
  return inColumns(setting, [
    { ...shape, piece: picture },
    { ...own, piece: said },
    ...(setting.language === 'de' ? [] : [{ ...german, piece: inGerman }]),
  ]);
}

/** Where to ask, in a frame: what one looks for when it is needed. */
function askPiece({ facility, place }: ExplanationSheet, setting: PaperSetting, size: number): Piece {
  const padding = 9;
  const width = sheet.width - 2 * padding;
  const fill = { facility, place };
  const inside = stacked([
    setting.own(filledPaperText(paperTexts(setting.language).sheet.ask, fill), {
      width,
      size: size + 0.5,
      bold: true,
    }),
    2,
    setting.language === 'de'
      ? nothing
      : setting.german(filledPaperText(paperTexts('de').sheet.ask, fill), { width }),
  ]);
  const height = inside.height + 2 * padding;
  const box: Shape = {
    ...{ type: 'rect', x: 0, y: 0, w: sheet.width, h: height },
    ...{ r: 4, lineWidth: 0.8, lineColor: colour.petrol },
  };
  return {
    height,
    parts: [
      { x: 0, y: 0, width: sheet.width, height, mark: { kind: 'shapes', shapes: [box] }, behind: true },
      ...moved(inside.parts, padding, padding),
    ],
  };
}

function titlePiece(setting: PaperSetting): Piece {
  const german = paperTexts('de').sheet.title;
  return stacked([
    setting.own(paperTexts(setting.language).sheet.title, {
      ...{ width: sheet.width, size: 24, bold: true, color: colour.petrol },
    }),
    setting.language === 'de'
      ? nothing
      : setting.german(german, {
          width: sheet.width,
          size: 11,
          align: setting.direction === 'rtl' ? 'right' : 'left',
        }),
  ]);
}

/** That it only explains, and the day of print. */
function footPiece({ printedOn, language }: ExplanationSheet, setting: PaperSetting): Piece {
  const texts = paperTexts(language);
  const date = paperDate('de', printedOn);
  const own = { from: 0, width: sheet.width - mm(52) };
  const german = { from: own.width + 8, width: mm(52) - 8 };
  const printed = setting.german(t('lists.printedOn', { date }), {
    ...{ width: german.width, size: 8, align: setting.direction === 'rtl' ? 'left' : 'right' },
  });
  const note = stacked([
    setting.own(texts.sheet.note, { width: own.width, size: 9, color: colour.muted }),
    setting.own(texts.certificate.note, { width: own.width, size: 9, color: colour.muted }),
  ]);
  return stacked([
    rule(sheet.width, colour.line, 0.5),
    4,
    inColumns(setting, [
      { ...own, piece: note },
      { ...german, piece: printed },
    ]),
  ]);
}

function bodyPiece(printed: ExplanationSheet, setting: PaperSetting, size: number): Piece {
  const space = size * 1.15;
  const parts = (Object.keys(topics) as Topic[]).flatMap((topic) => [
    topicPiece(topic, setting, size),
    space,
  ]);
  return stacked([titlePiece(setting), space, ...parts, askPiece(printed, setting, size)]);
}

/** The sheet that is handed out beside a certificate: one page in the person's language, with German beside it. */
export function explanationSheetDocument(printed: ExplanationSheet, setter: TextSetter): DrawnDocument {
  const setting = paperSetting(setter, printed.language);
  const head = paperHead(setting, printed.facility);
  const foot = footPiece(printed, setting);
  const top = sheet.top + head.height + 14;
  const room = sheet.bottom - foot.height - 12 - top;
  const fitting = sizes.find((size) => bodyPiece(printed, setting, size).height <= room) ?? 8;
  return {
    title: t('papers.explanationSheet'),
    language: printed.language,
    pictures: new Map(),
    pages: [
      paperPage([
        ...moved(head.parts, sheet.left, sheet.top),
        ...moved(bodyPiece(printed, setting, fitting).parts, sheet.left, top),
        ...moved(foot.parts, sheet.left, sheet.bottom - foot.height),
      ]),
    ],
  };
}
