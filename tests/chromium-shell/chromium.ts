/** Finds and starts an installed Chromium for the stand-in. */

import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { CdpConnection } from './cdp.ts';
import { preparePreferences } from './preferences.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const otherPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The installed browser's path (`WEGMARKE_CHROMIUM` first, then the PATH), or `undefined`. */
export function findChromium(): string | undefined {
  const given = process.env.WEGMARKE_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(given === undefined ? [] : [given]), ...onPath, ...otherPlaces].find(isExecutable);
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

function switches(profile: string, debuggingPort: boolean): string[] {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe=cbor',
    ...(debuggingPort ? ['--remote-debugging-port=0'] : []),
    ...(hasDisplay() ? [] : ['--headless=new']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    // The only kind of address that opens a window without tabs and asks no network.
    '--app=data:text/html,',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,GlobalMediaControls',
    '--disk-cache-size=1',
    '--password-store=basic',
    '--use-mock-keychain',
    '--block-new-web-contents',
    '--force-color-profile=srgb',
    // Made-up devices, as Electron hands such switches on.
    ...process.argv.filter((argument) => /^--use-(fake-device|file-for-fake)-/.test(argument)),
    // Every name fails to resolve: what the interception let through would still reach nobody.
    '--host-resolver-rules=MAP * ~NOTFOUND',
  ];
}

/** A running Chromium. */
export type Chromium = {
  readonly connection: CdpConnection;
  /** Where a second client can attach; only when a debugging port was asked for. */
  readonly endpoint: string | undefined;
  readonly pid: number;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
};

async function endpointOf(profile: string, since: number): Promise<string> {
  for (;;) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    if (Date.now() - since > 30_000) throw new Error('Chromium opened no debugging port');
    await pause(10);
  }
}

const ending = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts Chromium. @param profile its folder; `undefined`: one that is deleted at the end. */
export async function startChromium(profile: string | undefined, debuggingPort: boolean): Promise<Chromium> {
  const executable = findChromium();
  if (executable === undefined) throw new Error('No Chromium, Chrome or Edge is installed');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'wegmarke-refused-')));
  await preparePreferences(folder);
  await rm(join(folder, 'DevToolsActivePort'), { force: true });
  const started = Date.now();
  const child = spawn(executable, switches(folder, debuggingPort), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = ending(child).then(() =>
    profile === undefined ? rm(folder, { recursive: true, force: true }) : undefined,
  );
  const endpoint = debuggingPort ? await endpointOf(folder, started) : undefined;
  return { connection, endpoint, pid: child.pid ?? 0, ended };
}
