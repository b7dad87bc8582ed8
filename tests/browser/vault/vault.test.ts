import { beforeEach, describe, expect, test } from 'vitest';
import { parseHeader, serialiseHeader } from '#renderer/vault/header.ts';
import { changeSigned } from '#renderer/vault/signing-authority.ts';
import { Vault } from '#renderer/vault/vault.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import {
  administratorName,
  editHeader,
  first,
  lasting,
  type MadeVault,
  madeVault,
  now,
  passphrase,
  record,
  value,
} from './made-vault.ts';
import { memoryHost } from './memory-host.ts';

const secondPassphrase = 'neun Igel unter der Promenade';
const setup = { administratorName, passphrase, workstationId: '0123456789abcdef', now };

let made: MadeVault;
let administrator: string;
beforeEach(async () => {
  made = await madeVault();
  administrator = made.session.signedIn.accountId;
});

/** Adds a person and gives their account id. */
async function add(name: string, role: Role): Promise<string> {
  value(await made.vault.addAccount(made.session, { name, role, ...lasting(secondPassphrase) }));
  const screen = value(await made.vault.lockScreen());
  const account = screen.state === 'locked' ? screen.accounts.find((one) => one.name === name) : undefined;
  if (!account) throw new Error('The account is not on the lock screen.');
  return account.id;
}

const opens = async (session: MadeVault['session'], row: SealedRow): Promise<boolean> =>
  (await session.open('participants', row)).ok;

describe('first set-up', () => {
  test('writes nothing before the recovery code was typed back', async () => {
    const host = memoryHost();
    const vault = new Vault(host);
    const pending = value(await vault.create(setup));
    expect(host.writes).toBe(0);
    expect(await pending.confirmRecoveryCode('1234')).toMatchObject({
      error: { code: 'recovery-code-mistyped' },
    });
    expect(await pending.confirmRecoveryCode(made.recoveryCode)).toMatchObject({
      error: { code: 'recovery-code-wrong' },
    });
    expect(host.writes).toBe(0);
    const typed = pending.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const session = value(await pending.confirmRecoveryCode(typed));
    expect(session.signedIn).toMatchObject({ name: administratorName, role: 'administrator' });
    expect(value(await vault.lockScreen())).toMatchObject({ state: 'locked', facilityName: null });
  });

  test('is refused where there is a vault, and when the keystore does not work', async () => {
    expect(await made.vault.create(setup)).toEqual({ ok: false, error: { code: 'vault-exists' } });
    const host = memoryHost();
    host.keystoreWorks = false;
    const pending = value(await new Vault(host).create(setup));
    expect(await pending.confirmRecoveryCode(pending.recoveryCode)).toEqual({
      ok: false,
      error: { code: 'host', hostCode: 'keystore.unavailable' },
    });
    expect(host.file).toBeNull();
    host.keystoreWorks = true;
    expect((await pending.confirmRecoveryCode(pending.recoveryCode)).ok).toBe(true);
  });

  test('the header shows no name', () => {
    const text = made.host.file?.text ?? '';
    expect(text).not.toContain('Annegret');
    expect(text).not.toContain('Münster');
    expect(parseHeader(text).ok).toBe(true);
  });
});

describe('the lock screen', () => {
  test('lists names with the site secret and none without', async () => {
    await add('Bilal Korkmaz', 'reception');
    expect(value(await made.vault.lockScreen())).toMatchObject({
      state: 'locked',
      facilityName: 'ZUE Münster',
      accounts: [
        { name: administratorName, role: 'administrator' },
        { name: 'Bilal Korkmaz', role: 'reception' },
      ],
      waitMs: 0,
    });
    made.host.siteSecret = null;
    expect(value(await made.vault.lockScreen())).toEqual({ state: 'needs-recovery' });
    made.host.siteSecret = new Uint8Array(32);
    expect(value(await made.vault.lockScreen())).toEqual({ state: 'needs-recovery' });
    expect(value(await new Vault(memoryHost()).lockScreen())).toEqual({ state: 'no-vault' });
  });
});

