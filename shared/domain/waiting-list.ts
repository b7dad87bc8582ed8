/**
 * Places and the waiting list of a group. Guarantees, in any order of enrolments, ends and departures: never more open
 * places than the capacity, and nobody overtakes who has waited longer.
 */
import { addDays } from './calendar/dates.ts';
import type { Stored } from './records/registry.ts';

type Place = Stored<'enrolment'>;

export const holdsOpenPlace = ({ value }: Place): boolean =>
  value.endedOn === null && value.waitingSince === null;

/** Who waits, the longest first. */
export function waitingLine<
  P extends { readonly id: string; readonly value: Pick<Place['value'], 'endedOn' | 'waitingSince'> },
>(places: readonly P[]): P[] {
  return places
    .filter(({ value }) => value.endedOn === null && value.waitingSince !== null)
    .sort(
      (a, b) =>
        (a.value.waitingSince ?? '').localeCompare(b.value.waitingSince ?? '') || (a.id < b.id ? -1 : 1),
    );
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

/** The enrolments of those who move up from the waiting list, in their new state. */
export function movedUp(places: readonly Place[], { capacity, endsOn, today, freed }: MoveUp): Place[] {
  const free = freePlaces(places, capacity);
  return waitingLine(places)
    .slice(0, free)
    .flatMap((place, at) => {
      const left = freed[at];
      const after =
        left?.value.endReason === 'mistake' ? today : addDays(left?.value.endedOn ?? today, left ? 1 : 0);
      const enrolledOn = [today, after, place.value.enrolledOn].sort().at(-1) ?? today;
      if (enrolledOn > endsOn) return [];
      const waitingSince = place.value.waitingSince ?? '';
      return [
        {
          ...place,
          value: {
            ...place.value,
            enrolledOn,
            waitingSince: null,
            movedUp: { waitingSince, freedBy: left?.id ?? null },
          },
        },
      ];
    });
}
