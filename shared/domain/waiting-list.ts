/**
 * Places and the waiting list of a group. Guarantees, in any order of enrolments, ends and departures: never more open
 * places than the capacity, and nobody overtakes who has waited longer.
 */
import { addDays, localDay } from './calendar/dates.ts';
import type { Enrolment } from './records/enrolment.ts';
import type { Stored } from './records/registry.ts';

type Place = Stored<'enrolment'>;

export const holdsOpenPlace = ({ value }: Place): boolean =>
  value.endedOn === null && value.waitingSince === null;

/** What tells whether somebody holds an open place or waits for one. */
type OpenOrWaiting = { readonly id: string } & Pick<Enrolment, 'endedOn' | 'waitingSince'>;

/** Who waits, the longest first. */
export function waitingPlaces<P extends OpenOrWaiting>(places: readonly P[]): P[] {
  return places
    .filter(({ endedOn, waitingSince }) => endedOn === null && waitingSince !== null)
    .sort((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '') || (a.id < b.id ? -1 : 1));
}

/** Who waits, as `waitingPlaces` says, of stored records. */
export function waitingLine(places: readonly Place[]): Place[] {
  return waitingPlaces(places.map((place) => ({ ...place.value, id: place.id, place }))).map(
    ({ place }) => place,
  );
}

/** Day since when somebody waits. @param waitingSince as the enrolment has it: an instant and a place in the order. */
export function waitingDay(waitingSince: string): string {
  return localDay(new Date(waitingSince.split(' ')[0] ?? ''));
}

/** How full a group is. `free`: places that somebody new would get, `null` without a limit. */
export interface Occupancy {
  readonly taken: number;
  readonly waiting: number;
  readonly free: number | null;
}

/** Where people wait no place is free for somebody new: nobody overtakes them. */
export function occupancyOf(places: readonly OpenOrWaiting[], capacity: number | null): Occupancy {
  const open = places.filter(({ endedOn }) => endedOn === null);
  const waiting = open.filter(({ waitingSince }) => waitingSince !== null).length;
  const taken = open.length - waiting;
  const left = capacity === null ? null : Math.max(0, capacity - taken);
  return { taken, waiting, free: waiting > 0 ? 0 : left };
}

/** Places left of `capacity` (`null`: without a limit). */
export function freePlaces(places: readonly Place[], capacity: number | null): number {
  return capacity === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, capacity - places.filter(holdsOpenPlace).length);
}

interface MoveUp {
  readonly capacity: number | null;
  readonly endsOn: string;
  readonly today: string;
  /** The places that have just ended, in their new state: who moves up for one begins the day after. */
  readonly freed: readonly Place[];
}

/** The enrolments of those who move up from the waiting list, in their new state. Who can't begin any more stays. */
export function movedUp(places: readonly Place[], { capacity, endsOn, today, freed }: MoveUp): Place[] {
  const free = freePlaces(places, capacity);
  const risen: Place[] = [];
  for (const place of waitingLine(places)) {
    if (risen.length >= free) break;
    const left = freed[risen.length];
    const after =
      left?.value.endReason === 'mistake' ? today : addDays(left?.value.endedOn ?? today, left ? 1 : 0);
    const enrolledOn = [today, after, place.value.enrolledOn].sort().at(-1) ?? today;
    if (enrolledOn > endsOn) continue;
    const waitingSince = place.value.waitingSince ?? '';
    const rise = { waitingSince, enrolledOn: place.value.enrolledOn, freedBy: left?.id ?? null };
    risen.push({ ...place, value: { ...place.value, enrolledOn, waitingSince: null, movedUp: rise } });
  }
  return risen;
}
