import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argon2idParameters, type PassphraseSlot, type VaultHeader } from '#renderer/vault/header.ts';
import { isSameHeader, mergeHeaders } from '#renderer/vault/merge-headers.ts';
import { patience, seeds } from '../sync/seeds.ts';

const bytes = (count: number, fill: number): string => Buffer.alloc(count, fill).toString('base64');
const box = { nonce: bytes(12, 1), ciphertext: bytes(96, 1) };
const sealedToKey = { enc: bytes(32, 1), ciphertext: bytes(48, 1) };
const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(32));

interface Slot {
  /** How often the account had been reset. */
  readonly pair: number;
  readonly changes: number;
  readonly salt: number;
}

const slotOf = ({ changes, salt }: Slot): PassphraseSlot => ({
  ...{ kdf: argon2idParameters, salt: bytes(16, salt), sealedPrivateKey: box },
  ...(changes === 0 ? {} : { changes }),
});

/** The header of a revision: what administrators signed follows from the revision, the slots do not. */
const headerOf = (revision: number, generation: number, slots: readonly Slot[], branch = 0): VaultHeader => ({
  ...{ format: 'wegmarke-vault', version: 1, readableFrom: 1, facilityId: 'f'.repeat(32) },
  ...{ generation, revision, createdAt: '2026-03-02T08:00:00.000Z', createdOn: '0123456789abcdef' },
  accounts: ids.map((id, at) => {
    const slot = slots[at] ?? { pair: 0, changes: 0, salt: 0 };
    return {
      ...{ id, label: box, role: 'reception', status: 'active' },
      ...{ publicKey: bytes(32, slot.pair), passphraseSlot: slotOf(slot) },
    };
  }),
  recovery: { publicKey: bytes(32, 9), sealed: box, signingKey: sealedToKey },
  epochs: [{ id: ids[0] ?? '', createdAt: '2026-03-02T08:00:00.000Z', sealedKeys: {} }],
  ...{ signingRoot: bytes(32, 8), signature: bytes(64, revision), future: { branch } },
});

const anyHeader = fc
  .record({
    revision: fc.integer({ min: 1, max: 4 }),
    generation: fc.integer({ min: 1, max: 99 }),
    changes: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
    salts: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
  })
  // Revisions 3 and later have the second account reset.
  .map(({ revision, generation, changes, salts }) =>
    headerOf(
      revision,
      generation,
      ids.map((_id, at) => ({
        pair: at === 1 && revision >= 3 ? 1 : 0,
        changes: changes[at] ?? 0,
        salt: salts[at] ?? 0,
      })),
    ),
  );

const merged = (a: VaultHeader, b: VaultHeader): VaultHeader => mergeHeaders(a, b).header;
const same = (a: VaultHeader, b: VaultHeader): void => expect(isSameHeader(a, b)).toBe(true);

describe('headers of one vault', () => {
  test('merge to the same in any order, also if one comes again', { timeout: patience }, () => {
    fc.assert(
      fc.property(anyHeader, anyHeader, anyHeader, (a, b, c) => {
        same(merged(a, b), merged(b, a));
        same(merged(merged(a, b), c), merged(a, merged(b, c)));
        same(merged(a, a), a);
        same(merged(merged(a, b), b), merged(a, b));
      }),
      { numRuns: seeds },
    );
  });

  test('keep what administrators signed last whole, and of each passphrase the last one', {
    timeout: patience,
  }, () => {
    fc.assert(
      fc.property(anyHeader, anyHeader, (a, b) => {
        const { header, overruled } = mergeHeaders(a, b);
        expect(overruled).toBeNull();
        const latest = a.revision >= b.revision ? a : b;
        expect(header).toMatchObject({
          revision: latest.revision,
          signature: latest.signature,
          generation: a.generation,
        });
        for (const [at, account] of header.accounts.entries()) {
          const slots = [a, b].flatMap(({ accounts }) => accounts[at] ?? []);
          const own = slots.filter(({ publicKey }) => publicKey === account.publicKey);
          expect(own.map(({ passphraseSlot }) => passphraseSlot)).toContainEqual(account.passphraseSlot);
          expect(account.passphraseSlot.changes ?? 0).toBe(
            Math.max(...own.map(({ passphraseSlot }) => passphraseSlot.changes ?? 0)),
          );
        }
      }),
      { numRuns: seeds },
    );
  });

  test('signed twice for one revision: one is taken whole, the same everywhere, and the other is named', () => {
    const slots = [{ pair: 0, changes: 0, salt: 0 }];
    const [one, other] = [headerOf(2, 5, slots, 1), headerOf(2, 8, slots, 2)];
    const [there, here] = [mergeHeaders(one, other), mergeHeaders(other, one)];
    same(there.header, here.header);
    expect(isSameHeader(there.header, other)).toBe(true);
    expect(there.overruled).toBe(one);
    expect(here.overruled).toBe(one);
  });
});
