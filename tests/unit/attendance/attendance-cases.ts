import type {
  AttendanceEntry,
  AttendanceMark,
  AttendanceSheet,
} from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { Session } from '#shared/domain/records/session.ts';

/** An entry recorded at `minute` past nine. */
export function entry(
  participantId: string,
  mark: AttendanceMark,
  minute = 0,
  minutes: number | null = null,
): AttendanceEntry {
  const recordedAt = `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`;
  return { participantId, mark, minutes, recordedBy: 'account-1', recordedAt };
}

/** A sheet of session `session-1` with the given entries. */
export function sheet(entries: Readonly<Record<string, AttendanceEntry>>): AttendanceSheet {
  return { sessionId: 'session-1', groupId: 'group-1', date: '2026-11-23', entries };
}

/** A session of 90 minutes (2 UE). */
export function session(date: string, changes: Partial<Session> = {}): Session {
  return { groupId: 'group-1', date, startsAt: 540, endsAt: 630, room: null, cancelled: null, ...changes };
}

/** A place held by `amina` since 2 November. */
export function place(changes: Partial<Enrolment> = {}): Enrolment {
  return {
    groupId: 'group-1',
    participantId: 'amina',
    enrolledOn: '2026-11-02',
    endedOn: null,
    endReason: null,
    ...changes,
  };
}
