/**
 * The vault header that all workstations of a site share, and requests to join, over the sync server.
 *
 * Guarantees: a header that does not open or was not signed by an administrator is never taken, and ours is put in
 * its place; what administrators change is stored there first, by compare-and-set, and only then here (`claim`);
 * what one knows and the other does not is brought to both.
 */
import type { VaultHeader } from '#renderer/vault/header.ts';
import type { Claimed, HeaderClaim, TakenHeader } from '#renderer/vault/header-changes.ts';
import { verifyHeader } from '#renderer/vault/header-signature.ts';
import { isSameHeader } from '#renderer/vault/merge-headers.ts';
import { hasMore } from '#renderer/vault/reconcile.ts';
import type { JoinRequest, SiteValues } from '#renderer/vault/site-values.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultFailure } from '#renderer/vault/vault-failure.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { SyncEntry, SyncLine } from '#shared/ports/sync-transport.ts';
import { valueFormats } from '#shared/sync/value-format.ts';
import { type FoundRequest, readRequests, writeRequest } from './join-requests.ts';

interface SharedHeaderDeps {
  readonly vault: Pick<Vault, 'takeHeader' | 'claimThrough' | 'siteValues'>;
  readonly session: VaultSession;
  readonly workstationId: string;
  /** A newer key for the data has come. */
  readonly keyBegun: () => void;
  /** The account that is signed in may not go on: its keys have to go. */
  readonly signedOut: () => void;
  /** Two administrators' changes knew nothing of each other; one of them has to be made again. */
  readonly overruled: () => void;
}

/** Where this workstation stands with the header that all share. */
type HeaderStanding =
  | 'agreed'
  /** An administrator has to sign in here, because keys that only this PC has would be lost otherwise. */
  | 'differs'
  /** A newer version of the app has written it. */
  | 'newer'
  /** An administrator took this workstation out of the site. */
  | 'revoked';

export interface SharedHeader {
  /**
   * From now on over this line, which leads to this site's server; `null`: not any more. Without one, what administrators
   * change is refused.
   */
  attach(line: SyncLine | null): void;
  /**
   * Takes over a value that is no record, before the records that came with it are opened. `false`: it is none of
   * these. Rejects where the disk refuses the header; the value has to come again then.
   */
  take(entry: SyncEntry): Promise<boolean>;
  /** Compares with the server, and resolves when both have the same or it could not be reached. */
  agree(): Promise<void>;
  standing(): HeaderStanding;
  /** Changes of accounts were overruled since sync began: somebody has to look at them. */
  overruled(): boolean;
  /** How far the server's clock is ahead of this computer's, in milliseconds; 0 where it is not reached. */
  clockAheadMs(): Promise<number>;
  /** PCs that ask to belong to the site, as they were last read; the same array until it changes. */
  requests(): readonly FoundRequest[];
  /** Reads them anew; `false`: the server is not reached. */
  readRequests(): Promise<boolean>;
  /** Tells the PC that asks that it is not taken. */
  decline(request: FoundRequest): Promise<Result<void, VaultFailure>>;
  /** Called after every change of what is answered here. Returns its unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Ends it; the line stays its owner's. */
  stop(): void;
}

/** A compare-and-set that fails so often in a row is not lost to other workstations by chance. */
const mostAttempts = 5;
const none: readonly FoundRequest[] = [];

/** What lies on the server; `unreadable` is put right, `newer` left alone. */
interface FoundHeader {
  readonly revision: number;
  readonly theirs: VaultHeader | 'none' | 'unreadable' | 'newer';
}

/** Begins to share the header; what administrators change goes to the server first from now on. */
export async function shareHeader(deps: SharedHeaderDeps): Promise<Result<SharedHeader, VaultFailure>> {
  const values = await deps.vault.siteValues(deps.session);
  if (!values.ok) return values;
  const shared = new Shared(deps, values.value);
  deps.vault.claimThrough(shared);
  return ok(shared);
}

