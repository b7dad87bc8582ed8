/**
 * The server's configuration as text. What it holds against a workstation that turned malicious:
 *
 * - Each facility has two accounts: one owns the bucket, the other has the workstations. A workstation that stood in
 *   the bucket's own account could name any subject as the one to send an answer to, JetStream's `STREAM.DELETE`
 *   included, and have the server itself delete the bucket for it. Across accounts an answer only comes back to where
 *   the question came from.
 * - Workstations may ask four things, write keys, and hear what was written. They make no consumers.
 * - The bucket refuses deleting, purging, rolling up, expiry and values beyond the limit, whoever asks.
 */

/** Bytes of one value: the largest sealed record with room to spare. */
const maxValueBytes = 512 * 1024;
/** Bytes that one facility may keep on the disk of each server. */
const maxFacilityBytes = 1024 ** 3;
/** Of one facility; a site has a handful of workstations, and one that is restarted may be counted twice. */
const maxConnections = 64;

/**
 * @typedef {{name: string, host: string, port: number, clusterPort: number, monitorPort: number}} Server
 * @typedef {{name: string, key: string, revoked?: string}} Workstation
 * @typedef {{name: string, keeper: string, workstations: Workstation[]}} Facility
 * @typedef {{home: string, encrypted: boolean, websocketPort?: number, servers: Server[], facilities: Facility[]}} Site
 * `home`: the site's folder as the servers see it; `keeper`: the public key of the server's own hand
 */

/** @param {string} facility */
export const streamOf = (facility) => `KV_${facility}`;

/** @param {string} value */
const quoted = (value) => JSON.stringify(value);
/** @param {readonly string[]} values */
const list = (values) => `[${values.map(quoted).join(', ')}]`;
/** @param {string} host */
const isLoopback = (host) => host === '127.0.0.1' || host === 'localhost';

/** The bucket of one facility as JetStream wants it. @param {string} facility @param {number} servers */
export function streamConfig(facility, servers) {
  return {
    name: streamOf(facility),
    subjects: [`$KV.${facility}.*`],
    retention: 'limits',
    storage: 'file',
    num_replicas: servers,
    max_msgs_per_subject: 1,
    max_msg_size: maxValueBytes,
    max_msgs: -1,
    max_bytes: -1,
    max_age: 0,
    // A full server says so; it never drops something older for it.
    discard: 'new',
    allow_direct: true,
    allow_rollup_hdrs: false,
    allow_msg_ttl: false,
    deny_delete: true,
    deny_purge: true,
    // What was stored is told to the workstations by the server, so that none of them needs a consumer.
    republish: { src: `$KV.${facility}.*`, dest: `changed.${facility}.{{wildcard(1)}}` },
  };
}

/** @param {string} facility */
const services = (facility) => [
  { subject: `$KV.${facility}.*`, as: `$KV.${facility}.*` },
  ...['STREAM.INFO', 'STREAM.MSG.GET', 'DIRECT.GET'].map((name) => ({
    subject: `$JS.API.${name}.${streamOf(facility)}`,
    // By a name of its own: under JetStream's own one the server would look for the bucket in the wrong account.
    as: `wegmarke.api.${name}.${streamOf(facility)}`,
  })),
];

/** @param {string} facility @param {Workstation} workstation */
function userConf(facility, { name, key }) {
  const publish = services(facility).map(({ as }) => as);
  return `      # ${name}
      { nkey: ${key}, permissions: {
        publish: ${list(publish)}
        subscribe: ${list([`_INBOX.${key}.>`, `changed.${facility}.*`])} } }`;
}