describe('unlocking', () => {
  test('opens old rows and says how long it took', async () => {
    const row = await made.session.seal(record(1));
    made.session.lock();
    const { session, timings } = value(await made.vault.unlock(administrator, passphrase));
    expect(session.signedIn).toEqual({
      accountId: administrator,
      name: administratorName,
      role: 'administrator',
    });
    expect(await opens(session, row)).toBe(true);
    expect(timings.argon2Ms).toBeGreaterThan(10);
    expect(made.host.failures).toBe(0);
  });

  test('the same letters in decomposed form are the same passphrase', async () => {
    expect((await made.vault.unlock(administrator, passphrase.normalize('NFD'))).ok).toBe(true);
  });

  test('a wrong passphrase is counted and says how long to wait', async () => {
    const wrong = { ok: false, error: { code: 'wrong-passphrase', failures: 1, waitMs: 1000 } };
    expect(await made.vault.unlock(administrator, 'Sieben Störche')).toEqual(wrong);
    made.host.waitMs = 700;
    expect(await made.vault.unlock(administrator, passphrase)).toEqual({
      ok: false,
      error: { code: 'wait', waitMs: 700 },
    });
  });

  test('without the site secret the right passphrase is not enough', async () => {
    made.host.siteSecret = null;
    expect(await made.vault.unlock(administrator, passphrase)).toEqual({
      ok: false,
      error: { code: 'needs-recovery' },
    });
    made.host.siteSecret = crypto.getRandomValues(new Uint8Array(32));
    expect(await made.vault.unlock(administrator, passphrase)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
  });

  test('an unknown account', async () => {
    expect(await made.vault.unlock('0'.repeat(32), passphrase)).toEqual({
      ok: false,
      error: { code: 'unknown-account' },
    });
  });
});

describe('a header changed by hand', () => {
  const otherKey = btoa(String.fromCharCode(...new Uint8Array(32).fill(9)));
  const edits: readonly [string, Parameters<typeof editHeader>[1]][] = [
    ['another role', (json) => Object.assign(first(json.accounts), { role: 'coordination' })],
    ['a swapped public key', (json) => Object.assign(first(json.accounts), { publicKey: otherKey })],
    ['a swapped signing root', (json) => Object.assign(json, { signingRoot: otherKey })],
    ['a swapped recovery key', (json) => Object.assign(json.recovery, { publicKey: otherKey })],
    ['another epoch', (json) => Object.assign(first(json.epochs), { id: '0'.repeat(32) })],
    ['a field put in', (json) => Object.assign(json, { allowAll: true })],
  ];
  test.each(edits)('%s is noticed at unlock', async (_name, edit) => {
    editHeader(made.host, edit);
    expect(await made.vault.unlock(administrator, passphrase)).toEqual({
      ok: false,
      error: { code: 'header-altered' },
    });
    expect(await made.vault.recoverWithCode(made.recoveryCode)).toMatchObject({ ok: false });
    expect(await made.vault.rotateEpoch(made.session, now)).toEqual({
      ok: false,
      error: { code: 'header-altered' },
    });
  });

  test('a role raised to administrator is noticed by the one who raised it, too', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    editHeader(made.host, (json) => {
      for (const account of json.accounts) account.role = 'administrator';
    });
    expect(await made.vault.unlock(person, secondPassphrase)).toEqual({
      ok: false,
      error: { code: 'header-altered' },
    });
  });

  test('a disabled account set active again is noticed', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    value(await made.vault.disableAccount(made.session, person, now));
    expect(await made.vault.unlock(person, secondPassphrase)).toEqual({
      ok: false,
      error: { code: 'account-disabled' },
    });
    const screen = value(await made.vault.lockScreen());
    expect(screen.state === 'locked' && screen.accounts.some(({ id }) => id === person)).toBe(false);
    editHeader(made.host, (json) => {
      for (const account of json.accounts) account.status = 'active';
    });
    expect(await made.vault.unlock(person, secondPassphrase)).toEqual({
      ok: false,
      error: { code: 'header-altered' },
    });
  });

  test('an older header does not replace a newer one in a running session', async () => {
    const older = made.host.file;
    await add('Bilal Korkmaz', 'reception');
    made.host.file = older;
    expect(await made.vault.rotateEpoch(made.session, now)).toEqual({
      ok: false,
      error: { code: 'header-altered' },
    });
  });

  test('damage, a wrong generation and a newer format have their own answers', async () => {
    const good = made.host.file;
    if (!good) throw new Error('There is no header.');
    made.host.file = { ...good, text: good.text.slice(1) };
    expect(await made.vault.lockScreen()).toEqual({ ok: false, error: { code: 'header-damaged' } });
    made.host.file = { ...good, generation: 7 };
    expect(await made.vault.lockScreen()).toEqual({ ok: false, error: { code: 'header-damaged' } });
    made.host.file = good;
    editHeader(made.host, (json) => Object.assign(json, { readableFrom: 2 }));
    expect(await made.vault.lockScreen()).toEqual({ ok: false, error: { code: 'header-too-new' } });
  });
});

