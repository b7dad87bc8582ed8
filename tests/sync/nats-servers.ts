import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { makeWorkstationKey, type WorkstationKey } from '#electron/sync/dial.ts';
import { readServerAddress, type ServerAddress } from '#electron/sync/server-address.ts';
import { findNatsServer } from '#scripts/nats-server.mjs';

const kit = fileURLToPath(new URL('../../resources/sync-server/wegmarke-sync.mjs', import.meta.url));
const binary = findNatsServer();

/** Without a server these tests are skipped and counted as such; continuous integration has to have one. */
export const hasNoServer = binary === undefined && process.env.CI !== 'true';
if (hasNoServer)
  console.log('No NATS server 2.12 or later: the sync tests are skipped. `npm run setup` looks for one.');

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Also outside of a test, and of the test runner. */
async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await pause(50);
  }
}

/** One server of a site, as a process that a test may end in any way. */
export class TestServer {
  readonly name: string;
  readonly monitor: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  constructor(folder: string, name: string, monitorPort: number) {
    this.#folder = folder;
    this.name = name;
    this.monitor = `http://127.0.0.1:${monitorPort}`;
  }

  /** Until it says that it is well. */
  async start(): Promise<void> {
    if (!binary) throw new Error('No NATS server 2.12 or later is there.');
    const log = join(this.#folder, `${this.name}.log`);
    const running = spawn(binary, ['-c', join(this.#folder, `${this.name}.conf`), '-l', log], {
      stdio: 'ignore',
    });
    this.#process = running;
    const isWell = (): Promise<boolean> =>
      fetch(`${this.monitor}/healthz?js-enabled-only=true`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isWell, `${this.name} is well`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  /** As a power cut would. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Stands still without closing anything, like a network that swallows everything. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Reads its configuration anew. */
  reload(): void {
    this.#process?.kill('SIGHUP');
  }
}

/** A site as an administrator makes it with the server kit, in a folder of its own on loopback. */
export class TestSite {
  readonly folder: string;
  readonly servers: readonly TestServer[];

  private constructor(folder: string, servers: readonly TestServer[]) {
    this.folder = folder;
    this.servers = servers;
  }

  /** @param options more of the kit's `init`; TLS is left out unless they say otherwise */
  static async make(count: 1 | 3, options: readonly string[] = ['--no-tls']): Promise<TestSite> {
    const folder = mkdtempSync(join(tmpdir(), 'wegmarke-sync-'));
    const servers: TestServer[] = [];
    const named: string[] = [];
    for (const name of ['one', 'two', 'three'].slice(0, count)) {
      const [port, clusterPort, monitorPort] = [await freePort(), await freePort(), await freePort()];
      named.push('--server', `${name}=127.0.0.1:${port}:${clusterPort}:${monitorPort}`);
      servers.push(new TestServer(folder, name, monitorPort));
    }
    const site = new TestSite(folder, servers);
    try {
      site.kit('init', ...named, ...options);
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  /** With one facility, its bucket and running servers. */
  static async running(count: 1 | 3 = 1, options?: readonly string[]): Promise<TestSite> {
    const site = await TestSite.make(count, options);
    site.kit('add-facility', 'muenster');
    try {
      await Promise.all(site.servers.map((server) => server.start()));
      await until(async () => site.tryKit('apply'), 'the bucket is made');
    } catch (error) {
      await site.close();
      throw error;
    }
    return site;
  }

  #run(args: readonly string[]): { readonly status: number | null; readonly said: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [kit, ...args, '--dir', this.folder], {
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }

  /** Runs the kit's command. @returns what it said @throws where it failed */
  kit(...args: readonly string[]): string {
    const { status, said } = this.#run(args);
    if (status !== 0) throw new Error(said);
    return said;
  }

  tryKit(...args: readonly string[]): boolean {
    return this.#run(args).status === 0;
  }

  /** The first server; a site of one has no other. */
  get server(): TestServer {
    const [first] = this.servers;
    if (!first) throw new Error('A site has a server.');
    return first;
  }

  address(facility = 'muenster'): ServerAddress {
    const text = readFileSync(join(this.folder, `${facility}.wegmarke-sync.json`), 'utf8');
    const address = readServerAddress(text);
    if (!address) throw new Error('The kit wrote an address that the app does not read.');
    return address;
  }

  /** A new workstation that the running servers know. */
  async addWorkstation(name: string, facility = 'muenster'): Promise<WorkstationKey> {
    const key = makeWorkstationKey();
    this.kit('add-workstation', facility, name, key.publicKey);
    await this.reload();
    return key;
  }

  /** Lets the servers read what the kit wrote. */
  async reload(): Promise<void> {
    for (const server of this.servers) server.reload();
    // A server says nowhere that it has.
    await pause(400);
  }

  /** What the servers keep on the disk, as a copy. @returns puts it back; both while they are stopped */
  copyData(): () => void {
    const data = join(this.folder, 'data');
    const copy = join(mkdtempSync(join(this.folder, 'copy-')), 'data');
    cpSync(data, copy, { recursive: true });
    return () => {
      rmSync(data, { recursive: true, force: true });
      cpSync(copy, data, { recursive: true });
    };
  }

  /** As somebody does who has the server's own key. */
  async deleteBucket(facility = 'muenster'): Promise<void> {
    const seed = readFileSync(join(this.folder, 'keys', `${facility}.seed`));
    const servers = this.address(facility).servers.map((server) => server.replace(/^\w+:\/\//, ''));
    const keeper = await connect({ servers, authenticator: nkeyAuthenticator(seed), reconnect: false });
    await keeper.request(`$JS.API.STREAM.DELETE.KV_${facility}`, '', { timeout: 5_000 });
    await keeper.close();
  }

  /** Loses everything that was kept. While the servers are stopped. */
  emptyData(): void {
    rmSync(join(this.folder, 'data'), { recursive: true });
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
