import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import type { GroupResult } from '#shared/domain/attendance/group-results.ts';
import { latestCertificates } from '#shared/domain/certificates/issued.ts';
import type { EnrolmentEntry, PersonEntry } from '#shared/domain/directory.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import { waitingPlaces } from '#shared/domain/waiting-list.ts';

/** Somebody who is or was in the group, with their UE up to today. */
export interface EnrolledPerson extends GroupResult {
  readonly person: PersonEntry;
  readonly open: boolean;
  /** Whether they were issued a certificate of participation that counts. */
  readonly issued: boolean;
}

/** The people of a group: those who hold a place first, each part in the order of names. */
export function useEnrolled(groupId: string): readonly EnrolledPerson[] | undefined {
  const { directory, records, clock } = useServices();
  const people = useEntries('participant');
  const results = useLoaded(
    ['enrolment', 'session', 'attendanceSheet', 'offer', 'courseGroup', 'certificateDecision'],
    () => loadGroupResults(directory, groupId, clock.today()),
    [groupId],
  );
  const certificates = useLoaded(['certificate'], () => records.where('certificate', 'groupId', groupId), [
    groupId,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `people` is what the directory looks in
  return useMemo(() => {
    if (!results) return undefined;
    const issued = latestCertificates(certificates ?? [], ({ value }) =>
      value.kind === 'participation' ? value.participantId : null,
    );
    return results
      .flatMap((result): EnrolledPerson[] => {
        const person = directory.get('participant', result.participantId);
        const open = result.enrolment.endedOn === null;
        return person ? [{ ...result, person, open, issued: issued.has(person.id) }] : [];
      })
      .sort((a, b) => Number(b.open) - Number(a.open) || byListName(a.person, b.person));
  }, [results, certificates, people, directory]);
}

/** Somebody on the waiting list. */
export interface WaitingPerson {
  readonly person: PersonEntry;
  readonly place: EnrolmentEntry;
}

/** All places of a group, and who waits for one, the longest first. */
export function useGroupPlaces(groupId: string): {
  readonly places: readonly EnrolmentEntry[];
  readonly waiting: readonly WaitingPerson[];
} {
  const { directory } = useServices();
  const enrolments = useEntries('enrolment');
  const people = useEntries('participant');
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are what the directory looks in
  return useMemo(() => {
    const places = directory.enrolmentsOf('groupId', groupId);
    const waiting = waitingPlaces(places).flatMap((place): WaitingPerson[] => {
      const person = directory.get('participant', place.participantId);
      return person ? [{ person, place }] : [];
    });
    return { places, waiting };
  }, [directory, enrolments, people, groupId]);
}
