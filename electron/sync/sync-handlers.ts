/**
 * Sync's calls. Guarantees: without a server no socket is opened and NATS is not even loaded; the key's seed and the
 * connection stay in main; nothing is written or read before the server was judged against what the window knows of it.
 */
import { codedDiskError } from '#electron/disk/guarded-file-system.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { RemovableSecret } from '#electron/keystore/removable-secret.ts';
import type { EventPayload } from '#shared/ipc/contract/contract.ts';
import type { SyncConfiguration } from '#shared/ipc/contract/sync.ts';
import type { StreamIdentity, SyncBatch, SyncTransport } from '#shared/ports/sync-transport.ts';
import { type KnownStream, lineageOf, noted } from '#shared/sync/stream-lineage.ts';
import type { KnownServer } from './known-server.ts';
import { readServerAddress, type ServerAddress } from './server-address.ts';

export interface SyncHandlersDeps {
  readonly server: KnownServer;
  readonly seed: RemovableSecret;
  readonly connectionChanged: (connection: EventPayload<'sync.connection'>) => void;
  readonly batchCame: (batch: EventPayload<'sync.batch'>) => void;
}

type SyncCalls = `sync.${
  | 'configuration'
  | 'configure'
  | 'addressFile'
  | 'forget'
  | 'start'
  | 'stop'
  | 'identity'
  | 'publish'
  | 'get'
  | 'watch'
  | 'took'
  | 'reconsider'}`;

export interface SyncAnswers {
  readonly handlers: HandlersOf<SyncCalls>;
  /** Ends the connection: the page that began it is gone, or the program ends. */
  stop(): Promise<void>;
}

/** Keys that the app writes; what else lies there is none of its matter. */
const isKey = /^[0-9a-f]{32}$/;

const offline = { ok: false, error: 'offline' } as const;

export function syncAnswers({ server, seed, connectionChanged, batchCame }: SyncHandlersDeps): SyncAnswers {
  let transport: SyncTransport | undefined;
  let known: KnownStream | undefined;
  /** A server where none was known: the window says whether it is this site's, by taking what lies there. */
  let met: KnownStream | undefined;
  let unwatch: (() => void) | undefined;
  /** The batch that the window has not answered yet. */
  let pending: { readonly number: number; readonly answer: (taken: boolean) => void } | undefined;
  let batches = 0;

  async function stop(): Promise<void> {
    const ending = transport;
    transport = undefined;
    unwatch?.();
    unwatch = undefined;
    pending?.answer(false);
    await ending?.close();
  }

  const configured = async (address: ServerAddress): Promise<SyncConfiguration | null> => {
    const stored = await seed.load();
    if (!stored) return null;
    const { keyOfSeed } = await import('./dial.ts');
    const { publicKey } = keyOfSeed(stored);
    return { servers: [...address.servers], bucket: address.bucket, publicKey };
  };

  async function admit(
    found: StreamIdentity,
    storedAt: (revision: number) => Promise<string | undefined>,
  ): Promise<boolean> {
    const stored = new Map<number, string>();
    for (const { revision } of known?.marks ?? []) {
      const at = await storedAt(revision);
      if (at !== undefined) stored.set(revision, at);
    }
    const lineage = lineageOf(known, found, stored);
    if (lineage === 'first') met = { createdAt: found.createdAt, sequence: 0, marks: [] };
    return lineage === 'same' || lineage === 'first';
  }

  async function start(): Promise<SyncTransport> {
    const [address, stored] = await Promise.all([server.read(), seed.load()]);
    if (!address || !stored) throw new CodedError('sync.not-configured');
    const [{ keyOfSeed }, { openNatsTransport }] = await Promise.all([
      import('./dial.ts'),
      import('./nats-transport.ts'),
    ]);
    const opened = openNatsTransport({ address, key: keyOfSeed(stored), admit });
    opened.subscribe(() => {
      if (transport === opened) connectionChanged(opened.connection());
    });
    return opened;
  }

  /** Hands a batch to the window and waits for its answer. */
  async function hand({ entries, remaining }: SyncBatch): Promise<void> {
    batches += 1;
    const number = batches;
    const ours = entries.filter(({ key }) => isKey.test(key));
    const answered = new Promise<boolean>((resolve) => {
      pending = { number, answer: resolve };
    });
    batchCame({ number, entries: ours, remaining });
    if (!(await answered)) throw new Error('The window did not take the batch.');
    known ??= met;
    if (known) known = noted(known, entries);
  }

  return {
    stop,
    handlers: {
      'sync.configuration': async () => {
        const address = await server.read().catch(coded);
        return address && configured(address);
      },
      'sync.addressFile': async () => {
        const address = await server.read().catch(coded);
        return address && JSON.stringify(address);
      },
      'sync.configure': async ({ addressFile }) => {
        const address = readServerAddress(addressFile);
        if (!address) throw new CodedError('sync.address-unreadable');
        await stop();
        const { keyOfSeed, makeWorkstationKey } = await import('./dial.ts');
        const stored = await seed.load();
        const key = stored ? keyOfSeed(stored) : makeWorkstationKey();
        if (!stored) await seed.store(key.seed).catch(coded);
        await server.write(addressFile).catch(coded);
        return { servers: [...address.servers], bucket: address.bucket, publicKey: key.publicKey };
      },
      'sync.forget': async () => {
        await stop();
        await server.forget().catch(coded);
        await seed.remove().catch(coded);
      },
      'sync.start': async (given) => {
        await stop();
        known = given.known ?? undefined;
        met = undefined;
        transport = await start();
        return transport.connection();
      },
      'sync.stop': stop,
      'sync.identity': async () => (await transport?.identity()) ?? offline,
      'sync.publish': (writes) =>
        Promise.all(
          writes.map(
            async ({ key, value, expected }) =>
              (await transport?.publish(key, value, expected)) ?? ({ kind: 'offline' } as const),
          ),
        ),
      'sync.get': (keys) => Promise.all(keys.map(async (key) => (await transport?.get(key)) ?? offline)),
      'sync.watch': async ({ after }) => {
        unwatch?.();
        pending?.answer(false);
        unwatch = transport?.watch(after, hand);
      },
      'sync.took': async ({ number, taken }) => {
        if (pending?.number === number) pending.answer(taken);
      },
      'sync.reconsider': async () => transport?.reconsider(),
    },
  };
}

/** @throws CodedError the disk's code, or the keystore's as it is */
function coded(error: unknown): never {
  throw error instanceof CodedError ? error : codedDiskError(error);
}
