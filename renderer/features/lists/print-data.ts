/** Reads what goes onto lists on paper. */
import type {
  DayOverview,
  GroupRoster,
  PrintedLists,
  SignatureLists,
  WeekPlan,
} from '#renderer/documents/lists/printed-lists.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { publicHoliday } from '#shared/domain/calendar/holidays.ts';
import { weekOf } from '#shared/domain/calendar/weeks.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { mostLists } from '#shared/domain/commands/signature-lists.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { groupedBy, type PlannedSession, shownDays } from '#shared/domain/timetable/planned.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

type Reads = Pick<AppServices, 'records' | 'directory' | 'clock'>;

/** Whose list it is, and the day of print. */
export async function printedBy({ records, clock }: Reads) {
  const facility = await records.get('facility', facilityId);
  return { facility: facility?.name ?? '', printedOn: clock.today() };
}

/** Keeps the lines of the sessions' lists under their numbers, and gives what is printed on them. */
export async function signatureLists(
  services: Reads & Pick<AppServices, 'commands'>,
  sessions: readonly PlannedSession[],
): Promise<Result<SignatureLists, Refusal>> {
  const { commands, directory } = services;
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const ids = [...byId.keys()];
  const kept = [];
  for (let from = 0; from < ids.length; from += mostLists) {
    const answer = await commands.execute('signatureList.print', {
      sessionIds: ids.slice(from, from + mostLists),
    });
    if (!answer.ok) return err(answer.error);
    kept.push(...answer.value.lists);
  }
  const bySession = new Map(kept.map((list) => [list.sessionId, list]));
  const lists = [...byId.values()].flatMap((session) => {
    const list = bySession.get(session.id);
    if (!list) return [];
    const offer = session.offerId === null ? undefined : directory.get('offer', session.offerId);
    return {
      number: list.number,
      session: {
        ...{ date: session.date, startsAt: session.startsAt, endsAt: session.endsAt },
        ...{ offer: session.offerTitle, group: session.groupName, room: session.room, lead: session.lead },
        module: offer?.modules.find(({ id }) => id === session.moduleId)?.title ?? null,
        units: unitsOffered(session),
      },
      people: list.participantIds.map((id) => {
        const person = directory.get('participant', id);
        return { family: person?.family ?? null, given: person?.given ?? '' };
      }),
    };
  });
  return ok({ kind: 'signature-lists', ...(await printedBy(services)), lists });
}

export async function blankForm(services: Reads): Promise<PrintedLists> {
  return { kind: 'signature-form', ...(await printedBy(services)) };
}

/** Who is in the group today; before its first day and after its last, who was on that day. */
export async function groupRoster(services: Reads, group: CourseGroupEntry): Promise<GroupRoster> {
  const { clock, directory } = services;
  const today = clock.today();
  const asOf = [group.startsOn, today, group.endsOn].toSorted()[1] ?? today;
  const people = [...expectedOn(asOf, directory.enrolmentsOf('groupId', group.id))]
    .flatMap((id) => directory.get('participant', id) ?? [])
    .sort(byListName)
    .map(({ family, given, number }) => ({ family, given, number }));
  const slots = (group.timetable?.slots ?? [])
    .toSorted((a, b) => a.weekday - b.weekday || a.startsAt - b.startsAt)
    .map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }));
  return {
    kind: 'group-roster',
    ...(await printedBy(services)),
    ...{ group: group.name, offer: directory.get('offer', group.offerId)?.title ?? '' },
    ...{ room: group.room, lead: group.lead, startsOn: group.startsOn, endsOn: group.endsOn },
    ...{ slots, asOf, people },
  };
}

export async function weekPlan(
  services: Reads,
  { monday, layout }: { readonly monday: string; readonly layout: WeekPlan['layout'] },
  sessions: readonly PlannedSession[],
): Promise<WeekPlan> {
  return {
    kind: 'week-plan',
    ...(await printedBy(services)),
    layout,
    week: weekOf(monday).week,
    days: shownDays(monday, sessions),
    rooms: groupedBy(sessions, 'room').map(({ name, sessions: inRoom }) => ({
      room: name,
      sessions: inRoom.map(({ date, startsAt, endsAt, groupName, lead, cancelled }) => ({
        ...{ date, startsAt, endsAt, group: groupName, lead, cancelled },
      })),
    })),
  };
}

export async function dayOverview(
  services: Reads,
  date: string,
  sessions: readonly PlannedSession[],
): Promise<DayOverview> {
  const { directory } = services;
  return {
    kind: 'day-overview',
    ...(await printedBy(services)),
    date,
    holiday: publicHoliday(date) ?? null,
    sessions: sessions.map((session) => ({
      ...{ startsAt: session.startsAt, endsAt: session.endsAt, cancelled: session.cancelled },
      ...{ group: session.groupName, offer: session.offerTitle, room: session.room, lead: session.lead },
      expected: expectedOn(date, directory.enrolmentsOf('groupId', session.groupId)).size,
    })),
  };
}
