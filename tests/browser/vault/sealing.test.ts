import { beforeAll, describe, expect, test } from 'vitest';
import { VaultLockedError } from '#renderer/vault/vault-failure.ts';
import type { SealedRow, SealRefusal } from '#shared/ports/sealing.ts';
import { first, isSameRecord, type MadeVault, madeVault, passphrase, record, value } from './made-vault.ts';

let made: MadeVault;
beforeAll(async () => {
  made = await madeVault();
});

const flip = (bytes: Uint8Array, at: number): Uint8Array => {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
};

describe('a sealed row', () => {
  test('opens to what was sealed', async () => {
    const plain = record(1);
    const row = await made.session.seal(plain);
    expect(row.nonce).toHaveLength(12);
    expect(row.body).toHaveLength(2 + plain.bytes.length + 16);
    expect([...row.body.subarray(0, 2)]).toEqual([0, 3]);
    expect(await made.session.open('participants', row)).toEqual({ ok: true, value: plain });
  });

  test('an empty record and the largest schema version are fine', async () => {
    const plain = { ...record(1), bytes: new Uint8Array(0), schema: 0xffff };
    expect(value(await made.session.open('participants', await made.session.seal(plain)))).toEqual(plain);
    await expect(made.session.seal({ ...plain, schema: 0x10000 })).rejects.toThrow(RangeError);
    await expect(made.session.seal({ ...plain, id: '\ud800' })).rejects.toThrow(RangeError);
  });

  const changes: readonly [string, (row: SealedRow) => unknown, SealRefusal][] = [
    ['a flipped bit in the nonce', (row) => ({ ...row, nonce: flip(row.nonce, 5) }), 'tampered'],
    ['a flipped bit in the schema version', (row) => ({ ...row, body: flip(row.body, 1) }), 'tampered'],
    ['a flipped bit in the ciphertext', (row) => ({ ...row, body: flip(row.body, 40) }), 'tampered'],
    [
      'a flipped bit in the tag',
      (row) => ({ ...row, body: flip(row.body, row.body.length - 1) }),
      'tampered',
    ],
    ['another rev', (row) => ({ ...row, rev: `${row.rev}0` }), 'tampered'],
    ['another id', (row) => ({ ...row, id: 'f'.repeat(32) }), 'tampered'],
    [
      'a changed index field',
      (row) => ({ ...row, index: { ...row.index, groupId: 'c'.repeat(32) } }),
      'tampered',
    ],
    ['an index field taken away', (row) => ({ ...row, index: {} }), 'tampered'],
    ['an index field put in', (row) => ({ ...row, index: { ...row.index, offerId: 'c' } }), 'tampered'],
    ['a foreign key id', (row) => ({ ...row, keyId: '0'.repeat(32) }), 'foreign-key'],
    ['a short nonce', (row) => ({ ...row, nonce: row.nonce.subarray(1) }), 'malformed'],
    ['a body without room for a tag', (row) => ({ ...row, body: row.body.subarray(0, 17) }), 'malformed'],
    ['text for a body', (row) => ({ ...row, body: 'plain' }), 'malformed'],
    ['no index', ({ index: _index, ...row }) => row, 'malformed'],
    ['a number in the index', (row) => ({ ...row, index: { groupId: 7 } }), 'malformed'],
    ['nothing at all', () => null, 'malformed'],
  ];

  test.each(changes)('%s is refused, alone and among others', async (_name, change, refusal) => {
    const rows = await made.session.sealAll([record(1), record(3), record(5)]);
    const [before, row, after] = rows;
    if (!before || !row || !after) throw new Error('Three rows were sealed.');
    const changed = change(row) as SealedRow;
    expect(await made.session.open('participants', changed)).toEqual({ ok: false, error: refusal });
    const opened = await made.session.openAll('participants', [before, changed, after]);
    expect(opened.map((one) => (one.ok ? 'ok' : one.error))).toEqual(['ok', refusal, 'ok']);
  });

  test('a row moved to another table is refused', async () => {
    const row = await made.session.seal(record(1));
    expect(await made.session.open('groups', row)).toEqual({ ok: false, error: 'tampered' });
  });

  test('an index in another order opens', async () => {
    const row = await made.session.seal(record(1));
    const index = Object.fromEntries(Object.entries(row.index).reverse());
    expect((await made.session.open('participants', { ...row, index })).ok).toBe(true);
  });

  test("another facility's row is refused, also under this facility's key id", async () => {
    const other = await madeVault();
    const foreign = await other.session.seal(record(1));
    const own = await made.session.seal(record(3));
    expect(await made.session.open('participants', foreign)).toEqual({ ok: false, error: 'foreign-key' });
    expect(await made.session.open('participants', { ...foreign, keyId: own.keyId })).toEqual({
      ok: false,
      error: 'tampered',
    });
    other.session.lock();
  });
});

