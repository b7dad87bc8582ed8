/**
 * `npm run sync:server`: a server for trying sync out, on this computer only and without encryption on the way, made with
 * the kit that administrators use. `-- --dir FOLDER` keeps it between runs; `-- KEY…` adds workstations by the public
 * keys that they show.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findNatsServer } from './nats-server.mjs';

const facility = 'try-out';
const kitPath = fileURLToPath(new URL('../resources/sync-server/wegmarke-sync.mjs', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { dir: { type: 'string' } } });
const folder = values.dir ? resolve(values.dir) : mkdtempSync(join(tmpdir(), 'wegmarke-sync-'));

function kit(...args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [kitPath, ...args, '--dir', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

async function isWell(): Promise<boolean> {
  const answer = await fetch('http://127.0.0.1:8222/healthz?js-enabled-only=true').catch(() => undefined);
  return answer?.ok === true;
}

async function run(binary: string): Promise<void> {
  if (!existsSync(join(folder, 'site.json'))) {
    mkdirSync(folder, { recursive: true });
    if (!kit('init', '--server', 'local=127.0.0.1', '--no-tls') || !kit('add-facility', facility)) {
      process.exitCode = 1;
      return;
    }
  }
  for (const key of positionals) kit('add-workstation', facility, `pc-${key.slice(-6).toLowerCase()}`, key);
  const server = spawn(binary, ['-c', join(folder, 'local.conf')], { stdio: 'inherit' });
  server.once('exit', (code) => {
    if (!values.dir) rmSync(folder, { recursive: true, force: true });
    process.exitCode = code ?? 0;
  });
  // The server ends by itself at the same key press; its exit ends this.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
  while (server.exitCode === null && !(await isWell())) await new Promise((wait) => setTimeout(wait, 100));
  if (server.exitCode === null && kit('apply')) {
    console.log(
      `\nFor the workstations: ${join(folder, `${facility}.wegmarke-sync.json`)}\nCtrl+C ends the server.`,
    );
  }
}

const binary = findNatsServer();
if (binary) await run(binary);
else {
  console.error('There is no NATS server 2.12 or later. Put nats-server on the PATH.');
  process.exitCode = 1;
}
