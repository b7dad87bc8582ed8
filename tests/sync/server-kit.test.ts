import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeWorkstationKey } from '#electron/sync/dial.ts';
import { readServerAddress } from '#electron/sync/server-address.ts';
import { answered, connected, put } from './connected.ts';
import { hasNoServer, TestSite } from './nats-servers.ts';

describe('the server kit', () => {
  let site: TestSite | undefined;
  afterEach(async () => {
    await site?.close();
    site = undefined;
  });

  it('takes no key with a slip in it, no second time and no seed', async () => {
    site = await TestSite.make(1);
    site.kit('add-facility', 'muenster');
    const { publicKey, seed } = makeWorkstationKey();
    const slip = publicKey.slice(0, 20) + (publicKey[20] === 'A' ? 'B' : 'A') + publicKey.slice(21);
    for (const wrong of [slip, publicKey.toLowerCase(), new TextDecoder().decode(seed), 'U', '']) {
      expect(() => site?.kit('add-workstation', 'muenster', 'pc-1', wrong)).toThrow('not a public key');
    }
    site.kit('add-workstation', 'muenster', 'pc-1', publicKey);
    expect(() => site?.kit('add-workstation', 'muenster', 'pc-2', publicKey)).toThrow('known already');
    site.kit('revoke', 'muenster', 'pc-1');
    expect(() => site?.kit('add-workstation', 'muenster', 'pc-1', publicKey)).toThrow('known already');
    expect(readFileSync(join(site.folder, 'accounts.conf'), 'utf8')).not.toContain(publicKey);
  });

  it('says what is wrong in a sentence and changes nothing', async () => {
    site = await TestSite.make(1);
    const before = readFileSync(join(site.folder, 'site.json'), 'utf8');
    expect(() => site?.kit('init', '--server', 'x=127.0.0.1', '--no-tls')).toThrow('already');
    expect(() => site?.kit('add-facility', 'Münster')).toThrow('small letters');
    expect(() => site?.kit('add-facility', 'a" } injected')).toThrow('small letters');
    expect(() => site?.kit('add-workstation', 'nowhere', 'pc', 'U')).toThrow('no facility');
    expect(() => site?.kit('unknown')).toThrow('add-workstation FACILITY NAME KEY');
    expect(readFileSync(join(site.folder, 'site.json'), 'utf8')).toBe(before);
  });

  it('leaves out encryption on this computer only, and so does the app', async () => {
    const elsewhere = ['--server', 'x=sync.example.org', '--server', 'y=127.0.0.1', '--no-tls'];
    await expect(TestSite.make(1, elsewhere)).rejects.toThrow('Without TLS only on 127.0.0.1.');
    const address = { format: 1, bucket: 'muenster', servers: ['nats://sync.example.org:4222'] };
    expect(readServerAddress(JSON.stringify(address))).toBeUndefined();
    const safe = { ...address, servers: ['tls://sync.example.org:4222', 'wss://sync.example.org:443'] };
    expect(readServerAddress(JSON.stringify(safe))).toEqual(safe);
    expect(readServerAddress(JSON.stringify({ ...safe, servers: ['tls://a@b:1'] }))).toBeUndefined();
    expect(readServerAddress('{')).toBeUndefined();
  });

  it('keeps what is secret from other accounts of the server', async () => {
    site = await TestSite.make(1, []);
    site.kit('add-facility', 'muenster');
    const secret = ['keys/cluster', 'keys/muenster.seed', 'tls/ca.key', 'tls/one.key', 'one.conf'];
    for (const name of secret) expect(statSync(join(site.folder, name)).mode & 0o077, name).toBe(0);
    const given = readFileSync(join(site.folder, 'muenster.wegmarke-sync.json'), 'utf8');
    expect(given).not.toMatch(/PRIVATE|"SU/);
  });

  it('has a compose file for the configuration that it writes', () => {
    const text = readFileSync(join(import.meta.dirname, '../../resources/sync-server/compose.yml'), 'utf8');
    const { services } = parse(text) as { services: { sync: { command: string[]; volumes: string[] } } };
    expect(services.sync.command).toEqual(['-c', '/etc/wegmarke/one.conf']);
    expect(services.sync.volumes).toEqual(['./site:/etc/wegmarke']);
  });

  it.skipIf(hasNoServer)(
    'limits what a facility may store: a full one refuses and drops nothing',
    async () => {
      site = await TestSite.running();
      const key = await site.addWorkstation('pc-1');
      const accounts = join(site.folder, 'accounts.conf');
      const text = readFileSync(accounts, 'utf8');
      expect(text).toContain(`max_file: ${1024 ** 3},`);
      writeFileSync(accounts, text.replace(/max_file: \d+/, 'max_file: 900000'));
      await site.reload();
      const transport = await connected(site.address(), key);
      const first = await put(transport, 'first', 'x');
      const outcomes: string[] = [];
      while (outcomes.at(-1) !== 'refused' && outcomes.length < 20) {
        const outcome = await transport.publish(`large-${outcomes.length}`, new Uint8Array(100_000), 0);
        outcomes.push(outcome.kind);
        if (outcome.kind === 'refused') expect(outcome.reason).toBe('full');
      }
      expect(outcomes.at(-1)).toBe('refused');
      expect(answered(await transport.get('first'))?.revision).toBe(first);
      expect(answered(await transport.get('large-0'))?.value).toHaveLength(100_000);
      await transport.close();
    },
  );

  it.skipIf(hasNoServer)(
    'makes three servers that speak to each other over TLS',
    async () => {
      site = await TestSite.running(3, []);
      const key = await site.addWorkstation('pc-1');
      const transport = await connected(site.address(), key);
      await put(transport, 'a', 'x');
      await transport.close();
      const status = (): string => site?.kit('status') ?? '';
      await expect
        .poll(status, { timeout: 10_000, interval: 300 })
        .toMatch(/muenster: 1 records, .* 0 of 3 servers behind/);
      const config = readFileSync(join(site.folder, 'one.conf'), 'utf8');
      expect(config).toMatch(/sync_interval: always/);
      expect(config).toMatch(/verify: true/);
    },
    60_000,
  );
});
