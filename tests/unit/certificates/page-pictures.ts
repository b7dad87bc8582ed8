import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function drawnPages(pdf: Uint8Array, dpi: number, format: '-png' | '-gray', ending: string): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-pages-'));
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf);
    execFileSync('pdftoppm', [format, '-r', String(dpi), join(folder, 'document.pdf'), join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .toSorted()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages as pictures by poppler, for looking at. The people on them are made up. */
export function pagePictures(pdf: Uint8Array, dpi: number): Buffer[] {
  return drawnPages(pdf, dpi, '-png', '.png');
}

/** A page in shades of grey, a byte a dot. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly dots: Buffer;
  /** The picture as a file (PGM). */
  readonly file: Buffer;
}

/** The pages as dots by poppler, for measuring. */
export function greyPages(pdf: Uint8Array, dpi: number): GreyPage[] {
  return drawnPages(pdf, dpi, '-gray', '.pgm').map((file) => {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
    if (!head) throw new Error('no PGM');
    const dots = file.subarray(head[0].length);
    return { width: Number(head[1]), height: Number(head[2]), dots, file };
  });
}

/** Keeps pictures for a person to look at, in `test-results/certificates/`. */
export function keepPictures(name: string, pictures: readonly Buffer[]): void {
  const folder = new URL('../../../test-results/certificates/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  for (const [at, picture] of pictures.entries())
    writeFileSync(join(folder, `${name}-${at + 1}.png`), picture);
}
