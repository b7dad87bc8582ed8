/**
 * People in a sheet who are known by name only, while someone records them. Guarantees that a name shows at once as
 * pending, that one that could not be saved stays in sight as failed until it is saved or removed, and that from when
 * the sheet holds it, it shows what the sheet says: another desk may change it.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import { namedWalkIns } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import { type Correction, correctionsOf } from './corrections.ts';
import { answerOf, type RollCall } from './roll-call.ts';

export interface WalkIn {
  /** Stays the same while the line is on the screen. */
  readonly key: string;
  /** `null` until the sheet has it. */
  readonly entryId: string | null;
  readonly name: string;
  readonly mark: PersonMark;
  readonly saving: 'saved' | 'pending' | 'failed';
  readonly failure: Refusal | undefined;
  readonly corrections: readonly Correction[];
}

interface Local extends Omit<WalkIn, 'corrections'> {
  /** Which write it belongs to: the answer to an older one says nothing about it. */
  readonly turn: number;
  /** What was read when it was written, and the instant (ISO): a later reading has it, or what came after it. */
  readonly readBefore: AttendanceSheet | undefined;
  readonly madeAt: string;
  /** The sheet held it since it was saved: it has nothing to add any more but its key. */
  readonly isHeld: boolean;
}

export interface WalkIns {
  readonly lines: readonly WalkIn[];
  add(name: string, mark: PersonMark): string;
  /** Changes a line; the mark `not-recorded` removes it. */
  change(key: string, mark: PersonMark): void;
  /** Writes what is shown of a failed line again. */
  retry(key: string): void;
}

const isSame = (one: PersonMark, other: PersonMark): boolean =>
  one.mark === other.mark && one.late === other.late && one.early === other.early;

/** Whether the sheet is as far as a saved line. */
function holds(sheet: AttendanceSheet | undefined, line: Local): boolean {
  const { entryId, mark, saving, readBefore, madeAt } = line;
  if (saving !== 'saved' || entryId === null) return false;
  const stored = sheet?.entries[entryId];
  if (stored === undefined) return false;
  // Another desk may have been quicker than the reading of what was saved here.
  return isSame(stored, mark) || (sheet !== readBefore && stored.recordedAt >= madeAt);
}

/** What is stored, with what is on its way in its place. */
function linesOf(sheet: AttendanceSheet | undefined, local: ReadonlyMap<string, Local>): WalkIn[] {
  const stored = namedWalkIns(sheet);
  const mine = new Map([...local.values()].map((line) => [line.entryId ?? line.key, line]));
  const known = stored.map((line): WalkIn => {
    const { id, name, mark, late, early } = line;
    const own = mine.get(id);
    mine.delete(id);
    const base = {
      ...{ key: own?.key ?? id, entryId: id, name: name ?? '', mark: { mark, late, early } },
      ...{ saving: 'saved' as const, failure: undefined, corrections: correctionsOf(line) },
    };
    return own && !own.isHeld ? { ...base, ...own } : base;
  });
  const coming = [...mine.values()].flatMap((line): WalkIn[] =>
    line.isHeld ? [] : [{ ...line, corrections: [] }],
  );
  return [...known, ...coming].filter(
    ({ mark, saving }) => mark.mark !== 'not-recorded' || saving === 'failed',
  );
}

/** The lines and what can be done with them. Writes carry the roll call's reason for changing a closed sheet. */
export function useWalkIns(
  sessionId: string,
  sheet: AttendanceSheet | undefined,
  rollCall: RollCall,
): WalkIns {
  const { commands, clock } = useServices();
  const shown = useRef(sheet);
  shown.current = sheet;
  const local = useRef<ReadonlyMap<string, Local>>(new Map());
  const [version, setVersion] = useState(0);
  const turns = useRef(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  const put = useCallback((key: string, line: Local): void => {
    local.current = new Map(local.current).set(key, line);
    setVersion((before) => before + 1);
  }, []);
  const write = useCallback(
    (line: Pick<Local, 'key' | 'entryId' | 'name' | 'mark'>): void => {
      turns.current += 1;
      const turn = turns.current;
      const { key, name, mark } = line;
      const reason = rollCall.reason();
      const made = { readBefore: shown.current, madeAt: clock.now().toISOString() };
      put(key, { ...line, ...made, saving: 'pending', failure: undefined, turn, isHeld: false });
      last.current = last.current.then(async () => {
        // Whoever was not saved before has no entry yet.
        const entryId = local.current.get(key)?.entryId ?? null;
        const answer = await answerOf(() =>
          commands.execute('attendance.walkIn', { sessionId, entryId, name, reason, ...mark }),
        );
        const now = local.current.get(key);
        if (!now) return;
        const known = { ...now, entryId: answer.ok ? answer.value.entryId : entryId };
        if (now.turn !== turn) put(key, known);
        else if (answer.ok) put(key, { ...known, saving: 'saved' });
        else put(key, { ...known, saving: 'failed', failure: answer.error });
      });
    },
    [commands, clock, sessionId, rollCall, put],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` counts the changes of `local`
  useLayoutEffect(() => {
    for (const [key, line] of local.current)
      if (!line.isHeld && holds(sheet, line)) put(key, { ...line, isHeld: true });
  }, [sheet, version, put]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` counts the changes of `local`
  const lines = useMemo(() => linesOf(sheet, local.current), [sheet, version]);
  const find = (key: string): Pick<Local, 'key' | 'entryId' | 'name' | 'mark'> | undefined => {
    const line = local.current.get(key);
    if (line) return line;
    const stored = namedWalkIns(sheet).find(({ id }) => id === key);
    return stored && { key, entryId: key, name: stored.name ?? '', mark: stored };
  };
  const change = (key: string, mark: PersonMark): void => {
    const line = find(key);
    if (line) write({ ...line, mark: { mark: mark.mark, late: mark.late, early: mark.early } });
  };
  return {
    lines,
    change,
    add: (name, mark) => {
      const key = `new-${turns.current + 1}`;
      write({ key, entryId: null, name, mark });
      return key;
    },
    retry: (key) => {
      const line = local.current.get(key);
      if (line) change(key, line.mark);
    },
  };
}
