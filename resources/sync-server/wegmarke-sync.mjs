#!/usr/bin/env node
/**
 * Sets up the server for sync between workstations and looks after it: docs/sync-server.md. Needs Node 20 or later
 * and no package. Keeps its state in one folder: `site.json` (what there is), `keys/` (the server's own, secret),
 * `tls/`, and the configuration that it writes from them.
 */

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeAuthority, makeServerCertificate } from './certificates.mjs';
import { connectKeeper } from './keeper.mjs';
import { isUserKey, makeUser } from './nkeys.mjs';
import { accountsConf, serverConf, streamConfig, streamOf } from './server-conf.mjs';

/** @typedef {import('./server-conf.mjs').Site} Site */

const usage = `node wegmarke-sync.mjs COMMAND [--dir FOLDER]

  init --server NAME=HOST[:PORT[:CLUSTERPORT[:MONITORPORT]]]   once, or three times for a cluster
       [--websocket PORT] [--home PATH]                        PATH: the folder as the servers see it
       [--cert FILE --key FILE --ca FILE] [--no-tls]           without TLS only on 127.0.0.1
  add-facility NAME
  add-workstation FACILITY NAME KEY      KEY: the public key that the workstation shows
  revoke FACILITY NAME|KEY
  apply                                  makes missing buckets on the running server
  status                                 what lies in the buckets

Names: small letters, digits and hyphens. FOLDER is the present one unless given.`;

/** What the person at the keyboard did wrong, as a sentence. */
class Mistake extends Error {}

/** @param {string} path @param {string} text @param {number} [mode] */
function writeWhole(path, text, mode = 0o644) {
  writeFileSync(`${path}.new`, text, { mode });
  renameSync(`${path}.new`, path);
}

/** @param {string} folder */
const sitePath = (folder) => join(folder, 'site.json');
/** @param {string} folder @param {string} name */
const keyPath = (folder, name) => join(folder, 'keys', name);

/** @param {string} folder @returns {Site} */
function readSite(folder) {
  if (!existsSync(sitePath(folder))) throw new Mistake(`There is no site in ${folder}. Begin with init.`);
  return JSON.parse(readFileSync(sitePath(folder), 'utf8'));
}

/** What an administrator of the app gives to workstations. Nothing in it is secret. @param {Site} site @param {string} ca */
const addressFile = ({ servers, encrypted, websocketPort }, ca) => ({
  format: 1,
  servers: [
    ...servers.map(({ host, port }) => `${encrypted ? 'tls' : 'nats'}://${host}:${port}`),
    ...(websocketPort === undefined
      ? []
      : servers.map(({ host }) => `${encrypted ? 'wss' : 'ws'}://${host}:${websocketPort}`)),
  ],
  ...(encrypted ? { ca } : {}),
});

