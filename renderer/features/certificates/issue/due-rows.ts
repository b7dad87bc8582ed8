import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import type { GroupResult } from '#shared/domain/attendance/group-results.ts';
import { attendedShare } from '#shared/domain/attendance/ledger.ts';
import { latestCertificates } from '#shared/domain/certificates/issued.ts';
import { byListName, listName } from '#shared/domain/names/full-name.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** A person of the group, and whether a certificate is due to them. */
export interface DueRow {
  readonly participantId: string;
  /** `Family, Given` */
  readonly name: string;
  readonly result: GroupResult;
  /** Whole percent of the UE offered; rounded down, so that 74.9 is never shown as the 75 that it does not reach. */
  readonly percent: number;
  /** Day of the latest certificate for this group. */
  readonly issuedOn: string | null;
}

/** Everybody of a group by name. */
export async function dueRows(
  { records, directory }: Pick<AppServices, 'records' | 'directory'>,
  groupId: string,
  today: string,
): Promise<DueRow[]> {
  const [results, certificates] = await Promise.all([
    loadGroupResults(directory, groupId, today),
    records.where('certificate', 'groupId', groupId),
  ]);
  const issued = latestCertificates(certificates, ({ value }) => value.participantId);
  return results
    .flatMap((result) => {
      const person = directory.get('participant', result.participantId);
      return person ? [{ person, result }] : [];
    })
    .sort((a, b) => byListName(a.person, b.person))
    .map(
      ({ person, result }): DueRow => ({
        participantId: person.id,
        name: listName(person),
        result,
        percent: attendedShare(result.sums) ?? 0,
        issuedOn: issued.get(person.id)?.value.issuedOn ?? null,
      }),
    );
}

/** Who is selected before anybody chose: due, and without a certificate so far. */
export function preselected(rows: readonly DueRow[]): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ result, issuedOn }) => result.due === 'due' && issuedOn === null)
      .map(({ participantId }) => participantId),
  );
}