describe('a header of a newer version', () => {
  test('verifies, and keeps what this version does not know through a change', async () => {
    const present = value(parseHeader(made.host.file?.text ?? ''));
    const newer = value(
      await changeSigned(present, made.session.keyHolder(), async () =>
        ok({
          ...present,
          version: 2,
          kiosk: { slots: [1] },
          accounts: present.accounts.map((account) => ({ ...account, badge: 'x' })),
        }),
      ),
    );
    value(await made.host.writeHeader({ generation: newer.generation, text: serialiseHeader(newer) }));
    const { session } = value(await made.vault.unlock(administrator, passphrase));
    value(await made.vault.rotateEpoch(session, now));
    value(await made.vault.changePassphrase(session, passphrase, secondPassphrase));
    expect(JSON.parse(made.host.file?.text ?? '')).toMatchObject({
      version: 2,
      kiosk: { slots: [1] },
      accounts: [{ badge: 'x' }],
    });
    expect((await made.vault.unlock(administrator, secondPassphrase)).ok).toBe(true);
  });
});

describe('accounts', () => {
  test('staff open the same rows, and only administrators change accounts', async () => {
    const row = await made.session.seal(record(1));
    const person = await add('Bilal Korkmaz', 'reception');
    const { session } = value(await made.vault.unlock(person, secondPassphrase));
    expect(session.signedIn).toMatchObject({ name: 'Bilal Korkmaz', role: 'reception' });
    expect(await opens(session, row)).toBe(true);
    const newcomer = { name: 'X', role: 'administrator', ...lasting(passphrase) } as const;
    for (const refused of [
      await made.vault.addAccount(session, newcomer),
      await made.vault.disableAccount(session, administrator, now),
      await made.vault.resetPassphrase(session, administrator, lasting('x')),
      await made.vault.changeRole(session, administrator, 'reception'),
      await made.vault.rotateEpoch(session, now),
    ]) {
      expect(refused).toEqual({ ok: false, error: { code: 'not-administrator' } });
    }
  });

  test('a second administrator can do the same without the first', async () => {
    const second = await add('Bilal Korkmaz', 'administrator');
    const { session } = value(await made.vault.unlock(second, secondPassphrase));
    value(await made.vault.rotateEpoch(session, now));
    value(await made.vault.resetPassphrase(session, administrator, lasting('ganz neue Worte am Aasee')));
    expect(await made.vault.unlock(administrator, passphrase)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    made.host.failures = 0;
    const again = value(await made.vault.unlock(administrator, 'ganz neue Worte am Aasee'));
    value(await made.vault.disableAccount(again.session, second, now));
    expect(await made.vault.disableAccount(again.session, administrator, now)).toEqual({
      ok: false,
      error: { code: 'own-account' },
    });
  });

  test('everyone changes their own passphrase, and only with the old one', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    const { session } = value(await made.vault.unlock(person, secondPassphrase));
    const generation = made.host.file?.generation ?? 0;
    const changed = 'zwölf Bäume am Zwinger';
    expect(await made.vault.changePassphrase(session, 'falsch', changed)).toMatchObject({
      error: { code: 'wrong-passphrase', failures: 1 },
    });
    value(await made.vault.changePassphrase(session, secondPassphrase, changed));
    expect(made.host.file?.generation).toBe(generation + 1);
    expect(made.host.failures).toBe(0);
    expect((await made.vault.unlock(person, changed)).ok).toBe(true);
    expect(await made.vault.unlock(person, secondPassphrase)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
  });
});

describe('epochs', () => {
  test('after a rotation old rows open and new ones come under the new epoch', async () => {
    const old = await made.session.seal(record(1));
    const many = await made.session.sealAll(Array.from({ length: 500 }, (_, at) => record(at)));
    const digest = made.session.digest('participants', 'a', '1');
    value(await made.vault.rotateEpoch(made.session, now));
    const fresh = await made.session.sealAll(Array.from({ length: 500 }, (_, at) => record(at)));
    expect(first(fresh).keyId).not.toBe(old.keyId);
    const opened = await made.session.openAll('participants', [old, ...many, ...fresh]);
    expect(opened.every(({ ok }) => ok)).toBe(true);
    expect(made.session.digest('participants', 'a', '1')).toBe(digest);
    const { session } = value(await made.vault.unlock(administrator, passphrase));
    expect(await opens(session, old)).toBe(true);
    expect(await opens(session, first(fresh))).toBe(true);
    expect(session.digest('participants', 'a', '1')).toBe(digest);
  });

  test('a disabled account has no key of any epoch, and is not given the next', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    const { session } = value(await made.vault.unlock(person, secondPassphrase));
    value(await made.vault.disableAccount(made.session, person, now));
    // Disabling has begun an epoch of its own.
    expect(await session.open('participants', await made.session.seal(record(0)))).toMatchObject({
      error: 'foreign-key',
    });
    value(await made.vault.rotateEpoch(made.session, now));
    const header = value(parseHeader(made.host.file?.text ?? ''));
    expect(header.epochs.map(({ sealedKeys }) => Object.keys(sealedKeys).sort())).toEqual([
      [administrator, 'recovery'].sort(),
      [administrator, 'recovery'].sort(),
      [administrator, 'recovery'].sort(),
    ]);
    const row = await made.session.seal(record(1));
    expect(await session.open('participants', row)).toEqual({ ok: false, error: 'foreign-key' });
  });
});

