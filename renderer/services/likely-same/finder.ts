/**
 * Who is likely the same person, asked of a worker of its own: nothing is compared on the window's thread. The worker
 * has the people in memory only, and ends with the window when the app locks.
 */
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { Candidate, FromWorker, LikelyPair, Match, ToWorker } from './protocol.ts';

/** How far looking for all pairs has come. */
interface PairsState {
  /** `undefined` until they were found for the first time. */
  readonly pairs: readonly LikelyPair[] | undefined;
  readonly done: number;
  readonly total: number;
}

export interface LikelySameFinder {
  /** People who are likely each of the candidates, likeliest first. */
  of(candidates: readonly Candidate[]): Promise<readonly (readonly Match[])[]>;
  /**
   * The rows of a list, under ids of their own. Resolves to people and other rows who are likely one of `changed`.
   */
  ofRows(rows: readonly PersonEntry[], changed: readonly string[]): Promise<readonly (readonly Match[])[]>;
  /** All pairs; looked for from the first subscription on, in the background. */
  current(): PairsState;
  subscribe(listener: () => void): () => void;
  /** The same while somebody waits for them: as fast as can be. */
  subscribeWaiting(listener: () => void): () => void;
}

/** People are handed over in parts: copying many at once would hold the window up. */
const mostAtOnce = 1_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

type Told = Map<string, PersonEntry>;

function createFinder(directory: DirectoryPort): LikelySameFinder {
  const worker = new Worker(new URL('./likely-same-worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToWorker): void => worker.postMessage(message);
  const answers = new Map<number, (found: readonly (readonly Match[])[]) => void>();
  const listeners = new Set<() => void>();
  const told = { people: new Map() as Told, rows: new Map() as Told };
  let state: PairsState = { pairs: undefined, done: 0, total: 0 };
  let turns = 0;
  let watching = false;
  let waiting = 0;
  let isBroken = false;
  /** Questions and news reach the worker in the order in which they came. */
  let last: Promise<unknown> = Promise.resolve();

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'found') {
      answers.get(data.turn)?.(data.found);
      answers.delete(data.turn);
      return;
    }
    state =
      data.kind === 'pairs'
        ? { pairs: data.pairs, done: 0, total: 0 }
        : { ...state, done: data.done, total: data.total };
    for (const listener of listeners) listener();
  });

  // A worker that can't run finds nobody; what is entered is saved all the same.
  worker.addEventListener('error', () => {
    isBroken = true;
    for (const answer of answers.values()) answer([]);
    answers.clear();
  });

  const hand = async (known: 'people' | 'rows', list: readonly PersonEntry[]): Promise<void> => {
    const before = told[known];
    const now: Told = new Map(list.map((person) => [person.id, person]));
    const put = list.filter((person) => before.get(person.id) !== person);
    const removed = [...before.keys()].filter((id) => !now.has(id));
    told[known] = now;
    for (let at = 0; at < put.length || (at === 0 && removed.length > 0); at += mostAtOnce) {
      if (at > 0) await pause();
      post({ kind: 'known', known, put: put.slice(at, at + mostAtOnce), removed: at === 0 ? removed : [] });
    }
  };
  const queued = <T>(deed: () => Promise<T>): Promise<T> => {
    const mine = last.then(deed);
    last = mine.catch(() => undefined);
    return mine;
  };
  const ask = (question: (turn: number) => ToWorker): Promise<readonly (readonly Match[])[]> =>
    new Promise((resolve) => {
      if (isBroken) return resolve([]);
      turns += 1;
      answers.set(turns, resolve);
      post(question(turns));
    });
  const refresh = (): Promise<void> => hand('people', directory.list('participant'));

  /** The answer comes after what is queued next: only handing over waits in line. */
  const asked = async (
    prepare: () => Promise<void>,
    question: (turn: number) => ToWorker,
  ): Promise<readonly (readonly Match[])[]> => {
    const answer = await queued(async () => {
      await prepare();
      return { found: ask(question) };
    });
    return answer.found;
  };

  const watch = (): void => {
    watching = true;
    void queued(async () => {
      await refresh();
      post({ kind: 'watch', isWaitedFor: waiting > 0 });
    });
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    if (!watching) {
      watch();
      directory.subscribe((kinds) => {
        if (kinds.has('participant')) void queued(refresh);
      });
    }
    return () => listeners.delete(listener);
  };

  return {
    of: (candidates) => asked(refresh, (turn) => ({ kind: 'of', turn, candidates })),
    ofRows: (rows, changed) =>
      asked(
        async () => {
          await refresh();
          await hand('rows', rows);
        },
        (turn) => ({ kind: 'of-rows', turn, ids: changed }),
      ),
    current: () => state,
    subscribe,
    subscribeWaiting: (listener) => {
      waiting += 1;
      const end = subscribe(listener);
      watch();
      return () => {
        waiting -= 1;
        end();
        watch();
      };
    },
  };
}

const finders = new WeakMap<DirectoryPort, LikelySameFinder>();

/** The finder that belongs to the open vault. */
export function likelySameFinder(directory: DirectoryPort): LikelySameFinder {
  const finder = finders.get(directory) ?? createFinder(directory);
  finders.set(directory, finder);
  return finder;
}
