/**
 * Runs an Electron app on the stand-in, as `electron <app> [switches]` runs it on Electron:
 * `node tests/chromium-shell/run.ts <folder or app.asar> [switches]`.
 */

import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importThroughArchives, readThroughArchives } from './archive.ts';

const standIn = new URL('./electron.ts', import.meta.url).href;

importThroughArchives();
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

process.argv[2] = resolve(process.argv[2] ?? '.');
readThroughArchives();
const { application } = await import('./application.ts');
await import(pathToFileURL(application.main).href);
