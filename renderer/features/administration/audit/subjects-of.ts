import type { AppServices } from '#shared/ports/app-services.ts';

/** By which ids entries may be about a resident: their own, of records merged into it, and of what is theirs. */
export async function subjectsOf(
  { records, directory }: Pick<AppServices, 'records' | 'directory'>,
  residentId: string,
): Promise<ReadonlySet<string>> {
  const merges = await records.where('personMerge', 'participantId', residentId);
  const people = [residentId, ...merges.map(({ value }) => value.mergedId)];
  const ids = new Set(people);
  for (const id of people) {
    for (const certificate of await records.where('certificate', 'participantId', id))
      ids.add(certificate.id);
    for (const badge of await records.where('badge', 'participantId', id)) ids.add(badge.id);
    for (const { id: place } of directory.enrolmentsOf('participantId', id)) ids.add(place);
  }
  return ids;
}
