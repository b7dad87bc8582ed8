import { describe, expect, test } from 'vitest';
import { argon2idParameters, parseHeader, serialiseHeader } from '#renderer/vault/header.ts';

const bytes = (count: number): string => Buffer.alloc(count, 7).toString('base64');
const box = { nonce: bytes(12), ciphertext: bytes(96) };
const sealedToKey = { enc: bytes(32), ciphertext: bytes(48) };
const id = 'a'.repeat(32);

const account = {
  id,
  label: box,
  role: 'administrator',
  status: 'active',
  publicKey: bytes(32),
  passphraseSlot: { kdf: argon2idParameters, salt: bytes(16), sealedPrivateKey: box },
  signingKey: sealedToKey,
};
const header = {
  format: 'wegmarke-vault',
  version: 1,
  readableFrom: 1,
  facilityId: 'b'.repeat(32),
  generation: 3,
  revision: 2,
  createdAt: '2026-03-02T08:00:00.000Z',
  createdOn: '0123456789abcdef',
  accounts: [account],
  recovery: { publicKey: bytes(32), sealed: box, signingKey: sealedToKey },
  epochs: [
    { id, createdAt: '2026-03-02T08:00:00.000Z', sealedKeys: { [id]: sealedToKey, recovery: sealedToKey } },
  ],
  signingRoot: bytes(32),
  signature: bytes(64),
};

const parsed = (value: unknown): unknown => {
  const result = parseHeader(JSON.stringify(value));
  return result.ok ? JSON.parse(serialiseHeader(result.value)) : result.error;
};
const withKdf = (kdf: object): unknown => ({
  ...header,
  accounts: [
    { ...account, passphraseSlot: { ...account.passphraseSlot, kdf: { ...argon2idParameters, ...kdf } } },
  ],
});

describe('the header', () => {
  test('is written as it was read, with unknown fields at every depth', () => {
    const newer = {
      ...header,
      version: 2,
      future: { a: [1] },
      accounts: [{ ...account, badge: 'x', passphraseSlot: { ...account.passphraseSlot, hint: 1 } }],
      recovery: { ...header.recovery, printed: true },
    };
    expect(parsed(newer)).toEqual(newer);
  });

  test('of a newer format is told from a damaged one', () => {
    expect(parsed({ format: 'wegmarke-vault', version: 9, readableFrom: 2 })).toBe('header-too-new');
    expect(parsed({ ...header, format: 'other' })).toBe('header-damaged');
    expect(parsed({ ...header, epochs: [] })).toBe('header-damaged');
    expect(parsed({ ...header, accounts: [{ ...account, role: 'root' }] })).toBe('header-damaged');
    for (const count of [63, 65, 66])
      expect(parsed({ ...header, signature: bytes(count) })).toBe('header-damaged');
    for (const count of [31, 33])
      expect(parsed({ ...header, signingRoot: bytes(count) })).toBe('header-damaged');
    expect(parseHeader('{')).toEqual({ ok: false, error: 'header-damaged' });
  });

  test('is readable without keys for certificates, as earlier versions wrote it, and with them', () => {
    expect(parsed(header)).toEqual(header);
    const issuer = {
      ...{ workstationId: '0123456789abcdef', keyId: 'fedcba9876543210', publicKey: bytes(32) },
      ...{ validFrom: '2026-03-02', validTo: null, struckOff: null, sealedKeys: { recovery: sealedToKey } },
    };
    const issuing = { ...header, issuers: [issuer], issuerList: { content: bytes(9), signature: bytes(64) } };
    expect(parsed(issuing)).toEqual(issuing);
    for (const wrong of [{ keyId: 'x' }, { publicKey: bytes(31) }, { validFrom: 'soon' }, { struckOff: 1 }])
      expect(parsed({ ...issuing, issuers: [{ ...issuer, ...wrong }] })).toBe('header-damaged');
  });

  test('is readable without workstations, as earlier versions wrote it, and with them', () => {
    const workstation = {
      ...{ id: '0123456789abcdef', publicKey: `U${'A'.repeat(55)}`, label: box },
      ...{ addedAt: '2026-03-02T08:00:00.000Z', room: 'B1' },
    };
    const revoked = { ...workstation, revokedAt: '2026-04-02T08:00:00.000Z' };
    const joined = { ...header, workstations: [workstation, revoked] };
    expect(parsed(joined)).toEqual(joined);
    for (const wrong of [{ id: 'x' }, { publicKey: 'UX' }, { addedAt: 'soon' }, { revokedAt: null }])
      expect(parsed({ ...header, workstations: [{ ...workstation, ...wrong }] })).toBe('header-damaged');
  });

  test('does not take weaker key derivation, nor one that would freeze the screen', () => {
    expect(parsed(withKdf({ memoryKiB: 131_072, iterations: 4 }))).toBeTypeOf('object');
    for (const weak of [
      { memoryKiB: 1024 },
      { iterations: 1 },
      { name: 'pbkdf2' },
      { memoryKiB: 8_000_000 },
    ]) {
      expect(parsed(withKdf(weak))).toBe('header-damaged');
    }
  });
});