/** Writes what has changed and everything that follows from it. @param {string} folder @param {Site} site */
function keep(folder, site) {
  writeWhole(sitePath(folder), `${JSON.stringify(site, undefined, 2)}\n`);
  const secret = readFileSync(keyPath(folder, 'cluster'), 'utf8');
  // Routes hold a password.
  for (const server of site.servers) {
    writeWhole(join(folder, `${server.name}.conf`), serverConf(site, server, secret), 0o600);
  }
  writeWhole(join(folder, 'accounts.conf'), accountsConf(site));
  const ca = site.encrypted ? readFileSync(join(folder, 'tls', 'ca.pem'), 'utf8') : '';
  for (const { name } of site.facilities) {
    const content = { ...addressFile(site, ca), bucket: name };
    writeWhole(join(folder, `${name}.wegmarke-sync.json`), `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

/** @param {string | undefined} name @returns {string} */
function checkedName(name) {
  if (name !== undefined && /^[a-z][a-z0-9-]{0,31}$/.test(name) && !name.endsWith('-desks')) return name;
  throw new Mistake(`A name has small letters, digits and hyphens: ${name ?? 'none given'}`);
}

/** @param {string} text @returns {import('./server-conf.mjs').Server} */
function parseServer(text) {
  const found = /^([a-z0-9-]+)=([A-Za-z0-9.-]+)(?::(\d+))?(?::(\d+))?(?::(\d+))?$/.exec(text);
  const [, name, host, port = 4222, clusterPort = 6222, monitorPort = 8222] = found ?? [];
  if (!name || !host) throw new Mistake(`This is not NAME=HOST:PORT: ${text}`);
  return {
    name,
    host,
    port: Number(port),
    clusterPort: Number(clusterPort),
    monitorPort: Number(monitorPort),
  };
}

/** @param {string} folder @param {ReturnType<typeof readCommand>['values']} values */
function init(folder, values) {
  if (existsSync(sitePath(folder))) throw new Mistake(`There is a site in ${folder} already.`);
  const servers = (values.server ?? []).map(parseServer);
  if (servers.length !== 1 && servers.length !== 3) throw new Mistake('A site has one server or three.');
  const encrypted = !values['no-tls'];
  if (!encrypted && servers.some(({ host }) => host !== '127.0.0.1')) {
    throw new Mistake('Without TLS only on 127.0.0.1.');
  }
  for (const name of ['keys', 'tls', 'data']) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  writeWhole(keyPath(folder, 'cluster'), randomBytes(24).toString('hex'), 0o600);
  if (encrypted) provideCertificates(join(folder, 'tls'), servers, values);
  const websocketPort = values.websocket === undefined ? {} : { websocketPort: Number(values.websocket) };
  keep(folder, { home: values.home ?? folder, encrypted, ...websocketPort, servers, facilities: [] });
  console.log(`The site is in ${folder}. Next: add-facility, add-workstation, then start the server:`);
  for (const { name } of servers) console.log(`  nats-server -c ${join(folder, `${name}.conf`)}`);
}

/** @param {string} tls @param {Site['servers']} servers @param {{cert?: string, key?: string, ca?: string}} given */
function provideCertificates(tls, servers, { cert, key, ca }) {
  if (!cert && !key && !ca) makeAuthority(tls);
  else if (!cert || !key || !ca) throw new Mistake('--cert, --key and --ca belong together.');
  for (const { name, host } of servers) {
    if (cert && key && ca) {
      copyFileSync(cert, join(tls, `${name}.pem`));
      copyFileSync(key, join(tls, `${name}.key`));
      copyFileSync(ca, join(tls, 'ca.pem'));
    } else makeServerCertificate(tls, name, host);
    chmodSync(join(tls, `${name}.key`), 0o600);
  }
}

/** @param {Site} site @param {string | undefined} name */
function facilityOf(site, name) {
  const facility = site.facilities.find((one) => one.name === name);
  if (!facility) throw new Mistake(`There is no facility ${name ?? '(none given)'}. Add it first.`);
  return facility;
}

/** @param {string} folder */
const sayReload = (folder) =>
  console.log(
    `Let every server read it: nats-server --signal reload (all have ${join(folder, 'accounts.conf')})`,
  );

/** @param {string} folder @param {string | undefined} given */
function addFacility(folder, given) {
  const site = readSite(folder);
  const name = checkedName(given);
  if (site.facilities.some((one) => one.name === name)) throw new Mistake(`${name} is there already.`);
  const { publicKey, seed } = makeUser();
  writeWhole(keyPath(folder, `${name}.seed`), seed, 0o600);
  site.facilities.push({ name, keeper: publicKey, workstations: [] });
  keep(folder, site);
  sayReload(folder);
  console.log('Then, once: apply');
  console.log(`For its workstations: ${join(folder, `${name}.wegmarke-sync.json`)}`);
}

/** @param {string} folder @param {readonly (string | undefined)[]} given */
function addWorkstation(folder, [facilityName, givenName, key]) {
  const site = readSite(folder);
  const { workstations } = facilityOf(site, facilityName);
  const name = checkedName(givenName);
  if (key === undefined || !isUserKey(key))
    throw new Mistake('This is not a public key as the workstation shows it.');
  // A key that was revoked stays out; a workstation that comes back makes a new one.
  if (site.facilities.some((one) => one.workstations.some((known) => known.key === key))) {
    throw new Mistake('This key is known already.');
  }
  if (workstations.some((known) => known.name === name && known.revoked === undefined)) {
    throw new Mistake(`${name} is there already. Revoke it first.`);
  }
  workstations.push({ name, key });
  keep(folder, site);
  sayReload(folder);
}

/** @param {string} folder @param {readonly (string | undefined)[]} given */
function revoke(folder, [facilityName, name]) {
  const site = readSite(folder);
  const found = facilityOf(site, facilityName).workstations.find(
    (known) => (known.name === name || known.key === name) && known.revoked === undefined,
  );
  if (!found) throw new Mistake(`There is no workstation ${name ?? '(none given)'}.`);
  found.revoked = new Date().toISOString();
  keep(folder, site);
  sayReload(folder);
  console.log('It is cut off at that moment.');
}

/** Asks JetStream as a facility's keeper, at the first server that answers. @template T @param {string} folder @param {Site} site @param {Site['facilities'][number]} facility @param {(keeper: Awaited<ReturnType<typeof connectKeeper>>) => Promise<T>} action */
async function asKeeper(folder, site, facility, action) {
  const ca = site.encrypted ? readFileSync(join(folder, 'tls', 'ca.pem'), 'utf8') : undefined;
  const seed = readFileSync(keyPath(folder, `${facility.name}.seed`), 'utf8').trim();
  /** @type {unknown} */
  let problem;
  for (const { host, port } of site.servers) {
    try {
      const keeper = await connectKeeper({ host, port, publicKey: facility.keeper, seed, ca });
      try {
        return await action(keeper);
      } finally {
        keeper.close();
      }
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

/** @param {string} folder */
async function apply(folder) {
  const site = readSite(folder);
  for (const facility of site.facilities) {
    const config = streamConfig(facility.name, site.servers.length);
    const done = await asKeeper(folder, site, facility, async ({ ask }) => {
      const there = await ask(`$JS.API.STREAM.INFO.${config.name}`);
      return ask(`$JS.API.STREAM.${there.error ? 'CREATE' : 'UPDATE'}.${config.name}`, config);
    });
    if (done.error) throw new Error(`${facility.name}: ${done.error.description}`);
    console.log(`${facility.name}: ready, made ${done.created}`);
  }
}

/** @param {string} folder */
async function status(folder) {
  const site = readSite(folder);
  for (const facility of site.facilities) {
    const info = await asKeeper(folder, site, facility, ({ ask }) =>
      ask(`$JS.API.STREAM.INFO.${streamOf(facility.name)}`),
    );
    if (info.error) {
      console.log(`${facility.name}: ${info.error.description}`);
      continue;
    }
    const { messages, bytes, last_seq, last_ts } = info.state;
    const behind = (info.cluster?.replicas ?? []).filter((/** @type {any} */ one) => !one.current);
    console.log(
      `${facility.name}: ${messages} records, ${Math.ceil(bytes / 1024)} KB, sequence ${last_seq}, last written ${last_ts}, ` +
        `leader ${info.cluster?.leader ?? 'none'}, ${behind.length} of ${site.servers.length} servers behind`,
    );
  }
}

function readCommand() {
  return parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string', default: '.' },
      home: { type: 'string' },
      server: { type: 'string', multiple: true },
      websocket: { type: 'string' },
      cert: { type: 'string' },
      key: { type: 'string' },
      ca: { type: 'string' },
      'no-tls': { type: 'boolean', default: false },
    },
  });
}

async function main() {
  const { values, positionals } = readCommand();
  const [command, ...given] = positionals;
  const folder = resolve(values.dir);
  if (command === 'init') init(folder, values);
  else if (command === 'add-facility') addFacility(folder, given[0]);
  else if (command === 'add-workstation') addWorkstation(folder, given);
  else if (command === 'revoke') revoke(folder, given);
  else if (command === 'apply') await apply(folder);
  else if (command === 'status') await status(folder);
  else throw new Mistake(usage);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Mistake ? 2 : 1;
}
