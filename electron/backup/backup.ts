/**
 * Keeps snapshots of the journal: when one is due, in which places, how many. Guarantees that a snapshot never makes the
 * journal or the window wait (the work is done in processes of its own), that each is consistent (everything up to one
 * acknowledged frame, with a header that has all keys to it), and that a place which can't be reached is said and tried
 * again, without keeping the other one from getting its copy.
 */
import { dirname, join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { type InTurn, inTurn } from '#electron/disk/in-turn.ts';
import type { TakenLedger } from '#electron/erasures/ledger-copies.ts';
import type { LedgerFile } from '#electron/erasures/ledger-file.ts';
import { missingLedger, seenMissingLedger } from '#electron/erasures/missing-ledger.ts';
import type { HeaderFile, StoredHeader } from '#electron/header/header-file.ts';
import { successorOf, type Workstation } from '#electron/header/workstation-id.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { FramePage } from '#electron/journal/frame-reader.ts';
import type { ReplaceableJournal } from '#electron/journal/replaceable-journal.ts';
import type {
  BackupState,
  LedgerProblem,
  SetAside,
  Snapshot,
  SnapshotRef,
} from '#shared/ipc/contract/backup.ts';
import { type AwayFolder, liesIn } from './away-folder.ts';
import { LedgerAway } from './ledger-away.ts';
import { Place } from './place.ts';
import type { BackupWorker } from './process-link.ts';
import {
  asideName,
  beginRestore,
  finishRestore,
  headerToRestore,
  nextSegment,
  type RestoreFolders,
  restoreTimes,
} from './restore.ts';
import { isDue, type Occasion } from './schedule.ts';
import { facilityIdOf, parseSnapshotName, shortFacility } from './snapshot-name.ts';
import { nextToVerify, openVerdicts, type Verdicts } from './verdicts.ts';

export interface BackupDeps {
  readonly fs: FileSystem;
  readonly journal: ReplaceableJournal;
  readonly header: HeaderFile;
  /** The data folder. */
  readonly data: string;
  readonly folders: RestoreFolders;
  readonly ledger: LedgerFile;
  readonly away: AwayFolder;
  /** One process for each place: a dead share must not keep the other waiting. */
  readonly workers: { readonly here: BackupWorker; readonly away: BackupWorker };
  /** Of what needs the journal's files to stay as they are: a snapshot, a restore, a compaction. */
  readonly overJournal: InTurn;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: (state: BackupState) => void;
  readonly workstation: Workstation;
}

const nothingTaken: TakenLedger = { entries: [], problem: null };

export class Backup {
  readonly #deps: BackupDeps;
  readonly #here: Place;
  readonly #away: Place;
  readonly #ledgerAway: LedgerAway;
  readonly #alone: InTurn = inTurn();
  #workstation: Workstation;
  #folder: string | null;
  /** When a snapshot was last put in the journal's place, milliseconds since 1970; 0: never. */
  #restoredAt: number;
  /** What the last restore lacked of the erasure ledger, until somebody has seen it. */
  #restoredWithout: LedgerProblem | null = null;
  #busy = false;

  /** Of reading all back; `stops`: after the one that is being read. */
  #verifying: { done: number; readonly of: number; stops: boolean } | null = null;

  private constructor(deps: BackupDeps, folder: string | null, restoredAt: number, verdicts: Verdicts) {
    this.#deps = deps;
    this.#here = new Place('here', deps.workers.here, verdicts);
    this.#away = new Place('away', deps.workers.away, verdicts);
    const { now, ledger, workers } = deps;
    this.#ledgerAway = new LedgerAway({ worker: workers.away, ledger, now, changed: () => this.#tell() });
    this.#workstation = deps.workstation;
    this.#folder = folder;
    this.#restoredAt = restoredAt;
  }

  static async open(deps: BackupDeps): Promise<Backup> {
    const restores = await restoreTimes(deps.fs, deps.folders);
    const verdicts = await openVerdicts(deps.fs, deps.folders.vault);
    const backup = new Backup(deps, await deps.away.read(), Math.max(0, ...restores), verdicts);
    backup.#restoredWithout = await missingLedger(deps.fs, deps.folders.vault);
    return backup;
  }

  get workstation(): Workstation {
    return this.#workstation;
  }

  state(): BackupState {
    const { newest, problem } = this.#here;
    return {
      busy: this.#busy,
      verifying: this.#verifying && { done: this.#verifying.done, of: this.#verifying.of },
      unsaved: Math.max(0, this.#deps.journal.status().lastSeq - (this.#current()?.lastSeq ?? 0)),
      here: { newest, problem },
      away: {
        ...{ newest: this.#away.newest, problem: this.#away.problem, folder: this.#folder },
        ledger: this.#ledgerAway.problem,
      },
      restoredWithout: this.#restoredWithout,
    };
  }

  /** Newest first; a place that can't be reached has none, and its problem says so. */
  async list(): Promise<Snapshot[]> {
    const header = await this.#header();
    if (!header) return [];
    const facility = shortFacility(header.text);
    const lists = await Promise.all([
      this.#here.list(this.#hereFolder(), facility),
      this.#folder === null ? [] : this.#away.list(this.#folder, facility),
    ]);
    this.#tell();
    return lists.flat().sort((a, b) => b.madeAt - a.madeAt);
  }

  /** Makes a snapshot if one is due, and the second copy if that is. Failures are kept in the state. */
  async consider(occasion: Occasion): Promise<void> {
    await this.#alone(async () => {
      const { now, journal } = this.#deps;
      const { lastSeq } = journal.status();
      if (isDue(occasion, this.#current(), lastSeq, now()) && this.#here.mayTry(now()))
        await this.#make().catch(() => undefined);
      // At the end of the program nobody waits for a network.
      if (occasion !== 'quit') await this.#copyAway().catch(() => undefined);
    });
    if (occasion !== 'quit') await this.#keepLedger();
    if (occasion === 'hour') await this.#verifyOldest();
  }

  /** Reads every snapshot back, in both places, one after the other, so that a snapshot that is due comes between. */
  async verifyAll(): Promise<{ readonly read: number; readonly damaged: number; readonly stopped: boolean }> {
    const all = (await this.list()).filter(({ whole }) => whole);
    const progress = { done: 0, of: all.length, stops: false };
    this.#verifying = progress;
    let damaged = 0;
    try {
      for (const snapshot of all) {
        if (progress.stops) break;
        this.#tell();
        if (!(await this.#alone(() => this.#verify(snapshot)))) damaged++;
        progress.done++;
      }
    } finally {
      this.#verifying = null;
      this.#tell();
    }
    return { read: progress.done, damaged, stopped: progress.stops };
  }

  /** Ends `verifyAll` after the snapshot that is being read. */
  stopVerifying(): void {
    if (this.#verifying) this.#verifying.stops = true;
  }

  /** Of those whose last reading is a week ago, one at a time: a stick or a share is not kept busy for an hour. */
  async #verifyOldest(): Promise<void> {
    const now = this.#deps.now();
    const oldest = nextToVerify([...this.#here.known, ...this.#away.known], now);
    if (!oldest || this.#verifying) return;
    await this.#alone(() => this.#verify(oldest)).catch(() => undefined);
    this.#tell();
  }

  /** Whether every byte is as it was written. What was found is kept. */
  async #verify({ place, name }: SnapshotRef): Promise<boolean> {
    const at = place === 'here' ? this.#here : this.#away;
    const whole = await at.worker.run('verify', { path: this.#path({ place, name }) });
    await at.judged(name, { at: this.#deps.now(), whole });
    return whole;
  }

  /** Looks at what is there, as at the start of the program. */
  async look(): Promise<void> {
    await this.#alone(() => this.list());
    await this.#keepLedger();
  }

  /** The erasure ledger grew: its copy in the second place is to follow. Resolves when that was tried; never throws. */
  ledgerGrew(): Promise<void> {
    this.#ledgerAway.due();
    return this.#keepLedger();
  }

  /** Somebody has seen what the last restore lacked of the erasure ledger. */
  async dismissLedger(): Promise<void> {
    await seenMissingLedger(this.#deps.fs, this.#deps.folders.vault);
    this.#restoredWithout = null;
    this.#tell();
  }

  /** @throws CodedError if there is nothing to save or the snapshot in the data folder fails. */
  makeNow(): Promise<BackupState> {
    return this.#alone(async () => {
      if (this.#deps.journal.status().lastSeq === 0) throw new CodedError('backup.nothing');
      await this.#make();
      this.#away.tryAgain();
      // That the second place failed stands in the state; the first one has its snapshot.
      await this.#copyAway().catch(() => undefined);
      this.#ledgerAway.tryAgain();
      void this.#keepLedger();
      return this.state();
    });
  }

  /** Takes a folder for second copies. @throws CodedError `backup.inside-data` */
  choose(folder: string): Promise<void> {
    return this.#alone(async () => {
      if (liesIn(folder, this.#deps.data)) throw new CodedError('backup.inside-data');
      await this.#deps.away.write(folder);
      this.#folder = folder;
      this.#away.forget();
      this.#away.tryAgain();
      this.#ledgerAway.tryAgain();
      void this.#keepLedger();
      await this.#copyAway().catch(() => undefined);
      this.#tell();
    });
  }

  read(ref: SnapshotRef, fromSeq: number, maxBytes: number): Promise<FramePage> {
    const { worker } = ref.place === 'here' ? this.#here : this.#away;
    return worker.run('read', { path: this.#path(ref), fromSeq, maxBytes });
  }

  /** Restores a snapshot of the list. */
  restore(ref: SnapshotRef): Promise<void> {
    return this.#alone(() => this.#restore(this.#path(ref)));
  }

  /** Restores a file that a person chose. */
  restoreFile(path: string): Promise<void> {
    return this.#alone(() => this.#restore(path));
  }

  /** What restores have set aside, newest first. */
  listSetAside(): Promise<readonly SetAside[]> {
    return this.#here.worker.run('listSetAside', { setAside: this.#deps.folders.setAside });
  }

  /** Deletes for good what a restore has set aside. */
  async deleteSetAside(id: string): Promise<void> {
    const { folders, overJournal } = this.#deps;
    await overJournal(() => this.#here.worker.run('emptySetAside', { setAside: folders.setAside, id }));
  }

  end(): void {
    this.#here.worker.end();
    this.#away.worker.end();
  }

  #hereFolder(): string {
    return join(this.#deps.data, 'snapshots');
  }

  #path({ place, name }: SnapshotRef): string {
    const folder = place === 'here' ? this.#hereFolder() : this.#folder;
    if (folder === null || !parseSnapshotName(name)) throw new CodedError('backup.missing');
    return join(folder, name);
  }

  async #header(): Promise<StoredHeader | null> {
    return this.#deps.header.read().catch(() => null);
  }

  /** The newest snapshot of this journal: one from before a restore counts the entries of another. */
  #current(): Snapshot | null {
    const { newest } = this.#here;
    return newest && newest.madeAt > this.#restoredAt ? newest : null;
  }

  #tell(): void {
    this.#deps.changed(this.state());
  }

  async #during<T>(action: () => Promise<T>): Promise<T> {
    this.#busy = true;
    this.#tell();
    try {
      return await action();
    } finally {
      this.#busy = false;
      this.#tell();
    }
  }

  #make(prunes = true): Promise<void> {
    const { now, journal, header, folders, overJournal } = this.#deps;
    const make = (): Promise<void> =>
      this.#here.attempt(now(), async () => {
        // First the cut, then the header: so it has the keys of every frame before the cut.
        const { lastSeq } = journal.status();
        const stored = await header.read();
        if (!stored) throw new CodedError('backup.nothing');
        const facility = shortFacility(stored.text);
        const folder = this.#hereFolder();
        // Names know seconds: one that follows a restore is later than it.
        const madeAt = Math.max(now(), this.#restoredAt + 1000);
        const source = { journal: folders.journal, lastSeq, header: stored, madeAt };
        const written = await this.#here.worker.run('make', { folder, facility, source });
        const made = await this.#here.made(written, now());
        if (prunes) await this.#prune(this.#here, folder, facility);
        return made;
      });
    return this.#during(() => overJournal(make));
  }

  /** The newest snapshot into the chosen folder, unless it lies there. */
  async #copyAway(): Promise<void> {
    const { now } = this.#deps;
    const newest = this.#here.newest;
    const folder = this.#folder;
    if (folder === null || !newest || newest.name === this.#away.newest?.name) return;
    if (!this.#away.mayTry(now())) return;
    await this.#during(() =>
      this.#away.attempt(now(), async () => {
        const from = join(this.#hereFolder(), newest.name);
        const made = await this.#away.made(await this.#away.worker.run('copy', { from, folder }), now());
        await this.#prune(this.#away, folder, parseSnapshotName(newest.name)?.facility ?? '');
        this.#ledgerAway.due();
        return made;
      }),
    );
  }

  /** The erasure ledger into the chosen folder, if that is due. */
  async #keepLedger(): Promise<void> {
    const folder = this.#folder;
    const header = await this.#header();
    const facilityId = header && facilityIdOf(header.text);
    if (folder === null || facilityId === null) return;
    const { vault } = this.#deps.folders;
    const { workstationId } = this.#workstation;
    await this.#ledgerAway.consider({ vault, folder, facilityId, workstationId });
  }

  /** Old snapshots that can't be deleted are no reason to call the new one failed. */
  async #prune(place: Place, folder: string, facility: string): Promise<void> {
    const { fs, folders, now } = this.#deps;
    // Not knowing them, nothing is deleted.
    const restores = await restoreTimes(fs, folders).catch(() => null);
    const { damaged } = place;
    if (restores)
      await place.worker.run('prune', { folder, facility, now: now(), restores, damaged }).catch(() => null);
  }

  async #restore(path: string): Promise<void> {
    const { journal, header, now } = this.#deps;
    const present = await header.read().catch(() => 'damaged' as const);
    // What was done since the last snapshot stays in the list; it is set aside in any case. Nothing is pruned now: it
    // could be the very one that is to be restored.
    if (isDue('quit', this.#current(), journal.status().lastSeq, now()))
      await this.#make(false).catch(() => undefined);
    await this.#deps.overJournal(() => this.#putInPlace(path, present));
    this.#here.tryAgain();
    this.#tell();
  }

  async #putInPlace(path: string, present: StoredHeader | null | 'damaged'): Promise<void> {
    const { fs, journal, folders, now, workers } = this.#deps;
    const isHere = dirname(path) === this.#hereFolder();
    const segment = await nextSegment(fs, folders);
    const unpacked = await workers[isHere ? 'here' : 'away'].run('unpack', {
      path,
      folder: folders.unpacked,
      number: segment,
    });
    const restored = headerToRestore(present, unpacked.header);
    // Whoever was erased after the snapshot was made is known before anything of it is shown.
    const taken = isHere ? nothingTaken : await this.#takeLedger(dirname(path), unpacked.header);
    if (taken.entries.length > 0) await this.#deps.ledger.add(taken.entries);
    const workstation = successorOf(this.#workstation);
    const restoredAt = now();
    const aside = asideName(restoredAt);
    await journal.replace(
      () =>
        beginRestore(fs, folders, {
          ...{ segment, aside, header: restored, workstation },
          ledgerProblem: taken.problem,
        }),
      () => finishRestore(fs, folders),
    );
    this.#workstation = workstation;
    this.#restoredAt = restoredAt;
    this.#restoredWithout = taken.problem ?? this.#restoredWithout;
    this.#ledgerAway.due();
  }

  /** The erasure ledger that lies beside a snapshot. */
  async #takeLedger(folder: string, { text }: StoredHeader): Promise<TakenLedger> {
    const facilityId = facilityIdOf(text);
    if (facilityId === null) return nothingTaken;
    try {
      return await this.#away.worker.run('takeLedger', { folder, facilityId });
    } catch {
      // The snapshot could be read: the data is not withheld, and what is missing is said.
      return { entries: [], problem: 'unreadable' };
    }
  }
}
