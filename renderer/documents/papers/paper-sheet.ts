/** The page that residents' papers stand on, and how its parts are turned round for scripts that are read from the right. */
import {
  beside,
  type Piece,
  type Placed,
  rule,
  stacked,
  textPiece,
} from '#renderer/documents/certificate/pieces.ts';
import type { PlannedPage } from '#renderer/documents/drawing/marks.ts';
import { colour, margin, mm, page, textWidth } from '#renderer/documents/paper.ts';
import type { TextSetter, TextStyle } from '#renderer/documents/text/text-setter.ts';
import { type PaperLanguage, paperLanguageFacts } from '#shared/domain/paper-language.ts';

export const sheet = {
  left: margin.left,
  width: textWidth,
  top: mm(16),
  bottom: page.height - mm(14),
};

/** A column by its distance from where reading begins. */
export interface Column {
  readonly from: number;
  readonly width: number;
}

/** Sets texts of one paper: in its language, and German beside it. */
export interface PaperSetting {
  readonly language: PaperLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly setter: TextSetter;
  /** Own language, from where reading begins. */
  own(text: string, style: TextStyle): Piece;
  /** Small, for those who speak German with the person. */
  german(text: string, style: Pick<TextStyle, 'width'> & Partial<TextStyle>): Piece;
}

export function paperSetting(setter: TextSetter, language: PaperLanguage): PaperSetting {
  const { direction } = paperLanguageFacts(language);
  return {
    ...{ language, direction, setter },
    own: (text, style) => textPiece(setter, text, { language, direction, ...style }),
    german: (text, style) =>
      textPiece(setter, text, {
        ...{ size: 8.5, color: colour.muted, language: 'de', direction: 'ltr', align: 'left' },
        ...style,
      }),
  };
}

/** How closely text is set: of its size, and times the font's own height of a line. */
export interface TextDensity {
  readonly type: number;
  readonly lineHeight: number;
}

/** The same setting with all its texts smaller or closer. */
export function closerSetting(setting: PaperSetting, { type, lineHeight }: TextDensity): PaperSetting {
  return {
    ...setting,
    own: (text, style) => setting.own(text, { lineHeight, ...style, size: style.size * type }),
    german: (text, style) => setting.german(text, { lineHeight, ...style }),
  };
}

/** Pieces in columns beside each other; in a script that is read from the right they follow each other from there. */
export function inColumns(
  { direction }: Pick<PaperSetting, 'direction'>,
  columns: readonly (Column & { readonly piece: Piece })[],
  align: Parameters<typeof beside>[1] = 'top',
): Piece {
  return beside(
    columns.map(({ from, width, piece }) => ({
      x: direction === 'ltr' ? from : sheet.width - from - width,
      piece,
    })),
    align,
  );
}

/** The facility and the language's own name over a rule. */
export function paperHead(setting: PaperSetting, facility: string): Piece {
  const { setter, language } = setting;
  const nameWidth = mm(40);
  const half = { width: sheet.width - nameWidth, size: 11, bold: true, align: 'left' } as const;
  return stacked([
    beside(
      [
        { x: 0, piece: textPiece(setter, facility, half) },
        {
          x: sheet.width - nameWidth,
          piece: textPiece(setter, paperLanguageFacts(language).name, {
            ...{ width: nameWidth, size: 9.5, color: colour.muted, align: 'right' },
          }),
        },
      ],
      'bottom',
    ),
    5,
    rule(sheet.width, colour.petrol, 1.2),
  ]);
}

/** A shape that tells without words. */
export function pictogram(paths: readonly string[], side: number, fill: string): Piece {
  const shapes = paths.map((path) => `<path d="${path}" fill="${fill}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${shapes}</svg>`;
  const box = { x: 0, y: 0, width: side, height: side };
  return { height: side, parts: [{ ...box, mark: { kind: 'drawing', svg } }] };
}

/** A page of the document, its parts at their places. */
export function paperPage(parts: readonly Placed[]): PlannedPage {
  return { width: page.width, height: page.height, marks: parts };
}
