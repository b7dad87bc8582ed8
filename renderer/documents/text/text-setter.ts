/**
 * Sets text in every script of our papers. Guarantees that a line is drawn with its words, digits and brackets in the
 * order in which its script is read, that no line is wider than its place, and that no character is drawn as a box:
 * `missing` tells which ones no font has, and the caller refuses them.
 */
import type { Content } from 'pdfmake/interfaces';
import { openFont } from '#renderer/documents/engine.ts';
import { type DocumentFont, documentFonts } from './font-files.ts';
import { breakLines } from './line-breaking.ts';
import { languageTag } from './open-type-tags.ts';
import {
  type HasGlyph,
  type LineRange,
  paragraphOf,
  runsOfLine,
  type TextRun,
  withoutUnseen,
} from './text-runs.ts';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  /** Points that a line may be wide. */
  readonly width: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** `start` is where reading begins: on the right in Arabic script. `left` and `right` are so for every script. */
  readonly align?: 'start' | 'center' | 'end' | 'left' | 'right';
  /** `auto`: by the first letter that has a direction. */
  readonly direction?: 'ltr' | 'rtl' | 'auto';
  /** BCP 47; some fonts shape a letter otherwise in one language. */
  readonly language?: string;
  /** Times the font's own height of a line. */
  readonly lineHeight?: number;
}

/** A text with its lines broken. */
export interface SetText {
  /** One node a line, which the engine does not break again; for a place at least as wide as the style says. */
  readonly node: Content;
  readonly lines: number;
  /** Points. */
  readonly height: number;
}

export interface TextSetter {
  set(text: string, style: TextStyle): SetText;
  /** Points that the text is wide in one line. */
  width(text: string, style: Pick<TextStyle, 'size' | 'bold' | 'language'>): number;
  /** Characters that can't be drawn, each once: no font has them, or they are marks without a letter. */
  missing(text: string): string[];
}

interface Line {
  readonly runs: readonly TextRun[];
  readonly direction: 'ltr' | 'rtl';
  readonly height: number;
}

type Fonts = (font: DocumentFont, bold: boolean) => Awaited<ReturnType<typeof openFont>>;

const defaultLineHeight = 1.2;

/** Texts whose lines are kept; then it begins anew, so that memory stays flat. */
const remembered = 2_000;

/** An empty line is as high as one with letters. */
const emptyRun: TextRun = { text: ' ', font: 'NotoSans', script: 'latn', direction: 'ltr' };

async function openFonts(): Promise<Fonts> {
  const styles = documentFonts.flatMap((font) => [false, true].map((bold) => ({ font, bold })));
  const opened = new Map(
    await Promise.all(
      styles.map(async ({ font, bold }) => [`${font} ${bold}`, await openFont(font, bold)] as const),
    ),
  );
  return (font, bold) => {
    const found = opened.get(`${font} ${bold}`);
    if (!found) throw new Error('a font was not opened');
    return found;
  };
}

class Setter implements TextSetter {
  readonly #fonts: Fonts;
  readonly #has: HasGlyph;
  /** Most texts of a batch are the same on every page. */
  readonly #broken = new Map<string, readonly Line[]>();

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
    this.#has = (font, character) =>
      fonts(font, false).shaper.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  set(text: string, style: TextStyle): SetText {
    const { align = 'start', color, size, bold = false, lineHeight = defaultLineHeight } = style;
    const lines = this.#lines(text, style);
    const language = languageTag(style.language);
    const stack = lines.map(({ runs, direction }): Content => {
      const alignment = sideOf(align, direction);
      return {
        alignment,
        lineHeight,
        fontSize: size,
        bold,
        ...(color === undefined ? {} : { color }),
        noWrap: true,
        preserveLeadingSpaces: true,
        preserveTrailingSpaces: true,
        // Room for the last fraction of a point, so that the engine never takes a line apart.
        margin: [alignment === 'left' ? 0 : -1, 0, alignment === 'right' ? 0 : -1, 0],
        text: runs.map(({ text: run, font, ...shaping }) => ({
          text: run,
          font,
          fontFeatures: { ...shaping, ...(language === undefined ? {} : { language }) } as never,
        })),
      };
    });
    return {
      node: { stack },
      lines: lines.length,
      height: lines.reduce((sum, { height }) => sum + height, 0),
    };
  }

