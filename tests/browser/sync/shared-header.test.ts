import { beforeEach, describe, expect, test } from 'vitest';
import { type SharedHeader, shareHeader } from '#renderer/app/sync/shared-header.ts';
import { isSameHeader } from '#renderer/vault/merge-headers.ts';
import { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { ok } from '#shared/domain/result.ts';
import {
  editHeader,
  lasting,
  madeVault,
  now,
  passphrase,
  record,
  value,
} from '#tests/browser/vault/made-vault.ts';
import { type MemoryHost, memoryHost } from '#tests/browser/vault/memory-host.ts';
import { MemoryBucket, type MemoryLine } from '#tests/memory/memory-bucket.ts';

const patience = { timeout: 60_000 };
const otherPassphrase = 'neun Igel unter der Promenade';
const needed = { ok: false, error: { code: 'server-needed' } };
const bilal = { id: 'b'.repeat(32), name: 'Bilal Korkmaz', role: 'reception' as const };

/** A PC of the site with somebody signed in. */
class Pc {
  readonly host: MemoryHost;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly line: MemoryLine;
  shared!: SharedHeader;
  readonly heard: string[] = [];

  constructor(host: MemoryHost, vault: Vault, session: VaultSession, bucket: MemoryBucket) {
    this.host = host;
    this.vault = vault;
    this.session = session;
    this.line = bucket.line(undefined);
  }

  async share(workstationId: string): Promise<this> {
    this.shared = value(
      await shareHeader({
        ...{ vault: this.vault, session: this.session, workstationId },
        keyBegun: () => this.heard.push('key'),
        signedOut: () => this.heard.push('out'),
        overruled: () => this.heard.push('overruled'),
      }),
    );
    this.shared.attach(this.line);
    this.line.watch(0, async ({ entries }) => {
      for (const entry of entries) await this.shared.take(entry);
    });
    return this;
  }

  get header() {
    return this.session.verifiedHeader();
  }
}

let bucket: MemoryBucket;
let first: Pc;
let second: Pc;

const copyOf = (host: MemoryHost): MemoryHost =>
  Object.assign(memoryHost(), { file: host.file, siteSecret: host.siteSecret?.slice() ?? null });

/** Another PC with the same vault; whoever made it is signed in, or somebody else. */
async function another(of: Pc, accountId: string, typed: string): Promise<Pc> {
  const host = copyOf(of.host);
  // A memory host's calls are about itself.
  const own = Object.assign(host, {
    readHeader: async () => ok(host.file),
    loadSiteSecret: async () => ok(host.siteSecret?.slice() ?? null),
  });
  const vault = new Vault(own);
  return new Pc(own, vault, value(await vault.unlock(accountId, typed)).session, bucket);
}

const agreed = () =>
  expect.poll(() => isSameHeader(first.header, second.header), { timeout: 5_000 }).toBe(true);

beforeEach(async () => {
  bucket = new MemoryBucket();
  const { host, vault, session } = await madeVault();
  first = new Pc(host, vault, session, bucket);
  value(await vault.addAccount(session, { ...bilal, ...lasting(otherPassphrase) }));
  second = await another(first, session.signedIn.accountId, passphrase);
});

/** Both connected, with the header on the server. */
async function together(): Promise<void> {
  await first.share('0123456789abcdef');
  await second.share('fedcba9876543210');
  first.line.go('connected');
  await expect.poll(() => bucket.entries.length).toBe(1);
  second.line.go('connected');
}

describe('what administrators change', patience, () => {
  test('is stored on the server first, and is at the other PC with its keys', async () => {
    await together();
    value(await first.vault.rotateEpoch(first.session, now));
    await agreed();
    const row = await first.session.seal(record(1));
    expect((await second.session.open('participants', row)).ok).toBe(true);
    expect((await second.session.seal(record(2))).keyId).toBe(row.keyId);
    expect(second.heard).toEqual(['key']);
    // And the other way round.
    value(await second.vault.disableAccount(second.session, bilal.id, now));
    await agreed();
    expect(first.header.accounts.find(({ id }) => id === bilal.id)?.status).toBe('disabled');
  });

  test('is refused without the server, and changes nothing', async () => {
    await together();
    await agreed();
    const before = first.host.file;
    first.line.go('offline');
    expect(await first.vault.rotateEpoch(first.session, now)).toEqual(needed);
    expect(first.host.file).toBe(before);
    first.shared.attach(null);
    expect(await first.vault.rotateEpoch(first.session, now)).toEqual(needed);
    first.shared.stop();
    // Sync was ended here: as if there were none.
    expect((await first.vault.rotateEpoch(first.session, now)).ok).toBe(true);
  });

  test('both at once: both changes are made, one on top of the other', async () => {
    await together();
    await agreed();
    const workstation = { id: 'fedcba9876543210', name: 'PC 2', publicKey: `U${'B'.repeat(55)}` };
    const both = await Promise.all([
      first.vault.addWorkstation(first.session, workstation, now),
      second.vault.changeRole(second.session, bilal.id, 'coordination'),
    ]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    await agreed();
    expect(first.header.workstations).toHaveLength(1);
    expect(first.header.accounts.find(({ id }) => id === bilal.id)?.role).toBe('coordination');
    expect(first.heard).not.toContain('overruled');
  });

  test('whose answer was lost holds where it was stored, and nowhere where it was not', async () => {
    await together();
    await agreed();
    first.line.nextPublish = 'lose-answer';
    value(await first.vault.changeRole(first.session, bilal.id, 'coordination'));
    first.line.nextPublish = 'lose';
    value(await first.vault.changeRole(first.session, bilal.id, 'course-lead'));
    await agreed();
    expect(second.header.accounts.find(({ id }) => id === bilal.id)?.role).toBe('course-lead');
  });

  test('a PC that stopped before it had written the change down gets it back', async () => {
    await together();
    await agreed();
    const { writeHeader } = first.host;
    first.host.writeHeader = async () => ({ ok: false, error: 'disk.failed' });
    expect((await first.vault.rotateEpoch(first.session, now)).ok).toBe(false);
    first.host.writeHeader = writeHeader;
    first.line.go('offline');
    first.line.go('connected');
    await expect.poll(() => first.header.epochs.length, { timeout: 5_000 }).toBe(2);
    await agreed();
  });
});

describe('passphrases', patience, () => {
  test('changed offline count everywhere once the PC is connected again', async () => {
    await together();
    await agreed();
    const typed = 'ein ganz anderer Satz mit Möwen';
    first.line.go('offline');
    value(await first.vault.changePassphrase(first.session, passphrase, typed));
    value(await second.vault.changeRole(second.session, bilal.id, 'coordination'));
    first.line.go('connected');
    await agreed();
    const { accountId } = second.session.signedIn;
    expect((await second.vault.unlock(accountId, typed)).ok).toBe(true);
    expect((await second.vault.unlock(accountId, passphrase)).ok).toBe(false);
    expect(first.header.accounts.find(({ id }) => id === bilal.id)?.role).toBe('coordination');
  });
});

describe('whoever is signed in', patience, () => {
  test('is let out where their account was disabled elsewhere', async () => {
    const bilals = await another(first, bilal.id, otherPassphrase);
    await first.share('0123456789abcdef');
    first.line.go('connected');
    await expect.poll(() => bucket.entries.length).toBe(1);
    await bilals.share('1'.repeat(16));
    bilals.line.go('connected');
    value(await first.vault.disableAccount(first.session, bilal.id, now));
    await expect.poll(() => bilals.heard, { timeout: 5_000 }).toEqual(['out']);
    expect(await bilals.vault.unlock(bilal.id, otherPassphrase)).toMatchObject({
      error: { code: 'account-disabled' },
    });
  });

  test('learns that this PC was taken out of the site', async () => {
    const workstation = { id: 'fedcba9876543210', name: 'PC 2', publicKey: `U${'B'.repeat(55)}` };
    await together();
    await agreed();
    value(await first.vault.addWorkstation(first.session, workstation, now));
    await agreed();
    expect(second.shared.standing()).toBe('agreed');
    value(await first.vault.revokeWorkstation(first.session, workstation.id, '0123456789abcdef', now));
    await expect.poll(() => second.shared.standing(), { timeout: 5_000 }).toBe('revoked');
  });
});

describe('what lies on the server and is none of ours', patience, () => {
  test('garbage, a header that nobody signed, and an older one are put right', async () => {
    await together();
    await agreed();
    const values = value(await first.vault.siteValues(first.session));
    const onServer = async () => {
      const entry = bucket.get(values.headerName);
      return entry && values.openHeader(entry.value);
    };
    const isOurs = async () => {
      const opened = await onServer();
      return opened?.ok === true && isSameHeader(opened.value, first.header);
    };
    const older = bucket.get(values.headerName)?.value ?? new Uint8Array();
    value(await first.vault.rotateEpoch(first.session, now));
    await agreed();
    const thief = copyOf(first.host);
    editHeader(thief, (json) => {
      json.accounts = json.accounts.map((account) => ({ ...account, role: 'administrator' }));
    });
    const forged = await values.sealHeader(JSON.parse(thief.file?.text ?? ''));
    for (const bytes of [new Uint8Array(), new Uint8Array([2, 7, 7]), new Uint8Array([1]), forged, older]) {
      bucket.put(values.headerName, bytes);
      await expect.poll(isOurs, { timeout: 5_000 }).toBe(true);
    }
    expect(first.header.accounts.find(({ id }) => id === bilal.id)?.role).toBe('reception');
    expect(first.header.epochs).toHaveLength(2);
  });

  test('a header of a newer app is left alone', async () => {
    await together();
    await agreed();
    const values = value(await first.vault.siteValues(first.session));
    const newer = await values.sealHeader({ ...first.header, readableFrom: 2 });
    bucket.put(values.headerName, newer);
    await expect.poll(() => first.shared.standing(), { timeout: 5_000 }).toBe('newer');
    expect(await first.vault.rotateEpoch(first.session, now)).toEqual({
      ok: false,
      error: { code: 'header-too-new' },
    });
    expect(bucket.get(values.headerName)?.value).toEqual(newer);
  });
});

test(
  'two PCs whose accounts were changed before they met agree, say so, and lose no key',
  patience,
  async () => {
    value(await first.vault.rotateEpoch(first.session, now));
    value(await second.vault.disableAccount(second.session, bilal.id, now));
    const rows = [await first.session.seal(record(1)), await second.session.seal(record(2))];
    await together();
    await agreed();
    expect([...first.heard, ...second.heard]).toContain('overruled');
    for (const pc of [first, second]) {
      const { session } = value(await pc.vault.unlock(pc.session.signedIn.accountId, passphrase));
      for (const row of rows) expect((await session.open('participants', row)).ok).toBe(true);
    }
  },
);

test('somebody who is no administrator takes nothing that would lose keys', patience, async () => {
  const bilals = await another(first, bilal.id, otherPassphrase);
  value(await first.vault.rotateEpoch(first.session, now));
  value(await second.vault.rotateEpoch(second.session, now));
  await first.share('0123456789abcdef');
  first.line.go('connected');
  await expect.poll(() => bucket.entries.length).toBe(1);
  // Bilal sits at the second PC, with its header.
  bilals.host.file = second.host.file;
  const { session } = value(await bilals.vault.unlock(bilal.id, otherPassphrase));
  const there = await new Pc(bilals.host, bilals.vault, session, bucket).share('fedcba9876543210');
  const before = there.host.file;
  there.line.go('connected');
  await expect.poll(() => there.shared.standing(), { timeout: 5_000 }).toBe('differs');
  expect(there.host.file).toBe(before);
  expect(bucket.sequence).toBe(1);
});
