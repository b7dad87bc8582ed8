import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SyncBatch, SyncEntry, SyncTransport } from '#shared/ports/sync-transport.ts';
import { piecesOf } from '#shared/sync/pictures.ts';
import { wireContent } from '#shared/sync/wire.ts';
import { answered, bytes, connected, open, put, reaches, textOf } from './connected.ts';
import { hasNoServer, TestSite } from './nats-servers.ts';

const opened: SyncTransport[] = [];
const kept = <T extends SyncTransport>(transport: T): T => {
  opened.push(transport);
  return transport;
};

/** Collects what a watch hands over. */
function collector() {
  const batches: SyncBatch[] = [];
  const entries = (): SyncEntry[] => batches.flatMap((batch) => [...batch.entries]);
  return { batches, entries, take: async (batch: SyncBatch) => void batches.push(batch) };
}

describe.skipIf(hasNoServer)('transport', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await TestSite.running();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((transport) => transport.close()));
  });
  afterAll(() => site?.close());

  it('stores by compare-and-set: of two who write the same revision, one has to read again', async () => {
    const one = kept(await connected(site.address(), await site.addWorkstation('cas-1')));
    const two = kept(await connected(site.address(), await site.addWorkstation('cas-2')));
    const first = await put(one, 'a', 'first');
    expect(await two.publish('a', bytes('second'), 0)).toEqual({ kind: 'conflict' });
    const found = answered(await two.get('a'));
    expect([textOf(found), found?.revision]).toEqual(['first', first]);
    const second = await put(two, 'a', 'second', first);
    expect(await one.publish('a', bytes('third'), first)).toEqual({ kind: 'conflict' });
    expect(second).toBeGreaterThan(first);
    expect(answered(await one.get('never written'.replace(' ', '-')))).toBeUndefined();
    // History 1: nothing is left of the first value.
    expect(answered(await one.storedAt(first))).toBeUndefined();
    expect(answered(await one.storedAt(second))).toBe(answered(await one.get('a'))?.storedAt);
  });

  it('takes the longest piece of a picture, sealed', async () => {
    const line = kept(await connected(site.address(), await site.addWorkstation('piece')));
    const [piece = ''] = piecesOf('a'.repeat(700_000));
    const content = wireContent('picture', '', bytes(JSON.stringify(piece)));
    // Names, nonce and the seal's tag take less than 200 bytes.
    const value = new Uint8Array(content.length + 200);
    expect(await line.publish('piece', value, 0)).toMatchObject({ kind: 'stored' });
    expect(answered(await line.get('piece'))?.value).toHaveLength(value.length);
  });

  it('hands over what was written before in batches with what remains, then what is written next', async () => {
    const writer = kept(await connected(site.address(), await site.addWorkstation('watch-1')));
    const reader = kept(await connected(site.address(), await site.addWorkstation('watch-2')));
    const from = answered(await reader.identity()).lastSequence;
    await Promise.all(Array.from({ length: 1_200 }, (_, index) => put(writer, `w${index}`, `${index}`)));
    const { batches, entries, take } = collector();
    const stop = reader.watch(from, take);
    await expect.poll(() => entries().length, { timeout: 10_000 }).toBe(1_200);
    expect(batches.map((batch) => batch.remaining)).toEqual([200, 0]);
    const revision = await put(writer, 'live', 'now');
    await expect.poll(() => entries().at(-1)).toMatchObject({ key: 'live', revision });
    stop();
    await put(writer, 'live-2', 'later');
    // From the middle on, after a restart of the app.
    const again = collector();
    const half = entries()[600]?.revision ?? 0;
    reader.watch(half, again.take);
    await expect.poll(() => again.entries().at(-1)?.key).toBe('live-2');
    expect(again.entries()).toHaveLength(1_200 - 601 + 2);
    const order = again.entries().map((entry) => entry.revision);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('hands a batch over again whose taking failed', async () => {
    const writer = kept(await connected(site.address(), await site.addWorkstation('again')));
    const revision = await put(writer, 'again', 'x');
    const taken: number[] = [];
    writer.watch(revision - 1, async ({ entries }) => {
      taken.push(entries.length);
      if (taken.length === 1) throw new Error('The disk is full.');
    });
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual([1, 1]);
  });

  it('is told within 300 ms what another workstation wrote', async () => {
    const writer = kept(await connected(site.address(), await site.addWorkstation('fast-1')));
    const reader = kept(await connected(site.address(), await site.addWorkstation('fast-2')));
    const seen = new Map<string, number>();
    reader.watch(answered(await reader.identity()).lastSequence, async ({ entries }) => {
      for (const { key } of entries) seen.set(key, performance.now());
    });
    const times: number[] = [];
    for (let index = 0; index < 40; index++) {
      const begun = performance.now();
      await put(writer, `fast-${index}`, 'x'.repeat(2_000));
      await expect.poll(() => seen.has(`fast-${index}`), { interval: 5 }).toBe(true);
      times.push((seen.get(`fast-${index}`) ?? 0) - begun);
    }
    const slow = times.toSorted((a, b) => a - b)[37] ?? 0;
    expect(slow).toBeLessThan(300);
  });

  it('says that a value is too large', async () => {
    const one = kept(await connected(site.address(), await site.addWorkstation('large')));
    const large = await one.publish('large', new Uint8Array(520 * 1024), 0);
    expect(large).toEqual({ kind: 'refused', reason: 'too-large' });
    expect((await one.publish('large', new Uint8Array(510 * 1024), 0)).kind).toBe('stored');
  });

  it('reads how far the clock of the server is ahead', async () => {
    const one = kept(await connected(site.address(), await site.addWorkstation('clock')));
    expect(Math.abs(answered(await one.identity()).clockAheadMs)).toBeLessThan(1_000);
  });
});

