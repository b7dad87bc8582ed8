import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncTransport } from '#shared/ports/sync-transport.ts';
import { answered, bytes, connected, reaches, textOf } from './connected.ts';
import { hasNoServer, TestSite } from './nats-servers.ts';

/** How long servers are killed; the nightly run takes longer. */
const seconds = Number(process.env.WEGMARKE_CLUSTER_SECONDS ?? 12);
const writers = 3;
const keysEach = 20;
/** Keys that all write: each counts up what it read. */
const shared = ['shared-0', 'shared-1', 'shared-2'];

/** What a writer knows of one key. */
interface Acknowledged {
  revision: number;
  count: number;
}

describe.skipIf(hasNoServer)('three servers', () => {
  let site: TestSite;
  const transports: SyncTransport[] = [];
  /** Acknowledged writes of each key. As every write is one more than what it replaces, a key's count is no less. */
  const stored = new Map<string, number>();

  beforeAll(async () => {
    site = await TestSite.running(3);
    for (let index = 0; index < writers; index++) {
      transports.push(await connected(site.address(), await site.addWorkstation(`pc-${index}`)));
    }
  });
  afterAll(async () => {
    await Promise.all(transports.map((transport) => transport.close()));
    await site?.close();
  });

  /** One write as the app does it: what became of an unanswered one is read before the next. */
  async function writeOnce(transport: SyncTransport, key: string, known: Acknowledged): Promise<void> {
    const next = known.count + 1;
    const outcome = await transport.publish(key, bytes(`${next}`), known.revision);
    if (outcome.kind === 'stored') {
      Object.assign(known, { revision: outcome.revision, count: next });
      stored.set(key, (stored.get(key) ?? 0) + 1);
      return;
    }
    if (outcome.kind === 'offline') return pause(50);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const read = await transport.get(key);
    if (!read.ok) return;
    const count = Number(textOf(read.value) ?? 0);
    // A server that lost its lead may answer once more with what it had; the present one does not go back.
    if (count < known.count || (read.value?.revision ?? 0) < known.revision) return pause(50);
    Object.assign(known, { revision: read.value?.revision ?? 0, count });
  }

  async function write(
    transport: SyncTransport,
    own: Map<string, Acknowledged>,
    isOver: () => boolean,
  ): Promise<void> {
    const keys = [...own.keys()];
    for (let turn = 0; !isOver(); turn++) {
      const key = keys[turn % keys.length] ?? '';
      const known = own.get(key);
      if (known) await writeOnce(transport, key, known);
    }
  }

  /**
   * One at a time, in any order. Electing the next leader takes the others 4 to 10 s: it is waited until something was
   * written without the killed one. @param count how many writes were acknowledged so far @returns how many were killed
   */
  async function killServers(until: number, count: () => number): Promise<number> {
    let kills = 0;
    while (Date.now() < until) {
      await pause(500 + Math.random() * 1_000);
      const server = site.servers[Math.floor(Math.random() * site.servers.length)];
      const before = count();
      await server?.kill();
      kills++;
      await expect.poll(count, { timeout: 30_000, interval: 100 }).toBeGreaterThan(before + 20);
      await server?.start();
    }
    return kills;
  }

  it(
    `lose no acknowledged write, and no key goes back, while they are killed for ${seconds} s`,
    async () => {
      let isOver = false;
      const acknowledged = transports.map(
        (_, pc) =>
          new Map<string, Acknowledged>(
            [...Array.from({ length: keysEach }, (__, index) => `k${pc}-${index}`), ...shared].map((key) => [
              key,
              { revision: 0, count: 0 },
            ]),
          ),
      );
      // A reader that is told of everything sees every key only ever go forward.
      const seen = new Map<string, number>();
      const wentBack: string[] = [];
      transports[0]?.watch(0, async ({ entries }) => {
        for (const entry of entries) {
          const count = Number(textOf(entry));
          if (count <= (seen.get(entry.key) ?? 0)) wentBack.push(entry.key);
          seen.set(entry.key, count);
        }
      });
      const sum = (): number => [...stored.values()].reduce((total, count) => total + count, 0);
      const writing = transports.map((transport, pc) =>
        write(transport, acknowledged[pc] ?? new Map(), () => isOver),
      );
      const kills = await killServers(Date.now() + seconds * 1_000, sum).finally(() => {
        isOver = true;
      });
      await Promise.all(writing);
      for (const transport of transports) await reaches(transport, 'connected');

      const reader = transports[1];
      const countOf = async (key: string): Promise<number> =>
        Number(textOf(answered((await reader?.get(key)) ?? { ok: false, error: 'none' })) ?? 0);
      for (const [key, known] of acknowledged.flatMap((own) => [...own])) {
        // The last write of a key may have been stored without an answer.
        const least = Math.max(known.count, stored.get(key) ?? 0);
        await expect.poll(() => countOf(key), { timeout: 10_000 }).toBeGreaterThanOrEqual(least);
      }
      console.log(`${sum()} acknowledged writes, servers killed ${kills} times`);
      expect(wentBack).toEqual([]);
      // And it was told of the newest of each.
      for (const [key, { count }] of acknowledged.flatMap((own) => [...own])) {
        await expect.poll(() => seen.get(key) ?? 0, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
      }
    },
    seconds * 1_000 + 90_000,
  );
});
