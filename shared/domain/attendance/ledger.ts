/** The UE ledger: what was offered to a person in a course group since the enrolment, and what came of it. */
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import { type PersonMark, type SessionTimes, unitsAttended, unitsOffered } from './teaching-units.ts';

/** UE of one person. `offered` counts the sessions between the enrolment and its end, up to a day. */
export interface UnitSums {
  readonly offered: number;
  readonly attended: number;
  readonly excused: number;
  /** UE of sessions for which nothing was recorded for this person. */
  readonly notRecorded: number;
}

/** Sums with their shares by module; sessions without a module are under `null`. */
export interface LedgerLine extends UnitSums {
  readonly byModule: ReadonlyMap<string | null, UnitSums>;
}

/** A session with everybody's mark; those who have none aren't in it. */
export interface MarkedSession extends SessionTimes {
  readonly date: string;
  readonly moduleId: string | null;
  readonly cancelled: boolean;
  readonly marks: ReadonlyMap<string, PersonMark>;
}

/** What the ledger needs of an enrolment. */
export type Place = Pick<
  Enrolment,
  'participantId' | 'enrolledOn' | 'endedOn' | 'endReason' | 'waitingSince'
>;

/** Whether a place is or was held: not ended as a mistake or before it began, and not only waited for. */
export function isHeld({ enrolledOn, endedOn, endReason, waitingSince }: Place): boolean {
  return endReason !== 'mistake' && waitingSince === null && (endedOn === null || endedOn >= enrolledOn);
}

/** Whether somebody holds a place on a day. */
export function holdsPlaceOn(place: Place, day: string): boolean {
  return isHeld(place) && place.enrolledOn <= day && (place.endedOn === null || place.endedOn >= day);
}

/** The sessions, those of a module that the offer no longer has as without one. */
export function withModulesOf<S extends Pick<MarkedSession, 'moduleId'>>(
  { modules }: { readonly modules: readonly { readonly id: string }[] },
  sessions: readonly S[],
): S[] {
  const known = new Set(modules.map(({ id }) => id));
  return sessions.map((session) =>
    session.moduleId === null || known.has(session.moduleId) ? session : { ...session, moduleId: null },
  );
}

const none: UnitSums = { offered: 0, attended: 0, excused: 0, notRecorded: 0 };

/** The sums with another session's. */
function added(sums: UnitSums, units: number, attended: number, mark: PersonMark | undefined): UnitSums {
  return {
    offered: sums.offered + units,
    attended: sums.attended + attended,
    excused: sums.excused + (mark?.mark === 'excused' ? units : 0),
    notRecorded: sums.notRecorded + (mark ? 0 : units),
  };
}

/** Adds up a person's UE over the sessions of a group up to and including `today`. Cancelled sessions don't count. */
export function ledgerLine(
  place: Place,
  sessions: readonly MarkedSession[],
  { today, toleratedMinutes }: { readonly today: string; readonly toleratedMinutes: number },
): LedgerLine {
  let sums = none;
  const byModule = new Map<string | null, UnitSums>();
  for (const session of sessions) {
    if (session.cancelled || session.date > today || !holdsPlaceOn(place, session.date)) continue;
    const units = unitsOffered(session);
    const mark = session.marks.get(place.participantId);
    const attended = mark ? unitsAttended(session, mark, toleratedMinutes) : 0;
    sums = added(sums, units, attended, mark);
    byModule.set(session.moduleId, added(byModule.get(session.moduleId) ?? none, units, attended, mark));
  }
  return { ...sums, byModule };
}

/** Share of UE attended in whole percent, rounded down; `undefined` while nothing was offered. */
export function attendedShare({
  offered,
  attended,
}: Pick<UnitSums, 'offered' | 'attended'>): number | undefined {
  return offered === 0 ? undefined : Math.floor((attended * 100) / offered);
}

/** The latest place of everybody in a group who holds or held one. */
export function latestPlaces<P extends Place>(places: readonly P[]): P[] {
  const latest = new Map<string, P>();
  for (const place of places) {
    if (!isHeld(place)) continue;
    const other = latest.get(place.participantId);
    if (!other || isLater(place, other)) latest.set(place.participantId, place);
  }
  return [...latest.values()];
}

/** Of two places of one day, the one that is open or ended last is the later. */
function isLater(one: Place, other: Place): boolean {
  if (one.enrolledOn !== other.enrolledOn) return one.enrolledOn > other.enrolledOn;
  return (one.endedOn ?? '9999') > (other.endedOn ?? '9999');
}
