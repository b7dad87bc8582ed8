import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler, a reader that is not ours, finds in a PDF. */
export interface ReadPdf {
  /** Text of each page in reading order, with single spaces. */
  readonly pages: readonly string[];
  /** Lines of each page as they stand beside and below one another, with single spaces. */
  readonly lines: readonly (readonly string[])[];
  /** Rows of `pdffonts`: name, and whether it is embedded and a subset. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly subset: boolean }[];
  /** Of `pdfinfo`. */
  readonly info: ReadonlyMap<string, string>;
  /** Of `pdftohtml`'s neighbour `pdfimages -list`: how many different pictures are in the file. */
  readonly pictures: number;
}

/** Reads a PDF with poppler's tools. The text in it is made up, so that it may lie in a temporary folder for a moment. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-pdf-'));
  const path = join(folder, 'document.pdf');
  const run = (tool: string, ...rest: string[]): string => execFileSync(tool, rest, { encoding: 'utf8' });
  try {
    writeFileSync(path, pdf);
    return {
      pages: run('pdftotext', path, '-')
        .split('\f')
        .slice(0, -1)
        .map((page) => page.replace(/\s+/g, ' ').trim()),
      lines: run('pdftotext', '-layout', path, '-')
        .split('\f')
        .slice(0, -1)
        .map((page) => page.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())),
      fonts: rowsOf(run('pdffonts', path)).map((row) => {
        const [embedded, subset] = row.slice(-5);
        return { name: row[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes' };
      }),
      info: new Map(
        run('pdfinfo', path)
          .split('\n')
          .map((line) => {
            const at = line.indexOf(':');
            return [line.slice(0, at), line.slice(at + 1).trim()];
          }),
      ),
      pictures: new Set(rowsOf(run('pdfimages', '-list', path)).map((row) => row[10])).size,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows below a table's two heading lines, in words. */
function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => line.trim().split(/\s+/));
}
