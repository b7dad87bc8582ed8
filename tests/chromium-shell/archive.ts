/**
 * Reading out of an `app.asar`, as Electron's own `fs` does: a path that goes through the archive's name is read from
 * inside of it. Covers `readFile` of both kinds, which is what the app uses, and module loading.
 */

import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extractFile } from '@electron/asar';

const inside = /^(.*\.asar)[\\/](.+)$/;

/** Whether `path` is an archive. */
export const isArchive = (path: string): boolean => path.endsWith('.asar');

/** Whether `path` goes through an archive. */
const isArchived = (path: string): boolean => inside.test(path);

/** A file inside of an archive. Throws like `readFile` if there is none. */
export function readArchived(path: string): Buffer {
  const [, archive = '', name = ''] = inside.exec(path) ?? [];
  try {
    return extractFile(archive, name);
  } catch (cause) {
    throw Object.assign(new Error('ENOENT: no such file in the archive', { cause }), { code: 'ENOENT' });
  }
}

/** Lets `readFile` and `readFileSync` of this process look into archives. */
export function readThroughArchives(): void {
  const { readFile } = fs.promises;
  const { readFileSync } = fs;
  const decoded = (bytes: Buffer, options: unknown): Buffer | string => {
    const encoding =
      typeof options === 'string'
        ? options
        : (options as { encoding?: BufferEncoding } | undefined)?.encoding;
    return encoding ? bytes.toString(encoding as BufferEncoding) : bytes;
  };
  const archived = (path: unknown): path is string => typeof path === 'string' && isArchived(path);
  fs.promises.readFile = (async (path: never, options: never) =>
    archived(path) ? decoded(readArchived(path), options) : await readFile(path, options)) as typeof readFile;
  fs.readFileSync = ((path: never, options: never) =>
    archived(path)
      ? decoded(readArchived(path), options)
      : readFileSync(path, options)) as typeof readFileSync;
  syncBuiltinESMExports();
}

/** The address of a module inside of an archive, if that is where the specifier leads. */
function archivedModule(specifier: string, parent: string | undefined): string | undefined {
  if (!/^(file:|\.\.?\/)/.test(specifier)) return undefined;
  const { href, protocol } = new URL(specifier, parent);
  return protocol === 'file:' && isArchived(fileURLToPath(href)) ? href : undefined;
}

/** Lets `import` of this process look into archives. */
export function importThroughArchives(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = archivedModule(specifier, context.parentURL);
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) =>
      url.startsWith('file:') && isArchived(fileURLToPath(url))
        ? { format: 'module', source: readArchived(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
}
