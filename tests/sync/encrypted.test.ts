import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkstationKey } from '#electron/sync/dial.ts';
import type { ServerAddress } from '#electron/sync/server-address.ts';
import type { SyncConnection } from '#shared/ports/sync-transport.ts';
import { connected, open, put } from './connected.ts';
import { freePort, hasNoServer, TestSite } from './nats-servers.ts';

describe.skipIf(hasNoServer)('encryption on the way', () => {
  let site: TestSite;
  let key: WorkstationKey;

  beforeAll(async () => {
    site = await TestSite.running(1, ['--websocket', `${await freePort()}`]);
    key = await site.addWorkstation('pc-1');
  });
  afterAll(() => site?.close());

  /** Where it stands after some attempts. */
  async function tries(address: ServerAddress): Promise<SyncConnection['kind']> {
    const transport = open(address, key);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { kind } = transport.connection();
    await transport.close();
    return kind;
  }

  const only = (scheme: string, address = site.address()): ServerAddress => ({
    ...address,
    servers: address.servers.filter((server) => server.startsWith(scheme)),
  });

  it('goes over TLS with the certificates of the kit', async () => {
    const transport = await connected(only('tls:'), key);
    await put(transport, 'tls', 'x');
    await transport.close();
  });

  it('does not connect to a server with another authority, or without encryption', async () => {
    const other = await TestSite.running(1, ['--websocket', `${await freePort()}`]);
    const plain = await TestSite.running(1);
    try {
      expect(await tries({ ...only('tls:'), ca: undefined })).toBe('offline');
      expect(await tries({ ...other.address(), ca: site.address().ca })).toBe('offline');
      const servers = plain.address().servers.map((server) => server.replace('nats:', 'tls:'));
      expect(await tries({ ...site.address(), servers })).toBe('offline');
    } finally {
      await other.close();
      await plain.close();
    }
  });

  // Last: what WebSockets trust is trusted in the whole process.
  it('takes the way of HTTPS where nothing else is let through', async () => {
    const { servers } = only('wss:');
    const closed = `tls://127.0.0.1:${await freePort()}`;
    const transport = await connected({ ...site.address(), servers: [closed, ...servers] }, key);
    await put(transport, 'wss', 'x');
    await transport.close();
  });
});
