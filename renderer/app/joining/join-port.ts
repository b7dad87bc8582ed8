/**
 * A PC's way into a site: file and code, the server, an administrator's word.
 *
 * Guarantees that nothing but the key at the server is on this PC before it was taken in, and that giving up takes
 * that away too. Closing the window on the way loses nothing: the key stays, file and code are given once more.
 */
import { isJoinFile } from '#renderer/vault/join-file.ts';
import type { JoiningVault } from '#renderer/vault/join-site.ts';
import type { JoinRequest } from '#renderer/vault/site-values.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { JoinPort, JoinState, PendingJoin } from '#shared/ports/joining.ts';
import type { SyncLine } from '#shared/ports/sync-transport.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';
import type { SyncHost } from '../sync/host-transport.ts';
import { freePlace, readPlaces, writeRequest } from '../sync/join-requests.ts';

export interface JoinDeps {
  readonly vault: Pick<Vault, 'beginJoin'>;
  readonly sync: Pick<SyncHost, 'configure' | 'open' | 'forget'>;
  /** Of this computer. */
  readonly workstationId: () => string;
  readonly now: () => Date;
  /** This PC belongs to the site: accounts sign in. */
  readonly joined: () => void;
  /** Between two looks at the server, milliseconds. */
  readonly pause?: number;
}

/** Somebody is sitting in front of it; the server answers one read. */
const usualPause = 2_000;

export function joinPort(deps: JoinDeps): JoinPort {
  const { vault, sync, now } = deps;
  return {
    isJoinFile,
    begin: async (file, code, name) => {
      const begun = await vault.beginJoin(file, code, now()).catch(unforeseen);
      if (!begun.ok) return err(failureOf(begun.error));
      const configured = await sync.configure(begun.value.addressFile);
      const line = configured.ok ? await sync.open(undefined) : configured;
      if (!configured.ok || !line.ok) {
        begun.value.discard();
        return err({ code: line.ok ? 'unknown' : line.error });
      }
      const pc = { workstationId: deps.workstationId(), publicKey: configured.value.publicKey };
      const fingerprint = await begun.value.fingerprint(pc);
      const request = { ...pc, name: name.trim(), requestedAt: now().toISOString() };
      const waiting = new Waiting(deps, begun.value, line.value, request, fingerprint);
      return ok(waiting);
    },
  };
}

class Waiting implements PendingJoin {
  readonly facilityName: string | null;
  readonly publicKey: string;
  readonly fingerprint: readonly string[];
  readonly #deps: JoinDeps;
  readonly #vault: JoiningVault;
  readonly #line: SyncLine;
  readonly #request: JoinRequest;
  readonly #leaveLine: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #listeners = new Set<() => void>();
  #state: JoinState = { kind: 'connecting' };
  #looking = false;
  #over = false;

  constructor(
    deps: JoinDeps,
    vault: JoiningVault,
    line: SyncLine,
    request: JoinRequest,
    fingerprint: readonly string[],
  ) {
    this.facilityName = vault.facilityName;
    this.publicKey = request.publicKey;
    this.fingerprint = fingerprint;
    this.#deps = deps;
    this.#vault = vault;
    this.#line = line;
    this.#request = request;
    const look = (): void => void this.#look();
    this.#leaveLine = line.subscribe(look);
    this.#timer = setInterval(look, deps.pause ?? usualPause);
    look();
  }

  readonly current = (): JoinState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async cancel(): Promise<void> {
    if (this.#over) return;
    this.#end();
    await this.#withdraw().catch(() => undefined);
    await this.#line.close();
    await this.#deps.sync.forget();
    this.#vault.discard();
  }

  /** Looks whether this PC was taken in, and asks where it has not asked yet. */
  async #look(): Promise<void> {
    if (this.#looking || this.#over) return;
    this.#looking = true;
    try {
      const state = await this.#next();
      if (!this.#over) await this.#set(state);
    } finally {
      this.#looking = false;
    }
  }

  async #next(): Promise<JoinState> {
    const { kind } = this.#line.connection();
    if (kind === 'refused') return { kind };
    if (kind !== 'connected') return { kind: 'connecting' };
    const { values } = this.#vault;
    const read = await this.#line.get(values.headerName);
    if (!read.ok) return this.#state;
    const header = read.value && (await values.openHeader(read.value.value));
    // What does not open is garbage, which the other workstations put right.
    if (header?.ok && !this.#over) {
      const taken = await this.#vault.take(header.value, this.#request).catch(unforeseen);
      if (taken.ok && taken.value === 'joined') return { kind: 'joined' };
      if (!taken.ok && taken.error.code !== 'header-altered')
        return { kind: 'failed', code: failureOf(taken.error).code };
    }
    return this.#ask(header?.ok ? (header.value.workstations ?? []) : []);
  }

  async #ask(known: readonly { readonly id: string; readonly publicKey: string }[]): Promise<JoinState> {
    const places = await readPlaces(this.#line, this.#vault.values);
    if (!places) return this.#state;
    const own = places.find(
      ({ request }) =>
        request?.workstationId === this.#request.workstationId &&
        request.publicKey === this.#request.publicKey,
    );
    // An answer to an earlier try of this PC is none to this one.
    if (own?.request && own.request.requestedAt >= this.#request.requestedAt)
      return { kind: own.request.declined === true ? 'declined' : 'asking' };
    const place = own ?? freePlace(places, known);
    if (!place) return { kind: 'full' };
    if (this.#over) return this.#state;
    const { name, revision } = place;
    await writeRequest(this.#line, this.#vault.values, { name, revision, request: this.#request });
    return this.#state;
  }

  /** So that no administrator takes in a PC that has given up. */
  async #withdraw(): Promise<void> {
    const places = await readPlaces(this.#line, this.#vault.values);
    const own = places?.find(({ request }) => request?.workstationId === this.#request.workstationId);
    if (!own) return;
    const { name, revision } = own;
    const request = { ...this.#request, declined: true };
    await writeRequest(this.#line, this.#vault.values, { name, revision, request });
  }

  async #set(state: JoinState): Promise<void> {
    if (state.kind === 'joined') {
      this.#end();
      await this.#line.close();
    }
    if (state.kind !== this.#state.kind || state.kind === 'failed') {
      this.#state = state;
      for (const listener of this.#listeners) listener();
    }
    if (state.kind === 'joined') this.#deps.joined();
  }

  #end(): void {
    this.#over = true;
    clearInterval(this.#timer);
    this.#leaveLine();
  }
}
