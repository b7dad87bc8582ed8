import { addDays, dateSchema } from '#shared/domain/calendar/dates.ts';
import { weekName, weekStart } from '#shared/domain/calendar/weeks.ts';
import { sameName } from '#shared/domain/timetable/clashes.ts';
import type { PlannedSession } from '#shared/domain/timetable/planned.ts';

/** Days that an address is about: `?week=2026-W48` or `?day=2026-11-23`; one that is none means today. */
export interface PrintScope {
  readonly from: string;
  readonly to: string;
  /** The week's name, where a whole week is meant. */
  readonly week: string | null;
}

export function printScope(search: URLSearchParams, today: string): PrintScope {
  const monday = weekStart(search.get('week') ?? '');
  if (monday !== undefined) return { from: monday, to: addDays(monday, 6), week: weekName(monday) };
  const day = dateSchema.safeParse(search.get('day')).data ?? today;
  return { from: day, to: day, week: null };
}

/**
 * Whose lists are meant: the lead that was chosen (`''` for all); else the signed-in person where they lead a session,
 * so that a course lead gets their own lists at once.
 */
export function chosenLead(
  sessions: readonly PlannedSession[],
  chosen: string | null,
  signedIn: string,
): string | null {
  if (chosen === '') return null;
  const wanted = chosen ?? signedIn;
  return sessions.find(({ lead }) => sameName(lead, wanted))?.lead ?? null;
}

/** The sessions that a lead has; all, without one. */
export function ledBy(sessions: readonly PlannedSession[], lead: string | null): readonly PlannedSession[] {
  return lead === null ? sessions : sessions.filter((session) => sameName(session.lead, lead));
}
