import { beforeEach, describe, expect, test } from 'vitest';
import { isJoinFile } from '#renderer/vault/join-file.ts';
import { Vault } from '#renderer/vault/vault.ts';
import { type MadeVault, madeVault, now, passphrase, value } from './made-vault.ts';
import { type MemoryHost, memoryHost } from './memory-host.ts';

const address = '{"format":1,"servers":["tls://sync.example.org:4222"],"bucket":"muenster"}';
const pc = { workstationId: 'fedcba9876543210', publicKey: `U${'B'.repeat(55)}` };
const hour = 3_600_000;
const later = (ms: number): Date => new Date(now.getTime() + ms);

let made: MadeVault;
let host: MemoryHost;
let vault: Vault;
beforeEach(async () => {
  made = await madeVault();
  host = memoryHost();
  vault = new Vault(host);
});

const invitation = async () => value(await made.vault.invite(made.session, address, now));

describe('a join file', () => {
  test('with its code opens at another PC, and leaves nothing there', async () => {
    const { text, code, goodUntil } = await invitation();
    expect(text.startsWith('{"format":"wegmarke-')).toBe(true);
    expect(isJoinFile(text)).toBe(true);
    expect(goodUntil).toBe(now.getTime() + 24 * hour);
    for (const secret of ['sync.example.org', 'Münster', made.session.verifiedHeader().facilityId, code])
      expect(text).not.toContain(secret);
    const joining = value(await vault.beginJoin(text, code.toLowerCase(), later(hour)));
    expect(joining).toMatchObject({ facilityName: 'ZUE Münster', addressFile: address });
    const values = value(await made.vault.siteValues(made.session));
    expect(joining.values.headerName).toBe(values.headerName);
    const digits = await joining.fingerprint(pc);
    expect(digits).toEqual(await made.vault.fingerprint(made.session, pc));
    expect(digits.join(' ')).toMatch(/^\d{4}( \d{4}){4}$/);
    const others = [
      { ...pc, workstationId: '0'.repeat(16) },
      { ...pc, publicKey: `U${'C'.repeat(55)}` },
    ];
    for (const other of others) expect(await joining.fingerprint(other)).not.toEqual(digits);
    expect(host.writes).toBe(0);
  });

  test('does not open with another code, mistyped, expired, from the future, altered, or where there is a vault', async () => {
    const { text, code } = await invitation();
    const { code: other } = await invitation();
    const begun = async (file: string, typed: string, at: Date, by = vault) => {
      const answer = await by.beginJoin(file, typed, at);
      return answer.ok ? 'opened' : answer.error.code;
    };
    expect(await begun(text, other, now)).toBe('join-code-wrong');
    expect(await begun(text, code.slice(1), now)).toBe('join-code-mistyped');
    expect(await begun(text, code, later(24 * hour + 1))).toBe('join-file-expired');
    expect(await begun(text, code, later(-2 * hour))).toBe('join-file-expired');
    expect(await begun(text, code, later(-hour / 2))).toBe('opened');
    expect(await begun('{}', code, now)).toBe('join-file-unreadable');
    const json = JSON.parse(text);
    json.kdf.memoryKiB = 1024;
    expect(await begun(JSON.stringify(json), code, now)).toBe('join-file-unreadable');
    expect(await begun(text, code, now, made.vault)).toBe('vault-exists');
    expect(host.writes).toBe(0);
  });

  test('only administrators make one', async () => {
    const person = { id: 'e'.repeat(32), name: 'Bilal Korkmaz', role: 'coordination' as const };
    const typed = 'neun Igel unter der Promenade';
    value(await made.vault.addAccount(made.session, { ...person, passphrase: typed, temporary: false }));
    const { session } = value(await made.vault.unlock(person.id, typed));
    expect(await made.vault.invite(session, address, now)).toEqual({
      ok: false,
      error: { code: 'not-administrator' },
    });
  });
});

describe('a PC that joins', () => {
  test('is in once an administrator has taken this very PC in, and accounts sign in there', async () => {
    const { text, code } = await invitation();
    const joining = value(await vault.beginJoin(text, code, now));
    const header = () => made.session.verifiedHeader();
    expect(value(await joining.take(header(), pc))).toBe('waiting');
    const workstation = { id: pc.workstationId, publicKey: pc.publicKey, name: 'PC 2, Empfang' };
    const substituted = { ...workstation, publicKey: `U${'C'.repeat(55)}` };
    value(await made.vault.addWorkstation(made.session, substituted, now));
    expect(value(await joining.take(header(), pc))).toBe('waiting');
    expect(host.writes).toBe(0);
    value(await made.vault.addWorkstation(made.session, workstation, now));
    expect(await joining.take({ ...header(), revision: 99 }, pc)).toMatchObject({
      error: { code: 'header-altered' },
    });
    host.keystoreWorks = false;
    expect((await joining.take(header(), pc)).ok).toBe(false);
    expect(host.writes).toBe(0);
    host.keystoreWorks = true;
    expect(value(await joining.take(header(), pc))).toBe('joined');
    expect(value(await vault.lockScreen())).toMatchObject({ state: 'locked', facilityName: 'ZUE Münster' });
    const { accountId } = made.session.signedIn;
    const { session } = value(await vault.unlock(accountId, passphrase));
    expect(await session.proofSigner(pc.workstationId)).not.toBeNull();
  });

  test('a header of another site is not taken, whatever stands in it', async () => {
    const { text, code } = await invitation();
    const joining = value(await vault.beginJoin(text, code, now));
    const other = await madeVault();
    const workstation = { id: pc.workstationId, publicKey: pc.publicKey, name: 'PC 2' };
    value(await other.vault.addWorkstation(other.session, workstation, now));
    expect(await joining.take(other.session.verifiedHeader(), pc)).toMatchObject({
      error: { code: 'header-altered' },
    });
    joining.discard();
    expect(host.writes).toBe(0);
  });
});
