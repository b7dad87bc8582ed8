import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorkstationKey } from '#electron/sync/dial.ts';
import type { StreamIdentity, SyncTransport } from '#shared/ports/sync-transport.ts';
import { type KnownStream, type Lineage, lineageOf } from '#shared/sync/stream-lineage.ts';
import { answered, bytes, connected, open, put, reaches } from './connected.ts';
import { hasNoServer, TestSite } from './nats-servers.ts';

/** A server that is not the one from before is recognised before anything is read or written there. */
describe.skipIf(hasNoServer)('an exchanged server', () => {
  let site: TestSite;
  let key: WorkstationKey;
  const opened: SyncTransport[] = [];

  beforeAll(async () => {
    site = await TestSite.running();
    key = await site.addWorkstation('pc-1');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((transport) => transport.close()));
  });
  afterAll(() => site?.close());

  /** Connects like a workstation that knows this of its server. */
  function meet(known: KnownStream | undefined): {
    readonly transport: SyncTransport;
    readonly judged: Lineage[];
  } {
    const judged: Lineage[] = [];
    const admit = async (
      found: StreamIdentity,
      storedAt: (revision: number) => Promise<string | undefined>,
    ): Promise<boolean> => {
      const stored = new Map<number, string>();
      for (const { revision } of known?.marks ?? []) {
        const time = await storedAt(revision);
        if (time !== undefined) stored.set(revision, time);
      }
      const lineage = lineageOf(known, found, stored);
      judged.push(lineage);
      return lineage === 'same' || lineage === 'first';
    };
    const transport = open(site.address(), key, admit);
    opened.push(transport);
    return { transport, judged };
  }

  /** What a workstation keeps that has seen everything. */
  async function know(transport: SyncTransport): Promise<KnownStream> {
    const { createdAt, lastSequence } = answered(await transport.identity());
    const storedAt = answered(await transport.storedAt(lastSequence)) ?? '';
    return { createdAt, sequence: lastSequence, marks: [{ revision: lastSequence, storedAt }] };
  }

  async function write(...names: readonly string[]): Promise<KnownStream> {
    const transport = await connected(site.address(), key);
    for (const name of names) await put(transport, name, name);
    const known = await know(transport);
    await transport.close();
    return known;
  }

  it('the same server is admitted, also after a restart', async () => {
    const known = await write('a', 'b', 'c');
    await site.server.stop();
    await site.server.start();
    const { transport, judged } = meet(known);
    await reaches(transport, 'connected');
    expect(judged).toEqual(['same']);
  });

  it('a copy from before is held; so is one that was written on until it is longer', async () => {
    await write('d');
    await site.server.stop();
    const putBack = site.copyData();
    await site.server.start();
    const known = await write('e', 'f');
    await site.server.stop();
    putBack();
    await site.server.start();

    const soon = meet(known);
    await reaches(soon.transport, 'held');
    expect(soon.judged).toEqual(['older']);
    // Nothing is written or handed over there.
    const handed: number[] = [];
    soon.transport.watch(0, async ({ entries }) => void handed.push(entries.length));
    expect(await soon.transport.publish('g', bytes('g'), 0)).toEqual({ kind: 'offline' });
    await soon.transport.close();
    expect(handed).toEqual([]);

    // Another workstation, which had been away for longer, found nothing wrong and wrote on.
    const longer = await write('h', 'i', 'j', 'k');
    expect(longer.sequence).toBeGreaterThan(known.sequence);
    const late = meet(known);
    await reaches(late.transport, 'held');
    expect(late.judged).toEqual(['older']);
  });

  it('a bucket that is exchanged under a standing connection is noticed', async () => {
    const known = await write('x', 'y');
    const { transport, judged } = meet(known);
    await reaches(transport, 'connected');
    await site.deleteBucket();
    site.kit('apply');
    await reaches(transport, 'held');
    expect(judged).toEqual(['same', 'emptied']);
  });

  it('an emptied server and another one are held, until an administrator says otherwise', async () => {
    const known = await write('l');
    await site.server.stop();
    site.emptyData();
    await site.server.start();
    site.kit('apply');
    const emptied = meet(known);
    await reaches(emptied.transport, 'held');
    expect(emptied.judged).toEqual(['emptied']);
    await emptied.transport.close();

    await write('m');
    const another = meet(known);
    await reaches(another.transport, 'held');
    expect(another.judged).toEqual(['another']);

    let confirmed = false;
    const asked = open(site.address(), key, async () => confirmed);
    opened.push(asked);
    await reaches(asked, 'held');
    const { kind } = asked.connection();
    expect(kind).toBe('held');
    confirmed = true;
    asked.reconsider();
    await reaches(asked, 'connected');
    expect((await asked.publish('n', bytes('n'), 0)).kind).toBe('stored');
  });
});