describe.skipIf(hasNoServer)('outages', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await TestSite.running();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((transport) => transport.close()));
    site.server.thaw();
  });
  afterAll(() => site?.close());

  it('connects by itself when the server comes back, and goes on where it was', async () => {
    const writer = kept(await connected(site.address(), await site.addWorkstation('back-1')));
    const reader = kept(await connected(site.address(), await site.addWorkstation('back-2')));
    const { entries, take } = collector();
    reader.watch(0, take);
    await put(writer, 'before', 'x');
    await site.server.kill();
    await reaches(writer, 'offline');
    expect(await writer.publish('meanwhile', bytes('x'), 0)).toEqual({ kind: 'offline' });
    expect(await writer.get('before')).toEqual({ ok: false, error: 'offline' });
    await site.server.start();
    await reaches(writer, 'connected');
    await put(writer, 'after', 'x');
    await expect.poll(() => entries().map(({ key }) => key)).toEqual(['before', 'after']);
  });

  it('does not know what became of a write without an answer, and reading it again tells', async () => {
    const writer = kept(await connected(site.address(), await site.addWorkstation('unknown')));
    site.server.freeze();
    const begun = performance.now();
    const outcome = await writer.publish('maybe', bytes('x'), 0);
    expect(outcome).toEqual({ kind: 'unknown' });
    expect(performance.now() - begun).toBeLessThan(7_000);
    expect((await writer.get('maybe')).ok).toBe(false);
    site.server.thaw();
    // It was taken after all: the same write again would be a conflict with itself.
    await expect.poll(async () => textOf(answered(await writer.get('maybe')))).toBe('x');
    expect(await writer.publish('maybe', bytes('x'), 0)).toEqual({ kind: 'conflict' });
  }, 30_000);

  it('waits for a server that is not there at the start, and ends when it is told to', async () => {
    const key = await site.addWorkstation('early');
    await site.server.stop();
    const early = kept(open(site.address(), key));
    expect(early.connection()).toEqual({ kind: 'connecting' });
    await reaches(early, 'offline');
    await site.server.start();
    await reaches(early, 'connected');
    await early.close();
    expect(early.connection()).toEqual({ kind: 'closed' });
    expect(await early.publish('closed', bytes('x'), 0)).toEqual({ kind: 'offline' });
  });

  it('is refused once its key is revoked, and does not come in again', async () => {
    const key = await site.addWorkstation('stolen');
    const stolen = kept(await connected(site.address(), key));
    site.kit('revoke', 'muenster', 'stolen');
    await site.reload();
    await reaches(stolen, 'refused');
    expect(await stolen.publish('late', bytes('x'), 0)).toEqual({ kind: 'offline' });
    await expect.poll(() => stolen.connection().kind, { timeout: 1_000 }).toBe('refused');
    // Nor is the key taken a second time.
    expect(site.tryKit('add-workstation', 'muenster', 'stolen', key.publicKey)).toBe(false);
    kept(await connected(site.address(), await site.addWorkstation('stolen')));
  });
});
