/** Builds the app when its sources have changed since the last build. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.cache', 'wegmarke', 'build-stamp');

/** What the build is made of. */
export const sources = ['electron', 'renderer', 'shared', 'locales', 'resources'] as const;
const files = ['vite.config.ts', 'package.json', 'package-lock.json'] as const;

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(root, path)).isFile());
}

function digestOfSources(): string {
  const digest = createHash('sha256');
  for (const path of [...files, ...sources.flatMap(filesBelow).toSorted()]) {
    digest.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return digest.digest('hex');
}

/** Whether `dist/` was made from the sources as they are. */
function isFresh(digest: string): boolean {
  const built = ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html'];
  const isThere = built.every((path) => existsSync(join(root, path)));
  return isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Builds if need be. `false`: the build failed and has said why. */
export function buildIfStale(): boolean {
  const digest = digestOfSources();
  if (isFresh(digest)) return true;
  console.log('Building');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}
