import { useMemo, useState } from 'react';
import type { LikelyCouple } from '#renderer/services/likely-same/use-likely-same.ts';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { mergedPerson } from '#shared/domain/people/merged-person.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';
import type { Participant } from '#shared/domain/records/participant.ts';

/** What belongs to somebody, by kind. */
export interface Belongings {
  readonly attendances: ReadonlySet<string>;
  readonly groups: readonly string[];
  readonly certificates: number;
  readonly badges: number;
}

/** One of the two, with everything that is theirs. */
interface Side {
  readonly id: string;
  readonly person: Participant;
  readonly belongings: Belongings;
}

export interface OpenPair {
  /** In the order of the pair. */
  readonly sides: readonly [Side, Side];
  /** Which of them goes on. */
  readonly keeps: 0 | 1;
  swap(): void;
  /** What the record that goes on becomes. */
  readonly after: { readonly person: Participant; readonly belongings: Belongings };
}

/** Whose record rather goes on: somebody who is here, with a number, who arrived earlier. */
function claim({ person }: Side): number {
  return (person.departedOn === null ? 4 : 0) + (person.number === null ? 0 : 2);
}

function keptOf([one, other]: OpenPair['sides']): 0 | 1 {
  const more =
    claim(other) - claim(one) || other.belongings.attendances.size - one.belongings.attendances.size;
  return more > 0 ? 1 : 0;
}

const sum = (one: Belongings, other: Belongings): Belongings => ({
  attendances: new Set([...one.attendances, ...other.attendances]),
  groups: [...new Set([...one.groups, ...other.groups])],
  certificates: one.certificates + other.certificates,
  badges: one.badges + other.badges,
});

/** Everything about the two of a pair; `undefined` while it is read. */
export function usePair({ key, one, other }: LikelyCouple): OpenPair | undefined {
  const { records, directory } = useServices();
  const badges = useEntries('badge');
  /** The pair in which the other one than usual goes on. */
  const [swapped, setSwapped] = useState<string>();
  const read = useLoaded(['participant', 'enrolment', 'attendanceSheet', 'certificate'], async () => {
    const [first, second] = await Promise.all([sideOf(one), sideOf(other)]);
    return { key, sides: first && second ? ([first, second] as const) : undefined };
  }, [key]);
  // What was read last may still be the pair before.
  const sides = read?.key === key ? read.sides : undefined;
  return useMemo(() => {
    if (!sides) return undefined;
    const usual = keptOf(sides);
    const keeps = swapped === key ? ((1 - usual) as 0 | 1) : usual;
    const [kept, goes] = keeps === 0 ? sides : [sides[1], sides[0]];
    return {
      ...{ sides, keeps, swap: () => setSwapped(swapped === key ? undefined : key) },
      after: {
        person: mergedPerson(kept.person, goes.person),
        belongings: sum(kept.belongings, goes.belongings),
      },
    };
  }, [sides, swapped, key]);

  async function sideOf({ id }: PersonEntry): Promise<Side | undefined> {
    const person = await records.get('participant', id);
    if (!person) return undefined;
    const groups = directory
      .enrolmentsOf('participantId', id)
      .map(({ groupId }) => directory.get('courseGroup', groupId)?.name ?? '');
    return {
      ...{ id, person },
      belongings: {
        attendances: new Set(await directory.sheetsOf(id)),
        groups: [...new Set(groups)].filter((name) => name !== ''),
        certificates: (await records.where('certificate', 'participantId', id)).length,
        badges: badges.filter((badge) => badge.participantId === id && isActiveBadge(badge)).length,
      },
    };
  }
}
