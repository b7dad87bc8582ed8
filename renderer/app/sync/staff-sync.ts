/**
 * Sync as screens have it once the vault is open: the engine over the server that was set up, what all workstations share
 * beside the records, and what was found after merging. Without a server nothing here runs.
 */
import type { OpenedData } from '#renderer/data/open-data.ts';
import { SyncEngine } from '#renderer/sync/engine.ts';
import { MergeWatch } from '#renderer/sync/merge-watch.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { MergedData } from '#shared/domain/after-merge/merged-data.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { SyncConfiguration } from '#shared/ipc/contract/sync.ts';
import type { OverwrittenRecord, SyncPort, SyncState } from '#shared/ports/sync.ts';
import { engineSite } from './engine-site.ts';
import type { SyncHost } from './host-transport.ts';
import { type SharedHeader, shareHeader } from './shared-header.ts';

interface StaffSyncDeps {
  readonly host: SyncHost;
  readonly data: Pick<OpenedData, 'replica' | 'merged' | 'commands' | 'keepErasures'>;
  readonly likelySame: MergedData['likelySame'];
  readonly vault: Pick<Vault, 'takeHeader' | 'claimThrough' | 'siteValues' | 'workstations'>;
  readonly session: VaultSession;
  readonly workstationId: string;
  readonly now: () => number;
  /** A newer key for the data has come from another workstation. */
  readonly keyBegun: () => void;
  readonly lock: () => void;
}

export interface StaffSync extends SyncPort {
  /** Looks whether a server was set up; the state says so from then on. */
  prepare(): Promise<void>;
  /** Goes on with the server that was set up, if there is one. */
  begin(): Promise<void>;
  /** Ends it; to be awaited before the keys go. */
  stop(): Promise<void>;
  /** A key for the data has begun here: what lies on the server is sealed again too. */
  keyBegun(): void;
  /** Resolves once everything that the server had has come; without a server at once. */
  whole(): Promise<void>;
  /** The header that all share, while there is a server. */
  header(): SharedHeader | undefined;
  workstationName(id: string): string | undefined;
}

/** What runs while there is a server. */
interface Running {
  readonly configuration: SyncConfiguration;
  readonly engine: SyncEngine;
  readonly watch: MergeWatch;
  readonly header: SharedHeader;
  readonly leave: () => void;
}

const off: SyncState = { kind: 'off' };
const nothing: readonly never[] = [];

export function staffSync(deps: StaffSyncDeps): StaffSync {
  return new Staff(deps);
}

class Staff implements StaffSync {
  readonly #deps: StaffSyncDeps;
  readonly #listeners = new Set<() => void>();
  #running: Running | undefined;
  #overwritten: readonly OverwrittenRecord[] = nothing;
  #names: ReadonlyMap<string, string> = new Map();
  /** What is said while nothing runs. */
  #waiting: SyncState = off;
  #configuration: SyncConfiguration | null = null;
  #isStopped = false;

  constructor(deps: StaffSyncDeps) {
    this.#deps = deps;
  }

  readonly current = (): SyncState => this.#running?.engine.current() ?? this.#waiting;
  readonly tasks = () => this.#running?.engine.kept().tasks ?? nothing;
  readonly overwritten = () => this.#overwritten;
  readonly header = () => this.#running?.header;
  readonly workstationName = (id: string): string | undefined => this.#names.get(id);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  details(): ReturnType<SyncPort['details']> {
    if (!this.#running) return null;
    const { configuration, engine } = this.#running;
    return { ...configuration, ...engine.figures() };
  }

  async look(): Promise<void> {
    await this.#running?.engine.look();
  }

  async prepare(): Promise<void> {
    const found = await this.#deps.host.configuration();
    if (!found.ok || !found.value) return;
    this.#configuration = found.value;
    this.#waiting = { kind: 'offline', since: this.#deps.now(), count: 0 };
  }

