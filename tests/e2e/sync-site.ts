/**
 * Workstations of one site around a real server, each a whole app over a folder of its own. They have one header and one
 * site secret, as after joining; joining itself is tested by itself.
 */

import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { openNatsTransport } from '#electron/sync/nats-transport.ts';
import setupTexts from '#locales/de/setup.json' with { type: 'json' };
import { buildFolder } from '#scripts/build.ts';
import { madeUpSetup } from '#scripts/lab.ts';
import type { SyncState, SyncTrouble } from '#shared/ports/sync.ts';
import type { SyncTransport } from '#shared/ports/sync-transport.ts';
import { TestSite } from '#tests/sync/nats-servers.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './start-app.ts';
import { press, setUp } from './steps.ts';

const { passphrase } = madeUpSetup;

export class Pc {
  readonly name: string;
  readonly dataDir: string;
  readonly #env: Readonly<Record<string, string>>;
  #running: RunningApp | undefined;

  constructor(name: string, dataDir: string, env: Readonly<Record<string, string>>) {
    this.name = name;
    this.dataDir = dataDir;
    this.#env = env;
  }

  get page(): Page {
    if (!this.#running) throw new Error('the app was not started');
    return this.#running.page;
  }

  /** The next save dialog's answer. */
  async answerSaveDialog(path: string): Promise<void> {
    await this.#running?.answerSaveDialog(path);
  }

  /** To the lock screen, or to the set-up. */
  async start(): Promise<Page> {
    this.#running = await startApp({
      ...{ app: buildFolder('lab'), args: [`--data-dir=${this.dataDir}`], env: this.#env },
    });
    this.page.setDefaultTimeout(20_000);
    return this.page;
  }

  /** @param isNewer whether it is of the app's next version (tests/lab/newer-app.ts) */
  async unlock({ isNewer = false } = {}): Promise<Page> {
    await this.start();
    if (isNewer) await this.page.evaluate(() => window.wegmarkeLab.beNewerApp());
    return this.unlockHere();
  }

  /** Unlocks the window as it stands. */
  async unlockHere(): Promise<Page> {
    await this.page.getByLabel(setupTexts.unlock.passphrase, { exact: true }).fill(passphrase);
    await press(this.page, setupTexts.unlock.button);
    // A large journal is taken over first.
    await this.page.waitForFunction(() => window.wegmarkeLab.isOpen(), undefined, { timeout: 180_000 });
    return this.page;
  }

  async close(): Promise<void> {
    await this.#running?.close();
    this.#running = undefined;
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
    this.#running = undefined;
  }

  /** Fetches this one's header and site secret to a folder that has none yet. */
  async shareWith(other: Pc): Promise<void> {
    await mkdir(join(other.dataDir, 'local'), { recursive: true, mode: 0o700 });
    await mkdir(join(other.dataDir, 'vault'), { recursive: true, mode: 0o700 });
    for (const header of ['header-a.json', 'header-b.json'])
      await cp(join(this.dataDir, 'vault', header), join(other.dataDir, 'vault', header), {
        force: false,
        errorOnExist: false,
      }).catch(() => undefined);
    await cp(
      join(this.dataDir, 'local', 'keystore', 'site-secret.bin'),
      join(other.dataDir, 'local', 'keystore', 'site-secret.bin'),
    );
    await cp(
      join(this.dataDir, 'local', 'stand-in-keystore.key'),
      join(other.dataDir, 'local', 'stand-in-keystore.key'),
    );
  }

  state(): Promise<SyncState> {
    return this.page.evaluate(() => window.wegmarkeLab.sync.state());
  }

  /** Until it says that. */
  async says(kind: SyncState['kind'], timeout = 60_000): Promise<void> {
    await expect.poll(async () => (await this.state()).kind, { timeout }).toBe(kind);
  }

  /** Until it says that somebody has to look. */
  async hasTrouble(trouble: SyncTrouble): Promise<void> {
    await expect
      .poll(
        async () => {
          const state = await this.state();
          return state.kind === 'attention' ? state.trouble : state.kind;
        },
        { timeout: 90_000 },
      )
      .toBe(trouble);
  }

