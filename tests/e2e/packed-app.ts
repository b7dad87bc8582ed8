/** Packs the build into an `app.asar` by the file rules of electron-builder.yml. */

import { copyFileSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

/** What the tests read of the configuration. */
export type BuilderConfiguration = {
  readonly files: readonly string[];
  readonly asar: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly win: { readonly icon: string; readonly requestedExecutionLevel: string };
  readonly linux: { readonly icon: string; readonly target: readonly { readonly target: string }[] };
};

/** electron-builder.yml. */
export function builderConfiguration(): BuilderConfiguration {
  return parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as BuilderConfiguration;
}

/** The files that the rules take, relative to the project. */
export function packedFiles(rules: readonly string[]): string[] {
  const taken = rules.filter((rule) => !rule.startsWith('!'));
  const left = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  return globSync(taken, { cwd: root, exclude: left })
    .filter((path) => statSync(join(root, path)).isFile())
    .toSorted();
}

/** Packs into `folder` and returns the archive's path. */
export async function packApp(folder: string): Promise<string> {
  const staging = join(folder, 'app');
  for (const path of packedFiles(builderConfiguration().files)) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    copyFileSync(join(root, path), join(staging, path));
  }
  const archive = join(folder, 'app.asar');
  await createPackage(staging, archive);
  return archive;
}
