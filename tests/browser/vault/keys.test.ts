import { describe, expect, test } from 'vitest';
import { bound, randomBytes, utf8 } from '#renderer/vault/bytes.ts';
import { generateKeyPair, importKeyPair, openWithKey, sealToKey } from '#renderer/vault/key-agreement.ts';
import {
  deriveKek,
  deriveLabelKey,
  deriveManifestKey,
  deriveRecordKey,
  deriveRecoveryKey,
  importSecret,
} from '#renderer/vault/key-derivation.ts';
import { openLabel, sealLabel } from '#renderer/vault/labels.ts';
import { stretchPassphrase } from '#renderer/vault/passphrase-stretching.ts';
import { openBox, sealBox } from '#renderer/vault/sealed-box.ts';

const facility = 'f'.repeat(32);
const epoch = 'e'.repeat(32);
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a key does to a fixed input, by which two keys can be told apart without reading them. */
async function fingerprint(key: CryptoKey): Promise<string> {
  const output = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: new Uint8Array(12) },
    key,
    utf8('same input'),
  );
  return hex(new Uint8Array(output));
}

describe('derived keys', () => {
  test('of each purpose, epoch and facility differ, and none can be read out', async () => {
    const secret = (): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(1);
    const base = await importSecret(secret());
    const keys = await Promise.all([
      deriveRecordKey(base, facility, epoch),
      deriveRecordKey(base, facility, facility),
      deriveRecordKey(base, epoch, epoch),
      deriveLabelKey(secret(), facility),
      deriveRecoveryKey(secret(), facility),
    ]);
    expect(new Set(await Promise.all(keys.map(fingerprint))).size).toBe(keys.length);
    for (const key of keys) {
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
    expect(hex(await deriveManifestKey(base, facility, epoch))).not.toBe(
      hex(await deriveManifestKey(base, facility, facility)),
    );
  });

  test('a secret is wiped once it was taken in', async () => {
    const secret = randomBytes(32);
    await importSecret(secret);
    expect(secret.every((byte) => byte === 0)).toBe(true);
  });

  test("an account's lock depends on passphrase, site secret, facility and account", async () => {
    const siteSecret = new Uint8Array(32).fill(3);
    const stretched = (fill = 5): Uint8Array<ArrayBuffer> => new Uint8Array(32).fill(fill);
    const keys = await Promise.all([
      deriveKek(stretched(), siteSecret, facility, 'a'),
      deriveKek(stretched(6), siteSecret, facility, 'a'),
      deriveKek(stretched(), new Uint8Array(32), facility, 'a'),
      deriveKek(stretched(), siteSecret, epoch, 'a'),
      deriveKek(stretched(), siteSecret, facility, 'b'),
    ]);
    expect(new Set(await Promise.all(keys.map(fingerprint))).size).toBe(keys.length);
  });
});

test('Argon2id gives what the reference implementation gives', async () => {
  // argon2 CLI of the reference implementation: -id -t 2 -m 16 -p 1 -l 32, password "password", salt "somesalt".
  const kdf = { memoryKiB: 65_536, iterations: 2, parallelism: 1 };
  const { stretched } = await stretchPassphrase('password', utf8('somesalt'), kdf);
  expect(hex(stretched)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
});

test('key stretching that fails says so instead of never answering', async () => {
  const kdf = { memoryKiB: 65_536, iterations: 2, parallelism: 1 };
  await expect(stretchPassphrase('password', utf8('short'), kdf)).rejects.toThrow('worker failed');
});

describe('a key sealed to a person', () => {
  test('opens for that person and purpose only', async () => {
    const [one, other] = await Promise.all([generateKeyPair('X25519'), generateKeyPair('X25519')]);
    const secret = randomBytes(32);
    const info = bound('purpose', 'recipient');
    const sealed = await sealToKey(one.publicKey, secret, info);
    const pair = await importKeyPair(one.publicKey, one.privateKey);
    expect(pair.privateKey.extractable).toBe(false);
    expect(await openWithKey(pair, sealed, info)).toEqual(secret);
    expect(await openWithKey(pair, sealed, bound('purpose', 'another'))).toBeNull();
    const otherPair = await importKeyPair(other.publicKey, other.privateKey);
    expect(await openWithKey(otherPair, sealed, info)).toBeNull();
    const swapped = await sealToKey(other.publicKey, secret, info);
    expect(await openWithKey(pair, { ...sealed, enc: swapped.enc }, info)).toBeNull();
  });
});

describe('labels and boxes', () => {
  test('a label tells neither the name nor its length', async () => {
    const key = await deriveLabelKey(new Uint8Array(32), facility);
    const short = await sealLabel(key, facility, 'a', 'Li');
    const long = await sealLabel(key, facility, 'a', 'Annegret von der Heydt-Özdemir');
    expect(short.ciphertext.length).toBe(long.ciphertext.length);
    expect(await openLabel(key, facility, 'a', long)).toBe('Annegret von der Heydt-Özdemir');
    expect(await openLabel(key, facility, 'b', long)).toBeNull();
    expect(await openLabel(await deriveLabelKey(new Uint8Array(32), epoch), facility, 'a', long)).toBeNull();
  });

  test('a box opens under its binding only', async () => {
    const key = await deriveLabelKey(new Uint8Array(32), facility);
    const box = await sealBox(key, utf8('x'), bound('a', 'b', 'c'));
    expect(await openBox(key, box, bound('a', 'b', 'c'))).toEqual(utf8('x'));
    expect(await openBox(key, box, bound('a', 'bc'))).toBeNull();
  });
});
