/** `npm start`: builds what is stale and opens the app. `--dev` builds and opens it anew after every change. */

import { once } from 'node:events';
import { buildIfStale } from './build.ts';
import { develop } from './develop.ts';
import { openDisplay } from './display.ts';
import { openApp } from './open-app.ts';

const args = process.argv.slice(2);
const isDevelopment = args.includes('--dev');
const forwarded = args.filter((arg) => arg !== '--dev');

if (!buildIfStale('app')) process.exit(1);
const display = await openDisplay();
// The window gets the same signal and closes its files; this process waits for it.
process.on('SIGINT', () => undefined);
if (isDevelopment) {
  await develop(forwarded, display.env);
} else {
  const { child } = openApp(forwarded, display.env);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
display.end();
process.exit();
