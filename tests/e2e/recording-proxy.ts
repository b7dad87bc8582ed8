import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerAddress } from '#electron/sync/server-address.ts';

/** A way to the server on which everything that passes is written down. */
export interface RecordingProxy {
  readonly server: string;
  /** Where it is written. */
  readonly folder: string;
  close(): Promise<void>;
  remove(): Promise<void>;
}

/** Before the first server of an address. */
export async function recordingProxy({ servers }: ServerAddress): Promise<RecordingProxy> {
  const target = new URL(servers[0] ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'wegmarke-wire-'));
  const record = createWriteStream(join(folder, 'wire.bin'));
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => record.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
    await new Promise((resolve) => record.end(resolve));
  };
  return {
    server: `nats://127.0.0.1:${port}`,
    folder,
    close,
    remove: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
