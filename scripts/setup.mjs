/**
 * Makes a fresh checkout ready: npm packages, and on Debian as root the system's. Runs before `npm start`, `npm test`
 * and their like, on any Node from 20 on and without a single package. Does nothing, quickly, when nothing is missing.
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideNatsServer } from './nats-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path @returns {Record<string, {version?: string, optional?: boolean}>} */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Whether what npm last installed is what the lockfile names. */
function packagesAreThere() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([name, { version, optional }]) =>
      name === '' || present[name]?.version === version || (optional === true && !(name in present)),
  );
}

/** @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(command, args, env = process.env) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  return status === 0;
}

function installPackages() {
  console.log('Installing npm packages (npm ci)');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  // npm's own script, if it started us, by the running Node: no shell, also on Windows.
  const done = npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
  if (!done) process.exit(1);
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What the app in a Chromium window and the tests need of a Linux system: Debian's package, and the sign of it. */
function missingSystemPackages() {
  if (process.platform !== 'linux') return [];
  const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const hasBrowser = process.env.WEGMARKE_CHROMIUM !== undefined || browsers.some(isOnPath);
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return [
    ...(hasBrowser ? [] : ['chromium']),
    ...(hasDisplay || isOnPath('Xvfb') ? [] : ['xvfb']),
    ...(isOnPath('pdftotext') ? [] : ['poppler-utils']),
    ...(isOnPath('zbarimg') ? [] : ['zbar-tools']),
    ...(isOnPath('hb-shape') ? [] : ['libharfbuzz-bin']),
  ];
}

/** @param {readonly string[]} names */
function installSystemPackages(names) {
  const list = names.join(' ');
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    console.log(`Missing on this system, to be installed by its package manager: ${list}`);
    return;
  }
  console.log(`Installing system packages: ${list}`);
  const script = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${list}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!run('sh', ['-c', `${script} >/dev/null`], env)) console.log(`Could not install: ${list}`);
}

if (!packagesAreThere()) installPackages();
const missing = missingSystemPackages();
if (missing.length > 0) installSystemPackages(missing);
provideNatsServer();