class Shared implements SharedHeader, HeaderClaim {
  readonly #deps: SharedHeaderDeps;
  readonly #values: SiteValues;
  readonly #listeners = new Set<() => void>();
  #line: SyncLine | null = null;
  #leaveLine: (() => void) | undefined;
  #connected = false;
  #isStopped = false;
  #standing: HeaderStanding = 'agreed';
  #overruled = false;
  #requests = none;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: SharedHeaderDeps, values: SiteValues) {
    this.#deps = deps;
    this.#values = values;
    this.#judge(deps.session.verifiedHeader());
  }

  readonly standing = (): HeaderStanding => this.#standing;
  readonly overruled = (): boolean => this.#overruled;
  readonly requests = (): readonly FoundRequest[] => this.#requests;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  attach(line: SyncLine | null): void {
    if (this.#isStopped || line === this.#line) return;
    this.#leaveLine?.();
    this.#line = line;
    this.#connected = false;
    this.#leaveLine = line?.subscribe(() => this.#lineChanged());
    this.#lineChanged();
  }

  stop(): void {
    this.attach(null);
    this.#isStopped = true;
    this.#deps.vault.claimThrough(null);
    this.#listeners.clear();
  }

  changed(): void {
    void this.agree();
  }

  agree(): Promise<void> {
    return this.#alone(() => this.#agree()).catch(() => undefined);
  }

  async take(entry: SyncEntry): Promise<boolean> {
    const format = entry.value[0];
    if (format === valueFormats.joinRequest) {
      await this.readRequests();
      return true;
    }
    if (format !== valueFormats.header && entry.key !== this.#values.headerName) return false;
    if (entry.key !== this.#values.headerName) return true;
    await this.#alone(async () => {
      const theirs = await this.#opened(entry.value);
      if (typeof theirs === 'string' || !(await this.#takeOver(theirs))) await this.#agree();
    });
    return true;
  }

  async clockAheadMs(): Promise<number> {
    const found = await this.#line?.identity();
    return found?.ok ? found.value.clockAheadMs : 0;
  }

  async readRequests(): Promise<boolean> {
    const found = this.#line && (await readRequests(this.#line, this.#values));
    if (!found) return false;
    const { workstations = [] } = this.#deps.session.verifiedHeader();
    const answered = ({ request }: FoundRequest): boolean =>
      request.declined === true ||
      workstations.some(
        ({ id, publicKey, revokedAt }) =>
          id === request.workstationId && (publicKey === request.publicKey || revokedAt !== undefined),
      );
    this.#requests = found.filter((one) => !answered(one));
    this.#tell();
    return true;
  }

  async decline({ name, revision, request }: FoundRequest): Promise<Result<void, VaultFailure>> {
    const declined: JoinRequest = { ...request, declined: true };
    const written = this.#line
      ? await writeRequest(this.#line, this.#values, { name, revision, request: declined })
      : ({ kind: 'offline' } as const);
    await this.readRequests();
    return written.kind === 'stored' ? ok(undefined) : failed('server-needed');
  }

  async claim(present: VaultHeader, next: VaultHeader): Promise<Claimed> {
    let sent = false;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const found = await this.#look();
      if (!found) return refused(sent ? 'server-silent' : 'server-needed');
      const { theirs, revision } = found;
      if (theirs === 'newer') return refused('header-too-new');
      if (typeof theirs !== 'string') {
        // Stored by the write that had no answer.
        if (sent && theirs.signature === next.signature) return { kind: 'stored' };
        if (hasMore(theirs, present, next)) return { kind: 'other', header: theirs };
      }
      const outcome = await this.#publish(next, revision);
      if (outcome === 'stored') return { kind: 'stored' };
      if (outcome === 'refused') return refused('server-refused');
      if (outcome === 'offline') return refused(sent ? 'server-silent' : 'server-needed');
      sent ||= outcome === 'unknown';
    }
    return refused('server-silent');
  }

  /** Brings to the server what it does not have, and here what this workstation does not have. */
  async #agree(): Promise<void> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const found = await this.#look();
      if (!found || found.theirs === 'newer') return this.#stand(found ? 'newer' : this.#standing);
      const { theirs, revision } = found;
      if (typeof theirs !== 'string' && (await this.#takeOver(theirs))) return;
      if (this.#standing === 'differs') return;
      const outcome = await this.#publish(this.#deps.session.verifiedHeader(), revision);
      if (outcome !== 'conflict' && outcome !== 'unknown') return;
    }
  }

  /** `true`: the server has nothing less than this workstation now. */
  async #takeOver(theirs: VaultHeader): Promise<boolean> {
    const { vault, session, keyBegun, signedOut, overruled } = this.#deps;
    const taken = await vault.takeHeader(session, theirs);
    if (!taken.ok) {
      if (taken.error.code !== 'headers-differ') throw new Error('The header could not be taken over.');
      this.#stand('differs');
      return true;
    }
    const { header }: TakenHeader = taken.value;
    if (taken.value.overruled) {
      this.#overruled = true;
      overruled();
      this.#tell();
    }
    this.#judge(header);
    if (taken.value.signedOut) {
      signedOut();
      return true;
    }
    if (taken.value.keyBegun) keyBegun();
    if (taken.value.changed) this.#tell();
    return isSameHeader(header, theirs);
  }

  async #look(): Promise<FoundHeader | null> {
    const line = this.#line;
    if (line?.connection().kind !== 'connected') return null;
    const read = await line.get(this.#values.headerName);
    if (!read.ok) return null;
    if (!read.value) return { revision: 0, theirs: 'none' };
    return { revision: read.value.revision, theirs: await this.#opened(read.value.value) };
  }

  async #opened(value: Uint8Array): Promise<VaultHeader | 'unreadable' | 'newer'> {
    const opened = await this.#values.openHeader(value);
    if (!opened.ok) return opened.error;
    const { trustAnchor } = this.#deps.session.keyHolder();
    return (await verifyHeader(opened.value, trustAnchor)) ? opened.value : 'unreadable';
  }

  async #publish(
    header: VaultHeader,
    expected: number,
  ): Promise<'stored' | 'conflict' | 'unknown' | 'offline' | 'refused'> {
    const value = await this.#values.sealHeader(header);
    const outcome = await this.#line?.publish(this.#values.headerName, value, expected);
    return outcome?.kind ?? 'offline';
  }

  /** After every connecting: what changed here meanwhile is brought there. */
  #lineChanged(): void {
    const connected = this.#line?.connection().kind === 'connected';
    if (connected && !this.#connected) this.changed();
    this.#connected = connected;
  }

  #judge({ workstations = [] }: VaultHeader): void {
    const own = workstations.find(({ id }) => id === this.#deps.workstationId);
    this.#stand(own?.revokedAt === undefined ? 'agreed' : 'revoked');
  }

  #stand(standing: HeaderStanding): void {
    if (this.#standing === standing) return;
    this.#standing = standing;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

const failed = (code: 'server-needed'): Result<never, VaultFailure> => ({ ok: false, error: { code } });

const refused = (code: 'server-needed' | 'server-silent' | 'server-refused' | 'header-too-new'): Claimed => ({
  kind: 'refused',
  failure: { code },
});
