import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, sources } from './build.ts';
import { type OpenedApp, openApp } from './open-app.ts';

const root = join(import.meta.dirname, '..');
const settleMs = 150;

async function close({ child }: OpenedApp): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Opens the app and opens it anew after every change that builds. Ends when the window is closed. */
export async function develop(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const changed = { at: 0 };
  for (const folder of sources) {
    watch(join(root, folder), { recursive: true }, () => {
      changed.at = Date.now();
    });
  }
  let opened = openApp(args, env);
  while (opened.child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (changed.at === 0 || Date.now() - changed.at < settleMs) continue;
    changed.at = 0;
    if (!buildIfStale('app')) continue;
    await close(opened);
    opened = openApp(args, env);
  }
}
