/** How commands write into an attendance sheet: which sheet, and what an entry is after a mark. */
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { AttendanceEntry, AttendanceMark, AttendanceSheet } from '../records/attendance-sheet.ts';
import { reasonSchema, type Session } from '../records/session.ts';
import type { CommandContext, Refusal } from './define.ts';

/** Why a closed sheet is changed; `null` is enough for one that is open. */
export const sheetReason = reasonSchema.nullable();

export interface OpenSheet {
  readonly session: Session;
  readonly sheet: AttendanceSheet;
}

/** The session's sheet to write in, a new one where there is none; refused where nothing may be recorded. */
export async function openSheet(
  reader: RecordReader,
  { sessionId, reason: why }: { readonly sessionId: string; readonly reason: string | null },
  context: CommandContext,
): Promise<Result<OpenSheet, Refusal>> {
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

export function minutesProblem(
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
export function entryAfter(
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

/** The put of a sheet with other entries. */
export const sheetPut = (sheet: AttendanceSheet, entries: AttendanceSheet['entries']) => ({
  kind: 'attendanceSheet' as const,
  id: sheet.sessionId,
  value: { ...sheet, entries },
});

/** Who is concerned by a change of a sheet, for the audit log. */
export const sheetSubjects = (sessionId: string, people: readonly string[]) => [
  { kind: 'session' as const, id: sessionId },
  ...people.map((id) => ({ kind: 'participant' as const, id })),
];
