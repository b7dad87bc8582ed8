/**
 * Looks at what came from other workstations: what two desks made wrong together, and what was overwritten unseen. Found
 * once, it stays until it is no longer so.
 */
import { type MergeTask, taskAbout } from '#shared/domain/after-merge/merge-task.ts';
import { mergeTasks } from '#shared/domain/after-merge/merge-tasks.ts';
import type { MergedData } from '#shared/domain/after-merge/merged-data.ts';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import type { RecordName, Replica, TakenRecord } from '#shared/ports/replica.ts';

interface MergeWatchDeps {
  readonly data: MergedData;
  readonly replica: Pick<Replica, 'hasOverwritten'>;
  readonly found: (found: Found) => void;
  /** Deletions of another workstation are kept where a restore does not reach. */
  readonly keepErasures: () => Promise<void>;
  /** Somebody who was erased is named again: their deletion is repeated. */
  readonly repeatErasures: (ids: readonly string[]) => Promise<void>;
}

export interface Found {
  readonly tasks: readonly MergeTask[];
  readonly overwritten: readonly RecordName[];
}

/** Milliseconds of quiet before what came is looked at. */
const quiet = 400;

const keyOf = (task: MergeTask): string => [task.kind, ...task.ids].join(' ');
const idOf = ({ kind, id }: RecordName): string => `${kind} ${id}`;

export class MergeWatch {
  readonly #deps: MergeWatchDeps;
  #tasks: readonly MergeTask[];
  readonly #overwritten: Map<string, RecordName>;
  readonly #touched = new Map<RecordKind, Set<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(deps: MergeWatchDeps, before: Found) {
    this.#deps = deps;
    this.#tasks = before.tasks;
    this.#overwritten = new Map(before.overwritten.map((name) => [idOf(name), name]));
  }

  /** Records that came. */
  arrived(taken: readonly TakenRecord[], isFirstFill: boolean): void {
    for (const { kind, id, isChanged, hasOverwritten } of taken) {
      if (hasOverwritten) this.#overwritten.set(idOf({ kind, id }), { kind, id });
      else this.#overwritten.delete(idOf({ kind, id }));
      if (!isChanged || isFirstFill) {
        if (kind === 'erasure') this.#touch('erasure', id);
        continue;
      }
      this.#touch(kind, id);
    }
    this.#tell();
    this.#soon();
  }

  /** Something was written here: what was found may be put right. */
  written(names: readonly RecordName[]): void {
    for (const name of names)
      if (this.#overwritten.has(idOf(name))) void this.#lookAgain(name).catch(() => undefined);
    if (this.#tasks.length > 0) this.#soon();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #touch(kind: RecordKind, id: string): void {
    const ids = this.#touched.get(kind) ?? new Set();
    this.#touched.set(kind, ids.add(id));
  }

  #soon(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#looking = this.#looking.then(() => this.#look()).catch(() => undefined);
    }, quiet);
  }

  async #lookAgain(name: RecordName): Promise<void> {
    if (await this.#deps.replica.hasOverwritten(name)) return;
    this.#overwritten.delete(idOf(name));
    this.#tell();
  }

  async #look(): Promise<void> {
    const { data, keepErasures, repeatErasures } = this.#deps;
    const touched = new Map([...this.#touched].map(([kind, ids]) => [kind, new Set(ids)]));
    this.#touched.clear();
    if (touched.has('erasure')) await keepErasures();
    const before = this.#tasks;
    const found = touched.size > 0 ? await mergeTasks(touched, data) : [];
    // What was found before is looked at as if its records had just come, whatever kinds they are of.
    const ids = new Set(before.flatMap((task) => task.ids));
    const still = ids.size > 0 ? await mergeTasks(new Map(recordKinds.map((kind) => [kind, ids])), data) : [];
    const known = new Set(before.map(keyOf));
    const open = [...still.filter((task) => known.has(keyOf(task))), ...found];
    if (this.#isStopped) return;
    const again = open.filter(({ kind }) => kind === 'erased-again').flatMap((task) => task.ids);
    this.#tasks = [
      ...new Map(
        open.filter(({ kind }) => kind !== 'erased-again').map((task) => [keyOf(task), task]),
      ).values(),
    ];
    this.#tell();
    if (again.length > 0) await repeatErasures(taskAbout('erased-again', again).ids);
  }

  #tell(): void {
    this.#deps.found({ tasks: this.#tasks, overwritten: [...this.#overwritten.values()] });
  }
}
