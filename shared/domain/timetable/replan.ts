/**
 * What a new or changed timetable makes of a group's sessions. Guarantees: what was held, moved, cancelled or planned
 * by hand stays as it is, and nothing is planned over it; sessions that still follow the timetable stay on their day,
 * or take the next free slots; one too many is withdrawn.
 */
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import type { Session } from '#shared/domain/records/session.ts';
import type { Timetable } from '#shared/domain/records/timetable.ts';
import { type SessionSlot, slotsIn, slotsUntil } from './timetable.ts';

type StoredSession = Stored<'session'>;

interface Replan {
  readonly groupId: string;
  readonly group: Pick<CourseGroup, 'startsOn' | 'endsOn' | 'room'>;
  readonly timetable: Timetable;
  readonly offer: Pick<Offer, 'uePlanned' | 'modules'>;
  /** All sessions of the group. */
  readonly sessions: readonly StoredSession[];
  /** Sessions with anything recorded. */
  readonly held: ReadonlySet<string>;
  /** Nothing before this day is planned or changed. */
  readonly from: string;
  readonly newId: () => string;
}

/** Whether the sessions that follow the timetable are planned anew when a group is saved; `before`: as it was. */
export function changesPlan(group: CourseGroup, before: CourseGroup | undefined): boolean {
  if (group.timetable === null) return false;
  if (!before) return true;
  const relevant = ({ startsOn, endsOn, room, offerId, timetable }: CourseGroup): string =>
    JSON.stringify([startsOn, endsOn, room, offerId, timetable]);
  return relevant(group) !== relevant(before);
}

/**
 * The day from which a group is planned. A course that is entered afterwards is planned from its beginning; one that
 * has sessions already only from today on.
 */
export function plannedFrom(sessions: readonly StoredSession[], startsOn: string, today: string): string {
  return sessions.some(({ value }) => !value.withdrawn) ? today : startsOn;
}

const overlap = (
  one: Pick<SessionSlot, 'date' | 'startsAt' | 'endsAt'>,
  other: Pick<SessionSlot, 'date' | 'startsAt' | 'endsAt'>,
): boolean => one.date === other.date && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Whether a session follows the timetable: nothing has happened to it yet. */
function follows({ id, value }: StoredSession, { held, from }: Pick<Replan, 'held' | 'from'>): boolean {
  return (
    value.fromTimetable &&
    !value.withdrawn &&
    value.cancelled === null &&
    value.movedFrom === null &&
    value.date >= from &&
    !held.has(id)
  );
}

/** The sessions that change or are new, in their new state. */
export function replan(plan: Replan): StoredSession[] {
  const inUse = plan.sessions.filter(({ value }) => !value.withdrawn);
  const following = inUse
    .filter((session) => follows(session, plan))
    .sort((a, b) => a.value.date.localeCompare(b.value.date) || a.value.startsAt - b.value.startsAt);
  const fixed = inUse.filter((session) => !follows(session, plan));
  const occupied = fixed.flatMap(({ value }) => (value.movedFrom ? [value, value.movedFrom] : [value]));
  const free = [...slotsIn(plan.timetable, plan.group)].filter(
    (slot) => slot.date >= plan.from && !occupied.some((other) => overlap(slot, other)),
  );
  const given = fixed.reduce((sum, { value }) => sum + (value.cancelled ? 0 : unitsOffered(value)), 0);
  const slots = plan.timetable.untilPlannedUnits ? slotsUntil(free, plan.offer.uePlanned - given) : free;
  const { staying, left } = stayingOn(slots, following);
  const planned = slots.map((slot): StoredSession => {
    const stays = staying.get(slot);
    if (stays) return { ...stays, value: { ...stays.value, ...slot } };
    const moves = left.shift();
    // Who leads on one day says nothing about another.
    if (moves) return { ...moves, value: { ...moves.value, ...slot, lead: null } };
    return { kind: 'session', id: plan.newId(), value: newSession(plan.groupId, slot, true) };
  });
  const surplus = left.map(
    (session): StoredSession => ({ ...session, value: { ...session.value, withdrawn: true } }),
  );
  return [...withModules(planned, fixed, plan.offer.modules), ...surplus];
}

/** Sessions whose day has a slot still, by that slot, and those left for other slots, in order of time. */
function stayingOn(
  slots: readonly SessionSlot[],
  sessions: readonly StoredSession[],
): { readonly staying: ReadonlyMap<SessionSlot, StoredSession>; readonly left: StoredSession[] } {
  const byDay = Map.groupBy(sessions, ({ value }) => value.date);
  const staying = new Map<SessionSlot, StoredSession>();
  for (const slot of slots) {
    const session = byDay.get(slot.date)?.shift();
    if (session) staying.set(slot, session);
  }
  const taken = new Set(staying.values());
  return { staying, left: sessions.filter((session) => !taken.has(session)) };
}

/** A session as it is planned. */
export function newSession(groupId: string, slot: SessionSlot, fromTimetable: boolean): Session {
  return {
    groupId,
    ...slot,
    breaks: [...slot.breaks],
    lead: null,
    moduleId: null,
    fromTimetable,
    cancelled: null,
    movedFrom: null,
    withdrawn: false,
  };
}

/** Gives planned sessions their modules in order: each belongs to the module that its first teaching unit falls into. */
function withModules(
  planned: readonly StoredSession[],
  fixed: readonly StoredSession[],
  modules: Offer['modules'],
): StoredSession[] {
  if (modules.length === 0) return [...planned];
  const moduleAt = new Map<string, string>();
  const inOrder = [...planned, ...fixed.filter(({ value }) => !value.cancelled)].sort(
    (a, b) => a.value.date.localeCompare(b.value.date) || a.value.startsAt - b.value.startsAt,
  );
  let given = 0;
  for (const { id, value } of inOrder) {
    const module = moduleFor(modules, given);
    if (module) moduleAt.set(id, module.id);
    given += unitsOffered(value);
  }
  return planned.map((session) => ({
    ...session,
    value: { ...session.value, moduleId: moduleAt.get(session.id) ?? null },
  }));
}

/** The module in which the teaching unit after `given` ones lies; the last one from its end on. */
function moduleFor(modules: Offer['modules'], given: number): Offer['modules'][number] | undefined {
  let end = 0;
  for (const module of modules) {
    end += module.ue;
    if (given < end) return module;
  }
  return modules.at(-1);
}
