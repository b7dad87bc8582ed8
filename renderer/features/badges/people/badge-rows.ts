import { holdsPlaceOn } from '#shared/domain/attendance/ledger.ts';
import { activeBadges } from '#shared/domain/badges/active-badges.ts';
import type { BadgeEntry, CourseGroupEntry, EnrolmentEntry, PersonEntry } from '#shared/domain/directory.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';

/** Whose badges: of those who have none, of a group, of those who came lately, of anybody. */
export const scopes = ['without', 'group', 'arrived', 'all'] as const;
export type Scope = (typeof scopes)[number];

export interface BadgeRow {
  readonly person: PersonEntry;
  readonly badge: BadgeEntry | undefined;
}

/** Everybody who is there, with the badge that they carry. */
export function presentRows(
  people: readonly PersonEntry[],
  badges: readonly BadgeEntry[],
  today: string,
): readonly BadgeRow[] {
  const carried = activeBadges(badges);
  return people
    .filter((person) => !hasDeparted(person, today))
    .map((person) => ({ person, badge: carried.get(person.id) }));
}

/** Who is in a group now; before its first day and after its last, who is or was on that day. */
export function groupPeople(
  group: Pick<CourseGroupEntry, 'startsOn' | 'endsOn'>,
  places: readonly EnrolmentEntry[],
  today: string,
): ReadonlySet<string> {
  const day = [group.startsOn, today, group.endsOn].toSorted()[1] ?? today;
  return new Set(
    places.filter((place) => holdsPlaceOn(place, day)).map(({ participantId }) => participantId),
  );
}

/** Those who are selected before anybody selects: who has no badge yet. */
export function preselected(rows: readonly BadgeRow[], scope: Scope): ReadonlySet<string> {
  if (scope === 'all') return new Set();
  return new Set(rows.filter(({ badge }) => badge === undefined).map(({ person }) => person.id));
}
