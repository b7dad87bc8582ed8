import { holdsPlaceOn, type Place } from './ledger.ts';

/** The participants who are expected on a day: everybody who holds one of the places then, each person once. */
export function expectedOn(day: string, places: readonly Place[]): ReadonlySet<string> {
  return new Set(
    places.filter((place) => holdsPlaceOn(place, day)).map(({ participantId }) => participantId),
  );
}
