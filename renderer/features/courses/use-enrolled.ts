import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { type AttendanceResult, groupResults } from '#shared/domain/commands/certificates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names.ts';

/** Somebody who is or was in the group, with their UE up to today. */
export interface EnrolledPerson extends AttendanceResult {
  readonly person: PersonEntry;
  readonly open: boolean;
}

const collator = new Intl.Collator('de', { sensitivity: 'base' });

/** The people of a group: those who hold a place first, each part in the order of names. */
export function useEnrolled(groupId: string): readonly EnrolledPerson[] | undefined {
  const { records, clock } = useServices();
  const people = useEntries('participant');
  const results = useLoaded(
    ['enrolment', 'session', 'attendanceSheet', 'offer'],
    () => groupResults(records, groupId, clock.today()),
    [groupId],
  );
  return useMemo(() => {
    if (!results) return undefined;
    const resultOf = new Map(results.map((result) => [result.participantId, result]));
    return people
      .flatMap((person): EnrolledPerson[] => {
        const result = resultOf.get(person.id);
        return result ? [{ ...result, person, open: result.enrolment.value.endedOn === null }] : [];
      })
      .sort(
        (a, b) => Number(b.open) - Number(a.open) || collator.compare(listName(a.person), listName(b.person)),
      );
  }, [results, people]);
}
