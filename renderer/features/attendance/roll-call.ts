/**
 * The marks of one session while someone records them. Guarantees, against rapid typing, slow disks and failed writes:
 * a mark shows at once as pending; marks are written one after the other in the order they were made, so none is lost
 * or overtaken; a mark that could not be saved stays in sight as failed until it is saved or replaced; a reading of
 * the sheet that is older than a mark does not hide the mark.
 */
import { entryOf } from '#shared/domain/attendance/marks.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AttendanceMark, AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Result } from '#shared/domain/result.ts';

interface PersonMark {
  readonly participantId: string;
  readonly mark: AttendanceMark;
  /** Minutes late or left early; `null` for the other marks. */
  readonly minutes: number | null;
}

/** What a row shows. The same object until something of it changes. */
export interface RowState {
  readonly mark: AttendanceMark;
  readonly minutes: number | null;
  readonly saving: 'saved' | 'pending' | 'failed';
  readonly failure: Refusal | undefined;
  readonly recordedBy: string | undefined;
  /** ISO instant. */
  readonly recordedAt: string | undefined;
}

export interface RollCall {
  row(participantId: string): RowState;
  /** Told of every change of any row. Returns its unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Counts the changes: a snapshot for what sums up all rows. */
  version(): number;
  /** Takes in what is stored. Marks that it does not hold yet stay as they are. */
  setSheet(sheet: AttendanceSheet | undefined): void;
  /** Shows marks at once and queues them as one write. */
  record(marks: readonly PersonMark[]): void;
  /** Writes the marks before the last `record` back. Returns the people concerned, none if there is nothing to undo. */
  undo(): readonly string[];
  canUndo(): boolean;
  /** Queues a failed mark again. */
  retry(participantIds: readonly string[]): void;
}

interface Local extends RowState {
  /** Which write it belongs to: the answer to an older one says nothing about it. */
  readonly turn: number;
}

export interface RollCallPorts {
  readonly write: (marks: readonly PersonMark[]) => Promise<Result<unknown, Refusal>>;
  readonly now: () => Date;
  readonly accountId: string;
}

const untouched: RowState = {
  mark: 'not-recorded',
  minutes: null,
  saving: 'saved',
  failure: undefined,
  recordedBy: undefined,
  recordedAt: undefined,
};

/** Starts a roll call; it outlives its screen, so that pending and failed marks are there on coming back. */
export function createRollCall({ write, now, accountId }: RollCallPorts): RollCall {
  const local = new Map<string, Local>();
  const shown = new Map<string, RowState>();
  const history: (readonly PersonMark[])[] = [];
  const listeners = new Set<() => void>();
  let stored: AttendanceSheet | undefined;
  let changes = 0;
  let turns = 0;
  let last: Promise<void> = Promise.resolve();

  const read = (id: string): RowState => local.get(id) ?? storedRow(stored, id);
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
  const settle = (marks: readonly PersonMark[], turn: number, answer: Result<unknown, Refusal>): void => {
    for (const { participantId } of marks) {
      const mine = local.get(participantId);
      if (mine?.turn !== turn) continue;
      const outcome = answer.ok ? ('saved' as const) : ('failed' as const);
      local.set(participantId, { ...mine, saving: outcome, failure: answer.ok ? undefined : answer.error });
    }
    tell();
  };
  const enqueue = (marks: readonly PersonMark[]): void => {
    turns += 1;
    const turn = turns;
    const made = { recordedBy: accountId, recordedAt: now().toISOString(), failure: undefined, turn };
    for (const { participantId, mark, minutes } of marks) {
      local.set(participantId, { mark, minutes, saving: 'pending', ...made });
    }
    tell();
    last = last.then(async () => settle(marks, turn, await answerOf(write, marks)));
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
      for (const [id, mine] of local) if (holds(sheet, id, mine)) local.delete(id);
      tell();
    },
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
  };
}

/** An exception is a bug elsewhere; for the one who records it is a mark that is not saved. */
async function answerOf(
  write: RollCallPorts['write'],
  marks: readonly PersonMark[],
): Promise<Result<unknown, Refusal>> {
  try {
    return await write(marks);
  } catch {
    return { ok: false, error: { code: 'write.failed' } };
  }
}

function markIn(participantId: string, { mark, minutes }: RowState): PersonMark {
  return { participantId, mark, minutes };
}

function storedRow(sheet: AttendanceSheet | undefined, participantId: string): RowState {
  const entry = entryOf(sheet, participantId);
  if (!entry) return untouched;
  const { mark, minutes, recordedBy, recordedAt } = entry;
  return { ...untouched, mark, minutes, recordedBy, recordedAt };
}

/** Whether the stored sheet is as far as a saved mark: it holds the same, or something that was recorded later. */
function holds(sheet: AttendanceSheet | undefined, participantId: string, mine: Local): boolean {
  if (mine.saving !== 'saved') return false;
  const theirs = storedRow(sheet, participantId);
  if (theirs.mark === mine.mark && theirs.minutes === mine.minutes) return true;
  return (
    theirs.recordedAt !== undefined && mine.recordedAt !== undefined && theirs.recordedAt > mine.recordedAt
  );
}

function sameRow(one: RowState, other: RowState): boolean {
  return (
    one.mark === other.mark &&
    one.minutes === other.minutes &&
    one.saving === other.saving &&
    one.failure === other.failure &&
    one.recordedBy === other.recordedBy &&
    one.recordedAt === other.recordedAt
  );
}
