/**
 * Runs an Electron app on the stand-in, as `electron <app> [switches]` runs it on Electron:
 * `node tests/chromium-shell/run.ts <folder or app.asar> [switches]`.
 */

import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isArchived, readArchived, readThroughArchives } from './archive.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;
const isFile = (url: string): boolean => url.startsWith('file:');

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'electron') return { url: standIn, format: 'module-typescript', shortCircuit: true };
    const url = isFile(specifier) ? specifier : undefined;
    const archived = url !== undefined && isArchived(fileURLToPath(url));
    return archived ? { url, format: 'module', shortCircuit: true } : next(specifier, context);
  },
  load: (url, context, next) =>
    isFile(url) && isArchived(fileURLToPath(url))
      ? { format: 'module', source: readArchived(fileURLToPath(url)), shortCircuit: true }
      : next(url, context),
});

process.argv[2] = resolve(process.argv[2] ?? '.');
readThroughArchives();
const { application } = await import('./application.ts');
await import(pathToFileURL(application.main).href);
