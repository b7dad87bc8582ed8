/**
 * Finds a NATS server that is new enough for sync's tests and for `npm run sync:server`, and gets one where there is
 * none: from a newer suite of the very Debian mirror that this machine uses, unpacked below `node_modules`. The system's
 * own packages, lists and sources are left alone, so it needs no root. Without a single package, as setup.mjs.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** 2.11 brought the batched reads that the app asks for; 2.12 is what docs/sync-server.md wants of a server. */
const leastVersion = [2, 12];
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const cache = fileURLToPath(new URL('../node_modules/.cache/nats', import.meta.url));
const unpacked = join(cache, 'usr/sbin/nats-server');
/** Testing first: what is in it has waited some days in the other. */
const suites = ['testing', 'sid'];

/** @param {string} version such as `nats-server: v2.15.1` or `2.15.1-1` */
function isNewEnough(version) {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastVersion;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** @param {string} command @param {readonly string[]} args @param {string} [cwd] */
function output(command, args, cwd) {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 180_000 });
  return status === 0 ? stdout : undefined;
}

/** The path of a server that is new enough: on the PATH or unpacked before. @returns {string | undefined} */
export function findNatsServer() {
  const name = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return [...onPath, unpacked].find(
    (path) => existsSync(path) && isNewEnough(output(path, ['--version']) ?? ''),
  );
}

/** The mirror that this machine takes Debian itself from. */
function debianMirror() {
  const targets = output('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI) $(LABEL)',
    'Created-By: Packages',
  ]);
  const line = targets?.split('\n').find((target) => target.endsWith(' Debian'));
  return line?.slice(0, -' Debian'.length);
}

/** @param {string} mirror @param {string} suite @param {string} folder for everything that apt writes */
function unpackFrom(mirror, suite, folder) {
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  for (const name of ['lists/partial', 'archives/partial']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const apart = [
    `Dir::Etc::SourceList=${join(folder, 'sources.list')}`,
    'Dir::Etc::SourceParts=/dev/null',
    `Dir::State::Lists=${join(folder, 'lists')}`,
    `Dir::Cache=${folder}`,
    // Translations and contents are of no use here.
    'Acquire::Languages=none',
    `APT::Sandbox::User=${process.getuid?.() === 0 ? 'root' : ''}`,
  ].flatMap((option) => ['-o', option]);
  if (output('apt-get', [...apart, 'update', '-qq']) === undefined) return false;
  const candidate = output('apt-cache', [...apart, 'show', '--no-all-versions', 'nats-server']);
  if (!isNewEnough(/^Version: (.*)$/m.exec(candidate ?? '')?.[1] ?? '')) return false;
  if (output('apt-get', [...apart, 'download', '-qq', 'nats-server'], folder) === undefined) return false;
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  return (
    archive !== undefined &&
    output('dpkg', ['-x', join(folder, archive), join(folder, 'unpacked')]) !== undefined
  );
}

/** Gets one if none is there. Says so in one sentence, also if it can't be had. */
export function provideNatsServer() {
  if (findNatsServer()) return;
  const missing = 'No NATS server 2.12 or later: the sync tests are skipped.';
  const mirror = process.platform === 'linux' && existsSync(keyring) ? debianMirror() : undefined;
  if (!mirror) {
    console.log(`${missing} Put nats-server on the PATH to run them.`);
    return;
  }
  console.log('Unpacking a NATS server from a newer Debian');
  mkdirSync(join(cache, '..'), { recursive: true });
  const folder = mkdtempSync(join(cache, '..', 'nats-new-'));
  try {
    if (!suites.some((suite) => unpackFrom(mirror, suite, folder))) {
      console.log(`${missing} It could not be had from Debian's newer suites.`);
      return;
    }
    rmSync(cache, { recursive: true, force: true });
    renameSync(join(folder, 'unpacked'), cache);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
