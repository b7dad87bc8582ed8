/**
 * The marks of one session while someone records them. Guarantees, against rapid typing, slow disks and failed writes:
 * a mark shows at once as pending; marks are written one after the other in the order they were made, so none is lost
 * or overtaken; a mark that could not be saved stays in sight as failed until it is saved or replaced; a reading of
 * the sheet that is older than a mark does not hide the mark. What is recorded while a reason is given goes with it.
 */
import { latestLine } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Result } from '#shared/domain/result.ts';
import { type Correction, correctionsOf } from './corrections.ts';
import { plainMark } from './mark-change.ts';

/** A mark of somebody, as the command takes it. */
interface RecordedMark extends PersonMark {
  readonly participantId: string;
}

/** What a row shows. The same object until something of it changes. */
export interface RowState extends PersonMark {
  readonly saving: 'saved' | 'pending' | 'failed';
  readonly failure: Refusal | undefined;
  readonly recordedBy: string | undefined;
  /** ISO instant. */
  readonly recordedAt: string | undefined;
  /** Changes since the sheet was closed. */
  readonly corrections: readonly Correction[];
}

export interface RollCall {
  row(participantId: string): RowState;
  /** Told of every change of any row. Returns its unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Counts the changes: a snapshot for what sums up all rows. */
  version(): number;
  /** Takes in what is stored. Marks that it does not hold yet stay as they are. */
  setSheet(sheet: AttendanceSheet | undefined): void;
  /** Everybody who has a mark, saved or not yet. */
  recorded(): readonly string[];
  /** Shows marks at once and queues them as one write. */
  record(marks: readonly RecordedMark[]): void;
  /** Writes the marks before the last `record` back. Returns the people concerned, none if there is nothing to undo. */
  undo(): readonly string[];
  canUndo(): boolean;
  /** Queues a failed mark again. */
  retry(participantIds: readonly string[]): void;
  /** Why a closed sheet is being changed; `null` while no reason is given. */
  reason(): string | null;
  setReason(reason: string | null): void;
  /** Resolves when everything that was queued by now has its answer. */
  settled(): Promise<void>;
}

interface Local extends Omit<RowState, 'corrections'> {
  /** Which write it belongs to: the answer to an older one says nothing about it. */
  readonly turn: number;
}

export interface RollCallPorts {
  readonly write: (
    marks: readonly RecordedMark[],
    reason: string | null,
  ) => Promise<Result<unknown, Refusal>>;
  readonly now: () => Date;
  readonly accountId: string;
}

const untouched: RowState = {
  ...plainMark('not-recorded'),
  saving: 'saved',
  failure: undefined,
  recordedBy: undefined,
  recordedAt: undefined,
  corrections: [],
};

/** Starts a roll call; it outlives its screen, so that pending and failed marks are there on coming back. */
export function createRollCall({ write, now, accountId }: RollCallPorts): RollCall {
  const local = new Map<string, Local>();
  const shown = new Map<string, RowState>();
  const history: (readonly RecordedMark[])[] = [];
  const listeners = new Set<() => void>();
  let stored: AttendanceSheet | undefined;
  /** Rows of `stored` that were asked for. */
  const storedRows = new Map<string, RowState>();
  let why: string | null = null;
  let changes = 0;
  let turns = 0;
  let last: Promise<void> = Promise.resolve();

  const read = (id: string): RowState => {
    const row = storedRows.get(id) ?? storedRow(stored, id);
    storedRows.set(id, row);
    const mine = local.get(id);
    return mine ? { ...mine, corrections: row.corrections } : row;
  };
  const row = (id: string): RowState => {
    const before = shown.get(id);
    const after = read(id);
    if (before !== undefined && sameRow(before, after)) return before;
    shown.set(id, after);
    return after;
  };
  const tell = (): void => {
    changes += 1;
    for (const listener of listeners) listener();
  };
  const settle = (marks: readonly RecordedMark[], turn: number, answer: Result<unknown, Refusal>): void => {
    for (const { participantId } of marks) {
      const mine = local.get(participantId);
      if (mine?.turn !== turn) continue;
      const outcome = answer.ok ? ('saved' as const) : ('failed' as const);
      local.set(participantId, { ...mine, saving: outcome, failure: answer.ok ? undefined : answer.error });
    }
    tell();
  };
  const enqueue = (marks: readonly RecordedMark[]): void => {
    turns += 1;
    const turn = turns;
    const made = { recordedBy: accountId, recordedAt: now().toISOString(), failure: undefined, turn };
    for (const { participantId, mark, late, early } of marks) {
      local.set(participantId, { mark, late, early, saving: 'pending', ...made });
    }
    tell();
    const reason = why;
    last = last.then(async () => settle(marks, turn, await answerOf(() => write(marks, reason))));
  };

  return {
    row,
    version: () => changes,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setSheet: (sheet) => {
      stored = sheet;
      storedRows.clear();
      for (const [id, mine] of local) if (holds(sheet, id, mine)) local.delete(id);
      tell();
    },
    recorded: () =>
      [...new Set([...participantsOf(stored), ...local.keys()])].filter(
        (id) => read(id).mark !== 'not-recorded',
      ),
    record: (marks) => {
      history.push(marks.map(({ participantId }) => markIn(participantId, row(participantId))));
      enqueue(marks);
    },
    undo: () => {
      const before = history.pop() ?? [];
      if (before.length > 0) enqueue(before);
      return before.map(({ participantId }) => participantId);
    },
    canUndo: () => history.length > 0,
    retry: (ids) => {
      const failed = ids.filter((id) => local.get(id)?.saving === 'failed');
      for (const id of failed) enqueue([markIn(id, read(id))]);
    },
    reason: () => why,
    setReason: (reason) => {
      why = reason;
      tell();
    },
    settled: () => last,
  };
}

/** An exception is a bug elsewhere; for the one who records it is a mark that is not saved. */
export async function answerOf<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch {
    return { ok: false, error: { code: 'write.failed' } };
  }
}

const participantsOf = (sheet: AttendanceSheet | undefined): readonly string[] =>
  Object.values(sheet?.entries ?? {}).flatMap(({ participantId }) => participantId ?? []);

function markIn(participantId: string, { mark, late, early }: PersonMark): RecordedMark {
  return { participantId, mark, late, early };
}

function storedRow(sheet: AttendanceSheet | undefined, participantId: string): RowState {
  const line = latestLine(sheet?.entries ?? {}, participantId);
  if (!line) return untouched;
  const { mark, late, early, recordedBy, recordedAt } = line;
  return { ...untouched, mark, late, early, recordedBy, recordedAt, corrections: correctionsOf(line) };
}

const sameMark = (one: PersonMark, other: PersonMark): boolean =>
  one.mark === other.mark && one.late === other.late && one.early === other.early;

/** Whether the stored sheet is as far as a saved mark: it holds the same, or something that was recorded later. */
function holds(sheet: AttendanceSheet | undefined, participantId: string, mine: Local): boolean {
  if (mine.saving !== 'saved') return false;
  const theirs = storedRow(sheet, participantId);
  if (sameMark(theirs, mine)) return true;
  return (
    theirs.recordedAt !== undefined && mine.recordedAt !== undefined && theirs.recordedAt > mine.recordedAt
  );
}

function sameRow(one: RowState, other: RowState): boolean {
  return (
    sameMark(one, other) &&
    one.saving === other.saving &&
    one.failure === other.failure &&
    one.recordedBy === other.recordedBy &&
    one.recordedAt === other.recordedAt &&
    // They are only ever added to.
    one.corrections.length === other.corrections.length
  );
}
