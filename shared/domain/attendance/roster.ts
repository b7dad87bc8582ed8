import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import { entryOf } from './marks.ts';

/** Who is expected at a session: everybody with a place on its day, and whoever is recorded without one. */
export interface RosterPerson {
  readonly participantId: string;
  readonly enrolled: boolean;
}

/** The roster of a session on `date`, each person once. Places ended as a mistake never were. */
export function sessionRoster(
  date: string,
  enrolments: readonly Enrolment[],
  sheet: AttendanceSheet | undefined,
): RosterPerson[] {
  const enrolled = new Set(
    enrolments.filter((place) => holdsOn(place, date)).map((place) => place.participantId),
  );
  const recorded = new Set(Object.values(sheet?.entries ?? {}).map((entry) => entry.participantId));
  const walkedIn = [...recorded].filter((id) => !enrolled.has(id) && entryOf(sheet, id) !== undefined);
  return [
    ...[...enrolled].map((participantId) => ({ participantId, enrolled: true })),
    ...walkedIn.map((participantId) => ({ participantId, enrolled: false })),
  ];
}

function holdsOn(place: Enrolment, date: string): boolean {
  if (place.endReason === 'mistake' || place.enrolledOn > date) return false;
  return place.endedOn === null || place.endedOn >= date;
}
