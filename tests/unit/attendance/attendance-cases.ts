import type {
  AttendanceEntry,
  AttendanceMark,
  AttendanceSheet,
} from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { newSession } from '#shared/domain/timetable/replan.ts';

/** An entry recorded at `minute` past nine. */
export function entry(
  participantId: string,
  mark: AttendanceMark,
  minute = 0,
  late: number | null = null,
): AttendanceEntry {
  const recordedAt = `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`;
  const recording = { recordedBy: 'account-1', recordedAt };
  return { participantId, name: null, mark, late, early: null, ...recording, corrections: [] };
}

/** A sheet of session `session-1` with the given entries. */
export function sheet(entries: Readonly<Record<string, AttendanceEntry>>): AttendanceSheet {
  const of = { sessionId: 'session-1', groupId: 'group-1', date: '2026-11-23' };
  return { ...of, entries, headCounts: {}, closed: null };
}

/** A session of 90 minutes (2 UE). */
export function session(date: string, changes: Partial<Session> = {}): Session {
  const slot = { date, startsAt: 540, endsAt: 630, breaks: [], room: null };
  return { ...newSession('group-1', slot, false), ...changes };
}

/** A place held by `amina` since 2 November. */
export function place(changes: Partial<Enrolment> = {}): Enrolment {
  return {
    groupId: 'group-1',
    participantId: 'amina',
    enrolledOn: '2026-11-02',
    endedOn: null,
    endReason: null,
    waitingSince: null,
    movedUp: null,
    ...changes,
  };
}
