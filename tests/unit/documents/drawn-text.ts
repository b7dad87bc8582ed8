import { inflateSync } from 'node:zlib';

/** A piece of text as a PDF draws it. */
export interface DrawnRun {
  /** Points from the left and from the bottom of the page to each glyph. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

interface DrawnFont {
  readonly widths: readonly number[];
}

function streamOf(pdf: Buffer, text: string, id: string): string {
  const begin = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj\n`)) + 7;
  return inflateSync(pdf.subarray(begin)).toString('latin1');
}

function bodyOf(text: string, id: string): string {
  const begin = text.indexOf(`\n${id} 0 obj\n`);
  return text.slice(begin, text.indexOf('\nendobj', begin));
}

/** The fonts of the document by the name that pages use, with their widths by code. */
function fontsOf(text: string): Map<string, DrawnFont> {
  const fonts = new Map<string, DrawnFont>();
  for (const [, list = ''] of text.matchAll(/\/Font <<\n(.*?)\n>>/gs))
    for (const [, name = '', id = ''] of list.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(bodyOf(text, id))?.[1] ?? '';
      const widths = /\/W \[0 \[(.*?)\]\]/s.exec(bodyOf(text, descendant))?.[1] ?? '';
      fonts.set(name, { widths: widths.split(' ').map(Number) });
    }
  return fonts;
}

/** Reads every run of the first page from its content, in the order of drawing. */
export function drawnRuns(made: Uint8Array): DrawnRun[] {
  const pdf = Buffer.from(made);
  const text = pdf.toString('latin1');
  const fonts = fontsOf(text);
  const contents = /\/Type \/Page\n.*?\/Contents (\d+) 0 R/s.exec(text)?.[1] ?? '';
  const blocks = streamOf(pdf, text, contents).matchAll(/BT\n(.*?)ET/gs);
  return [...blocks].map(([, block = '']) => {
    const places: { x: number; y: number }[] = [];
    let [x, y, size] = [0, 0, 0];
    let widths: readonly number[] = [];
    for (const line of block.split('\n')) {
      const parts = line.split(' ');
      if (line.endsWith(' Tm')) [x, y] = [Number(parts[4]), Number(parts[5])];
      if (line.endsWith(' Tf')) {
        widths = fonts.get(parts[0]?.slice(1) ?? '')?.widths ?? [];
        size = Number(parts[1]);
      }
      if (!line.endsWith(' TJ')) continue;
      for (const [, codes, back] of line.matchAll(/<([0-9a-f]*)>|(-?[\d.]+)/g)) {
        if (back !== undefined) x -= (Number(back) * size) / 1000;
        for (const [code] of (codes ?? '').matchAll(/.{4}/g)) {
          places.push({ x, y });
          x += ((widths[Number.parseInt(code, 16)] ?? Number.NaN) * size) / 1000;
        }
      }
    }
    return { places };
  });
}
