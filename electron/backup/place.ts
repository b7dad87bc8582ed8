import { CodedError } from '#electron/ipc/coded-error.ts';
import type { BackupPlace, BackupState, Snapshot } from '#shared/ipc/contract/backup.ts';
import type { ListedSnapshot } from './backup-jobs.ts';
import type { BackupWorker } from './process-link.ts';
import { backOff } from './schedule.ts';
import type { Verdicts } from './verdicts.ts';

type Problem = NonNullable<BackupState['here']['problem']>;
const problems: readonly string[] = [
  'disk.full',
  'disk.failed',
  'disk.timeout',
  'journal.damaged',
  'backup.damaged',
  'backup.timeout',
] satisfies Problem[];

/** So long someone waits for a list (milliseconds). */
const patienceMs = 3_000;

const problemOf = (error: unknown): Problem =>
  error instanceof CodedError && problems.includes(error.code) ? (error.code as Problem) : 'backup.failed';

/** One of the two places in which snapshots lie, with what is known of it. */
export class Place {
  readonly place: BackupPlace;
  readonly worker: BackupWorker;
  newest: Snapshot | null = null;
  problem: Problem | null = null;
  #known: readonly Snapshot[] = [];
  /** The problem is that the place can't even be looked at. */
  #unlisted = false;
  #failures = 0;
  #nextTry = 0;
  readonly #verdicts: Verdicts;

  constructor(place: BackupPlace, worker: BackupWorker, verdicts: Verdicts) {
    this.place = place;
    this.worker = worker;
    this.#verdicts = verdicts;
  }

  shown(listed: ListedSnapshot): Snapshot {
    const verifiedAt = this.#verdicts.of(this.place, listed.name)?.at ?? null;
    return { ...listed, place: this.place, verifiedAt };
  }

  /** One that was read back before it got its name. */
  async made(listed: ListedSnapshot, now: number): Promise<Snapshot> {
    await this.#verdicts.note(this.place, listed.name, { at: now, whole: true }).catch(() => undefined);
    return this.shown(listed);
  }

  /** What the last look found. */
  get known(): readonly Snapshot[] {
    return this.#known;
  }

  /** Names of snapshots that were found damaged. */
  get damaged(): readonly string[] {
    return this.#verdicts.damaged(this.place);
  }

  /** Notes what reading a snapshot back said. One that is damaged is the newest no more. */
  async judged(name: string, verdict: { readonly at: number; readonly whole: boolean }): Promise<void> {
    await this.#verdicts.note(this.place, name, verdict).catch(() => undefined);
    this.#known = this.#known.map((snapshot) =>
      snapshot.name === name
        ? { ...snapshot, whole: snapshot.whole && verdict.whole, verifiedAt: verdict.at }
        : snapshot,
    );
    if (this.newest?.name === name) this.newest = this.#known.find(({ whole }) => whole) ?? null;
  }

  /** Another folder was chosen: what was said of the snapshots in the old one is said of no other. */
  forget(): void {
    this.newest = null;
    this.#known = [];
    this.#verdicts.keepOnly(this.place, []);
  }

  /**
   * What lies there, newest first, in the time that someone looks at a screen: from a share that does not answer, or a
   * process that is busy with a copy, it is what was known before.
   */
  async list(folder: string, facility: string): Promise<readonly Snapshot[]> {
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, patienceMs);
    });
    await Promise.race([this.#look(folder, facility), late]);
    clearTimeout(patience);
    return this.#known;
  }

  async #look(folder: string, facility: string): Promise<void> {
    try {
      const { damaged } = this;
      const isOurs = this.place === 'here';
      const listed = await this.worker.run('list', { folder, facility, isOurs, damaged });
      this.#verdicts.keepOnly(
        this.place,
        listed.map(({ name }) => name),
      );
      this.#known = listed.map((snapshot) => this.shown(snapshot));
      // The one that was made last stays the newest, also when the clock was put back meanwhile.
      const latest = this.#known.find(({ name }) => name === this.newest?.name);
      this.newest = latest?.whole ? latest : (this.#known.find(({ whole }) => whole) ?? null);
      if (this.#unlisted) this.problem = null;
      this.#unlisted = false;
    } catch (error) {
      this.#known = [];
      this.#unlisted ||= this.problem === null;
      this.problem ??= problemOf(error);
    }
  }

  /** Whether a failure is long enough ago to try again. */
  mayTry(now: number): boolean {
    return now >= this.#nextTry;
  }

  /** Forgets failures: another folder was chosen, the journal was replaced, or someone asks now. */
  tryAgain(): void {
    this.problem = null;
    this.#failures = 0;
    this.#nextTry = 0;
  }

  /** Runs an attempt and remembers how it ended. */
  async attempt(now: number, action: () => Promise<Snapshot>): Promise<void> {
    try {
      this.newest = await action();
      this.tryAgain();
    } catch (error) {
      this.problem = problemOf(error);
      this.#failures += 1;
      this.#nextTry = now + backOff(this.#failures);
      throw error;
    }
  }
}
