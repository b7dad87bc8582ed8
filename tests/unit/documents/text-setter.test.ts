import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/documents/engine.ts';
import { openTextSetter, type TextStyle } from '#renderer/documents/text/text-setter.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';
import { drawnRuns } from './drawn-text.ts';
import { allNames, alphabets, mixedLines } from './scripts.ts';

const setter = await openTextSetter();
const style: TextStyle = { size: 12, width: 480 };

async function pdfOf(text: string, changes: Partial<TextStyle> = {}): Promise<Uint8Array> {
  const { node } = setter.set(text, { ...style, ...changes });
  const column = { width: changes.width ?? style.width, stack: [node] };
  return await makePdf({ title: 'Test', content: [{ columns: [column] }] });
}

/** Without the marks by which poppler says where text changes its direction. */
const withoutMarks = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** Runs poppler's reader over a document; the text in it is made up. */
function readByPoppler(pdf: Uint8Array, ...options: readonly string[]): string {
  return execFileSync('pdftotext', [...options, '-', '-'], { encoding: 'utf8', input: pdf });
}

async function copied(text: string, changes: Partial<TextStyle> = {}): Promise<string> {
  return withoutMarks(readByPoppler(await pdfOf(text, changes)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Poppler's words have their letters from left to right. */
const asRead = (word: string): string =>
  /\p{Script=Arabic}/u.test(word) && !/\p{N}/u.test(word) ? [...word].reverse().join('') : word;

/** Words of a page with one line from left to right, each as its letters are read. */
function wordsInPlace(pdf: Uint8Array): string[] {
  const words = readByPoppler(pdf, '-bbox').matchAll(/<word xMin="([\d.]+)".*?>(.*?)<\/word>/g);
  return [...words]
    .map(([, x, word = '']) => ({ x: Number(x), word: asRead(withoutMarks(word)) }))
    .sort((a, b) => a.x - b.x)
    .map(({ word }) => word);
}

describe('what is copied', () => {
  it.each(allNames)('is the name $text', async ({ text, language }) => {
    expect(await copied(text, { language })).toBe(text);
    expect(await copied(text, { language, bold: true })).toBe(text);
  });

  it.each(alphabets)('is every letter of the alphabet: $language', async ({ text, language }) => {
    expect(await copied(text, { language, size: 7, width: 500 })).toBe(text);
  });

  it('is right in every document made with the same fonts', async () => {
    // The letter of one is a part of the other's: a font that is shared without care forgets it.
    expect(await copied('ÄÖÜäöüÅé (محمد)')).toContain('ÄÖÜäöüÅé');
    expect(await copied('AOUaou Ae')).toBe('AOUaou Ae');
    expect(await copied('ÄÖÜäöüÅé')).toBe('ÄÖÜäöüÅé');
    expect(await copied('(علي) محمد')).toBe('(علي) محمد');
    expect(await copied('Ali (A)')).toBe('Ali (A)');
  });
});

describe('mixed lines', () => {
  it.each(mixedLines)('have every letter: $text', async ({ text, language }) => {
    const letters = (of: string): string[] => [...of.replace(/\s/g, '')].sort();
    expect(letters(await copied(text, { language, size: 9, width: 520 }))).toEqual(letters(text));
  });

  it.each([
    ['محمد Ali علي', ['علي', 'Ali', 'محمد']],
    ['رقم 4711 من 50', ['50', 'من', '4711', 'رقم']],
    ['سال ۱۴۰۳ ماه ۷', ['۷', 'ماه', '۱۴۰۳', 'سال']],
    ['درس A1 B2 است', ['است', 'A1', 'B2', 'درس']],
    ['Name محمد العلي Kurs', ['Name', 'العلي', 'محمد', 'Kurs']],
    ['Kurs ۱۲ ساعته ۴۵ Ende', ['Kurs', '۱۲', '۴۵', 'ساعته', 'Ende']],
    ['Abraham ኣብርሃም علي', ['Abraham', 'ኣብርሃም', 'علي']],
  ])('stand in the order of their script: %s', async (text, words) => {
    expect(wordsInPlace(await pdfOf(text))).toEqual(words);
  });

  it('are of the direction that is asked for, or of their first letter', async () => {
    const first = async (direction: 'ltr' | 'rtl' | 'auto') =>
      wordsInPlace(await pdfOf('Ali محمد', { direction }))[0];
    expect(await first('ltr')).toBe('Ali');
    expect(await first('rtl')).toBe('محمد');
    expect(await first('auto')).toBe('Ali');
  });
});

describe('the place of a text', () => {
  const leftOf = async (text: string, changes: Partial<TextStyle>): Promise<number> =>
    Math.min(...drawnRuns(await pdfOf(text, changes)).flatMap(({ places }) => places.map(({ x }) => x))) - 40;

  it.each([
    ['Anna', 'start', 0],
    ['Anna', 'center', 0.5],
    ['Anna', 'end', 1],
    ['محمد', 'start', 1],
    ['محمد', 'center', 0.5],
    ['محمد', 'end', 0],
    ['محمد', 'left', 0],
    ['Anna', 'right', 1],
  ] as const)('%s, %s', async (text, align, share) => {
    const room = style.width - setter.width(text, style);
    expect(await leftOf(text, { align })).toBeCloseTo(room * share, 1);
  });

  it.each(allNames.filter((_, at) => at % 4 === 0))(
    'is as wide as measured: $text',
    async ({ text, language }) => {
      const runs = drawnRuns(await pdfOf(text, { language }));
      const glyphs = runs.flatMap(({ places }) => places);
      const width = setter.width(text, { size: 12, language });
      const xs = glyphs.map(({ x }) => x);
      const span = Math.max(...xs) - Math.min(...xs);
      expect(span).toBeLessThan(width + 0.1);
      expect(span).toBeGreaterThan(width * 0.7 - 12);
    },
  );
});

describe('lines', () => {
  const longName = 'Maximiliana Aurelia '.repeat(15).trim();

  it.each([
    ['spaces', longName],
    ['no space', 'Abcdefghij'.repeat(30)],
    ['Arabic', 'محمد عبد الله '.repeat(22).trim()],
    ['Ethiopic', 'ኣብርሃም ተስፋይ '.repeat(25).trim()],
  ])('a name of 300 letters is set over several, none too wide: %s', async (_, text) => {
    const set = setter.set(text, { size: 20, width: 300, bold: true });
    expect(set.lines).toBeGreaterThan(3);
    const pdf = await pdfOf(text, { size: 20, width: 300, bold: true });
    const xs = drawnRuns(pdf).flatMap(({ places }) => places.map(({ x }) => x));
    expect(Math.min(...xs)).toBeGreaterThan(39);
    expect(Math.max(...xs)).toBeLessThan(341);
    const letters = withoutMarks(readPdf(pdf).pages.join('')).replace(/\s/g, '');
    expect(letters).toBe(text.replace(/\s/g, ''));
  });

  it('are as high as they are said to be', async () => {
    const text = `${longName}\nمحمد العلي\n\nኣብርሃም`;
    const { height, lines, node } = setter.set(text, { size: 11, width: 300, lineHeight: 1.3 });
    expect(lines).toBeGreaterThan(6);
    const below = { text: 'Ende', fontSize: 11, lineHeight: 1, font: 'NotoSans' };
    const top = drawnRuns(await makePdf({ title: 'Test', content: [below] }))[0]?.places[0]?.y ?? 0;
    const pdf = await makePdf({
      title: 'Test',
      content: [{ columns: [{ width: 300, stack: [node] }] }, below],
    });
    const end = drawnRuns(pdf).at(-1)?.places[0]?.y ?? 0;
    expect(top - end).toBeCloseTo(height, 1);
  });

  it('end at a soft hyphen with a hyphen, which is nowhere else to be seen', async () => {
    const text = 'Fahrt\u00adgesell\u00adschafts\u00adkapitän';
    expect(await copied(text)).toBe('Fahrtgesellschaftskapitän');
    const { lines } = setter.set(text, { size: 12, width: 60 });
    expect(lines).toBeGreaterThan(1);
    const folded = readPdf(await pdfOf(text, { width: 60 })).lines[0] ?? [];
    expect(folded[0]).toMatch(/^Fahrt.*-$/);
  });

  it('end where the text says so', () => {
    expect(setter.set('a\nb\r\nc', style).lines).toBe(3);
    expect(setter.set('', style).lines).toBe(1);
  });

  it('have words in the order of reading, the first line first', async () => {
    const text = 'محمد علي حسن حسين علي حسن';
    const width = setter.width('حسين علي حسن', style) + 1;
    expect(
      readPdf(await pdfOf(text, { width }))
        .lines[0]?.map(withoutMarks)
        .filter(Boolean),
    ).toEqual(['محمد علي حسن', 'حسين علي حسن']);
  });
});

describe('what can not be drawn', () => {
  it.each([...allNames, ...alphabets, ...mixedLines])('is nothing of $text', ({ text }) => {
    expect(setter.missing(text)).toEqual([]);
  });

  it.each([
    ['Anna 😀', ['😀']],
    ['👩‍🔧 Anna', ['👩', '🔧']],
    ['李 Anna', ['李']],
    ['\u0301Anna', ['\u0301']],
    ['Anna \u064e', ['\u064e']],
    ['A\ud800', ['\ud800']],
    ['ab\u0001', ['\u0001']],
  ])('is named: %j', (text, missing) => {
    expect(setter.missing(text)).toEqual(missing);
  });

  it('is no mark that stands on its letter, no soft hyphen, no joiner', () => {
    expect(setter.missing('x̂ m̄ شِهاب Fahrt\u00adgesellschaft علی\u200cرضا \u200eA\u200f')).toEqual([]);
  });
});