  width(
    text: string,
    { size, bold = false, language }: Pick<TextStyle, 'size' | 'bold' | 'language'>,
  ): number {
    const paragraph = paragraphOf(text.normalize('NFC'), 'auto', this.#has);
    return this.#widthOf(runsOfLine(paragraph, { start: 0, end: paragraph.text.length, hyphen: false }), {
      size,
      bold,
      language,
    });
  }

  missing(text: string): string[] {
    const composed = withoutUnseen(text.normalize('NFC'));
    const missing = new Set<string>();
    let hasLetter = false;
    for (const character of composed) {
      if (/\s/u.test(character)) {
        hasLetter = false;
        continue;
      }
      const isMark = /\p{M}/u.test(character);
      const isDrawn = documentFonts.some((font) => this.#has(font, character));
      if (!/[\u200c\u200d]/u.test(character) && (!isDrawn || (isMark && !hasLetter))) missing.add(character);
      if (!isMark) hasLetter = /[\p{L}\p{N}]/u.test(character);
    }
    return [...missing];
  }

  #lines(text: string, style: TextStyle): readonly Line[] {
    const { size, width, bold, direction, lineHeight, language } = style;
    const key = [size, width, bold, direction, lineHeight, language, text].join(' ');
    const known = this.#broken.get(key);
    if (known) return known;
    if (this.#broken.size >= remembered) this.#broken.clear();
    const lines = this.#linesNow(text, style);
    this.#broken.set(key, lines);
    return lines;
  }

  #linesNow(text: string, style: TextStyle): Line[] {
    const { size, width, bold = false, direction = 'auto', lineHeight = defaultLineHeight, language } = style;
    const paragraphs = text
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      .split(/[\n\r\u2028\u2029]/u);
    return paragraphs.flatMap((plain) => {
      const paragraph = paragraphOf(plain.replaceAll('\t', ' '), direction, this.#has);
      const widthOf = (range: LineRange): number =>
        this.#widthOf(runsOfLine(paragraph, range), { size, bold, language });
      return breakLines(paragraph.text, width, widthOf).map((range): Line => {
        const drawn = runsOfLine(paragraph, range);
        const runs = drawn.length === 0 ? [emptyRun] : drawn;
        const height = Math.max(...runs.map(({ font }) => this.#fonts(font, bold).lineHeight));
        return { runs, direction: paragraph.direction, height: height * size * lineHeight };
      });
    });
  }

  #widthOf(
    runs: readonly TextRun[],
    { size, bold, language }: { size: number; bold: boolean; language: string | undefined },
  ): number {
    const tag = languageTag(language);
    const thousandths = runs.reduce((sum, { text, font, script, direction }) => {
      const shaping = { script, direction, ...(tag === undefined ? {} : { language: tag }) };
      return sum + this.#fonts(font, bold).shaper.shape(text, shaping).advanceWidth;
    }, 0);
    return (thousandths * size) / 1000;
  }
}

/** Where lines begin or end on the page. */
function sideOf(
  align: NonNullable<TextStyle['align']>,
  direction: 'ltr' | 'rtl',
): 'left' | 'center' | 'right' {
  if (align !== 'start' && align !== 'end') return align;
  return (align === 'start') === (direction === 'ltr') ? 'left' : 'right';
}

let opening: Promise<TextSetter> | undefined;

/** Opens the fonts, once. */
export function openTextSetter(): Promise<TextSetter> {
  opening ??= openFonts().then((fonts) => new Setter(fonts));
  return opening;
}
