/**
 * `npm start`: builds what is stale and opens the app. `--demo` opens it with a made-up facility, `--tour` walks the
 * main job by itself, `--dev` builds and opens it anew after every change.
 */

import { once } from 'node:events';
import { buildIfStale } from './build.ts';
import { demonstrate } from './demonstration.ts';
import { develop } from './develop.ts';
import { openDisplay } from './display.ts';
import { openApp } from './open-app.ts';
import { tour } from './tour.ts';

const args = process.argv.slice(2);
const ways = ['--demo', '--tour', '--dev'] as const;
const way = ways.find((one) => args.includes(one));
const forwarded = args.filter((arg) => !(ways as readonly string[]).includes(arg));

const display = await openDisplay();
// The window gets the same signal and closes its files; this process waits for it.
process.on('SIGINT', () => undefined);
if (way === '--demo') await demonstrate(display.env);
else if (way === '--tour') await tour(display.env);
else if (!buildIfStale('app')) process.exitCode = 1;
else if (way === '--dev') await develop(forwarded, display.env);
else {
  const { child } = openApp(forwarded, display.env);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
display.end();
process.exit();
