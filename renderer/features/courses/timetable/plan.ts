/** What saving a group's form would plan, by the same pure functions that the command plans with. */
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { addDays, laterDay } from '#shared/domain/calendar/dates.ts';
import { publicHoliday } from '#shared/domain/calendar/holidays.ts';
import { longestPeriod } from '#shared/domain/commands/groups.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import type { Timetable } from '#shared/domain/records/timetable.ts';
import { changesPlan, plannedFrom, replan } from '#shared/domain/timetable/replan.ts';
import { slotsIn, timetableProblem } from '#shared/domain/timetable/timetable.ts';

type StoredSession = Stored<'session'>;

interface Planning {
  readonly groupId: string;
  /** As the form has it; an empty `endsOn` is one that is still to be found. */
  readonly group: CourseGroup;
  /** As it is saved; `undefined`: a new one. */
  readonly before: CourseGroup | undefined;
  readonly offer: Pick<Offer, 'uePlanned' | 'modules'>;
  /** All sessions of the group, and those with anything recorded. */
  readonly stored: readonly StoredSession[];
  readonly held: ReadonlySet<string>;
  readonly today: string;
}

interface Holiday {
  readonly day: string;
  readonly name: string;
}

export interface Plan {
  /** Sessions after saving that are not cancelled, in order of time. */
  readonly sessions: readonly StoredSession[];
  readonly units: number;
  /** The first day for which sessions are planned; those before it are left alone. */
  readonly from: string;
  /** UE of one week in which the group meets. */
  readonly unitsPerWeek: number;
  /** Of an existing group: sessions that are timed anew, that stay as they are, that are taken away. */
  readonly renewed: number;
  readonly kept: number;
  readonly removed: number;
  /** Nothing about the sessions changes by saving. */
  readonly unchanged: boolean;
  readonly skippedHolidays: readonly Holiday[];
  readonly sessionsOnHolidays: readonly Holiday[];
  /** The last day that the planned UE take where the period is too short for them, if they can be reached at all. */
  readonly tooShort: { readonly neededUntil: string | undefined } | undefined;
}

const byTime = (a: StoredSession, b: StoredSession): number =>
  a.value.date.localeCompare(b.value.date) || a.value.startsAt - b.value.startsAt;

const unitsOf = (sessions: readonly StoredSession[]): number =>
  sessions.reduce((sum, { value }) => sum + unitsOffered(value), 0);

/** The plan of a group's form; `undefined` while it has no timetable or one that can't be. */
export function planOf(planning: Planning): Plan | undefined {
  const { group, before, offer, stored, today } = planning;
  const { timetable } = group;
  if (timetable === null || group.startsOn === '' || timetableProblem(timetable)) return undefined;
  const openEnd = group.endsOn === '';
  if (!openEnd && group.endsOn < group.startsOn) return undefined;
  const furthest = addDays(group.startsOn, longestPeriod);
  if (openEnd && !timetable.untilPlannedUnits) return undefined;
  const from = plannedFrom(stored, group.startsOn, today);
  const unchanged = !changesPlan(group, before);
  const upTo = (endsOn: string) =>
    unchanged ? unchangedPlan(stored) : changedPlan(planning, timetable, { from, endsOn });
  const plan = upTo(openEnd ? furthest : group.endsOn);
  const units = unitsOf(plan.sessions);
  const isShort = timetable.untilPlannedUnits && (openEnd || units < offer.uePlanned);
  const last = plan.sessions.at(-1)?.value.date;
  const until = timetable.untilPlannedUnits && last ? last : openEnd ? furthest : group.endsOn;
  return {
    ...plan,
    units,
    from: laterDay(from, group.startsOn),
    unchanged,
    unitsPerWeek: timetable.slots.reduce((sum, slot) => sum + unitsOffered(slot), 0),
    skippedHolidays: timetable.skipHolidays ? holidaysMet(timetable, { ...group, from, until }) : [],
    sessionsOnHolidays: timetable.skipHolidays ? [] : holidaysMet(timetable, { ...group, from, until }),
    tooShort: isShort
      ? { neededUntil: dayNeeded(changedPlan(planning, timetable, { from, endsOn: furthest }), offer) }
      : undefined,
  };
}

type Sessions = Pick<Plan, 'sessions' | 'renewed' | 'kept' | 'removed'>;

function unchangedPlan(stored: readonly StoredSession[]): Sessions {
  const inUse = stored.filter(({ value }) => !value.withdrawn);
  const sessions = inUse.filter(({ value }) => value.cancelled === null).sort(byTime);
  return { sessions, renewed: 0, kept: inUse.length, removed: 0 };
}

function changedPlan(
  { groupId, group, offer, stored, held }: Planning,
  timetable: Timetable,
  { from, endsOn }: { readonly from: string; readonly endsOn: string },
): Sessions {
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `planned-${made}`;
  };
  const changed = replan({
    ...{ groupId, timetable, offer, sessions: stored, held, from, newId },
    group: { ...group, endsOn },
  });
  const planned = changed.filter(({ value }) => !value.withdrawn);
  const touched = new Set(changed.map(({ id }) => id));
  const kept = stored.filter(({ id, value }) => !value.withdrawn && !touched.has(id));
  const taking = [...planned, ...kept.filter(({ value }) => value.cancelled === null)];
  return {
    sessions: taking.sort(byTime),
    renewed: planned.length,
    kept: kept.length,
    removed: changed.length - planned.length,
  };
}

function dayNeeded({ sessions }: Sessions, { uePlanned }: Pick<Offer, 'uePlanned'>): string | undefined {
  return unitsOf(sessions) < uePlanned ? undefined : sessions.at(-1)?.value.date;
}

interface Stretch {
  readonly startsOn: string;
  readonly room: string | null;
  readonly from: string;
  readonly until: string;
}

/** Public holidays on days on which the group would meet. */
function holidaysMet(timetable: Timetable, { startsOn, room, from, until }: Stretch): Holiday[] {
  const met = new Map<string, string>();
  const period = { startsOn, endsOn: until, room };
  for (const { date } of slotsIn({ ...timetable, skipHolidays: false }, period)) {
    const name = publicHoliday(date);
    if (name !== undefined && date >= from) met.set(date, name);
  }
  return [...met].map(([day, name]) => ({ day, name }));
}
