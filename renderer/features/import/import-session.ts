/**
 * One import from the file to the final statement. It lives beside the screens: someone can look a person up in
 * between, or leave while rows are saved, and comes back to where they were. It is gone when the vault locks.
 */

import {
  entryFor,
  knownNumbers,
  problemsOf,
  type RosterEntry,
  stateOf,
} from '#shared/domain/roster/entries.ts';
import { type ColumnTarget, guessMapping, withTarget } from '#shared/domain/roster/mapping.ts';
import { tableOf } from '#shared/domain/roster/table.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { importRows, type ReadyRow } from './import-rows.ts';
import type { Checking, Importing, ImportState, Mapping, Reviewing, Roster } from './import-state.ts';
import type { ReadFile, ReadOptions } from './read-table.ts';
import { type Reading, startReading } from './start-reading.ts';

/** Rows are checked in slices of this many milliseconds, so that the window stays usable. */
const sliceMs = 10;

export interface ImportSession {
  current(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Reads a file, or the one at hand in another way. */
  read(file: File, options: ReadOptions): void;
  setHeader(hasHeader: boolean): void;
  setTarget(column: number, target: Exclude<ColumnTarget, 'never'>): void;
  /** From the mapping to the review. */
  check(): Promise<void>;
  backToMapping(): void;
  /** Replaces the entry of a row. */
  change(line: number, change: (entry: RosterEntry) => RosterEntry): void;
  setSkipped(lines: ReadonlySet<number>, skipped: boolean): void;
  /** Saves the ready rows that are not saved yet. */
  run(): Promise<void>;
  /** Stops reading, checking or saving; what is saved stays. */
  stop(): void;
  /** Back to choosing a file. */
  restart(): void;
}

type Use = Pick<AppServices, 'commands' | 'directory' | 'clock'>;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const choosing: ImportState = { step: 'choose', failure: null };

function rosterOf(file: File, read: ReadFile, hasHeader: boolean): Roster {
  const table = tableOf(read.rows, hasHeader);
  return { file, read, hasHeader, table, mapping: guessMapping(table.headers) };
}

/** Rows that can be saved and are not yet, in the order of the file. */
export function readyRows(
  { entries, known }: Pick<Reviewing, 'entries' | 'known'>,
  saved: ReadonlyMap<number, string>,
): ReadyRow[] {
  const problems = problemsOf(entries, known);
  return entries.flatMap((entry, at) =>
    entry.read.person && !saved.has(entry.line) && stateOf(entry, problems[at] ?? []) === 'ready'
      ? [{ line: entry.line, person: entry.read.person }]
      : [],
  );
}

/** An import over the services of the open vault. */
export function createImportSession({ commands, directory, clock }: Use): ImportSession {
  let state: ImportState = choosing;
  let reading: Reading | undefined;
  let stopping = new AbortController();
  const listeners = new Set<() => void>();
  const to = (next: ImportState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const read = (file: File, options: ReadOptions): void => {
    reading?.cancel();
    const mine = startReading(file, options);
    reading = mine;
    to({ step: 'reading', fileName: file.name });
    void mine.done.then((answer) => {
      if (reading !== mine) return;
      reading = undefined;
      if (answer.ok) to({ step: 'mapping', earlier: null, ...rosterOf(file, answer.value, true) });
      else to({ step: 'choose', failure: { file: file.name, reason: answer.error } });
    });
  };

  const check = async (): Promise<void> => {
    if (state.step !== 'mapping') return;
    const { earlier, ...roster } = state;
    const known = knownNumbers(directory.list('participant'));
    if (earlier) return to({ ...roster, step: 'review', entries: earlier, known });
    const entries = await checkAll({ ...roster, step: 'checking', done: 0 });
    if (entries) to({ ...roster, step: 'review', entries, known });
  };

  /** `undefined`: somebody stopped it. */
  const checkAll = async (from: Checking): Promise<RosterEntry[] | undefined> => {
    stopping = new AbortController();
    const { signal } = stopping;
    const today = clock.today();
    const entries: RosterEntry[] = [];
    to(from);
    let until = performance.now() + sliceMs;
    for (const row of from.table.rows) {
      entries.push(entryFor(row, from.mapping, today));
      if (performance.now() < until) continue;
      to({ ...from, done: entries.length });
      await pause();
      if (signal.aborted) {
        to({ ...from, step: 'mapping', earlier: null });
        return undefined;
      }
      until = performance.now() + sliceMs;
    }
    return entries;
  };

  const run = async (): Promise<void> => {
    if (state.step !== 'review' && state.step !== 'done') return;
    const before = state;
    const saved = new Map(before.step === 'done' ? before.saved : []);
    const rows = readyRows(before, saved);
    stopping = new AbortController();
    let running: Importing = {
      ...before,
      step: 'importing',
      saved,
      stopping: false,
      began: { saved: saved.size, at: performance.now() },
    };
    to(running);
    const end = await importRows(rows, commands, stopping.signal, (batch) => {
      for (const [line, id] of batch) saved.set(line, id);
      running = { ...running, saved: new Map(saved), stopping: stopping.signal.aborted };
      to(running);
    });
    to({ ...running, step: 'done', saved, end });
  };

  const change: ImportSession['change'] = (line, by) => {
    if (state.step === 'review')
      to({ ...state, entries: state.entries.map((entry) => (entry.line === line ? by(entry) : entry)) });
  };
  const remap = (mapping: Mapping, next: Partial<Roster>): void => to({ ...mapping, ...next, earlier: null });

  return {
    read,
    check,
    run,
    change,
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setHeader: (hasHeader) => {
      if (state.step === 'mapping') remap(state, rosterOf(state.file, state.read, hasHeader));
    },
    setTarget: (column, target) => {
      if (state.step === 'mapping') remap(state, { mapping: withTarget(state.mapping, column, target) });
    },
    backToMapping: () => {
      if (state.step !== 'review') return;
      const { entries, known: _known, ...roster } = state;
      to({ ...roster, step: 'mapping', earlier: entries });
    },
    setSkipped: (lines, skipped) => {
      if (state.step !== 'review') return;
      const entries = state.entries.map((entry) => (lines.has(entry.line) ? { ...entry, skipped } : entry));
      to({ ...state, entries });
    },
    stop: () => {
      stopping.abort();
      if (state.step === 'importing') to({ ...state, stopping: true });
      if (state.step !== 'reading') return;
      reading?.cancel();
      reading = undefined;
      to(choosing);
    },
    restart: () => {
      if (state.step !== 'importing') to(choosing);
    },
  };
}

const sessions = new WeakMap<object, ImportSession>();

/** The import that belongs to the open vault. */
export function importSessionOf(services: AppServices): ImportSession {
  const session = sessions.get(services.directory) ?? createImportSession(services);
  sessions.set(services.directory, session);
  return session;
}
