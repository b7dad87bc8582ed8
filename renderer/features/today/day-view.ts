import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import { sameName } from '#shared/domain/timetable/clashes.ts';
import type { AppServices, DirectoryPort } from '#shared/ports/app-services.ts';

/** A session with how many of the people who have a place on its day have a mark. */
export interface SessionRow {
  readonly session: SessionEntry;
  readonly groupName: string;
  readonly offerTitle: string;
  /** The session's lead, or the group's. */
  readonly lead: string | null;
  readonly enrolled: number;
  readonly recorded: number;
  /** Who was recorded or counted without a place. */
  readonly others: number;
  readonly closed: boolean;
}

export interface DayView {
  readonly today: readonly SessionRow[];
  /** Of the seven days before: sessions that aren't closed and in which someone has no mark yet, latest first. */
  readonly waiting: readonly SessionRow[];
}

const waitingDays = 7;

function rowOf(directory: DirectoryPort, session: SessionEntry, sheet: SheetEntry | undefined): SessionRow {
  const group = directory.get('courseGroup', session.groupId);
  const people = expectedOn(session.date, directory.enrolmentsOf('groupId', session.groupId));
  const recorded = [...people].filter((person) => sheet?.marks[person] !== undefined).length;
  return {
    session,
    groupName: group?.name ?? '',
    offerTitle: (group && directory.get('offer', group.offerId)?.title) ?? '',
    lead: session.lead ?? group?.lead ?? null,
    enrolled: people.size,
    recorded,
    others: sheet ? sheet.recorded - recorded + sheet.heads : 0,
    closed: sheet?.closed ?? false,
  };
}

/** What the day's screen shows, from the directory alone. @param today `YYYY-MM-DD` */
export async function loadDay(
  { directory }: Pick<AppServices, 'directory'>,
  today: string,
): Promise<DayView> {
  const found = await directory.sessionsBetween(addDays(today, -waitingDays), today);
  const rows = found.map(({ session, sheet }) => rowOf(directory, session, sheet));
  const waits = ({ session, closed, recorded, enrolled }: SessionRow): boolean =>
    session.date < today && !session.cancelled && !closed && recorded < enrolled;
  return {
    today: rows.filter(({ session }) => session.date === today),
    waiting: rows.filter(waits).reverse(),
  };
}

/**
 * The session that is on or comes next; the last one, if all are over. Sessions that `name` leads come before those
 * of others. `minute` since midnight.
 */
export function nextSession(
  rows: readonly SessionRow[],
  minute: number,
  name: string,
): SessionRow | undefined {
  const held = rows.filter(({ session }) => !session.cancelled);
  const coming = held.filter(({ session }) => session.endsAt > minute);
  return coming.find(({ lead }) => sameName(lead, name)) ?? coming[0] ?? held.at(-1);
}