/** @param {Facility} facility @param {number} replicas */
function facilityConf({ name, keeper, workstations }, replicas) {
  const desks = `${name}-desks`;
  const exports = services(name).map(
    ({ subject }) =>
      `      { service: ${quoted(subject)}, accounts: [${desks}]${subject.includes('DIRECT') ? ', response: stream' : ''} }`,
  );
  const imports = services(name).map(
    ({ subject, as }) =>
      `      { service: { account: ${name}, subject: ${quoted(subject)} }${as === subject ? '' : `, to: ${quoted(as)}`} }`,
  );
  const changed = quoted(`changed.${name}.*`);
  return `  ${name}: {
    jetstream: { max_mem: 0, max_file: ${maxFacilityBytes * replicas}, max_streams: 1 }
    users: [ { nkey: ${keeper} } ]
    exports: [
${exports.join('\n')}
      { stream: ${changed}, accounts: [${desks}] }
    ]
  }
  ${desks}: {
    limits: { max_connections: ${maxConnections} }
    users: [
${workstations
  .filter(({ revoked }) => revoked === undefined)
  .map((workstation) => userConf(name, workstation))
  .join('\n')}
    ]
    imports: [
${imports.join('\n')}
      { stream: { account: ${name}, subject: ${changed} } }
    ]
  }`;
}

const head = '# Written by wegmarke-sync.mjs, which overwrites what is changed here by hand.';

/** Accounts and workstations: the same on every server, read anew by a reload. @param {Site} site */
export function accountsConf({ facilities, servers }) {
  return `${head}
accounts: {
${facilities.map((facility) => facilityConf(facility, servers.length)).join('\n')}
}
`;
}

/** @param {Site} site @param {Server} server @param {string} clusterSecret */
function clusterConf({ home, encrypted, servers }, { name, host, clusterPort }, clusterSecret) {
  const routes = servers.map((other) =>
    quoted(`nats-route://cluster:${clusterSecret}@${other.host}:${other.clusterPort}`),
  );
  return `
cluster: {
  name: wegmarke
  listen: ${quoted(`${isLoopback(host) ? '127.0.0.1' : '0.0.0.0'}:${clusterPort}`)}
  authorization: { user: cluster, password: ${quoted(clusterSecret)}, timeout: 5 }
  routes: [${routes.join(', ')}]${encrypted ? `\n  ${tlsConf(home, name, true)}` : ''}
}
`;
}

/** @param {string} home @param {string} name of the server @param {boolean} mutual whether the other side shows one too */
function tlsConf(home, name, mutual) {
  const files = `cert_file: ${quoted(`${home}/tls/${name}.pem`)}, key_file: ${quoted(`${home}/tls/${name}.key`)}`;
  const verify = mutual ? `, ca_file: ${quoted(`${home}/tls/ca.pem`)}, verify: true` : '';
  return `tls: { ${files}${verify}, min_version: "1.2", timeout: 5 }`;
}

/** @param {Site} site @param {Server} server @param {string} clusterSecret */
export function serverConf(site, server, clusterSecret) {
  const { home, encrypted, websocketPort, servers } = site;
  const address = isLoopback(server.host) ? '127.0.0.1' : '0.0.0.0';
  const tls = encrypted ? tlsConf(home, server.name, false) : '';
  const websocket =
    websocketPort === undefined
      ? ''
      : `
# For networks that let nothing through but HTTPS.
websocket: { listen: ${quoted(`${address}:${websocketPort}`)}, ${encrypted ? tls : 'no_tls: true'} }
`;
  return `${head}
server_name: ${quoted(server.name)}
listen: ${quoted(`${address}:${server.port}`)}
# Only for this machine: health, connections, storage.
http: ${quoted(`127.0.0.1:${server.monitorPort}`)}
${tls}
max_payload: ${maxValueBytes + 64 * 1024}
ping_interval: "20s"
ping_max: 2
write_deadline: "10s"

jetstream: {
  store_dir: ${quoted(`${home}/data/${server.name}`)}
  # Every accepted write is on the disk before it is acknowledged. Without it a power cut takes what was acknowledged.
  sync_interval: always
  max_memory_store: 64MB
  # Each facility has a limit of its own; the disk should hold them all.
  max_file_store: 10TB
}
${servers.length > 1 ? clusterConf(site, server, clusterSecret) : ''}${websocket}
include "accounts.conf"
`;
}
