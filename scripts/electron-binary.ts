/** Finds Electron's executable, which lies outside of the npm registry and can't be had everywhere. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const electron = join(import.meta.dirname, '..', 'node_modules', 'electron');
const attempted = join(
  import.meta.dirname,
  '..',
  'node_modules',
  '.cache',
  'wegmarke',
  'electron-unavailable',
);

const textOf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');

/** The executable that is there, or `undefined`. Never fetches: the package's own `index.js` would. */
export function installedElectron(): string | undefined {
  const name = textOf(join(electron, 'path.txt'));
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist');
  const path = join(folder, name === '' ? 'electron' : name);
  return existsSync(path) ? path : undefined;
}

/**
 * The executable, fetched if it can be. One attempt of at most 60 seconds for each version: where it fails it would
 * fail every time, and the app would wait for it at every start.
 */
export function obtainElectron(): string | undefined {
  const installed = installedElectron();
  if (installed !== undefined) return installed;
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')) as { version: string };
  if (textOf(attempted) === version) return undefined;
  console.log(`Fetching Electron ${version} (once)`);
  spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: 60_000 });
  const fetched = installedElectron();
  if (fetched === undefined) {
    mkdirSync(dirname(attempted), { recursive: true });
    writeFileSync(attempted, version);
  }
  return fetched;
}
