/**
 * A connection of the server's own keeper to one facility's account: just enough of NATS' protocol to ask JetStream
 * for something and read its answer, so that the kit needs nothing but Node.
 */

import { randomBytes } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { signNonce } from './nkeys.mjs';

const patience = 10_000;

/**
 * @typedef {{host: string, port: number, publicKey: string, seed: string, ca?: string | undefined}} KeeperAddress
 * `ca`: PEM; without it the connection is not encrypted, which the kit does on loopback only
 */

/** Hands on whole protocol lines and messages. @param {import('node:stream').Duplex} socket */
function reader(socket) {
  let rest = Buffer.alloc(0);
  /** @type {((line: string, payload?: Buffer) => void) | undefined} */
  let take;
  /** @param {Buffer} bytes */
  const receive = (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const end = rest.indexOf('\r\n');
      if (end < 0) return;
      const line = rest.subarray(0, end).toString();
      const size = line.startsWith('MSG ') ? Number(line.split(' ').at(-1)) : undefined;
      if (size !== undefined && rest.length < end + 4 + size) return;
      const payload = size === undefined ? undefined : rest.subarray(end + 2, end + 2 + size);
      rest = rest.subarray(size === undefined ? end + 2 : end + 4 + size);
      take?.(line, payload);
    }
  };
  socket.on('data', receive);
  return {
    /** @param {(line: string, payload?: Buffer) => void} next */
    onLine: (next) => {
      take = next;
    },
    stop: () => socket.off('data', receive),
  };
}

/** @template T @param {(resolve: (value: T) => void, reject: (error: Error) => void) => void} start */
function inTime(start) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The server did not answer in time.')), patience);
    start(
      (/** @type {T} */ value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

/** @param {KeeperAddress} address @returns {Promise<{socket: import('node:stream').Duplex, nonce: string}>} */
async function reach({ host, port, ca }) {
  const plain = connectSocket({ host, port });
  const info = await inTime((resolve, reject) => {
    plain.on('error', reject);
    const lines = reader(plain);
    lines.onLine((line) => {
      if (!line.startsWith('INFO ')) return;
      lines.stop();
      resolve(JSON.parse(line.slice(5)));
    });
  });
  if (ca === undefined) return { socket: plain, nonce: info.nonce };
  const secure = connectTls({ socket: plain, ca, host, servername: /^[\d.:]+$/.test(host) ? '' : host });
  await inTime((resolve, reject) =>
    secure.once('secureConnect', () => resolve(undefined)).once('error', reject),
  );
  return { socket: secure, nonce: info.nonce };
}

/**
 * @param {KeeperAddress} address
 * @returns {Promise<{ask: (subject: string, body?: unknown) => Promise<any>, close: () => void}>} `ask` gives
 * JetStream's answer as it is, errors of its own included
 */
export async function connectKeeper(address) {
  const { socket, nonce } = await reach(address);
  const inbox = `_INBOX.${randomBytes(12).toString('hex')}`;
  /** @type {((line: string, payload?: Buffer) => void) | undefined} */
  let answered;
  /** @type {((error: Error) => void) | undefined} */
  let failed;
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('The server closed the connection.')));
  reader(socket).onLine((line, payload) => {
    if (line === 'PING') socket.write('PONG\r\n');
    else if (line.startsWith('-ERR')) failed?.(new Error(`The server refused: ${line.slice(5)}`));
    else answered?.(line, payload);
  });
  const login = {
    verbose: false,
    pedantic: false,
    nkey: address.publicKey,
    sig: signNonce(address.seed, nonce),
  };
  await inTime((resolve, reject) => {
    failed = reject;
    answered = (line) => line === 'PONG' && resolve(undefined);
    socket.write(`CONNECT ${JSON.stringify({ ...login, lang: 'wegmarke', version: '1' })}\r\n`);
    socket.write(`SUB ${inbox} 1\r\nPING\r\n`);
  });
  return {
    ask: (subject, body) =>
      inTime((resolve, reject) => {
        const payload = body === undefined ? '' : JSON.stringify(body);
        failed = reject;
        answered = (line, answer) => line.startsWith('MSG ') && resolve(JSON.parse(String(answer)));
        socket.write(`PUB ${subject} ${inbox} ${Buffer.byteLength(payload)}\r\n${payload}\r\n`);
      }),
    close: () => {
      failed = undefined;
      socket.end();
    },
  };
}
