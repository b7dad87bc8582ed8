/** Sessions as they are planned, with what their group says, and what gets in each other's way. Directory only. */
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { publicHoliday } from '#shared/domain/calendar/holidays.ts';
import { daysOfWeek } from '#shared/domain/calendar/weeks.ts';
import type { SessionEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { type Clash, findClashes, type OccupyingSession } from './clashes.ts';

/** A session; its lead is the group's where it names none. */
export interface PlannedSession
  extends OccupyingSession,
    Pick<SessionEntry, 'breaks' | 'moduleId' | 'cancelled' | 'moved'> {
  readonly groupName: string;
  readonly offerId: string | null;
  readonly offerTitle: string;
}

/** The sessions from `from` to `to` (days, inclusive), in order of time. */
export async function plannedBetween(
  directory: DirectoryPort,
  from: string,
  to: string,
): Promise<PlannedSession[]> {
  const found = await directory.sessionsBetween(from, to);
  return found.map(({ session }) => {
    const group = directory.get('courseGroup', session.groupId);
    const offer = group && directory.get('offer', group.offerId);
    return {
      ...session,
      lead: session.lead ?? group?.lead ?? null,
      groupName: group?.name ?? '',
      offerId: offer?.id ?? null,
      offerTitle: offer?.title ?? '',
    };
  });
}

/** What clashes among sessions that take place, by the places that people hold on the day itself. */
export function clashesAmong(
  directory: Pick<DirectoryPort, 'enrolmentsOf'>,
  sessions: readonly PlannedSession[],
): Clash<PlannedSession>[] {
  const held = sessions.filter(({ cancelled }) => !cancelled);
  return [...Map.groupBy(held, ({ date }) => date)].flatMap(([date, ofDay]) => {
    const known = new Map<string, ReadonlySet<string>>();
    return findClashes(ofDay, [], (groupId) => {
      const people = known.get(groupId) ?? expectedOn(date, directory.enrolmentsOf('groupId', groupId));
      known.set(groupId, people);
      return people;
    });
  });
}

export interface WeekDay {
  readonly date: string;
  readonly holiday: string | null;
}

/** The days that a week is shown with: Monday to Friday, and of the weekend those with sessions. */
export function shownDays(monday: string, sessions: readonly Pick<PlannedSession, 'date'>[]): WeekDay[] {
  return daysOfWeek(monday)
    .filter((date, at) => at < 5 || sessions.some((session) => session.date === date))
    .map((date) => ({ date, holiday: publicHoliday(date) ?? null }));
}

/** Sessions by the room or the lead that they name, in the order of names; two ways of writing one are the same. */
export function groupedBy<S extends Pick<PlannedSession, 'room' | 'lead'>>(
  sessions: readonly S[],
  by: 'room' | 'lead',
): { readonly name: string | null; readonly sessions: readonly S[] }[] {
  const groups = Map.groupBy(sessions, (session) => session[by]?.trim().toLowerCase() ?? null);
  return [...groups.values()]
    .map((same) => ({ name: same[0]?.[by] ?? null, sessions: same }))
    .sort((one, other) => inNameOrder(one.name, other.name));
}

const byName = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** Orders rooms and leads as people look for them: R 9 before R 10, those without a name last. */
export function inNameOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return byName.compare(one, other);
}
