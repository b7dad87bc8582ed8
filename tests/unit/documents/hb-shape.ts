import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentFont } from '#renderer/documents/text/font-files.ts';
import type { TextRun } from '#renderer/documents/text/text-runs.ts';

/** A glyph in font units, as HarfBuzz places it. */
export interface PlacedGlyph {
  readonly id: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

const folders: Readonly<Record<DocumentFont, string>> = {
  NotoSans: 'noto-sans',
  NotoSansEthiopic: 'noto-sans-ethiopic',
  Vazirmatn: 'vazirmatn',
};

function fileOf(font: DocumentFont, bold: boolean): string {
  const style = bold ? '700Bold' : '400Regular';
  const path = `../../../node_modules/@expo-google-fonts/${folders[font]}/${style}/${font}_${style}.ttf`;
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Shapes runs with HarfBuzz, the shaper of browsers and office programs. */
export function shapedByHarfBuzz(
  runs: readonly TextRun[],
  { bold, language }: { bold: boolean; language: string },
): PlacedGlyph[][] {
  const shaped = new Map<TextRun, PlacedGlyph[]>();
  const kinds = Map.groupBy(runs, ({ font, script, direction }) => `${font} ${script} ${direction}`);
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-shape-'));
  const path = join(folder, 'runs.txt');
  try {
    for (const alike of kinds.values()) {
      const [first] = alike;
      if (!first) continue;
      writeFileSync(path, alike.map(({ text }) => `${text}\n`).join(''));
      const options = [
        ...[`--text-file=${path}`, '--output-format=json', '--no-glyph-names', '--no-clusters'],
        ...[`--direction=${first.direction}`, `--script=${first.script}`, `--language=${language}`],
      ];
      const lines = execFileSync('hb-shape', [...options, fileOf(first.font, bold)], { encoding: 'utf8' });
      for (const [at, line] of lines.trim().split('\n').entries()) {
        const glyphs = JSON.parse(line) as { g: number; ax: number; dx: number; dy: number }[];
        const run = alike[at];
        if (run)
          shaped.set(
            run,
            glyphs.map(({ g, ax, dx, dy }) => ({ id: g, xAdvance: ax, xOffset: dx, yOffset: dy })),
          );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return runs.map((run) => shaped.get(run) ?? []);
}