describe('a temporary passphrase', () => {
  const temporary = 'acde-fghj-kmnr';
  const chosen = 'elf Lampen vor dem Dom';
  const given = { passphrase: temporary, temporary: true };

  test('opens nothing before its owner has chosen another, and then is dead', async () => {
    const person = { id: 'c'.repeat(32), name: 'Bilal Korkmaz', role: 'course-lead' as const };
    value(await made.vault.addAccount(made.session, { ...person, ...given }));
    expect(await made.vault.unlock(person.id, temporary)).toEqual({
      ok: false,
      error: { code: 'temporary-passphrase' },
    });
    // It was right: nobody has to wait.
    expect(made.host.failures).toBe(0);
    const writes = made.host.writes;
    expect(await made.vault.chooseFirstPassphrase(person.id, temporary, 'passwort1234')).toEqual({
      ok: false,
      error: { code: 'weak-passphrase' },
    });
    expect(await made.vault.chooseFirstPassphrase(person.id, 'falsch', chosen)).toMatchObject({
      error: { code: 'wrong-passphrase', failures: 1 },
    });
    expect(made.host.writes).toBe(writes);
    made.host.failures = 0;
    const { session } = value(await made.vault.chooseFirstPassphrase(person.id, temporary, chosen));
    expect(session.signedIn).toMatchObject({ name: person.name, role: 'course-lead' });
    expect(await made.vault.unlock(person.id, temporary)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    made.host.failures = 0;
    expect((await made.vault.unlock(person.id, chosen)).ok).toBe(true);
  });

  test('does not become a lasting one by changing it to itself', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    const strong = 'dreizehn Boote auf der Ems';
    value(await made.vault.resetPassphrase(made.session, person, { passphrase: strong, temporary: true }));
    expect(await made.vault.chooseFirstPassphrase(person, strong, strong)).toEqual({
      ok: false,
      error: { code: 'same-passphrase' },
    });
    expect(await made.vault.unlock(person, strong)).toMatchObject({
      error: { code: 'temporary-passphrase' },
    });
  });

  test('a wrong one that is typed as the new one too counts as wrong', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    value(await made.vault.resetPassphrase(made.session, person, given));
    made.host.failures = 4;
    expect(await made.vault.chooseFirstPassphrase(person, chosen, chosen)).toMatchObject({
      error: { code: 'wrong-passphrase', failures: 5 },
    });
    expect(made.host.failures).toBe(5);
  });

  test('opens a disabled account again, with what was sealed meanwhile', async () => {
    const person = await add('Bilal Korkmaz', 'coordination');
    value(await made.vault.disableAccount(made.session, person, now));
    const row = await made.session.seal(record(1));
    value(await made.vault.resetPassphrase(made.session, person, given));
    const { session } = value(await made.vault.chooseFirstPassphrase(person, temporary, chosen));
    expect(session.signedIn.role).toBe('coordination');
    expect(await opens(session, row)).toBe(true);
  });
});

