import type { Content } from 'pdfmake/interfaces';
import { type TextMeasure, textMeasure } from '#renderer/documents/engine.ts';

/** How a text is set. */
export interface TextStyle {
  readonly size: number;
  readonly width: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
}

export interface SetText {
  readonly node: Content;
  readonly lines: number;
  readonly height: number;
}

export interface TextSetter {
  set(text: string, style: TextStyle): SetText;
}

const lineHeight = 1;

function brokenLines(text: string, width: number, measure: TextMeasure, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (some: string): boolean => measure.width(some) * size <= width;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line];
}

export async function openTextSetter(): Promise<TextSetter> {
  const [regular, bold] = await Promise.all([textMeasure('NotoSans', false), textMeasure('NotoSans', true)]);
  return {
    set: (text, style) => {
      const measure = style.bold ? bold : regular;
      const lines = brokenLines(text, style.width, measure, style.size);
      return {
        lines: lines.length,
        height: lines.length * measure.line * style.size * lineHeight,
        node: {
          stack: lines.map((line) => ({ text: line, noWrap: true })),
          fontSize: style.size,
          bold: style.bold ?? false,
          color: style.color ?? '#1D2B2F',
          alignment: style.align ?? 'left',
          lineHeight,
        },
      };
    },
  };
}
