/** Builds the app, or the lab around it, when its sources have changed since the last build. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache');

/** What the build is made of. */
export const sources = ['electron', 'renderer', 'shared', 'locales', 'resources'] as const;
const files = [
  'vite.config.ts',
  'scripts/verify-page-plugin.ts',
  'package.json',
  'package-lock.json',
] as const;

/** `app` is what is delivered; `lab` is the same with tests/lab inside, for the demonstration, the tour and the bench. */
export type Build = 'app' | 'lab';

/** The folder that holds a build's `package.json` and `dist/`. */
export function buildFolder(build: Build): string {
  return build === 'app' ? root : join(cache, 'lab');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(root, path)).isFile());
}

function digestOfSources(build: Build): string {
  const digest = createHash('sha256');
  const folders = build === 'app' ? sources : [...sources, join('tests', 'lab')];
  for (const path of [...files, ...folders.flatMap(filesBelow).toSorted()]) {
    digest.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return digest.digest('hex');
}

const stampOf = (build: Build): string => join(cache, 'wegmarke', `build-stamp-${build}`);

/** Whether the build was made from the sources as they are. */
function isFresh(build: Build, digest: string): boolean {
  const built = [
    'dist/main/main.js',
    'dist/main/backup-process.js',
    'dist/preload/preload.cjs',
    'dist/renderer/index.html',
  ];
  const isThere = built.every((path) => existsSync(join(buildFolder(build), path)));
  return isThere && existsSync(stampOf(build)) && readFileSync(stampOf(build), 'utf8') === digest;
}

/** Builds if need be. `false`: the build failed and has said why. */
export function buildIfStale(build: Build): boolean {
  const digest = digestOfSources(build);
  if (isFresh(build, digest)) return true;
  console.log('Building');
  // One that was made half is not taken for whole.
  rmSync(stampOf(build), { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const mode = build === 'lab' ? ['--mode', 'lab'] : [];
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn', ...mode], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) return false;
  if (build === 'lab') copyFileSync(join(root, 'package.json'), join(buildFolder('lab'), 'package.json'));
  mkdirSync(join(cache, 'wegmarke'), { recursive: true });
  writeFileSync(stampOf(build), digest);
  return true;
}
