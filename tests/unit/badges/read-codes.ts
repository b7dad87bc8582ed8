/** What two readers that are not ours find on paper: pages drawn by poppler, codes read by ZXing and by ZBar. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

interface FoundCode {
  readonly kind: 'qr' | 'bars';
  readonly text: string;
  /** Upper left corner in millimetres. */
  readonly left: number;
  readonly top: number;
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Dots of a printer in a millimetre. */
  readonly dotsPerMm: number;
  /** 0 black, 255 white, row by row. */
  readonly pixels: Uint8Array;
  /** As ZXing finds them, in no order. */
  readonly codes: readonly FoundCode[];
}

/** A binary PGM of one byte a pixel. */
function parsePgm(file: Uint8Array): Pick<DrawnPage, 'width' | 'height' | 'pixels'> {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 40)).toString('latin1'));
  if (!head) throw new Error('no PGM');
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) };
}

async function zxing({ width, height, pixels }: ReturnType<typeof parsePgm>, dotsPerMm: number) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) data.fill(pixels[at] ?? 255, at * 4, at * 4 + 3);
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
  });
  return found.map(
    ({ format, text, position: { topLeft } }): FoundCode => ({
      ...{ kind: format === 'QRCode' ? 'qr' : 'bars', text },
      ...{ left: topLeft.x / dotsPerMm, top: topLeft.y / dotsPerMm },
    }),
  );
}

/** Draws the pages of a PDF as a printer would and reads them. The numbers on them are made up. */
export async function readPages(pdf: Uint8Array, dpi: number): Promise<DrawnPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-badges-'));
  try {
    writeFileSync(join(folder, 'badges.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', join(folder, 'badges.pdf'), join(folder, 'page')]);
    const files = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return await Promise.all(
      files.sort().map(async (name) => {
        const picture = parsePgm(readFileSync(join(folder, name)));
        const dotsPerMm = dpi / 25.4;
        return { ...picture, dotsPerMm, codes: await zxing(picture, dotsPerMm) };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Cut {
  /** Millimetres. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One label of a page as a PGM file. */
function cutOut(page: DrawnPage, cut: Cut): Uint8Array {
  const dots = (length: number): number => Math.round(length * page.dotsPerMm);
  const [left, top] = [Math.max(0, dots(cut.left)), Math.max(0, dots(cut.top))];
  const width = Math.min(page.width, dots(cut.left + cut.width)) - left;
  const height = Math.min(page.height, dots(cut.top + cut.height)) - top;
  const rows = Array.from({ length: height }, (_, row) => {
    const from = (top + row) * page.width + left;
    return page.pixels.subarray(from, from + width);
  });
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), ...rows]);
}

/** What ZBar, the reader of another house, finds on each of the labels. */
export function readByZBar(page: DrawnPage, cuts: readonly Cut[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-badges-'));
  try {
    return cuts.map((cut, at) => {
      const file = join(folder, `${at}.pgm`);
      writeFileSync(file, cutOut(page, cut));
      const found = execFileSync('zbarimg', ['--quiet', '--raw', file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return [...new Set(found.trim().split('\n'))];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