  async begin(): Promise<void> {
    await this.#readNames();
    if (this.#configuration) await this.#run(this.#configuration);
  }

  async connect(addressFile: string): Promise<Result<void, Refusal>> {
    const noted = await this.#noted('sync.connect');
    if (!noted.ok) return noted;
    const before = this.#running?.configuration;
    await this.#end();
    const configured = await this.#deps.host.configure(addressFile);
    // A file that can't be read ends nothing: the server from before is still set up.
    const next = configured.ok ? configured.value : before;
    if (next) await this.#run(next);
    if (!configured.ok) return err({ code: configured.error });
    return ok(undefined);
  }

  async disconnect(): Promise<Result<void, Refusal>> {
    const noted = await this.#noted('sync.disconnect');
    if (!noted.ok) return noted;
    await this.#end();
    this.#waiting = off;
    const forgotten = await this.#deps.host.forget();
    this.#tell();
    return forgotten.ok ? ok(undefined) : err({ code: forgotten.error });
  }

  async reseed(): Promise<Result<void, Refusal>> {
    const noted = await this.#noted('sync.reseed');
    if (!noted.ok || !this.#running) return noted;
    const { configuration, engine } = this.#running;
    await this.#end();
    await engine.reseed();
    await this.#run(configuration);
    return ok(undefined);
  }

  retry(): void {
    this.#running?.engine.retry();
  }

  keyBegun(): void {
    void this.#running?.engine.resealAll();
  }

  whole(): Promise<void> {
    return this.#running?.engine.whole() ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#end();
  }

  async #noted(deed: 'sync.connect' | 'sync.disconnect' | 'sync.reseed'): Promise<Result<void, Refusal>> {
    const noted = await this.#deps.data.commands.execute(deed, { ids: [facilityId] });
    return noted.ok ? ok(undefined) : noted;
  }

  async #run(configuration: SyncConfiguration): Promise<void> {
    const { vault, session, workstationId, data, now, host } = this.#deps;
    const [shared, values] = await Promise.all([
      shareHeader({
        ...{ vault, session, workstationId, keyBegun: this.#deps.keyBegun },
        signedOut: this.#deps.lock,
        overruled: () => void data.commands.execute('sync.overruled', { ids: [facilityId] }),
      }),
      vault.siteValues(session),
    ]);
    if (!shared.ok || !values.ok || this.#isStopped) return;
    const header = shared.value;
    const engine: SyncEngine = await SyncEngine.open({
      replica: data.replica,
      site: engineSite({ header, values: values.value, session }),
      openLine: async (known) => {
        const line = await host.open(known);
        return line.ok ? line.value : line.error;
      },
      now,
      arrived: (taken) => watch.arrived(taken, engine.isFirstFill),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    });
    const watch = this.#watchOver(engine);
    const ends = [
      engine.subscribe(() => this.#tell()),
      data.replica.onWritten((written) => watch.written(written)),
      header.subscribe(() => this.#headerChanged(engine, header)),
    ];
    const leave = (): void => {
      for (const end of ends) end();
    };
    this.#running = { configuration, engine, watch, header, leave };
    this.#found(engine);
    await engine.start();
    this.#tell();
  }

  #watchOver(engine: SyncEngine): MergeWatch {
    const { data, likelySame } = this.#deps;
    return new MergeWatch(
      {
        data: { ...data.merged, likelySame },
        replica: data.replica,
        found: (found) => {
          engine.keep(found);
          this.#found(engine);
        },
        keepErasures: data.keepErasures,
        repeatErasures: async (ids) => {
          await data.commands.execute('erasure.repeat', { ids: [...ids] });
        },
      },
      engine.kept(),
    );
  }

  #found(engine: SyncEngine): void {
    this.#overwritten = engine
      .kept()
      .overwritten.flatMap(({ kind, id }) => (kind === 'audit' ? [] : [{ kind, id }]));
    this.#tell();
  }

  #headerChanged(engine: SyncEngine, header: SharedHeader): void {
    if (header.standing() === 'revoked') engine.halt('revoked');
    if (header.standing() === 'newer') engine.halt('newer');
    void this.#readNames();
    this.#tell();
  }

  async #readNames(): Promise<void> {
    const { vault, session } = this.#deps;
    const found = await vault.workstations(session).catch(() => undefined);
    if (!found?.ok) return;
    this.#names = new Map(found.value.map(({ id, name }) => [id, name]));
    this.#tell();
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    running.leave();
    running.watch.stop();
    running.header.stop();
    await running.engine.stop();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
