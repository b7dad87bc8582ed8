import { beforeEach, describe, expect, test } from 'vitest';
import { lasting, type MadeVault, madeVault, now, record, value } from './made-vault.ts';

const own = { id: '0123456789abcdef', name: 'PC 1, Büro', publicKey: `U${'A'.repeat(55)}` };
const second = { id: 'fedcba9876543210', name: 'PC 2, Empfang', publicKey: `U${'B'.repeat(55)}` };

let made: MadeVault;
beforeEach(async () => {
  made = await madeVault();
  value(await made.vault.addWorkstation(made.session, own, now));
  value(await made.vault.addWorkstation(made.session, second, now));
});

const list = async () => value(await made.vault.workstations(made.session));

describe('workstations of a site', () => {
  test('have names that the header does not show, and keys for certificates', async () => {
    const addedAt = now.toISOString();
    expect(await list()).toEqual([
      { ...own, addedAt, revokedAt: null },
      { ...second, addedAt, revokedAt: null },
    ]);
    expect(made.host.file?.text).not.toContain('Empfang');
    expect(await made.session.proofSigner(second.id)).not.toBeNull();
    const { issuers = [] } = made.session.verifiedHeader();
    expect(issuers.map(({ workstationId }) => workstationId)).toEqual([own.id, second.id]);
  });

  test('get another name, which no other one has, and the key that they have at the server now', async () => {
    value(await made.vault.renameWorkstation(made.session, second.id, 'PC 2, Info'));
    value(await made.vault.addWorkstation(made.session, { ...own, publicKey: `U${'C'.repeat(55)}` }, now));
    expect(await list()).toMatchObject([
      { name: 'PC 1, Büro', publicKey: `U${'C'.repeat(55)}` },
      { name: 'PC 2, Info' },
    ]);
    const taken = { ok: false, error: { code: 'workstation-name' } };
    expect(await made.vault.renameWorkstation(made.session, second.id, ' pc 1, büro')).toEqual(taken);
    expect(await made.vault.renameWorkstation(made.session, 'f'.repeat(16), 'X')).toEqual({
      ok: false,
      error: { code: 'unknown-workstation' },
    });
  });

  test('revoking one begins a new key, strikes off its key for certificates, and is for good', async () => {
    const before = await made.session.seal(record(1));
    value(await made.vault.revokeWorkstation(made.session, second.id, own.id, now));
    expect((await list())[1]).toMatchObject({ id: second.id, revokedAt: now.toISOString() });
    expect((await made.session.seal(record(2))).keyId).not.toBe(before.keyId);
    expect((await made.session.open('participants', before)).ok).toBe(true);
    expect(await made.session.proofSigner(second.id)).toBeNull();
    expect(await made.session.proofSigner(own.id)).not.toBeNull();
    const refused = { ok: false, error: { code: 'workstation-revoked' } };
    expect(await made.vault.addWorkstation(made.session, second, now)).toEqual(refused);
    expect(await made.vault.revokeWorkstation(made.session, second.id, own.id, now)).toEqual(refused);
    // Its name is free again.
    const third = { ...second, id: '1'.repeat(16) };
    expect((await made.vault.addWorkstation(made.session, third, now)).ok).toBe(true);
  });

  test('nobody revokes the one they sit at, nor changes them without being an administrator', async () => {
    expect(await made.vault.revokeWorkstation(made.session, own.id, own.id, now)).toEqual({
      ok: false,
      error: { code: 'own-workstation' },
    });
    const passphrase = 'neun Igel unter der Promenade';
    const person = { id: 'e'.repeat(32), name: 'Bilal Korkmaz', role: 'coordination' as const };
    value(await made.vault.addAccount(made.session, { ...person, ...lasting(passphrase) }));
    const { session } = value(await made.vault.unlock(person.id, passphrase));
    const refused = { ok: false, error: { code: 'not-administrator' } };
    expect(await made.vault.revokeWorkstation(session, second.id, own.id, now)).toEqual(refused);
    expect(await made.vault.addWorkstation(session, { ...second, id: '2'.repeat(16) }, now)).toEqual(refused);
  });
});