describe('a role', () => {
  test('brings its keys and takes them along', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    const unlocked = async () => value(await made.vault.unlock(person, secondPassphrase)).session;
    value(await made.vault.changeRole(made.session, person, 'administrator'));
    const promoted = await unlocked();
    expect(promoted.signedIn.role).toBe('administrator');
    value(await made.vault.rotateEpoch(promoted, now));
    value(await made.vault.changeRole(made.session, person, 'course-lead'));
    const header = value(parseHeader(made.host.file?.text ?? ''));
    expect(header.accounts.find(({ id }) => id === person)?.signingKey).toBeUndefined();
    expect(header.issuers?.some(({ sealedKeys }) => person in sealedKeys)).toBe(false);
    const demoted = await unlocked();
    expect(demoted.signedIn.role).toBe('course-lead');
    expect(await made.vault.rotateEpoch(demoted, now)).toEqual({
      ok: false,
      error: { code: 'not-administrator' },
    });
  });

  test('is not changed by oneself, nor of a disabled account', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    value(await made.vault.disableAccount(made.session, person, now));
    const change = (id: string) => made.vault.changeRole(made.session, id, 'coordination');
    expect(await change(administrator)).toEqual({ ok: false, error: { code: 'own-account' } });
    expect(await change(person)).toEqual({ ok: false, error: { code: 'account-disabled' } });
    expect(value(await made.vault.accounts(made.session))).toMatchObject([
      { name: administratorName, role: 'administrator', status: 'active' },
      { name: 'Bilal Korkmaz', role: 'reception', status: 'disabled' },
    ]);
  });
});

test('a weak passphrase is refused wherever one is set, whatever a screen lets through', async () => {
  const weak = { ok: false, error: { code: 'weak-passphrase' } };
  const name = 'Annegret';
  expect(await new Vault(memoryHost()).create({ ...setup, passphrase: 'Annegret Özdemir' })).toEqual(weak);
  expect(await made.vault.changePassphrase(made.session, passphrase, `${name}1234`)).toEqual(weak);
  const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
  expect(await recovered.setPassphrase(administrator, 'kurz')).toEqual(weak);
  expect((await made.vault.unlock(administrator, passphrase)).ok).toBe(true);
});

