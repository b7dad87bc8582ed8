/**
 * One connection to one of the servers. It is encrypted or it is not made, and it never moves to a server that only
 * another server named.
 */

import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  connect,
  errors,
  type NatsConnection,
  type NodeConnectionOptions,
  nkeyAuthenticator,
  nkeys,
  wsconnect,
} from '@nats-io/transport-node';
import type { ServerAddress } from './server-address.ts';

/** A workstation's key for its server: the public half is told, the seed stays here. */
export interface WorkstationKey {
  readonly publicKey: string;
  readonly seed: Uint8Array;
}

export function makeWorkstationKey(): WorkstationKey {
  const pair = nkeys.createUser();
  return { publicKey: pair.getPublicKey(), seed: pair.getSeed() };
}

/** The key of a seed that `makeWorkstationKey` made. */
export function keyOfSeed(seed: Uint8Array): WorkstationKey {
  return { publicKey: nkeys.fromSeed(seed).getPublicKey(), seed };
}

/** Where the server answers this workstation; nobody else may listen there. */
export const inboxOf = ({ publicKey }: WorkstationKey): string => `_INBOX.${publicKey}`;

/** Whether it was the key that the server did not like. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof errors.AuthorizationError || error instanceof errors.UserAuthenticationExpiredError;

/** WebSockets take their authorities from the whole process; those of this computer and the site's are added. */
function trust(ca: string | undefined): void {
  const known = [...getCACertificates('default'), ...getCACertificates('system')];
  setDefaultCACertificates([...new Set(ca === undefined ? known : [...known, ca])]);
}

const isWeb = (server: string): boolean => /^wss?:/.test(server);

function dialOne(
  server: string,
  ca: string | undefined,
  options: NodeConnectionOptions,
): Promise<NatsConnection> {
  if (isWeb(server)) {
    if (server.startsWith('wss:')) trust(ca);
    return wsconnect({ ...options, servers: server });
  }
  const { protocol, hostname, host } = new URL(server);
  // The library names no host to compare the certificate with where the address is a number, and then takes
  // `localhost`. What else stands here it hands to Node's TLS as it is.
  const tls = { host: hostname, ...(ca === undefined ? {} : { ca }) };
  // With anything but `null` it refuses a server that says it has no TLS.
  return connect({ ...options, servers: host, tls: protocol === 'tls:' ? tls : null });
}

/**
 * Tries every server once, in any order; WebSockets where none answers otherwise.
 * @throws where none can be reached, or where one refused the key (`isRefusal`) and no other took it
 */
export async function dial({ servers, ca }: ServerAddress, key: WorkstationKey): Promise<NatsConnection> {
  const options: NodeConnectionOptions = {
    authenticator: nkeyAuthenticator(key.seed),
    inboxPrefix: inboxOf(key),
    // The line above this connection decides when to try again.
    reconnect: false,
    ignoreClusterUpdates: true,
    timeout: 5_000,
    // A dead cable is noticed after half a minute even when nothing is written.
    pingInterval: 10_000,
    maxPingOut: 2,
  };
  const order = servers
    .map((server) => ({ server, place: Number(isWeb(server)) + Math.random() }))
    .sort((a, b) => a.place - b.place);
  let failure: unknown;
  for (const { server } of order) {
    try {
      return await dialOne(server, ca, options);
    } catch (error) {
      if (!isRefusal(failure)) failure = error;
    }
  }
  throw failure;
}
