import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { type Clash, findClashes, type OccupyingSession } from '#shared/domain/timetable/clashes.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';

/** What one other group takes at the same time: a room, a lead, or people. */
export interface ClashLine {
  readonly kind: 'room' | 'lead' | 'people';
  readonly other: string;
  readonly room: string;
  readonly lead: string;
  /** Names of those who are in both groups. */
  readonly people: readonly string[];
  /** How many sessions it concerns, and the first of them. */
  readonly count: number;
  readonly first: Pick<OccupyingSession, 'date' | 'startsAt' | 'endsAt'>;
}

const kinds = ['room', 'lead', 'people'] as const;
const concerns = (clash: Clash, kind: ClashLine['kind']): boolean =>
  kind === 'people' ? clash.participantIds.length > 0 : clash[kind];

/** Who holds an open place in a group. Those who wait are not there yet. */
function peopleIn(directory: DirectoryPort, groupId: string): ReadonlySet<string> {
  return new Set(
    directory
      .enrolmentsOf('groupId', groupId)
      .filter(({ endedOn, waitingSince }) => endedOn === null && waitingSince === null)
      .map(({ participantId }) => participantId),
  );
}

/** The clashes, one line for each other group and kind, the earliest first. */
function linesOf(clashes: readonly Clash[], directory: DirectoryPort): ClashLine[] {
  const nameOf = (id: string): string[] => {
    const person = directory.get('participant', id);
    return person ? [fullName(person)] : [];
  };
  return kinds
    .flatMap((kind) => {
      const ofKind = clashes.filter((clash) => concerns(clash, kind));
      return [...Map.groupBy(ofKind, ({ other }) => other.groupId)].flatMap(([, own]): ClashLine[] => {
        const [first] = own;
        if (!first) return [];
        return [
          {
            kind,
            other: first.other.groupName ?? '',
            room: first.session.room ?? '',
            lead: first.session.lead ?? '',
            people: first.participantIds.flatMap(nameOf),
            count: own.length,
            first: first.session,
          },
        ];
      });
    })
    .sort((a, b) => a.first.date.localeCompare(b.first.date) || a.first.startsAt - b.first.startsAt);
}

/** What stands in the way of `sessions` of a group, from the directory; `undefined` until it is known. */
export function useClashes(
  groupId: string,
  sessions: readonly OccupyingSession[],
): readonly ClashLine[] | undefined {
  const { directory } = useServices();
  return useLoaded(['session', 'courseGroup', 'enrolment'], async () => {
    const days = sessions.map(({ date }) => date).sort();
    const [first] = days;
    const last = days.at(-1);
    if (first === undefined || last === undefined) return [];
    const occupied = await directory.occupiedBetween(first, last);
    const others = occupied.filter((session) => session.groupId !== groupId);
    const people = new Map<string, ReadonlySet<string>>();
    const peopleOf = (id: string): ReadonlySet<string> => {
      const known = people.get(id) ?? peopleIn(directory, id);
      people.set(id, known);
      return known;
    };
    return linesOf(findClashes(sessions, others, peopleOf), directory);
  }, [
    groupId,
    sessions.map(({ date, startsAt, endsAt, room, lead }) => [date, startsAt, endsAt, room, lead]),
  ]);
}
