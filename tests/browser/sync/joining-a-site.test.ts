import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinPort } from '#renderer/app/joining/join-port.ts';
import type { SyncHost } from '#renderer/app/sync/host-transport.ts';
import { type SharedHeader, shareHeader } from '#renderer/app/sync/shared-header.ts';
import { staffWorkstations } from '#renderer/app/workstations/staff-workstations.ts';
import { Vault } from '#renderer/vault/vault.ts';
import { ok } from '#shared/domain/result.ts';
import type { PendingJoin } from '#shared/ports/joining.ts';
import type { WorkstationsPort } from '#shared/ports/workstations.ts';
import { type MadeVault, madeVault, passphrase, record, value } from '#tests/browser/vault/made-vault.ts';
import { type MemoryHost, memoryHost } from '#tests/browser/vault/memory-host.ts';
import { MemoryBucket, type MemoryLine } from '#tests/memory/memory-bucket.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const patience = { timeout: 60_000 };
const soon = { timeout: 10_000 };
const address = '{"format":1,"servers":["tls://sync.example.org:4222"],"bucket":"muenster"}';
const ownId = '0123456789abcdef';
const joiningId = 'fedcba9876543210';
const now = new Date('2026-03-02T08:00:00Z');

/** Main's part of sync over a bucket. Lines are offline until a test connects them. */
class MemorySyncHost implements SyncHost {
  readonly #bucket: MemoryBucket;
  readonly #publicKey: string;
  address: string | null = null;
  line: MemoryLine | undefined;

  constructor(bucket: MemoryBucket, publicKey: string) {
    this.#bucket = bucket;
    this.#publicKey = publicKey;
  }

  readonly configuration = async () => ok(this.address === null ? null : this.#configured());
  readonly configure = async (addressFile: string) => {
    this.address = addressFile;
    return ok(this.#configured());
  };
  readonly addressFile = async () => ok(this.address);
  readonly forget = async () => {
    this.address = null;
    return ok(undefined);
  };
  readonly open = async () => {
    this.line = this.#bucket.line(undefined);
    return ok(this.line);
  };
  readonly #configured = () => ({
    servers: ['tls://sync.example.org:4222'],
    bucket: 'muenster',
    publicKey: this.#publicKey,
  });
}

let bucket: MemoryBucket;
let made: MadeVault;
let shared: SharedHeader;
let workstations: WorkstationsPort;
let services: ReturnType<typeof memoryServices>;
const saved: Uint8Array[] = [];
let serverAhead = 0;

/** The PC that is there already, with a server. */
beforeEach(async () => {
  serverAhead = 0;
  bucket = new MemoryBucket(() => Date.now() + serverAhead);
  made = await madeVault();
  const sync = new MemorySyncHost(bucket, `U${'A'.repeat(55)}`);
  await sync.configure(address);
  shared = value(
    await shareHeader({
      ...{ vault: made.vault, session: made.session, workstationId: ownId },
      keyBegun: () => undefined,
      signedOut: () => undefined,
      overruled: () => undefined,
    }),
  );
  services = memoryServices();
  saved.length = 0;
  workstations = staffWorkstations({
    ...{ vault: made.vault, session: made.session, commands: services.commands, host: sync },
    sync: { header: () => shared, subscribe: () => () => undefined },
    documents: {
      save: async (_kind, _format, bytes) => {
        saved.push(bytes);
        return ok(true);
      },
    },
    ...{ workstationId: ownId, now: () => now, keyBegun: () => undefined },
  });
  const line = value(await sync.open());
  line.go('connected');
  shared.attach(line);
  await shared.agree();
  line.watch(0, async ({ entries }) => {
    for (const entry of entries) await shared.take(entry);
  });
  value(await workstations.enter('PC 1, Büro'));
});

/** A PC without data. */
class Newcomer {
  readonly host: MemoryHost = memoryHost();
  readonly vault = new Vault(this.host);
  readonly sync: MemorySyncHost;
  joined = 0;

  constructor(publicKey = `U${'B'.repeat(55)}`) {
    this.sync = new MemorySyncHost(bucket, publicKey);
  }

  readonly port = () =>
    joinPort({
      ...{ vault: this.vault, sync: this.sync, workstationId: () => joiningId, now: () => now, pause: 20 },
      joined: () => {
        this.joined += 1;
      },
    });

  async begin(file: string, code: string, name = 'PC 2'): Promise<PendingJoin> {
    pending = value(await this.port().begin(file, code, name));
    return pending;
  }
}

let pending: PendingJoin | undefined;
afterEach(() => pending?.cancel());

async function invited(): Promise<{ readonly file: string; readonly code: string }> {
  const invitation = value(await workstations.invite());
  value(await invitation.save());
  return { file: new TextDecoder().decode(saved.at(-1)), code: invitation.code };
}

const nameOf = (id: string) => workstations.list().find((one) => one.id === id)?.name;

const asked = async () => {
  await expect.poll(() => workstations.asking().length, soon).toBe(1);
  const [one] = workstations.asking();
  if (!one) throw new Error('Nobody asks.');
  return one;
};

