import { holdsPlaceOn, type Place } from './ledger.ts';

/** Who is expected at a session: everybody with a place on its day, and whoever is recorded without one. */
export interface RosterPerson {
  readonly participantId: string;
  readonly enrolled: boolean;
}

/** The roster of a session on `date`, each person once. `recorded`: participants who have a mark. */
export function sessionRoster(
  date: string,
  enrolments: readonly Place[],
  recorded: Iterable<string>,
): RosterPerson[] {
  const enrolled = new Set(
    enrolments.filter((place) => holdsPlaceOn(place, date)).map(({ participantId }) => participantId),
  );
  const walkedIn = [...recorded].filter((id) => !enrolled.has(id));
  return [
    ...[...enrolled].map((participantId) => ({ participantId, enrolled: true })),
    ...walkedIn.map((participantId) => ({ participantId, enrolled: false })),
  ];
}
