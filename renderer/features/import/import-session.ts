/**
 * One import from the file to the final statement. It lives beside the screens: someone can look a person up in
 * between, or leave while rows are saved, and comes back to where they were. When the vault locks it is sealed with the
 * other entries in progress, and whoever began it goes on.
 */

import { likelySameFinder } from '#renderer/services/likely-same/finder.ts';
import {
  entryFor,
  knownNumbers,
  problemsOf,
  type RosterEntry,
  stateOf,
} from '#shared/domain/roster/entries.ts';
import { importPlan } from '#shared/domain/roster/import-plan.ts';
import { type ColumnTarget, guessMapping, withTarget } from '#shared/domain/roster/mapping.ts';
import type { RowChoice } from '#shared/domain/roster/same-person.ts';
import { tableOf } from '#shared/domain/roster/table.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { createComparison, withFound } from './comparison.ts';
import { importRows } from './import-rows.ts';
import type { Checking, Importing, ImportState, Mapping, Reviewing, Roster } from './import-state.ts';
import { bytesToKeep, importAddress, type KeptImport, keptFile, keptOf } from './kept-import.ts';
import type { ReadFile, ReadOptions } from './read-table.ts';
import { type Reading, startReading } from './start-reading.ts';

/** Rows are checked in slices of this many milliseconds, so that the window stays usable. */
const sliceMs = 10;

