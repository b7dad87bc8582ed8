/**
 * What follows from a group's timetable. Guarantees: no session outside the period, on a
 * public holiday that is left out, on a day of an exception, or twice at the same time.
 */
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { addDays, weekdayOf } from '#shared/domain/calendar/dates.ts';
import { publicHoliday } from '#shared/domain/calendar/holidays.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Slot, Timetable } from '#shared/domain/records/timetable.ts';

/** A session's place in time. */
export interface SessionSlot {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly breaks: Slot['breaks'];
  readonly room: string | null;
}

/** A session shorter than this can't hold a teaching unit and is refused as a slip. */
const shortestSession = 15;

type Times = Pick<SessionSlot, 'startsAt' | 'endsAt' | 'breaks'>;

/** Why a session's times can't be, with the field that is about; `undefined` if they can. Over midnight they can't. */
export function timesProblem({ startsAt, endsAt, breaks }: Times): Refusal | undefined {
  if (endsAt <= startsAt) return { code: 'session.ends-before-start', field: 'endsAt' };
  if (endsAt - startsAt < shortestSession)
    return { code: 'session.too-short', field: 'endsAt', values: { minutes: shortestSession } };
  let free = startsAt;
  for (const { from, to } of breaks) {
    if (from < free || to <= from || to > endsAt) return { code: 'session.break-outside', field: 'breaks' };
    free = to;
  }
  return undefined;
}

const meet = (one: Slot, other: Slot): boolean =>
  one.weekday === other.weekday && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Why a timetable can't be; the field is `slots.<n>.<field>` or `exceptions.<n>`. */
export function timetableProblem({ slots, exceptions }: Timetable): Refusal | undefined {
  for (const [at, slot] of slots.entries()) {
    const problem = timesProblem(slot);
    if (problem) return { ...problem, field: `slots.${at}.${problem.field}` };
    if (slots.slice(0, at).some((other) => meet(slot, other)))
      return { code: 'timetable.slots-overlap', field: `slots.${at}.startsAt` };
  }
  const backwards = exceptions.findIndex(({ from, to }) => to < from);
  return backwards === -1
    ? undefined
    : { code: 'timetable.exception-ends-before-start', field: `exceptions.${backwards}` };
}

/** Whether the group meets on no slot of that day: an exception or a holiday that is left out. */
function isLeftOut(day: string, { exceptions, skipHolidays }: Timetable): boolean {
  return (
    exceptions.some(({ from, to }) => from <= day && day <= to) ||
    (skipHolidays && publicHoliday(day) !== undefined)
  );
}

interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly room: string | null;
}

/** Every slot of the timetable within the group's period, in order of time. The timetable must have no problem. */
export function* slotsIn(timetable: Timetable, { startsOn, endsOn, room }: Period): Generator<SessionSlot> {
  const slots = timetable.slots.toSorted((a, b) => a.startsAt - b.startsAt);
  const monday = addDays(startsOn, 1 - weekdayOf(startsOn));
  for (let week = monday; week <= endsOn; week = addDays(week, 7 * timetable.everyWeeks)) {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const date = addDays(week, weekday - 1);
      if (date < startsOn || date > endsOn || isLeftOut(date, timetable)) continue;
      for (const slot of slots) {
        if (slot.weekday !== weekday) continue;
        const { startsAt, endsAt, breaks } = slot;
        yield { date, startsAt, endsAt, breaks, room: slot.room ?? room };
      }
    }
  }
}

/** The slots, until `units` teaching units (UE) are reached; the last one may go beyond. */
export function slotsUntil(slots: Iterable<SessionSlot>, units: number): SessionSlot[] {
  const taken: SessionSlot[] = [];
  let sum = 0;
  for (const slot of slots) {
    if (sum >= units) break;
    taken.push(slot);
    sum += unitsOffered(slot);
  }
  return taken;
}
