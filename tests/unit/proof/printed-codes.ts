/** Codes on paper as a printer draws them: a PDF of paths, drawn by poppler, read by ZXing and by ZBar. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type ProofCode, proofCodeMm, quietModules } from '#renderer/documents/proof-code.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** A piece of paper around each code, in millimetres. */
const paper = 50;
const point = 72 / 25.4;

/** The code as PDF drawing commands, its lower left corner at the given millimetres, on white with its quiet zone. */
function drawn({ modules, path }: ProofCode, left: number, bottom: number): string {
  const module = (proofCodeMm * point) / modules;
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(
    ([, x, y, width]) => `${x} ${modules - Number(y) - 1} ${width} 1 re`,
  );
  const place = `${module} 0 0 ${module} ${left * point} ${bottom * point} cm`;
  const quiet = `1 g -${quietModules} -${quietModules} ${modules + 8} ${modules + 8} re f 0 g`;
  return `q ${place} ${quiet} ${bars.join(' ')} f Q`;
}

/**
 * A PDF with a code a page, each a little further to the right, so that dots and modules meet in every way. The paper
 * is grey: a quiet zone that is missing would tell.
 */
function pdf(codes: readonly ProofCode[]): string {
  const pages = codes.map((code, at) => drawn(code, 10 + at / 37, 10 + at / 53));
  const side = paper * point;
  const kids = pages.map((_, at) => `${3 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    ...pages.flatMap((content, at) => {
      const text = `0.7 g 0 0 ${side} ${side} re f ${content}`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${side} ${side}] /Contents ${4 + at * 2} 0 R >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

async function zxing(file: string): Promise<string[]> {
  const bytes = readFileSync(file);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('no PGM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) data.fill(pixels[at] ?? 255, at * 4, at * 4 + 3);
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
  });
  return found.map(({ text }) => text);
}

function zbar(files: readonly string[]): string[] {
  const found = execFileSync('zbarimg', ['--quiet', '--raw', ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return found.trim().split('\n');
}

/** What both readers find. `folder` holds the files meanwhile; what stands in them is made up. */
export async function readPrinted(
  folder: string,
  codes: readonly ProofCode[],
  dpi: number,
): Promise<{ readonly zxing: readonly string[]; readonly zbar: readonly string[] }> {
  writeFileSync(join(folder, 'codes.pdf'), pdf(codes), 'latin1');
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', join(folder, 'codes.pdf'), join(folder, 'page')]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
  const paths = files.sort().map((name) => join(folder, name));
  return { zxing: (await Promise.all(paths.map(zxing))).flat(), zbar: zbar(paths) };
}