export interface ImportSession {
  current(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Goes on with what a lock interrupted, if anything. */
  resume(): void;
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
  /** What staff say of rows that are likely somebody else as well, by line; `null` takes it back. */
  choose(choices: ReadonlyMap<number, RowChoice | null>): void;
  /** Saves the ready rows that are not saved yet. */
  run(): Promise<void>;
  /** Stops reading, checking or saving; what is saved stays. */
  stop(): void;
  /** Back to choosing a file. */
  restart(): void;
}

type Use = Pick<AppServices, 'commands' | 'directory' | 'clock' | 'begun'>;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const choosing: ImportState = { step: 'choose', failure: null };

function rosterOf(file: File, read: ReadFile, hasHeader: boolean): Roster {
  const table = tableOf(read.rows, hasHeader);
  return { file, read, hasHeader, table, mapping: guessMapping(table.headers) };
}

/** Rows that can be saved and are not yet, in the order of the file. */
export function readyRows({
  entries,
  known,
  saved,
}: Pick<Reviewing, 'entries' | 'known' | 'saved'>): readonly RosterEntry[] {
  const problems = problemsOf(entries, known);
  return entries.filter((entry, at) => {
    const state = stateOf(entry, problems[at] ?? []);
    return !saved.has(entry.line) && (state === 'ready' || state === 'same');
  });
}

const nothingSaved: Reviewing['saved'] = new Map();
const nobodyLikely: Reviewing['likely'] = new Map();

/** An import over the services of the open vault. */
export function createImportSession({ commands, directory, clock, begun }: Use): ImportSession {
  let state: ImportState = choosing;
  let reading: Reading | undefined;
  /** Of the file at hand. */
  let bytes: string | undefined;
  let stopping = new AbortController();
  const listeners = new Set<() => void>();
  const to = (next: ImportState): void => {
    state = next;
    const kept = keptOf(next, bytes);
    if (kept) begun.keep(importAddress, kept);
    else begun.drop(importAddress);
    for (const listener of listeners) listener();
  };

  const read = (file: File, options: ReadOptions, before?: KeptImport): void => {
    reading?.cancel();
    const mine = startReading(file, options);
    reading = mine;
    bytes = before?.bytes;
    to({ step: 'reading', fileName: file.name });
    if (before) begun.keep(importAddress, before);
    void mine.done.then(async (answer) => {
      const kept = before?.bytes ?? (await bytesToKeep(file));
      if (reading !== mine) return;
      reading = undefined;
      bytes = kept;
      if (!answer.ok) to({ step: 'choose', failure: { file: file.name, reason: answer.error } });
      else if (before) goOn(file, answer.value, before);
      else to({ step: 'mapping', earlier: null, ...rosterOf(file, answer.value, true) });
    });
  };

  /** With what staff had said of the file before the lock. */
  const goOn = (
    file: File,
    lines: ReadFile,
    { hasHeader, mapping, entries, isReview, saved }: KeptImport,
  ): void => {
    const roster = { ...rosterOf(file, lines, hasHeader), mapping };
    if (entries && isReview) {
      const known = knownNumbers(directory.list('participant'));
      const rest = { known, likely: nobodyLikely, uncompared: 0, saved: new Map(saved) };
      review({ ...roster, ...rest, step: 'review', entries });
    } else to({ step: 'mapping', earlier: entries, ...roster });
  };

  const check = async (): Promise<void> => {
    if (state.step !== 'mapping') return;
    const { earlier, ...roster } = state;
    const entries = earlier ?? (await checkAll({ ...roster, step: 'checking', done: 0 }));
    if (!entries) return;
    const known = knownNumbers(directory.list('participant'));
    const none = { likely: nobodyLikely, uncompared: 0, saved: nothingSaved };
    review({ ...roster, ...none, step: 'review', entries, known });
  };

  const review = (next: Reviewing): void => {
    to(next);
    comparison.compare(next.entries.map(({ line }) => line));
  };

  const comparison = createComparison(likelySameFinder(directory), {
    rows: () => (state.step === 'review' ? state.entries : undefined),
    onFound: (found, uncompared) => {
      if (state.step === 'review') to({ ...state, likely: withFound(state.likely, found), uncompared });
    },
  });

  directory.subscribe((kinds) => {
    // Somebody was created, or given a number, while rows are looked at.
    if (state.step !== 'review' || !kinds.has('participant')) return;
    to({ ...state, known: knownNumbers(directory.list('participant')) });
    comparison.compare(state.entries.map(({ line }) => line));
  });

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
    comparison.stop();
    const before = { ...state, known: knownNumbers(directory.list('participant')) };
    const saved = new Map(before.saved);
    const batches = importPlan({
      entries: readyRows(before),
      likely: before.likely,
      personOf: (id) => directory.get('participant', id),
      saved,
    });
    stopping = new AbortController();
    let running: Importing = {
      ...before,
      step: 'importing',
      saved,
      stopping: false,
      began: { saved: saved.size, at: performance.now() },
    };
    to(running);
    const end = await importRows(batches, { commands, directory }, stopping.signal, (batch) => {
      for (const [line, id] of batch) saved.set(line, id);
      running = { ...running, saved: new Map(saved), stopping: stopping.signal.aborted };
      to(running);
    });
    const { stopping: _stopping, began: _began, ...rows } = running;
    if (end.how === 'outdated')
      return review({ ...rows, step: 'review', known: knownNumbers(directory.list('participant')) });
    to({ ...rows, step: 'done', saved, end });
  };

  const change: ImportSession['change'] = (line, by) => {
    if (state.step !== 'review') return;
    const before = state.entries.find((entry) => entry.line === line);
    const entries = state.entries.map((entry) => (entry.line === line ? by(entry) : entry));
    to({ ...state, entries });
    const after = entries.find((entry) => entry.line === line);
    if (before?.read === after?.read) return;
    comparison.compareLater(line);
  };
  const choose: ImportSession['choose'] = (choices) => {
    if (state.step !== 'review') return;
    const entries = state.entries.map((entry) => {
      const choice = choices.get(entry.line);
      return choice === undefined ? entry : { ...entry, choice, skipped: false };
    });
    to({ ...state, entries });
  };
  const remap = (mapping: Mapping, next: Partial<Roster>): void => to({ ...mapping, ...next, earlier: null });

  return {
    resume: () => {
      const before = begun.peek(importAddress) as KeptImport | undefined;
      if (before && state.step === 'choose') read(keptFile(before), before.options, before);
    },
    read: (file, options) => read(file, options),
    check,
    run,
    change,
    choose,
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
      comparison.stop();
      const { file, read: lines, hasHeader, table, mapping, entries } = state;
      to({ ...{ file, read: lines, hasHeader, table, mapping }, step: 'mapping', earlier: entries });
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
