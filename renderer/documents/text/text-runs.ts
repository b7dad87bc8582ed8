/**
 * From a line of text to runs of one direction, one font and one script, in the order in which they are drawn from left
 * to right (Unicode's bidirectional algorithm, UAX 9).
 */
import bidiFactory from 'bidi-js';
import { type DocumentFont, documentFonts } from './font-files.ts';
import { scriptOf } from './open-type-tags.ts';

const bidi = bidiFactory();

/** A piece of a line that is shaped at once. */
export interface TextRun {
  /** In the order of reading. */
  readonly text: string;
  readonly font: DocumentFont;
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Whether a font has a glyph for a character. */
export type HasGlyph = (font: DocumentFont, character: string) => boolean;

/** A paragraph with what is known of each of its UTF-16 units. */
export interface Paragraph {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly levels: Uint8Array;
  readonly fonts: readonly DocumentFont[];
  readonly scripts: readonly string[];
}

/** Marks that are looked at and never drawn. The joiners decide how their neighbours join, so they stay. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;
export const withoutUnseen = (text: string): string => text.replace(unseen, '');

const isSpace = (character: string): boolean => /\s/u.test(character);
const isMark = (character: string): boolean => /[\p{M}\u200c\u200d]/u.test(character);

/**
 * The first font that has the character. Marks and joiners stay with their letter, spaces with their word, and in text
 * that is read from the right punctuation is the Arabic font's, so that both brackets of a pair are of one kind.
 */
function fontFor(character: string, level: number, previous: DocumentFont | undefined, has: HasGlyph) {
  if (previous !== undefined && (isMark(character) || isSpace(character)) && has(previous, character))
    return previous;
  const isPunctuation = /[\p{P}\p{S}]/u.test(character);
  if (level % 2 === 1 && isPunctuation && has('Vazirmatn', character)) return 'Vazirmatn';
  return documentFonts.find((font) => has(font, character)) ?? 'NotoSans';
}

/** Letters and marks that make a line of more than one direction, or of another one. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text has what is read from the right, or turns what stands beside it. */
export const isTurning = (text: string): boolean => turning.test(text);

/** Unicode's levels; a text that is read from the left throughout has none above 0. */
function levelsOf(text: string, direction: 'ltr' | 'rtl' | 'auto'): { levels: Uint8Array; level: number } {
  if (direction !== 'rtl' && !isTurning(text)) return { levels: new Uint8Array(text.length), level: 0 };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  return { levels, level: paragraphs[0]?.level ?? 0 };
}

/** Takes a paragraph (one line break at most, at its end) apart. */
export function paragraphOf(text: string, direction: 'ltr' | 'rtl' | 'auto', has: HasGlyph): Paragraph {
  const { levels, level } = levelsOf(text, direction);
  const fonts: DocumentFont[] = [];
  const scripts: (string | undefined)[] = [];
  for (const character of text) {
    const font = fontFor(character, levels[fonts.length] ?? 0, fonts.at(-1), has);
    const script = scriptOf(character) ?? scripts.at(-1);
    for (let unit = 0; unit < character.length; unit += 1) {
      fonts.push(font);
      scripts.push(script);
    }
  }
  const first = scripts.find((script) => script !== undefined) ?? 'latn';
  return {
    text,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
    levels,
    fonts,
    scripts: scripts.map((script) => script ?? first),
  };
}

/** Rule L2: from the highest level down, everything at or above it is turned round. */
function inDrawingOrder<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs];
  const levels = runs.map(({ level }) => level);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      if (to === from) continue;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}

/** What is drawn where a word goes on in the next line. */
const hyphen = '-';

/** A line as a part of a paragraph; white space at its end is left out. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  /** Whether it ends at a soft hyphen, which is then to be seen. */
  readonly hyphen: boolean;
}

/** The runs of a line. */
export function runsOfLine(paragraph: Paragraph, { start, end, hyphen: isCut }: LineRange): TextRun[] {
  const { text, levels, fonts, scripts } = paragraph;
  const runs: { level: number; from: number; to: number }[] = [];
  for (let at = start; at < end; at += 1) {
    const run = runs.at(-1);
    const goesOn =
      run && run.level === levels[at] && fonts[run.from] === fonts[at] && scripts[run.from] === scripts[at];
    if (goesOn) run.to = at + 1;
    else runs.push({ level: levels[at] ?? 0, from: at, to: at + 1 });
  }
  return inDrawingOrder(runs).flatMap(({ level, from, to }): TextRun[] => {
    const drawn = withoutUnseen(text.slice(from, to)) + (isCut && to === end ? hyphen : '');
    if (drawn === '') return [];
    return [
      {
        text: drawn,
        font: fonts[from] ?? 'NotoSans',
        script: scripts[from] ?? 'latn',
        direction: level % 2 === 1 ? 'rtl' : 'ltr',
      },
    ];
  });
}
