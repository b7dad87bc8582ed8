import { execFileSync } from 'node:child_process';
import type { Content } from 'pdfmake/interfaces';
import { describe, expect, it, vi } from 'vitest';
import type { PlacedMark, PlannedPage, Shape } from '#renderer/documents/drawing/marks.ts';
import { drawPdf, makePdf } from '#renderer/documents/engine.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import { greyPages } from '#tests/unit/certificates/page-pictures.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';
import { jpegOf, png } from './made-pictures.ts';
import { allNames, mixedLines } from './scripts.ts';

// Drawing pages takes seconds.
vi.setConfig({ testTimeout: 60_000 });

const setter = await openTextSetter();
const paper = { width: 595.28, height: 841.89 };
const place = { x: 40, width: 500, height: 14 };

/** The same parts as the engine lays them out, and as a planned page. */
interface Part {
  readonly y: number;
  readonly content: Content;
  readonly mark: PlacedMark['mark'];
}

const laidOut = (parts: readonly Part[]): Promise<Uint8Array> =>
  makePdf({
    title: 'Test',
    pageMargins: 0,
    content: parts.map(({ y, content }) => ({
      absolutePosition: { x: place.x, y },
      columns: [{ width: place.width, stack: [content] }],
    })),
  });

const pageOf = (parts: readonly Part[]): PlannedPage => ({
  ...paper,
  marks: parts.map(({ y, mark }) => ({ ...place, y, mark })),
});

const drawnWith = (pictures: ReadonlyMap<string, string>, ...pages: readonly PlannedPage[]) =>
  drawPdf({ title: 'Test', pictures, pages });
const drawn = (...pages: readonly PlannedPage[]): Promise<Uint8Array> => drawnWith(new Map(), ...pages);

const dots = (pdf: Uint8Array): string[] => greyPages(pdf, 150).map((page) => page.dots.toString('base64'));
const copied = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-', '-'], { encoding: 'utf8', input: pdf }).trim();

const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M1 1h8v8h-8z"/></svg>';

describe('a planned page looks as the engine would lay it out', () => {
  it.each([
    { weight: 'regular', bold: false },
    { weight: 'bold', bold: true },
  ])('with names and mixed lines in every script, and is copied the same: $weight', async ({ bold }) => {
    const aligned = ['start', 'center', 'end'] as const;
    const parts = [...allNames, ...mixedLines].slice(0, 100).map(({ text, language }, at): Part => {
      const style = {
        size: 6 + (at % 3),
        width: place.width,
        bold,
        language,
        align: aligned[at % 3] ?? 'start',
      } as const;
      const { node, drawn: lines } = setter.set(text, { ...style, lineHeight: 1 });
      return { y: 8 + at * 8, content: node, mark: { kind: 'lines', lines } };
    });
    const [one, other] = [await laidOut(parts), await drawn(pageOf(parts))];
    expect(dots(other)).toEqual(dots(one));
    expect(copied(other)).toBe(copied(one));
  });

  it('with lines, frames, dashes, round corners and areas', async () => {
    const shapes = [
      { type: 'line', x1: 0, x2: 300, y1: 0.6, y2: 0.6, lineWidth: 1.2, lineColor: '#0B5563' },
      { type: 'rect', x: 3, y: 10, w: 100, h: 50, lineWidth: 0.8, lineColor: '#93301F' },
      { type: 'rect', x: 120, y: 10, w: 100, h: 50, color: '#B9742A' },
      { type: 'rect', x: 240, y: 10, w: 100, h: 50, color: '#F7F6F2', lineColor: '#1D2B2F' },
      {
        type: 'rect',
        x: 360,
        y: 10,
        w: 100,
        h: 50,
        r: 3,
        lineColor: '#B9C4C7',
        dash: { length: 2, space: 2 },
      },
      {
        type: 'polyline',
        points: [40, 80, 60].map((y, at) => ({ x: at * 30, y: y + 50 })),
        lineColor: '#0B5563',
      },
      {
        type: 'polyline',
        closePath: true,
        points: [90, 130, 110].map((y, at) => ({ x: 200 + at * 30, y })),
        color: '#0B5563',
      },
    ] as const satisfies Shape[];
    const parts: Part[] = [
      { y: 50, content: { canvas: structuredClone(shapes) as never }, mark: { kind: 'shapes', shapes } },
    ];
    expect(dots(await drawn(pageOf(parts)))).toEqual(dots(await laidOut(parts)));
  });

  it('with a drawing', async () => {
    const parts: Part[] = [
      {
        y: 60,
        content: { svg: square, fit: [place.width, place.height], alignment: 'center' },
        mark: { kind: 'drawing', svg: square },
      },
    ];
    expect(dots(await drawn(pageOf(parts)))).toEqual(dots(await laidOut(parts)));
  });
});

describe('a picture of dots looks as the engine would lay it out', () => {
  it.each([
    ['a PNG', async () => png(40, 20)],
    ['a PNG with transparency', async () => png(40, 20, 'rgba')],
    [
      'a JPEG',
      async () => jpegOf(await laidOut([{ y: 60, content: 'Logo', mark: { kind: 'drawing', svg: square } }])),
    ],
  ])('%s, also in the documents after the first one', async (_, pictureOf) => {
    const picture = await pictureOf();
    const fit: [number, number] = [place.width, place.height];
    const content = { image: picture, fit, alignment: 'center' } as const;
    const part: Part = { y: 60, content, mark: { kind: 'picture', key: 'logo' } };
    const expected = dots(await laidOut([part]));
    expect(new Set(expected)).not.toEqual(new Set(dots(await laidOut([]))));
    const page = pageOf([part]);
    const pictures = new Map([['logo', picture]]);
    expect(dots(await drawnWith(pictures, page, page))).toEqual([...expected, ...expected]);
    // Beside another one, so that its objects have other numbers.
    const others = new Map([['other', png(8, 8)], ...pictures]);
    expect(dots(await drawnWith(others, page))).toEqual(expected);
  });
});

describe('a mark without a place', () => {
  it('is an error, since readers would leave out what comes after it', async () => {
    const page = pageOf([
      { y: Number.NaN, content: '', mark: { kind: 'drawing', svg: square } },
      { y: 60, content: '', mark: { kind: 'drawing', svg: square } },
    ]);
    await expect(drawn(page)).rejects.toThrow(RangeError);
  });
});

describe('a drawing on many pages', () => {
  it('is written once, and its pages are those that were planned', async () => {
    const mark = { kind: 'drawing', svg: square } as const;
    const content = { svg: square };
    const page = pageOf([{ y: 60, content, mark }]);
    const pdf = await drawn(page, { ...page, width: 300, height: 400 }, page);
    expect(readPdf(pdf).info.get('Pages')).toBe('3');
    expect(readPdf(pdf).info.get('Page size')).toMatch(/A4/);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/\/Subtype \/Form/g)).toHaveLength(1);
    expect(dots(pdf)[0]).toBe(dots(pdf)[2]);
  });
});
