import { z } from 'zod';
import { entryOf, latestLine } from '#shared/domain/attendance/marks.ts';
import { currentPerson } from '#shared/domain/people/current-person.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type AttendanceEntry, type AttendanceSheet, markFields } from '../records/attendance-sheet.ts';
import { type CommandContext, command } from './define.ts';
import {
  entryAfter,
  minutesProblem,
  openSheet,
  sheetPut,
  sheetReason,
  sheetSubjects,
} from './sheet-writing.ts';

const markInput = z.strictObject({ participantId: z.string(), ...markFields });
type Mark = z.infer<typeof markInput>;

const recordInput = z.strictObject({
  sessionId: z.string(),
  marks: z.array(markInput).min(1).max(500),
  reason: sheetReason,
});

async function record(reader: RecordReader, input: z.infer<typeof recordInput>, context: CommandContext) {
  const { sessionId } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { session, sheet } = opened.value;
  for (const mark of input.marks) {
    const problem = minutesProblem(session, mark);
    if (problem) return err(problem);
  }
  const marks = await ofCurrentPeople(reader, input.marks);
  if (!marks) return err({ code: 'attendance.participant-missing' });
  const people = [...new Set(marks.map(({ participantId }) => participantId))];
  const entries: Record<string, AttendanceEntry> = { ...sheet.entries };
  const closedReason = sheet.closed ? input.reason : null;
  for (const { participantId, ...mark } of marks) {
    const before = latestLine(entries, participantId);
    const id = before?.id ?? context.newId();
    const line = { participantId, name: before?.name ?? null, mark };
    entries[id] = entryAfter(entries[id], line, { context, closedReason });
  }
  return ok({
    puts: [sheetPut(sheet, entries)],
    subjects: sheetSubjects(sessionId, people),
    output: { previous: people.map((id) => markOf(sheet, id)) },
  });
}

/** The marks with the records that stand for their people now; `undefined` if there is none for one of them. */
async function ofCurrentPeople(reader: RecordReader, marks: readonly Mark[]): Promise<Mark[] | undefined> {
  const ids = [...new Set(marks.map(({ participantId }) => participantId))];
  const current = new Map<string, string>();
  for (const { id, value } of await reader.getMany('participant', ids)) {
    const found = value.mergedInto === null ? { id } : await currentPerson(reader, id);
    if (found) current.set(id, found.id);
  }
  if (current.size !== ids.length) return undefined;
  return marks.map((mark) => ({ ...mark, participantId: current.get(mark.participantId) ?? '' }));
}

/** What a sheet holds of a person, as an input that records it again. */
function markOf(sheet: AttendanceSheet, participantId: string): Mark {
  const entry = entryOf(sheet, participantId);
  return {
    participantId,
    mark: entry?.mark ?? 'not-recorded',
    late: entry?.late ?? null,
    early: entry?.early ?? null,
  };
}

const walkInInput = z.strictObject({
  sessionId: z.string(),
  /** `null`: somebody new. */
  entryId: z.string().nullable(),
  name: z.string().trim().min(1).max(200),
  ...markFields,
  reason: sheetReason,
});

async function walkIn(reader: RecordReader, input: z.infer<typeof walkInInput>, context: CommandContext) {
  const { sessionId, entryId, name, mark, late, early } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { session, sheet } = opened.value;
  const problem = minutesProblem(session, { mark, late, early });
  if (problem) return err(problem);
  const before = entryId === null ? undefined : sheet.entries[entryId];
  if (entryId !== null && before?.participantId !== null) return err({ code: 'attendance.walk-in-missing' });
  const id = entryId ?? context.newId();
  const line = { participantId: null, name, mark: { mark, late, early } };
  const entry = entryAfter(before, line, { context, closedReason: sheet.closed ? input.reason : null });
  return ok({
    puts: [sheetPut(sheet, { ...sheet.entries, [id]: entry })],
    subjects: sheetSubjects(sessionId, []),
    output: { entryId: id },
  });
}

export const attendanceCommands = {
  /**
   * Records people in a session's sheet, one or many in one write. A person's present entry is replaced; `previous`
   * in the output is what undo writes back.
   */
  'attendance.record': command({ input: recordInput, decide: record }),
  /** Records somebody who walked in and is known by name only, or changes or clears such an entry. */
  'attendance.walkIn': command({ input: walkInInput, decide: walkIn }),
  /** Says how many people were there without being recorded by name; each workstation counts for itself. */
  'attendance.count': command({
    input: z.strictObject({ sessionId: z.string(), people: z.int().min(0).max(1000), reason: sheetReason }),
    decide: async (reader, input, context) => {
      const opened = await openSheet(reader, input, context);
      if (!opened.ok) return opened;
      const { sheet } = opened.value;
      const headCounts = { ...sheet.headCounts, [context.workstationId]: input.people };
      return ok({
        puts: [{ kind: 'attendanceSheet', id: input.sessionId, value: { ...sheet, headCounts } }],
        subjects: [{ kind: 'session', id: input.sessionId }],
        output: { previous: sheet.headCounts[context.workstationId] ?? 0 },
      });
    },
  }),
  /** Closes a sheet: from then on a change takes a reason, which stays visible. */
  'attendance.close': command({
    input: z.strictObject({ sessionId: z.string() }),
    decide: async (reader, { sessionId }, context) => {
      const opened = await openSheet(reader, { sessionId, reason: null }, context);
      if (!opened.ok) return opened;
      const closed = { by: context.by.accountId, at: context.now.toISOString() };
      return ok({
        puts: [{ kind: 'attendanceSheet', id: sessionId, value: { ...opened.value.sheet, closed } }],
        subjects: [{ kind: 'session', id: sessionId }],
        output: { closed },
      });
    },
  }),
} as const;
