/**
 * The way from the start of the window to an open vault and back. Guarantees that the screens see one state at a
 * time, that data opens only with a session of the vault, that locking, at whatever moment it is asked for, drops
 * keys and data before the window is loaded anew, and that a running kiosk is left with a staff passphrase only.
 */
import type { DataDeps, OpenedData } from '#renderer/data/open-data.ts';
import type { rehearse } from '#renderer/data/rehearsal.ts';
import { likelySameFinder } from '#renderer/services/likely-same/finder.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { Facility } from '#shared/domain/records/facility.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { AppInfo } from '#shared/ipc/contract/app.ts';
import type { AppServices, SavingPort } from '#shared/ports/app-services.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';
import type { RetentionPort } from '#shared/ports/retention.ts';
import { staffAccounts } from '../accounts/staff-accounts.ts';
import { auditPort } from '../audit-port.ts';
import type { BackupHost } from '../backup/backup-host.ts';
import { backupPort } from '../backup/backup-port.ts';
import { type BegunEntries, begunEntries } from '../begun/begun-entries.ts';
import type { JoinDeps } from '../joining/join-port.ts';
import { type StaffKeys, staffKeys } from '../keys/staff-keys.ts';
import type { KioskHost } from '../kiosk/kiosk-host.ts';
import { runningKiosk } from '../kiosk/running-kiosk.ts';
import { type StaffKiosk, staffKiosk } from '../kiosk/staff-kiosk.ts';
import { staffProof } from '../proof/staff-proof.ts';
import { staffRecovery } from '../recovery/staff-recovery.ts';
import { staffRetention } from '../retention/staff-retention.ts';
import type { SyncHost } from '../sync/host-transport.ts';
import { type StaffSync, staffSync } from '../sync/staff-sync.ts';
import { staffWorkstations } from '../workstations/staff-workstations.ts';
import type { BootState } from './boot-state.ts';
import { failureOf, unforeseen } from './vault-failure-code.ts';

/** What the boot is made of; `boot-deps.ts` wires the real ones. */
export interface BootDeps {
  readonly info: () => Promise<Result<AppInfo, string>>;
  readonly vault: Pick<
    Vault,
    | 'lockScreen'
    | 'create'
    | 'unlock'
    | 'recoverWithCode'
    | 'ensureIssuerKey'
    | 'addIssuerKey'
    | 'strikeOffIssuer'
    | 'chooseFirstPassphrase'
    | 'accounts'
    | 'addAccount'
    | 'disableAccount'
    | 'changeRole'
    | 'resetPassphrase'
    | 'changePassphrase'
    | 'renewRecovery'
    | 'rotateEpoch'
    | 'takeHeader'
    | 'claimThrough'
    | 'siteValues'
    | 'workstations'
    | 'beginJoin'
    | 'addWorkstation'
    | 'renameWorkstation'
    | 'revokeWorkstation'
    | 'invite'
    | 'fingerprint'
  >;
  readonly openData: (deps: Omit<DataDeps, 'journal' | 'ledger' | 'ahead'>) => Promise<OpenedData>;
  /** What opening the data can begin with before there is a key. */
  readonly prepareData: () => void;
  readonly documents: DocumentPort;
  readonly kiosk: KioskHost;
  readonly backup: BackupHost;
  readonly rehearse: typeof rehearse;
  readonly sync: SyncHost;
  /** Loads the window anew. */
  readonly reload: () => void;
  readonly now: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Who is asked for at the next lock screen; `null`: it is asked who comes. */
  readonly expectNext: (accountId: string | null) => void;
}

/**
 * Where locking has something to end: on the lock screen a passphrase that is being tried or a recovery that is open.
 * A set-up is left alone; nothing is open yet, and whoever fetches the sheet from the printer comes back to it.
 */
const lockable: ReadonlySet<BootState['phase']> = new Set(['locked', 'needs-recovery', 'opening', 'open']);

