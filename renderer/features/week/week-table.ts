import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import type { Clash } from '#shared/domain/timetable/clashes.ts';
import {
  clashesAmong,
  groupedBy,
  type PlannedSession,
  plannedBetween,
  shownDays,
  type WeekDay,
} from '#shared/domain/timetable/planned.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';

export type RowKind = 'room' | 'lead';

/** What a session gets in the way of. */
export interface ClashKinds {
  readonly room: boolean;
  readonly lead: boolean;
  readonly people: boolean;
}

/** A week as it was read. */
export interface Week {
  readonly monday: string;
  readonly sessions: readonly PlannedSession[];
  readonly clashes: readonly Clash<PlannedSession>[];
  /** Of each session that has a part in a clash. */
  readonly clashKinds: ReadonlyMap<string, ClashKinds>;
}

export interface WeekRow {
  readonly name: string | null;
  /** Of each day, in order of time. */
  readonly cells: readonly (readonly PlannedSession[])[];
}

export interface WeekTable {
  readonly days: readonly WeekDay[];
  readonly rows: readonly WeekRow[];
}

/** Reads the week that begins on `monday`, and finds its clashes: once, for both ways of looking at it. */
export async function loadWeek(directory: DirectoryPort, monday: string): Promise<Week> {
  const sessions = await plannedBetween(directory, monday, addDays(monday, 6));
  const clashes = clashesAmong(directory, sessions);
  const clashKinds = new Map<string, ClashKinds>();
  for (const { session, other, room, lead, participantIds } of clashes) {
    for (const { id } of [session, other]) {
      const known = clashKinds.get(id);
      clashKinds.set(id, {
        room: room || known?.room === true,
        lead: lead || known?.lead === true,
        people: participantIds.length > 0 || known?.people === true,
      });
    }
  }
  return { monday, sessions, clashes, clashKinds };
}

/**
 * Rows of rooms or leads, columns of days. Rooms and leads of groups that run in the week have a row even without a
 * session: that is where something is free.
 */
export function weekTable(
  { monday, sessions }: Pick<Week, 'monday' | 'sessions'>,
  groups: readonly CourseGroupEntry[],
  by: RowKind,
): WeekTable {
  const days = shownDays(monday, sessions);
  const running = groups
    .filter(({ startsOn, endsOn }) => startsOn <= addDays(monday, 6) && endsOn >= monday)
    .flatMap((group) => (group[by] === null ? [] : [{ room: group.room, lead: group.lead, session: null }]));
  const places = sessions.map((session) => ({ room: session.room, lead: session.lead, session }));
  const rows = groupedBy([...places, ...running], by).map(({ name, sessions: inRow }) => ({
    name,
    cells: days.map(({ date }) => inRow.flatMap(({ session }) => (session?.date === date ? [session] : []))),
  }));
  return { days, rows };
}