describe('recovery', () => {
  test('the code opens the vault, an administrator gets a new passphrase, and everything is there', async () => {
    const row = await made.session.seal(record(1));
    value(await made.vault.rotateEpoch(made.session, now));
    made.session.lock();
    made.host.siteSecret = null;
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode.replaceAll('-', '')));
    expect(recovered.accounts).toEqual([
      { id: administrator, name: administratorName, role: 'administrator' },
    ]);
    const { session } = value(await recovered.setPassphrase(administrator, secondPassphrase));
    expect(await opens(session, row)).toBe(true);
    expect(made.host.siteSecret).toHaveLength(32);
    expect(await made.vault.unlock(administrator, passphrase)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    value(await made.vault.rotateEpoch(session, now));
    expect((await made.vault.recoverWithCode(made.recoveryCode)).ok).toBe(true);
  });

  test('wrong passphrases before it do not hold it up', async () => {
    made.host.waitMs = 60_000;
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
    expect((await recovered.setPassphrase(administrator, secondPassphrase)).ok).toBe(true);
  });

  test('it can be repeated where the last step failed', async () => {
    const siteSecret = made.host.siteSecret;
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
    const { throttleAttempt } = made.host;
    made.host.throttleAttempt = async () => err('ipc.failed');
    expect((await recovered.setPassphrase(administrator, secondPassphrase)).ok).toBe(false);
    made.host.throttleAttempt = throttleAttempt;
    expect((await recovered.setPassphrase(administrator, secondPassphrase)).ok).toBe(true);
    expect(made.host.siteSecret).toEqual(siteSecret);
  });

  test('a new code takes the old one’s place once it was typed back, and opens what is written since', async () => {
    const older = value(parseHeader(made.host.file?.text ?? ''));
    const pending = made.vault.renewRecovery(made.session, now);
    expect(pending.check('0000')).toEqual({ ok: false, error: { code: 'recovery-code-mistyped' } });
    expect(await pending.confirm(made.recoveryCode)).toEqual({
      ok: false,
      error: { code: 'recovery-code-wrong' },
    });
    // Until then the old one holds.
    expect((await made.vault.recoverWithCode(made.recoveryCode)).ok).toBe(true);
    value(await pending.confirm(pending.recoveryCode));
    const row = await made.session.seal(record(1));
    expect(older.epochs.some(({ id }) => id === row.keyId)).toBe(false);
    expect(await made.vault.recoverWithCode(made.recoveryCode)).toEqual({
      ok: false,
      error: { code: 'recovery-code-wrong' },
    });
    made.host.siteSecret = null;
    const recovered = value(await made.vault.recoverWithCode(pending.recoveryCode));
    const { session } = value(await recovered.setPassphrase(administrator, secondPassphrase));
    expect(await opens(session, row)).toBe(true);
    expect(await session.proofSigner('0123456789abcdef')).not.toBeNull();
  });

  test('only administrators replace the code', async () => {
    const person = await add('Bilal Korkmaz', 'coordination');
    const { session } = value(await made.vault.unlock(person, secondPassphrase));
    const pending = made.vault.renewRecovery(session, now);
    expect(await pending.confirm(pending.recoveryCode)).toEqual({
      ok: false,
      error: { code: 'not-administrator' },
    });
    expect((await made.vault.recoverWithCode(made.recoveryCode)).ok).toBe(true);
  });

  test('it can give back the site secret alone', async () => {
    made.host.siteSecret = null;
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
    value(await recovered.restoreSiteSecret());
    expect((await made.vault.unlock(administrator, passphrase)).ok).toBe(true);
  });

  test('a mistyped, a foreign code and an account that is no administrator are refused', async () => {
    const person = await add('Bilal Korkmaz', 'reception');
    expect(await made.vault.recoverWithCode(`${made.recoveryCode}0`)).toEqual({
      ok: false,
      error: { code: 'recovery-code-mistyped' },
    });
    const other = await madeVault();
    expect(await made.vault.recoverWithCode(other.recoveryCode)).toEqual({
      ok: false,
      error: { code: 'recovery-code-wrong' },
    });
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
    expect(await recovered.setPassphrase(person, 'x')).toEqual({
      ok: false,
      error: { code: 'not-administrator' },
    });
  });
});
