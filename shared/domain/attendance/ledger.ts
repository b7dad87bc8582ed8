import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { entryOf } from './marks.ts';
import { unitsAttended, unitsOffered } from './teaching-units.ts';

/** UE of one person in one course group. `offered` counts the held sessions between enrolment and its end. */
export interface UnitSums {
  readonly offered: number;
  readonly attended: number;
  readonly excused: number;
  /** UE of held sessions for which nothing was recorded for this person. */
  readonly notRecorded: number;
}

export interface HeldSession {
  readonly id: string;
  readonly session: Session;
  readonly sheet: AttendanceSheet | undefined;
}

/** Adds up a person's UE over the sessions of a group up to and including `today`. Cancelled sessions don't count. */
export function unitSums(enrolment: Enrolment, sessions: readonly HeldSession[], today: string): UnitSums {
  const sums = { offered: 0, attended: 0, excused: 0, notRecorded: 0 };
  for (const { session, sheet } of sessions) {
    if (session.cancelled || session.date > today || session.date < enrolment.enrolledOn) continue;
    if (enrolment.endedOn !== null && session.date > enrolment.endedOn) continue;
    const units = unitsOffered(session);
    const entry = entryOf(sheet, enrolment.participantId);
    sums.offered += units;
    if (!entry) sums.notRecorded += units;
    else if (entry.mark === 'excused') sums.excused += units;
    else sums.attended += unitsAttended(session, entry.mark, entry.minutes);
  }
  return sums;
}

/** Whether a certificate is due. `undecided`: what is not recorded could change the answer. */
export type Due = 'due' | 'not-due' | 'undecided';

/**
 * Compares UE attended of UE offered with the offer's minimum (percent, domain.md). Nothing attended is never due,
 * however low the minimum.
 */
export function certificateDue(sums: UnitSums, minimumAttendance: number): Due {
  if (sums.offered === 0) return 'not-due';
  const reaches = (attended: number): boolean =>
    attended > 0 && attended * 100 >= minimumAttendance * sums.offered;
  if (reaches(sums.attended)) return 'due';
  return reaches(sums.attended + sums.notRecorded) ? 'undecided' : 'not-due';
}
