/** Makes the PNG and ICO files of `resources/` from `resources/icon.svg`; run by hand after the drawing has changed. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '#tests/chromium-shell/chromium.ts';

const resources = join(import.meta.dirname, '..', 'resources');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
/** What Windows takes from an ICO; 256 is the largest that the format knows. */
const icoSizes: readonly number[] = [16, 24, 32, 48, 64, 128, 256];

type Picture = { readonly size: number; readonly png: Buffer };

/** An ICO file of PNG pictures: header, one 16-byte entry for each, then the pictures. */
function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = 6 + 16 * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 0 stands for 256.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge is installed');
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
const page = await browser.newPage();
const svg = readFileSync(join(resources, 'icon.svg'), 'utf8');
const pictures: Picture[] = [];
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
}
await browser.close();

mkdirSync(join(resources, 'icons'), { recursive: true });
for (const { size, png } of pictures) writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png);
writeFileSync(join(resources, 'icon.ico'), ico(pictures.filter(({ size }) => icoSizes.includes(size))));
