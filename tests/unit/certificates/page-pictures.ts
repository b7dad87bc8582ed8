import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pages as pictures by poppler, for comparing and for looking at. The people on them are made up. */
export function pagePictures(pdf: Uint8Array, dpi: number): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-pages-'));
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf);
    execFileSync('pdftoppm', ['-png', '-r', String(dpi), join(folder, 'document.pdf'), join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps pictures for a person to look at, in `test-results/certificates/`. */
export function keepPictures(name: string, pictures: readonly Buffer[]): void {
  const folder = new URL('../../../test-results/certificates/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  for (const [at, picture] of pictures.entries())
    writeFileSync(join(folder, `${name}-${at + 1}.png`), picture);
}
