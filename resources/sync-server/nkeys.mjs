/**
 * NATS keys (nkeys): Ed25519 in base32 with a prefix and a CRC-16, by node:crypto alone. Only the server's own keepers
 * are made here; a workstation makes its key itself, and no more than the public half ever reaches this kit.
 */

import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const userPrefix = 20 << 3;
const seedPrefix = 18 << 3;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param {Buffer} bytes CRC-16/XMODEM, as nkeys have it */
function checksum(bytes) {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** @param {Buffer} bytes */
function encode(bytes) {
  const summed = Buffer.alloc(bytes.length + 2);
  bytes.copy(summed);
  summed.writeUInt16LE(checksum(bytes), bytes.length);
  const bits = [...summed].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** The bytes without their checksum. @param {string} text @returns {Buffer | undefined} where it is no nkey */
function decode(text) {
  if (!/^[A-Z2-7]+$/.test(text)) return undefined;
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const all = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const bytes = all.subarray(0, -2);
  return all.length > 2 && all.readUInt16LE(all.length - 2) === checksum(bytes) ? bytes : undefined;
}

/** Whether a text is the public key of a user, such as a workstation shows it. @param {string} text */
export function isUserKey(text) {
  const bytes = decode(text);
  return bytes?.length === 33 && bytes[0] === userPrefix;
}

/** A new key pair of a user. @returns {{publicKey: string, seed: string}} */
export function makeUser() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const open = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const head = Buffer.from([seedPrefix | (userPrefix >> 5), (userPrefix & 31) << 3]);
  return {
    publicKey: encode(Buffer.concat([Buffer.from([userPrefix]), open])),
    seed: encode(Buffer.concat([head, secret])),
  };
}

/** Signs a server's challenge. @param {string} seed @param {string} nonce @returns {string} base64url */
export function signNonce(seed, nonce) {
  const bytes = decode(seed);
  if (bytes?.length !== 34) throw new Error('This is not the seed of a key.');
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Head, bytes.subarray(2)]),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, Buffer.from(nonce), key).toString('base64url');
}
