/**
 * Sets text in every script of our papers. Guarantees that a line is drawn with its words, digits and brackets in the
 * order in which its script is read, that no line is wider than its place, and that no character is drawn as a box:
 * `missing` tells which ones no font has, and the caller refuses them.
 */
import type { Content } from 'pdfmake/interfaces';
import { openFont } from '#renderer/documents/engine.ts';
import { Remembered } from '#renderer/documents/remembered.ts';
import { type DocumentFont, documentFonts } from './font-files.ts';
import { breakLines } from './line-breaking.ts';
import { languageTag } from './open-type-tags.ts';
import type { SetLine, SetRun } from './set-line.ts';
import type { ShapingOptions } from './shaped-run.ts';
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
interface SetText {
  /** One node a line, which the engine does not break again; for a place at least as wide as the style says. */
  readonly node: Content;
  /** The same for a page that is drawn without the engine's layout. */
  readonly drawn: readonly SetLine[];
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
  /** Points, as are the others. */
  readonly height: number;
  /** From its top to where its letters stand. */
  readonly ascent: number;
}

type Fonts = (font: DocumentFont, bold: boolean) => Awaited<ReturnType<typeof openFont>>;

const defaultLineHeight = 1.2;
/** What the engine's documents are written in. */
const defaultColour = '#1D2B2F';

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
  readonly #broken = new Remembered<readonly Line[]>(2_000);

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
    this.#has = (font, character) =>
      fonts(font, false).shaper.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  set(text: string, style: TextStyle): SetText {
    const lines = this.#lines(text, style);
    const node = (): Content => ({ stack: lines.map((line) => nodeOf(line, style)) });
    const drawn = (): SetLine[] => this.#drawn(lines, style);
    return {
      get node() {
        return node();
      },
      get drawn() {
        return drawn();
      },
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

  #drawn(lines: readonly Line[], style: TextStyle): SetLine[] {
    const { align = 'start', color = defaultColour, size, bold = false, width } = style;
    let top = 0;
    return lines.map(({ runs, direction, ascent, height }): SetLine => {
      let x = 0;
      const set = runs.map((run): SetRun => {
        const { text, font } = run;
        const shaping = shapingOf(run, style.language);
        const at = x;
        x += (this.#fonts(font, bold).shaper.width(text, shaping) * size) / 1000;
        return { text, font, shaping, x: at };
      });
      const share = { left: 0, center: 0.5, right: 1 }[sideOf(align, direction)];
      const y = top + ascent;
      top += height;
      return { x: (width - x) * share, y, size, bold, color, runs: set };
    });
  }

  #lines(text: string, style: TextStyle): readonly Line[] {
    const { size, width, bold, direction, lineHeight, language } = style;
    const key = [size, width, bold, direction, lineHeight, language, text].join(' ');
    return this.#broken.of(key, () => this.#linesNow(text, style));
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
        const fonts = runs.map(({ font }) => this.#fonts(font, bold));
        return {
          runs,
          direction: paragraph.direction,
          height: Math.max(...fonts.map((font) => font.lineHeight)) * size * lineHeight,
          ascent: Math.max(...fonts.map((font) => font.ascent)) * size,
        };
      });
    });
  }

  #widthOf(
    runs: readonly TextRun[],
    { size, bold, language }: { size: number; bold: boolean; language: string | undefined },
  ): number {
    const thousandths = runs.reduce((sum, run) => {
      const { shaper } = this.#fonts(run.font, bold);
      return sum + shaper.width(run.text, shapingOf(run, language));
    }, 0);
    return (thousandths * size) / 1000;
  }
}

function shapingOf({ script, direction }: TextRun, language: string | undefined): ShapingOptions {
  const tag = languageTag(language);
  return { script, direction, ...(tag === undefined ? {} : { language: tag }) };
}

/** A line as the engine lays it out. */
function nodeOf({ runs, direction }: Line, style: TextStyle): Content {
  const { align = 'start', color, size, bold = false, lineHeight = defaultLineHeight } = style;
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
    text: runs.map((run) => ({
      text: run.text,
      font: run.font,
      fontFeatures: shapingOf(run, style.language) as never,
    })),
  };
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