describe('a PC that joins a site', patience, () => {
  test('asks, is compared and taken in, and staff sign in there', async () => {
    const { file, code } = await invited();
    const newcomer = new Newcomer();
    const join = await newcomer.begin(file, code, ' PC 2, Empfang ');
    expect(join).toMatchObject({ facilityName: 'ZUE Münster', publicKey: `U${'B'.repeat(55)}` });
    expect(join.current()).toEqual({ kind: 'connecting' });
    newcomer.sync.line?.go('refused');
    await expect.poll(() => join.current().kind, soon).toBe('refused');
    newcomer.sync.line?.go('connected');
    await expect.poll(() => join.current().kind, soon).toBe('asking');
    const one = await asked();
    expect(one).toMatchObject({ workstationId: joiningId, name: 'PC 2, Empfang' });
    expect(one.fingerprint).toEqual(join.fingerprint);
    expect(newcomer.host.writes).toBe(0);

    serverAhead = 3_600_000;
    value(await workstations.approve(one, 'PC 2, Info'));
    await expect.poll(() => newcomer.joined, soon).toBe(1);
    expect(join.current()).toEqual({ kind: 'joined' });
    await expect.poll(() => workstations.asking().length, soon).toBe(0);
    expect(nameOf(joiningId)).toBe('PC 2, Info');
    const added = Date.parse(workstations.list().find(({ id }) => id === joiningId)?.addedAt ?? '');
    expect(Math.abs(added - now.getTime() - serverAhead)).toBeLessThan(60_000);
    expect(newcomer.sync.address).toBe(address);
    const { accountId } = made.session.signedIn;
    const { session } = value(await newcomer.vault.unlock(accountId, passphrase));
    expect((await session.open('participants', await made.session.seal(record(1)))).ok).toBe(true);
    expect(session.verifiedHeader().workstations).toHaveLength(2);
    const notes = services.audit.lines.map(({ entry }) => entry.command);
    expect(notes).toEqual(['workstation.add', 'workstation.invite', 'workstation.add']);
  });

  test('goes away without a trace where somebody gives up, and is not asked about any more', async () => {
    const { file, code } = await invited();
    const newcomer = new Newcomer();
    const join = await newcomer.begin(file, code);
    newcomer.sync.line?.go('connected');
    await asked();
    await join.cancel();
    expect(newcomer.host.writes).toBe(0);
    expect(newcomer.sync.address).toBeNull();
    await expect.poll(() => workstations.asking().length, soon).toBe(0);
    expect(newcomer.joined).toBe(0);
  });

  test('hears that it was declined, and may ask again', async () => {
    const { file, code } = await invited();
    const newcomer = new Newcomer();
    const join = await newcomer.begin(file, code);
    newcomer.sync.line?.go('connected');
    value(await workstations.decline(await asked()));
    await expect.poll(() => join.current().kind, soon).toBe('declined');
    expect(workstations.asking()).toEqual([]);
    await join.cancel();
    now.setTime(now.getTime() + 60_000);
    await newcomer.begin(file, code);
    newcomer.sync.line?.go('connected');
    expect(await asked()).toMatchObject({ workstationId: joiningId });
  });

  test('with a key that another put in its place is not taken for it', async () => {
    const { file, code } = await invited();
    const newcomer = new Newcomer();
    const join = await newcomer.begin(file, code);
    newcomer.sync.line?.go('connected');
    await asked();
    const thief = await deriveThief();
    await thief.replaceKey();
    await expect.poll(() => workstations.asking()[0]?.fingerprint, soon).not.toEqual(join.fingerprint);
  });

  test('is not let in with a wrong code, and asks for nothing then', async () => {
    const { file } = await invited();
    const { code } = await invited();
    const newcomer = new Newcomer();
    expect(await newcomer.port().begin(file, code, 'PC 2')).toEqual({
      ok: false,
      error: { code: 'vault.join-code-wrong' },
    });
    expect(newcomer.sync.address).toBeNull();
  });
});

/** Somebody with the site secret and a key at the server. */
async function deriveThief() {
  const values = value(await made.vault.siteValues(made.session));
  const replaceKey = async (): Promise<void> => {
    for (const name of values.requestNames) {
      const entry = bucket.get(name);
      const request = entry && (await values.openRequest(name, entry.value));
      if (!request) continue;
      const publicKey = `U${'Z'.repeat(55)}`;
      bucket.put(name, await values.sealRequest(name, { ...request, publicKey }));
    }
  };
  return { replaceKey };
}

test('revoking a workstation is noted, and its name stays known', patience, async () => {
  const { file, code } = await invited();
  const newcomer = new Newcomer();
  await newcomer.begin(file, code);
  newcomer.sync.line?.go('connected');
  value(await workstations.approve(await asked(), 'PC 2'));
  await expect.poll(() => newcomer.joined, soon).toBe(1);
  value(await workstations.revoke(joiningId));
  const revokedAt = Date.parse(workstations.list().find(({ id }) => id === joiningId)?.revokedAt ?? '');
  expect(Math.abs(revokedAt - now.getTime())).toBeLessThan(60_000);
  expect(nameOf(joiningId)).toBe('PC 2');
  expect(services.audit.lines.at(-1)?.entry.command).toBe('workstation.revoke');
});
