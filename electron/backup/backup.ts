/**
 * Keeps snapshots of the journal: when one is due, in which places, how many. Guarantees that a snapshot never makes the
 * journal or the window wait (the work is done in processes of its own), that each is consistent (everything up to one
 * acknowledged frame, with a header that has all keys to it), and that a place which can't be reached is said and tried
 * again, without keeping the other one from getting its copy.
 */
import { dirname, join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { type InTurn, inTurn } from '#electron/disk/in-turn.ts';
import type { HeaderFile, StoredHeader } from '#electron/header/header-file.ts';
import { successorOf, type Workstation } from '#electron/header/workstation-id.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { FramePage } from '#electron/journal/frame-reader.ts';
import type { ReplaceableJournal } from '#electron/journal/replaceable-journal.ts';
import type { BackupState, Snapshot, SnapshotRef } from '#shared/ipc/contract/backup.ts';
import { type AwayFolder, liesIn } from './away-folder.ts';
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
import { parseSnapshotName, shortFacility } from './snapshot-name.ts';

export interface BackupDeps {
  readonly fs: FileSystem;
  readonly journal: ReplaceableJournal;
  readonly header: HeaderFile;
  /** The data folder. */
  readonly data: string;
  readonly folders: RestoreFolders;
  readonly away: AwayFolder;
  /** One process for each place: a dead share must not keep the other waiting. */
  readonly workers: { readonly here: BackupWorker; readonly away: BackupWorker };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: (state: BackupState) => void;
  readonly workstation: Workstation;
}

export class Backup {
  readonly #deps: BackupDeps;
  readonly #here: Place;
  readonly #away: Place;
  readonly #alone: InTurn = inTurn();
  #workstation: Workstation;
  #folder: string | null;
  /** When a snapshot was last put in the journal's place, milliseconds since 1970; 0: never. */
  #restoredAt: number;
  #busy = false;

  private constructor(deps: BackupDeps, folder: string | null, restoredAt: number) {
    this.#deps = deps;
    this.#here = new Place('here', deps.workers.here);
    this.#away = new Place('away', deps.workers.away);
    this.#workstation = deps.workstation;
    this.#folder = folder;
    this.#restoredAt = restoredAt;
  }

  static async open(deps: BackupDeps): Promise<Backup> {
    const restores = await restoreTimes(deps.fs, deps.folders);
    return new Backup(deps, await deps.away.read(), Math.max(0, ...restores));
  }

  get workstation(): Workstation {
    return this.#workstation;
  }

  state(): BackupState {
    const { newest, problem } = this.#here;
    return {
      busy: this.#busy,
      unsaved: Math.max(0, this.#deps.journal.status().lastSeq - (this.#current()?.lastSeq ?? 0)),
      here: { newest, problem },
      away: { newest: this.#away.newest, problem: this.#away.problem, folder: this.#folder },
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
  }

  /** Looks at what is there, as at the start of the program. */
  look(): Promise<void> {
    return this.#alone(async () => {
      await this.list();
    });
  }

  /** @throws CodedError if there is nothing to save or the snapshot in the data folder fails. */
  makeNow(): Promise<BackupState> {
    return this.#alone(async () => {
      if (this.#deps.journal.status().lastSeq === 0) throw new CodedError('backup.nothing');
      await this.#make();
      this.#away.tryAgain();
      // That the second place failed stands in the state; the first one has its snapshot.
      await this.#copyAway().catch(() => undefined);
      return this.state();
    });
  }

  /** Takes a folder for second copies. @throws CodedError `backup.inside-data` */
  choose(folder: string): Promise<void> {
    return this.#alone(async () => {
      if (liesIn(folder, this.#deps.data)) throw new CodedError('backup.inside-data');
      await this.#deps.away.write(folder);
      this.#folder = folder;
      this.#away.newest = null;
      this.#away.tryAgain();
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
    const { now, journal, header, folders } = this.#deps;
    return this.#during(() =>
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
        const made = this.#here.shown(await this.#here.worker.run('make', { folder, facility, source }));
        if (prunes) await this.#prune(this.#here, folder, facility);
        return made;
      }),
    );
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
        const made = this.#away.shown(await this.#away.worker.run('copy', { from, folder }));
        await this.#prune(this.#away, folder, parseSnapshotName(newest.name)?.facility ?? '');
        return made;
      }),
    );
  }

  /** Old snapshots that can't be deleted are no reason to call the new one failed. */
  async #prune(place: Place, folder: string, facility: string): Promise<void> {
    const { fs, folders, now } = this.#deps;
    // Not knowing them, nothing is deleted.
    const restores = await restoreTimes(fs, folders).catch(() => null);
    if (restores)
      await place.worker.run('prune', { folder, facility, now: now(), restores }).catch(() => null);
  }

  async #restore(path: string): Promise<void> {
    const { fs, journal, header, folders, now, workers } = this.#deps;
    const present = await header.read().catch(() => 'damaged' as const);
    // What was done since the last snapshot stays in the list; it is set aside in any case. Nothing is pruned now: it
    // could be the very one that is to be restored.
    if (isDue('quit', this.#current(), journal.status().lastSeq, now()))
      await this.#make(false).catch(() => undefined);
    const isHere = dirname(path) === this.#hereFolder();
    const segment = await nextSegment(fs, folders);
    const unpacked = await workers[isHere ? 'here' : 'away'].run('unpack', {
      path,
      folder: folders.unpacked,
      number: segment,
    });
    const restored = headerToRestore(present, unpacked.header);
    const workstation = successorOf(this.#workstation);
    const restoredAt = now();
    const aside = asideName(restoredAt);
    await journal.replace(
      () => beginRestore(fs, folders, { segment, aside, header: restored, workstation }),
      () => finishRestore(fs, folders),
    );
    this.#workstation = workstation;
    this.#restoredAt = restoredAt;
    this.#here.tryAgain();
    this.#tell();
  }
}