  /** Over every record there is. */
  async contents(): Promise<{ readonly digest: string | null; readonly records: number }> {
    return this.page.evaluate(() => window.wegmarkeLab.contents());
  }
}

export class SyncedSite {
  readonly server: TestSite;
  readonly pcs: readonly Pc[];
  readonly #folders: readonly string[];
  readonly #lines: SyncTransport[] = [];

  private constructor(server: TestSite, pcs: readonly Pc[], folders: readonly string[]) {
    this.server = server;
    this.pcs = pcs;
    this.#folders = folders;
  }

  /** A server and PCs of which none has been started. */
  static async make(
    count: number,
    servers: 1 | 3 = 1,
    env: Readonly<Record<string, string>> = {},
  ): Promise<SyncedSite> {
    const server = await TestSite.running(servers);
    const folders: string[] = [];
    for (let at = 0; at < count; at += 1) folders.push(await mkdtemp(join(tmpdir(), 'wegmarke-pc-')));
    const pcs = folders.map((folder, at) => new Pc(`pc-${at + 1}`, join(folder, 'data'), env));
    return new SyncedSite(server, pcs, folders);
  }

  pc(number: number): Pc {
    const found = this.pcs[number - 1];
    if (!found) throw new Error('no such PC');
    return found;
  }

  /** Sets the first one up, and lets the others have its header. */
  async setUp(): Promise<void> {
    const [first, ...others] = this.pcs;
    if (!first) return;
    await this.setUpFirst();
    for (const other of others) {
      await first.shareWith(other);
      await other.unlock();
    }
  }

  /** Sets the first one up alone. */
  setUpFirst(): Promise<void> {
    return this.setUpAlone(this.pc(1));
  }

  /** Sets one up as a facility of its own. */
  async setUpAlone(pc: Pc, facilityName: string = madeUpSetup.facilityName): Promise<void> {
    await setUp(await pc.start(), { ...madeUpSetup, facilityName });
    await pc.page.waitForFunction(() => window.wegmarkeLab.isOpen());
  }

  addressFile(): string {
    return readFileSync(join(this.server.folder, 'muenster.wegmarke-sync.json'), 'utf8');
  }

  /** Connects a PC as an administrator does, with the server's administrator beside them. */
  async connect(pc: Pc, addressFile = this.addressFile()): Promise<void> {
    const key = await pc.page.evaluate((file) => window.wegmarkeLab.sync.connect(file), addressFile);
    this.server.kit('add-workstation', 'muenster', pc.name, key);
    await this.server.reload();
    await pc.page.evaluate(() => window.wegmarkeLab.sync.retry());
  }

  /** A way to the server beside the apps, for a workstation of that name that the server takes. */
  async openLine(name: string): Promise<SyncTransport> {
    const line = openNatsTransport({
      address: this.server.address(),
      key: await this.server.addWorkstation(name),
      admit: async () => true,
      pauses: { shortest: 50, longest: 400, refused: 300, look: 500 },
    });
    this.#lines.push(line);
    return line;
  }

  /** Until all of them are in step and have the same. @returns the digest */
  async agrees(pcs: readonly Pc[], timeout = 90_000): Promise<string> {
    let digest: string | null = null;
    await expect
      .poll(
        async () => {
          // Somebody sits there: who does nothing for minutes is locked out.
          for (const pc of pcs) await pc.page.mouse.move(300 + Math.random() * 100, 300);
          for (const pc of pcs) if ((await pc.state()).kind !== 'in-step') return (await pc.state()).kind;
          const all = await Promise.all(pcs.map((pc) => pc.contents()));
          digest = all[0]?.digest ?? null;
          return new Set(all.map((one) => one.digest)).size;
        },
        { timeout, intervals: [100, 250, 500] },
      )
      .toBe(1);
    return digest ?? '';
  }

  async remove(): Promise<void> {
    for (const line of this.#lines) await line.close();
    for (const pc of this.pcs) await pc.kill();
    await this.server.close();
    for (const folder of this.#folders)
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