describe('many rows', () => {
  test('go through the workers in order, with nonces that never repeat', async () => {
    const plain = Array.from({ length: 5000 }, (_, at) => record(at));
    const rows = await made.session.sealAll(plain);
    expect(rows.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    expect(new Set(rows.map(({ nonce }) => nonce.join())).size).toBe(5000);
    const opened = (await made.session.openAll('participants', rows)).map(value);
    expect(opened.filter((one, at) => !isSameRecord(one, plain[at] ?? first(plain)))).toEqual([]);
    // What goes to IndexedDB has buffers of its own.
    expect(first(rows).nonce.buffer.byteLength).toBe(12);
    expect(first(rows).body.buffer.byteLength).toBe(first(rows).body.length);
  });

  test('one bad row in a large batch hides no other', async () => {
    const rows = await made.session.sealAll(Array.from({ length: 1500 }, (_, at) => record(at)));
    const bad = rows.map((row, at) => (at === 700 ? { ...row, body: flip(row.body, 30) } : row));
    const opened = await made.session.openAll('participants', bad);
    expect(opened.filter((one) => !one.ok)).toHaveLength(1);
    expect(opened[700]).toEqual({ ok: false, error: 'tampered' });
    expect(value(opened[701] ?? { ok: false, error: 'missing' }).id).toBe(record(701).id);
  });

  test('a few very large rows are fine', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const large = new Uint8Array(3_000_000);
    for (let at = 0; at + bytes.length <= large.length; at += bytes.length) large.set(bytes, at);
    const plain = [...Array.from({ length: 500 }, (_, at) => record(at)), { ...record(501), bytes: large }];
    const opened = await made.session.openAll('participants', await made.session.sealAll(plain));
    expect(opened.map(value).every((one, at) => isSameRecord(one, plain[at] ?? first(plain)))).toBe(true);
  });
});

describe('the digest', () => {
  test('depends on each part and on the facility, and fits 128 bits', async () => {
    const { session } = made;
    const digests = [
      session.digest('participants', 'a', '1'),
      session.digest('groups', 'a', '1'),
      session.digest('participants', 'b', '1'),
      session.digest('participants', 'a', '2'),
      session.digest('participants', 'a1', ''),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests.every((one) => one >= 0n && one < 1n << 128n)).toBe(true);
    expect(session.digest('participants', 'a', '1')).toBe(digests[0]);
    const other = await madeVault();
    expect(other.session.digest('participants', 'a', '1')).not.toBe(digests[0]);
    other.session.lock();
  });

  test('is the same after unlocking again', async () => {
    const before = made.session.digest('participants', 'a', '1');
    const { session } = value(await made.vault.unlock(made.session.signedIn.accountId, passphrase));
    expect(session.digest('participants', 'a', '1')).toBe(before);
    session.lock();
  });
});

test('a locked session refuses everything', async () => {
  const { session } = value(await made.vault.unlock(made.session.signedIn.accountId, passphrase));
  const row = await session.seal(record(1));
  const many = session.sealAll(Array.from({ length: 3000 }, (_, at) => record(at)));
  const refusedMany = expect(many).rejects.toThrow(VaultLockedError);
  session.lock();
  await refusedMany;
  await expect(session.seal(record(1))).rejects.toThrow(VaultLockedError);
  await expect(session.open('participants', row)).rejects.toThrow(VaultLockedError);
  await expect(session.openAll('participants', [row])).rejects.toThrow(VaultLockedError);
  expect(() => session.digest('participants', 'a', '1')).toThrow(VaultLockedError);
  expect(() => session.keyHolder()).toThrow(VaultLockedError);
});
