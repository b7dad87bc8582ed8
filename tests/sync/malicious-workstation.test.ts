import {
  connect,
  headers,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
  nkeyAuthenticator,
} from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf, makeWorkstationKey, type WorkstationKey } from '#electron/sync/dial.ts';
import type { SyncEntry, SyncTransport } from '#shared/ports/sync-transport.ts';
import { answered, connected, open, put, reaches, textOf } from './connected.ts';
import { hasNoServer, TestSite } from './nats-servers.ts';

/** What somebody can do who took a workstation's key and speaks to the server without the app. */
describe.skipIf(hasNoServer)('a malicious workstation', () => {
  let site: TestSite;
  let honest: SyncTransport;
  let abroad: SyncTransport;
  let key: WorkstationKey;
  let raw: NatsConnection;
  const violations: string[] = [];

  const server = (): string => site.address().servers[0]?.replace(/^\w+:\/\//, '') ?? '';

  beforeAll(async () => {
    site = await TestSite.running();
    site.kit('add-facility', 'bonn');
    await site.reload();
    site.kit('apply');
    honest = await connected(site.address(), await site.addWorkstation('honest'));
    abroad = await connected(site.address('bonn'), await site.addWorkstation('abroad', 'bonn'), undefined);
    key = await site.addWorkstation('malicious');
    raw = await connect({
      servers: server(),
      tls: null,
      authenticator: nkeyAuthenticator(key.seed),
      inboxPrefix: inboxOf(key),
    });
    void (async () => {
      for await (const status of raw.status()) {
        if (status.type === 'error') violations.push(status.error.message);
      }
    })();
  });
  afterAll(async () => {
    await Promise.all([honest?.close(), abroad?.close(), raw?.close()]);
    await site?.close();
  });

  /** What the server answers, or that it refused the subject. */
  async function ask(subject: string, body: string | Uint8Array = '', head?: MsgHdrs): Promise<string> {
    try {
      const answer = await raw.request(subject, body, { timeout: 1_500, ...(head ? { headers: head } : {}) });
      return answer.string();
    } catch (error) {
      return String(error instanceof Error ? error.message : error);
    }
  }

  const commands = [
    'STREAM.DELETE.KV_muenster',
    'STREAM.PURGE.KV_muenster',
    'STREAM.MSG.DELETE.KV_muenster',
    'STREAM.UPDATE.KV_muenster',
    'STREAM.CREATE.KV_other',
    'STREAM.SNAPSHOT.KV_muenster',
    'STREAM.RESTORE.KV_muenster',
    'STREAM.LEADER.STEPDOWN.KV_muenster',
    'STREAM.LIST',
    'STREAM.NAMES',
    'META.LEADER.STEPDOWN',
    'CONSUMER.CREATE.KV_muenster.mine',
    'CONSUMER.DURABLE.CREATE.KV_muenster.mine',
    'CONSUMER.MSG.NEXT.KV_muenster.mine',
    'INFO',
  ];
  it.each(commands.flatMap((command) => [`$JS.API.${command}`, `wegmarke.api.${command}`]))(
    'may not ask for %s',
    async (subject) => {
      expect(await ask(subject, '{}')).toMatch(/permissions violation/i);
    },
  );

  const bucketOf = async (): Promise<unknown> => {
    const { config, created } = JSON.parse(await ask('wegmarke.api.STREAM.INFO.KV_muenster')) as {
      config: unknown;
      created: string;
    };
    return { config, created };
  };

  it('cannot have an answer of the server do what it may not do itself', async () => {
    const before = await bucketOf();
    const revision = await put(honest, 'kept', 'kept');
    // Two values that are requests of JetStream: an empty one, and a laxer configuration.
    const { config } = before as { config: object };
    const lax = JSON.stringify({ ...config, max_msg_size: -1, max_msgs: 1 });
    const empty = JSON.parse(await ask('$KV.muenster.empty', '', headers())) as { seq: number };
    const loose = JSON.parse(await ask('$KV.muenster.loose', lax)) as { seq: number };
    const inBucket = commands.map((command) => `$JS.API.${command}`);
    for (const reply of [...inBucket, '$KV.bonn.kept', '$KV.bonn.new']) {
      for (const seq of [empty.seq, loose.seq]) {
        const read = JSON.stringify({ seq });
        raw.publish('wegmarke.api.DIRECT.GET.KV_muenster', read, { reply });
        raw.publish('wegmarke.api.STREAM.MSG.GET.KV_muenster', read, { reply });
      }
      raw.publish('$KV.muenster.reply', 'x', { reply });
      raw.publish('wegmarke.api.STREAM.INFO.KV_muenster', '', { reply });
    }
    await raw.flush();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await bucketOf()).toEqual(before);
    expect(answered(await honest.get('kept'))).toMatchObject({ revision });
    expect(answered(await abroad.get('kept'))).toBeUndefined();
    expect(answered(await abroad.get('new'))).toBeUndefined();
  });

  it.each([
    ['Nats-Rollup', 'sub'],
    ['Nats-Rollup', 'all'],
    ['Nats-TTL', '1s'],
    ['Nats-Incr', '+1'],
    ['Nats-Batch-Id', 'x'],
    ['Nats-Schedule', '@at 2030-01-01T00:00:00Z'],
  ])('cannot write with %s: %s', async (name, value) => {
    const victim = `head-${name}-${value.slice(0, 3)}`.replace(/\W/g, '-');
    const revision = await put(honest, victim, 'kept');
    const head = headers();
    head.set(name, value);
    if (name === 'Nats-Batch-Id') head.set('Nats-Batch-Sequence', '1');
    if (name === 'Nats-Schedule') head.set('Nats-Schedule-Target', '$KV.muenster.kept');
    expect(await ask(`$KV.muenster.${victim}`, 'x', head)).toMatch(/"error":/);
    expect(answered(await honest.get(victim))).toMatchObject({ revision });
  });

  it('neither reads nor writes at another facility, nor hears what is not for it', async () => {
    await put(abroad, 'secret', 'theirs');
    for (const subject of [
      '$KV.bonn.secret',
      'wegmarke.api.STREAM.INFO.KV_bonn',
      'wegmarke.api.STREAM.MSG.GET.KV_bonn',
      'wegmarke.api.DIRECT.GET.KV_bonn',
      '$KV.muenster.a.b',
      'changed.muenster.kept',
      '$SYS.REQ.SERVER.PING',
      `${inboxOf(makeWorkstationKey())}.x`,
    ]) {
      expect(await ask(subject, '{"last_by_subj":"$KV.bonn.secret"}'), subject).toMatch(
        /permissions violation/i,
      );
    }
    // Its own way to read does not lead there either.
    const crooked = await ask(
      'wegmarke.api.STREAM.MSG.GET.KV_muenster',
      '{"last_by_subj":"$KV.bonn.secret"}',
    );
    expect(crooked).toMatch(/"error":/);
    const heard: Msg[] = [];
    for (const subject of ['>', 'changed.bonn.*', '_INBOX.>', '$KV.>', '$JS.>', '$SYS.>']) {
      violations.length = 0;
      raw.subscribe(subject, { callback: (error, message) => void (error ?? heard.push(message)) });
      await raw.flush();
      await expect.poll(() => violations.join(), { timeout: 2_000 }).toMatch(/permissions violation/i);
    }
    await put(abroad, 'secret-2', 'theirs');
    await put(honest, 'heard', 'x');
    expect(heard).toEqual([]);
  });

  it('cannot write large values', async () => {
    expect(await ask('$KV.muenster.large', new Uint8Array(530 * 1024))).toMatch(/"err_code":10054/);
    // The library would not send a whole megabyte; this one does not ask it.
    const large = await connect({
      servers: server(),
      tls: null,
      authenticator: nkeyAuthenticator(key.seed),
      reconnect: false,
    });
    if (large.info) large.info.max_payload = 16 * 1024 * 1024;
    large.publish('$KV.muenster.large', new Uint8Array(1024 * 1024));
    await large.closed();
    expect(answered(await honest.get('large'))).toBeUndefined();
  });

  it('cannot tell others of writes that did not happen', async () => {
    const handed: SyncEntry[] = [];
    const last = answered(await honest.identity()).lastSequence;
    const stop = honest.watch(last, async ({ entries }) => void handed.push(...entries));
    const head = headers();
    head.set('Nats-Subject', '$KV.muenster.forged');
    head.set('Nats-Sequence', `${last + 50}`);
    head.set('Nats-Time-Stamp', '1999-01-01T00:00:00Z');
    const own = JSON.parse(await ask('$KV.muenster.own', 'own', head)) as { seq: number };
    for (const reply of ['changed.muenster.forged', 'changed.muenster.own', 'changed.muenster.kept']) {
      for (const seq of [own.seq, 1, 2, 3]) {
        raw.publish('wegmarke.api.DIRECT.GET.KV_muenster', JSON.stringify({ seq }), { reply });
      }
      raw.publish('wegmarke.api.STREAM.INFO.KV_muenster', '', { reply });
    }
    await raw.flush();
    const real = await put(honest, 'real', 'real');
    await expect
      .poll(() => handed.map(({ key: name, revision }) => [name, revision]))
      .toEqual([
        ['own', own.seq],
        ['real', real],
      ]);
    expect(handed[0]?.storedAt).not.toContain('1999');
    // Nor does reading from the start believe them.
    const read: SyncEntry[] = [];
    const stopReading = honest.watch(0, async ({ entries }) => void read.push(...entries));
    await expect.poll(() => read.at(-1)?.key).toBe('real');
    expect(read.map(({ key: name }) => name)).not.toContain('forged');
    expect(textOf(read.find(({ key: name }) => name === 'own'))).toBe('own');
    stop();
    stopReading();
  });

  it('does not come in with a key that nobody added, or without one', async () => {
    const stranger = open(site.address(), makeWorkstationKey());
    await reaches(stranger, 'refused');
    await stranger.close();
    await expect(connect({ servers: server(), tls: null, reconnect: false })).rejects.toThrow(
      /authorization/i,
    );
  });
});
