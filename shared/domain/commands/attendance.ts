import { z } from 'zod';
import { entryOf, latestLine } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import {
  type AttendanceEntry,
  type AttendanceMark,
  type AttendanceSheet,
  markFields,
} from '../records/attendance-sheet.ts';
import { reasonSchema, type Session } from '../records/session.ts';
import { type CommandContext, command, everyone, type Refusal, teachers } from './define.ts';

/** Why a closed sheet is changed; `null` is enough for one that is open. */
const reason = reasonSchema.nullable();

interface Opened {
  readonly session: Session;
  readonly sheet: AttendanceSheet;
}

/** The session's sheet to write in, a new one where there is none; refused where nothing may be recorded. */
async function openSheet(
  reader: RecordReader,
  { sessionId, reason: why }: { readonly sessionId: string; readonly reason: string | null },
  context: CommandContext,
): Promise<Result<Opened, Refusal>> {
  const session = await reader.get('session', sessionId);
  if (!session || session.withdrawn) return err({ code: 'attendance.session-missing' });
  if (session.cancelled) return err({ code: 'attendance.session-cancelled' });
  if (session.date > context.today) return err({ code: 'attendance.in-future' });
  const { groupId, date } = session;
  const empty = { sessionId, groupId, date, entries: {}, headCounts: {}, closed: null };
  const sheet = (await reader.get('attendanceSheet', sessionId)) ?? empty;
  if (sheet.closed && why === null) return err({ code: 'attendance.closed', field: 'reason' });
  return ok({ session, sheet });
}

/** The mark with the minutes that it can have: late also with those left early, the others with their own or none. */
function settled({ mark, late, early }: PersonMark): PersonMark {
  return { mark, late: mark === 'late' ? late : null, early: isTimed(mark) ? early : null };
}

const isTimed = (mark: AttendanceMark): boolean => mark === 'late' || mark === 'left-early';

function minutesProblem(
  { startsAt, endsAt }: Session,
  { mark, late, early }: PersonMark,
): Refusal | undefined {
  const length = endsAt - startsAt;
  const wrong =
    (mark === 'late' && late === null) ||
    (mark === 'left-early' && early === null) ||
    (isTimed(mark) && (late ?? 0) + (early ?? 0) > length);
  return wrong ? { code: 'attendance.minutes', field: 'minutes', values: { most: length } } : undefined;
}

interface Line {
  readonly participantId: string | null;
  readonly name: string | null;
  readonly mark: PersonMark;
}

/** The entry after a mark; what stood in a closed sheet stays visible with the reason. */
function entryAfter(
  before: AttendanceEntry | undefined,
  { participantId, name, mark }: Line,
  { context, closedReason }: { readonly context: CommandContext; readonly closedReason: string | null },
): AttendanceEntry {
  const now = context.now.toISOString();
  const corrections = before?.corrections ?? [];
  const stood = before ?? {
    mark: 'not-recorded' as const,
    late: null,
    early: null,
    recordedBy: '',
    recordedAt: '',
  };
  return {
    ...before,
    participantId,
    name,
    ...settled(mark),
    recordedBy: context.by.accountId,
    // Never earlier than the line it replaces: with a clock set back, an older line of another desk would win again.
    recordedAt: before !== undefined && before.recordedAt > now ? before.recordedAt : now,
    corrections:
      closedReason === null
        ? corrections
        : [
            ...corrections,
            {
              ...{ mark: stood.mark, late: stood.late, early: stood.early },
              ...{ recordedBy: stood.recordedBy, recordedAt: stood.recordedAt, reason: closedReason },
            },
          ],
  };
}

const markInput = z.strictObject({ participantId: z.string(), ...markFields });
type Mark = z.infer<typeof markInput>;

const recordInput = z.strictObject({
  sessionId: z.string(),
  marks: z.array(markInput).min(1).max(500),
  reason,
});

async function record(reader: RecordReader, input: z.infer<typeof recordInput>, context: CommandContext) {
  const { sessionId, marks } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { session, sheet } = opened.value;
  for (const mark of marks) {
    const problem = minutesProblem(session, mark);
    if (problem) return err(problem);
  }
  const people = [...new Set(marks.map(({ participantId }) => participantId))];
  if ((await reader.getMany('participant', people)).length !== people.length)
    return err({ code: 'attendance.participant-missing' });
  const entries: Record<string, AttendanceEntry> = { ...sheet.entries };
  const closedReason = sheet.closed ? input.reason : null;
  for (const { participantId, ...mark } of marks) {
    const before = latestLine(entries, participantId);
    const id = before?.id ?? context.newId();
    entries[id] = entryAfter(entries[id], { participantId, name: null, mark }, { context, closedReason });
  }
  return ok({
    puts: [{ kind: 'attendanceSheet' as const, id: sessionId, value: { ...sheet, entries } }],
    subjects: [
      { kind: 'session' as const, id: sessionId },
      ...people.map((id) => ({ kind: 'participant' as const, id })),
    ],
    output: { previous: people.map((id) => markOf(sheet, id)) },
  });
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
  reason,
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
    puts: [
      {
        kind: 'attendanceSheet' as const,
        id: sessionId,
        value: { ...sheet, entries: { ...sheet.entries, [id]: entry } },
      },
    ],
    subjects: [{ kind: 'session' as const, id: sessionId }],
    output: { entryId: id },
  });
}

export const attendanceCommands = {
  /**
   * Records people in a session's sheet, one or many in one write. A person's present entry is replaced; `previous`
   * in the output is what undo writes back.
   */
  'attendance.record': command({ roles: everyone, input: recordInput, decide: record }),
  /** Records somebody who walked in and is known by name only, or changes or clears such an entry. */
  'attendance.walkIn': command({ roles: everyone, input: walkInInput, decide: walkIn }),
  /** Says how many people were there without being recorded by name; each workstation counts for itself. */
  'attendance.count': command({
    roles: everyone,
    input: z.strictObject({ sessionId: z.string(), people: z.int().min(0).max(1000), reason }),
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
    roles: teachers,
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
