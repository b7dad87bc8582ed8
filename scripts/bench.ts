/**
 * `npm run bench`: measures in the app's own window and prints a line per figure, `name value unit (aim …)`.
 * `-- NAME…` runs what measures those; `-- --json FILE` also writes them.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { appBytesMeasure } from '#tests/bench/app-bytes.ts';
import { certificatesMeasure } from '#tests/bench/certificates.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { keepingMeasure } from '#tests/bench/keeping.ts';
import { manyPeopleMeasure } from '#tests/bench/many-people.ts';
import { siteMeasure, vaultMeasure } from '#tests/bench/site.ts';
import { smallSiteMeasure } from '#tests/bench/small-site.ts';
import { snapshotMeasure } from '#tests/bench/snapshots.ts';
import { syncMeasure } from '#tests/bench/sync.ts';
import { buildIfStale } from './build.ts';
import { openDisplay } from './display.ts';
import { installedElectron } from './electron-binary.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
if (!buildIfStale('app')) process.exit(1);
const display = await openDisplay();
console.log(`shell: ${installedElectron() === undefined ? 'chromium-shell (stand-in)' : 'electron'}`);

const measures = [
  vaultMeasure(display.env),
  siteMeasure(display.env),
  smallSiteMeasure(display.env),
  manyPeopleMeasure(display.env),
  certificatesMeasure(display.env),
  snapshotMeasure(display.env),
  keepingMeasure(display.env),
  syncMeasure(display.env),
  appBytesMeasure(),
];
const known = new Set(measures.flatMap(({ names }) => names));
const unknown = positionals.filter((name) => !known.has(name));
if (unknown.length > 0) {
  console.log(`There is no figure ${unknown.join(', ')}. There are: ${[...known].join(', ')}.`);
  process.exit(1);
}
const figures: Figure[] = [];
for (const measure of measures) {
  if (positionals.length > 0 && !measure.names.some((name) => positionals.includes(name))) continue;
  for (const figure of await measure.run()) {
    if (positionals.length > 0 && !positionals.includes(figure.name)) continue;
    figures.push(figure);
    const aim = figure.aim === '' ? '' : ` (aim ${figure.aim})`;
    console.log(`${figure.name} ${Number(figure.value.toPrecision(4))} ${figure.unit}${aim}`);
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
display.end();
process.exit();
