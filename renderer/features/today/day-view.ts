import { entryOf } from '#shared/domain/attendance/marks.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { SessionEntry } from '#shared/domain/directory.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** A session with how many of the people enrolled on its day have a mark. */
export interface SessionRow {
  readonly session: SessionEntry;
  readonly groupName: string;
  readonly offerTitle: string;
  readonly enrolled: number;
  readonly recorded: number;
}

export interface DayView {
  readonly today: readonly SessionRow[];
  /** Of the seven days before: sessions in which someone has no mark yet, latest first. */
  readonly waiting: readonly SessionRow[];
}

const waitingDays = 7;

const enrolledOn = (day: string, { enrolledOn: from, endedOn, endReason }: Enrolment): boolean =>
  endReason !== 'mistake' && from <= day && (endedOn === null || endedOn >= day);

type Reads = Pick<AppServices, 'records' | 'directory'>;

/** People who are enrolled in each of the groups, by day. */
async function enrolledByGroup({ records }: Reads, groupIds: readonly string[]) {
  const pairs = await Promise.all(
    groupIds.map(
      async (id) =>
        [id, (await records.where('enrolment', 'groupId', id)).map(({ value }) => value)] as const,
    ),
  );
  const byGroup = new Map(pairs);
  return (groupId: string, day: string): ReadonlySet<string> =>
    new Set(
      (byGroup.get(groupId) ?? [])
        .filter((one) => enrolledOn(day, one))
        .map(({ participantId }) => participantId),
    );
}

/** Reads what the day's screen shows. @param today `YYYY-MM-DD` */
export async function loadDay(reads: Reads, today: string): Promise<DayView> {
  const found = await reads.directory.sessionsBetween(addDays(today, -waitingDays), today);
  const sessions = found.map(({ session }) => session);
  const enrolled = await enrolledByGroup(reads, [...new Set(sessions.map(({ groupId }) => groupId))]);
  const sheets = new Map(
    (
      await reads.records.getMany(
        'attendanceSheet',
        sessions.map(({ id }) => id),
      )
    ).map(({ id, value }) => [id, value]),
  );
  const rows = sessions.map((session): SessionRow => {
    const group = reads.directory.get('courseGroup', session.groupId);
    const people = enrolled(session.groupId, session.date);
    const sheet = sheets.get(session.id);
    return {
      session,
      groupName: group?.name ?? '',
      offerTitle: (group && reads.directory.get('offer', group.offerId)?.title) ?? '',
      enrolled: people.size,
      recorded: [...people].filter((person) => entryOf(sheet, person)).length,
    };
  });
  return {
    today: rows.filter(({ session }) => session.date === today),
    waiting: rows
      .filter(
        ({ session, enrolled: all, recorded }) =>
          session.date < today && !session.cancelled && recorded < all,
      )
      .reverse(),
  };
}

/** The session that is on or comes next; the last one, if all are over. `minute` since midnight. */
export function nextSession(rows: readonly SessionRow[], minute: number): SessionRow | undefined {
  const held = rows.filter(({ session }) => !session.cancelled);
  return held.find(({ session }) => session.endsAt > minute) ?? held.at(-1);
}
