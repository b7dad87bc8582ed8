/** Certificates of the servers, by the system's openssl. A site with a CA of its own gives its files instead. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const days = '3650';
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', days];

/** @param {readonly string[]} args */
function openssl(args) {
  const { status, error, stderr } = spawnSync('openssl', ['req', '-x509', ...args], { encoding: 'utf8' });
  if (error)
    throw new Error('openssl is not there. Install it, or give certificates by --cert, --key and --ca.');
  if (status !== 0) throw new Error(`openssl failed: ${stderr}`);
}

/** Makes the authority that workstations trust for this site. @param {string} folder */
export function makeAuthority(folder) {
  const files = ['-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.pem')];
  openssl([
    ...newKey,
    ...files,
    '-subj',
    '/CN=Wegmarke sync',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ]);
}

/** @param {string} folder with the authority in it @param {string} name of the files @param {string} host */
export function makeServerCertificate(folder, name, host) {
  const kind = /^[\d.]+$|:/.test(host) ? 'IP' : 'DNS';
  openssl([
    ...newKey,
    ...['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)],
    ...['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-subj', `/CN=${name}`],
    ...['-addext', `subjectAltName=${kind}:${host}`, '-addext', 'basicConstraints=critical,CA:FALSE'],
    // Servers of a cluster are each other's clients.
    ...['-addext', 'extendedKeyUsage=serverAuth,clientAuth'],
  ]);
}
