import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';

/** Length of a teaching unit (Unterrichtseinheit, UE) in minutes. */
const unitMinutes = 45;
/**
 * A unit counts if at most this many of its minutes were missed. Our rule for open offers, taken from the 15 minutes
 * after which BAMF list 630.059i notes come and go times.
 */
const toleratedMinutes = 15;

/** When a session takes place: minutes since midnight, `startsAt` < `endsAt`. */
export interface SessionTimes {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** UE that a session offers. A remainder under 45 minutes doesn't count. */
export function unitsOffered(session: SessionTimes): number {
  return Math.max(0, Math.floor((session.endsAt - session.startsAt) / unitMinutes));
}

/**
 * UE that a person attended: of each whole unit of the session, the minutes missed by coming late or leaving early
 * are counted, and the unit counts if they are at most 15. Absent, excused and not recorded attend none.
 */
export function unitsAttended(session: SessionTimes, mark: AttendanceMark, minutes: number | null): number {
  if (mark === 'absent' || mark === 'excused' || mark === 'not-recorded') return 0;
  const from = session.startsAt + (mark === 'late' ? (minutes ?? 0) : 0);
  const to = session.endsAt - (mark === 'left-early' ? (minutes ?? 0) : 0);
  let attended = 0;
  for (let unit = 0; unit < unitsOffered(session); unit += 1) {
    const unitStart = session.startsAt + unit * unitMinutes;
    const there = Math.min(to, unitStart + unitMinutes) - Math.max(from, unitStart);
    if (unitMinutes - Math.max(0, there) <= toleratedMinutes) attended += 1;
  }
  return attended;
}
