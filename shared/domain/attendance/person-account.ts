/** The UE account of one person: what every group offered to them, and what came of it, session by session. */
import { type DueVerdict, dueVerdicts, type ModuleResult } from '#shared/domain/certificates/due.ts';
import type { CourseGroupEntry, EnrolmentEntry, OfferEntry, SessionEntry } from '#shared/domain/directory.ts';
import { waitingPlaces } from '#shared/domain/waiting-list.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { markedSession } from './directory-results.ts';
import {
  holdsPlaceOn,
  isHeld,
  type LedgerLine,
  latestPlaces,
  ledgerLine,
  type MarkedSession,
  withModulesOf,
} from './ledger.ts';
import { type PersonMark, unitsAttended, unitsOffered } from './teaching-units.ts';

/** A session up to today that the person had a place for. */
interface AccountSession {
  readonly session: SessionEntry;
  readonly mark: PersonMark;
  /** UE; a cancelled session offers none. */
  readonly offered: number;
  readonly attended: number;
}

/** A place of a person in a group. */
export interface AccountLine {
  readonly place: EnrolmentEntry;
  readonly group: CourseGroupEntry;
  readonly offer: OfferEntry;
  readonly sums: LedgerLine;
  /** `null`: a certificate follows from a later place in the same group. */
  readonly verdict: DueVerdict | null;
  /** On the certificates of modules; none where `verdict` is `null`. */
  readonly modules: readonly ModuleResult[];
  /** The latest first. */
  readonly sessions: readonly AccountSession[];
}

/** A place on a waiting list. */
export interface AccountWait {
  readonly place: EnrolmentEntry;
  readonly group: CourseGroupEntry;
  /** Counted from 1. */
  readonly position: number;
}

export interface PersonAccount {
  /** Open places first, then by the day of enrolment, the latest first. */
  readonly lines: readonly AccountLine[];
  readonly waiting: readonly AccountWait[];
}

const unrecorded: PersonMark = { mark: 'not-recorded', late: null, early: null };
const earliest = (...days: readonly string[]): string => days.toSorted()[0] ?? '';

/** The group's sessions during a place; opens only the months in which the person was there. */
async function sessionsDuring(
  directory: DirectoryPort,
  place: EnrolmentEntry,
  { id, startsOn, endsOn }: CourseGroupEntry,
  today: string,
): Promise<readonly { readonly session: SessionEntry; readonly marked: MarkedSession }[]> {
  const from = place.enrolledOn > startsOn ? place.enrolledOn : startsOn;
  const to = earliest(endsOn, place.endedOn ?? today, today);
  if (to < from) return [];
  return (await directory.sessionsBetween(from, to)).flatMap(({ session, sheet }) =>
    session.groupId === id && holdsPlaceOn(place, session.date)
      ? [{ session, marked: markedSession(session, sheet) }]
      : [],
  );
}

async function lineOf(
  directory: DirectoryPort,
  place: EnrolmentEntry,
  { today, isLatest }: { readonly today: string; readonly isLatest: boolean },
): Promise<AccountLine[]> {
  const group = directory.get('courseGroup', place.groupId);
  const offer = group && directory.get('offer', group.offerId);
  if (!group || !offer) return [];
  const { toleratedMinutes } = offer;
  const held = await sessionsDuring(directory, place, group, today);
  const sums = ledgerLine(
    place,
    withModulesOf(
      offer,
      held.map(({ marked }) => marked),
    ),
    { today, toleratedMinutes },
  );
  const sessions = held.toReversed().map(({ session, marked }): AccountSession => {
    const mark = marked.marks.get(place.participantId) ?? unrecorded;
    return {
      session,
      mark,
      offered: session.cancelled ? 0 : unitsOffered(session),
      attended: session.cancelled ? 0 : unitsAttended(session, mark, toleratedMinutes),
    };
  });
  const decisions = directory
    .list('certificateDecision')
    .filter(({ participantId, groupId }) => participantId === place.participantId && groupId === group.id);
  const due = isLatest ? dueVerdicts(offer, sums, decisions) : { verdict: null, modules: [] };
  return [{ place, group, offer, sums, ...due, sessions }];
}

/** A person's account up to `today`, from the directory alone. Places that were never held are left out. */
export async function loadPersonAccount(
  directory: DirectoryPort,
  participantId: string,
  today: string,
): Promise<PersonAccount> {
  const places = directory.enrolmentsOf('participantId', participantId);
  const latest = new Set(
    [...Map.groupBy(places, ({ groupId }) => groupId).values()].flatMap(latestPlaces).map(({ id }) => id),
  );
  const held = places
    .filter(isHeld)
    .toSorted(
      (a, b) =>
        Number(a.endedOn !== null) - Number(b.endedOn !== null) || b.enrolledOn.localeCompare(a.enrolledOn),
    );
  const lines: AccountLine[] = [];
  for (const place of held)
    lines.push(...(await lineOf(directory, place, { today, isLatest: latest.has(place.id) })));
  const waiting = waitingPlaces(places).flatMap((place): AccountWait[] => {
    const group = directory.get('courseGroup', place.groupId);
    const line = waitingPlaces(directory.enrolmentsOf('groupId', place.groupId));
    return group ? [{ place, group, position: line.findIndex(({ id }) => id === place.id) + 1 }] : [];
  });
  return { lines, waiting };
}