/** A write under way is given this long before the keys go (milliseconds). */
const settleMs = 2_000;
/** Between two writes of one queue there is less than this (milliseconds). */
const quietMs = 100;
/** When every row is compared with the manifest and every audit entry with its chain, after the first screens are there (milliseconds). */
const verifyAfterMs = 5_000;

export class Boot {
  readonly deps: BootDeps;
  #state: BootState = { phase: 'starting' };
  #workstationId = '';
  #replaced: readonly string[] = [];
  /** The session that is entered; another or none after the wait for something means that it was locked meanwhile. */
  #session: VaultSession | undefined;
  #data: OpenedData | undefined;
  #kiosk: KioskPort | undefined;
  #staffKiosk: StaffKiosk | undefined;
  #begun: BegunEntries | undefined;
  #sync: StaffSync | undefined;
  /** Seals again what lies under older keys. */
  #goOn: StaffKeys['goOn'] | undefined;
  #version = '';
  readonly #listeners = new Set<() => void>();

  constructor(deps: BootDeps) {
    this.deps = deps;
  }

  readonly current = (): BootState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get workstationId(): string {
    return this.#workstationId;
  }

  /** Looks where things stand: a folder that can't be used, nothing yet, or a locked vault. */
  async start(): Promise<void> {
    const info = await this.deps.info();
    if (!info.ok) return this.#set({ phase: 'failed', code: info.error });
    this.#workstationId = info.value.workstationId;
    this.#version = info.value.version;
    this.#replaced = info.value.replacedWorkstations;
    const problem = info.value.dataFolderProblem;
    if (problem !== 'none') return this.#set({ phase: 'folder-problem', problem });
    this.#kiosk = await runningKiosk(this.deps.kiosk, this.deps.now);
    if (this.#kiosk) return this.showKiosk();
    await this.showLockScreen();
  }

  /** Whether a kiosk is running, to which one can go back. */
  get kioskRuns(): boolean {
    return this.#kiosk !== undefined;
  }

  /** Goes (back) to the kiosk, if one is running. */
  readonly showKiosk = (): void => {
    if (this.#kiosk) this.#set({ phase: 'kiosk', port: this.#kiosk });
  };

  /** Reads the lock screen anew. */
  async showLockScreen(): Promise<void> {
    const screen = await this.deps.vault.lockScreen();
    if (!screen.ok) return this.#set({ phase: 'failed', code: failureOf(screen.error).code });
    if (screen.value.state === 'no-vault') return this.#set({ phase: 'set-up' });
    if (screen.value.state === 'needs-recovery') return this.#set({ phase: 'needs-recovery' });
    const { facilityName, accounts, waitMs } = screen.value;
    this.#set({ phase: 'locked', facilityName, accounts, waitMs });
  }

  /**
   * Puts a snapshot that the person chooses in place, on a computer where nothing can be opened. The window is loaded
   * anew then. The error is a failure code; `false`: the person cancelled.
   */
  readonly restoreFile = async (): Promise<Result<boolean, string>> => {
    const answer = await this.deps.backup.restoreFile();
    if (answer.ok && answer.value.restored) this.deps.reload();
    return answer.ok ? ok(answer.value.restored) : answer;
  };

  /** What joining a site needs; the lock screen comes once this PC belongs to it. */
  joinDeps(): JoinDeps {
    const { vault, sync, now } = this.deps;
    const joined = (): void => void this.showLockScreen();
    return { vault, sync, now, joined, workstationId: () => this.#workstationId };
  }

  /**
   * Opens the data for a session. `facility` is written first; it comes from the set-up.
   */
  async enter(
    session: VaultSession,
    facility?: Pick<Facility, 'name' | 'place' | 'programme'>,
  ): Promise<void> {
    this.#session = session;
    this.deps.expectNext(session.signedIn.accountId);
    this.#set({ phase: 'opening', done: 0, of: 0 });
    await this.#endKiosk();
    try {
      const [data] = await Promise.all([this.#openData(session), this.#ensureIssuerKey(session)]);
      if (this.#session !== session) return await data.close();
      this.#data = data;
      if (facility) await data.commands.execute('facility.save', facility);
      else void data.commands.execute('vault.unlock', { ids: [facilityId] });
      if (data.restored) void data.commands.execute('backup.restored', { ids: [facilityId] });
      // Nobody who was deleted is shown again, not even for a moment.
      const repeated = await data.repeatErasures();
      if (this.#session !== session) return;
      const kiosk = this.#openStaffKiosk(session, data);
      const begun = begunEntries({ disk: data.begun, version: this.#version, now: this.deps.now });
      this.#begun = begun;
      void begun.load().catch(() => undefined);
      const services = this.#services(session, data, { kiosk, begun }, repeated);
      await this.#sync?.prepare();
      if (this.#session !== session) return;
      this.#set({ phase: 'open', services, rebuiltRows: data.rebuiltRows });
      void kiosk.takeInbox();
      void this.#sync?.begin().catch(() => undefined);
      setTimeout(() => void this.#verify(), verifyAfterMs);
    } catch (error) {
      session.lock();
      if (this.#session === session) this.#set({ phase: 'failed', code: codeOf(error) });
    }
  }

  /** Hides everything at once, lets a write under way end, drops keys and data, loads the window anew. */
  async lock(): Promise<void> {
    if (!lockable.has(this.#state.phase)) return;
    const session = this.#session;
    const data = this.#data;
    const begun = this.#begun;
    const sync = this.#sync;
    this.#sync = undefined;
    this.#session = undefined;
    this.#data = undefined;
    this.#begun = undefined;
    this.#staffKiosk?.stop();
    this.#goOn = undefined;
    data?.resealing.stop();
    begun?.freeze();
    this.#set({ phase: 'starting' });
    try {
      if (data) await Promise.all([settled(data.saving), begun && stored(begun), sync && ended(sync)]);
      session?.lock();
      await data?.close();
    } finally {
      this.deps.reload();
    }
  }

  /**
   * Should the disk refuse it, certificates wait: issuing says `certificate.no-key`, and the next unlock tries again. With
   * a server a workstation gets its key when it is taken into the site: the header is not changed here alone.
   */
  async #ensureIssuerKey(session: VaultSession): Promise<void> {
    const configured = await this.deps.sync.configuration();
    if (!configured.ok || configured.value) return;
    const today = localDay(this.deps.now());
    await this.deps.vault.ensureIssuerKey(session, this.#workstationId, today).catch(unforeseen);
  }

  #openData(session: VaultSession): Promise<OpenedData> {
    const { now, randomBytes, openData } = this.deps;
    return openData({
      sealing: session,
      signedIn: session.signedIn,
      workstationId: this.#workstationId,
      replacedWorkstations: this.#replaced,
      now,
      randomBytes,
      proofSigner: async () => {
        const signer = await session.proofSigner(this.#workstationId);
        return signer ? ok(signer) : err({ code: 'certificate.no-key' });
      },
      onProgress: (done, of) => {
        if (this.#session === session) this.#set({ phase: 'opening', done, of });
      },
    });
  }

  /** Should its files not go, the kiosk is there again after the next lock; nothing is lost. */
  async #endKiosk(): Promise<void> {
    if (!this.#kiosk) return;
    this.#kiosk = undefined;
    await this.deps.kiosk.end();
  }

  #openStaffKiosk(session: VaultSession, { commands }: OpenedData): StaffKiosk {
    const { kiosk: host } = this.deps;
    this.#staffKiosk = staffKiosk({ host, session, commands, lock: () => void this.lock() });
    return this.#staffKiosk;
  }

  #services(
    session: VaultSession,
    data: OpenedData,
    own: { readonly kiosk: StaffKiosk; readonly begun: BegunEntries },
    repeated: RetentionPort['repeated'],
  ): AppServices {
    const { vault, now, backup: host, rehearse: rehearseWith } = this.deps;
    const { signedIn, commands, records, directory, saving, damage, clock, resealing } = data;
    const keys = staffKeys({
      ...{ vault, session, commands, resealing, now, begun: () => this.#sync?.keyBegun() },
      compactJournal: () => host.compactJournal(),
    });
    this.#goOn = keys.goOn;
    const sync = staffSync({
      ...{ host: this.deps.sync, data, vault, session, workstationId: this.#workstationId },
      likelySame: async (people) => {
        const found = await likelySameFinder(data.directory).of(people);
        return found.map((others) => others.map(({ id }) => id));
      },
      now: () => now().getTime(),
      keyBegun: () => void keys.goOn(),
      lock: () => void this.lock(),
    });
    this.#sync = sync;
    const keyBegun = (): void => {
      void keys.goOn();
      sync.keyBegun();
    };
    return {
      signedIn,
      workstationId: this.#workstationId,
      commands,
      records,
      directory,
      saving,
      damage,
      clock,
      ...own,
      proof: staffProof({
        ...{ vault, commands, session, now, workstationId: this.#workstationId },
        registered: data.registered,
      }),
      backup: backupPort({
        host,
        commands,
        rehearse: (...given) => rehearseWith(session, ...given),
        leave: () => void this.lock(),
      }),
      audit: auditPort(data.audit, () => vault.accounts(session), commands),
      documents: this.deps.documents,
      accounts: staffAccounts({ vault, commands, session, now, keyBegun }),
      keys,
      sync,
      workstationName: sync.workstationName,
      workstations: staffWorkstations({
        ...{ vault, session, commands, sync, now, workstationId: this.#workstationId },
        ...{ host: this.deps.sync, documents: this.deps.documents, keyBegun },
      }),
      retention: staffRetention({
        ...{ commands, records, directory, clock, repeated },
        forget: async (ids) => {
          await Promise.all([own.begun.forget(ids), own.kiosk.forget(ids)]);
        },
        compact: async () => (await host.compactJournal()).ok,
      }),
      recovery: staffRecovery({
        ...{ vault, commands, session, now, documents: this.deps.documents },
        keyBegun,
      }),
      lock: () => void this.lock(),
      switchUser: () => {
        this.deps.expectNext(null);
        void this.lock();
      },
    };
  }

  async #verify(): Promise<void> {
    try {
      await this.#data?.verify();
      // Of chains that are still coming, entries would be missed.
      await this.#sync?.whole();
      await this.#data?.audit.check();
      await this.#goOn?.();
    } catch {
      // Locked meanwhile; the next unlock verifies again.
    }
  }

  #set(state: BootState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'write.failed';
}

/** Seals what was being typed. Should the disk be too slow, it is lost rather than left in the clear or the vault open. */
function stored(begun: BegunEntries): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, settleMs));
  return Promise.race([begun.store().catch(() => undefined), late]);
}

/** What was not published waits for the next unlock: a server that does not answer must not leave the vault open. */
function ended(sync: StaffSync): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, settleMs));
  return Promise.race([sync.stop().catch(() => undefined), late]);
}

/**
 * Resolves when no write has been under way for `quietMs`, or after `settleMs`: a queue of check-ins reads the day between
 * two of its writes.
 */
function settled(saving: SavingPort): Promise<void> {
  return new Promise((resolve) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      clearTimeout(quiet);
      unsubscribe();
      resolve();
    };
    const look = (): void => {
      clearTimeout(quiet);
      if (saving.current().state !== 'saving') quiet = setTimeout(end, quietMs);
    };
    const timer = setTimeout(end, settleMs);
    const unsubscribe = saving.subscribe(look);
    look();
  });
}
