import { type AttendanceResult, groupResults } from '#shared/domain/commands/certificates.ts';
import { listName } from '#shared/domain/names.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';

/** A person of the group, and whether a certificate is due to them. */
export interface DueRow {
  readonly participantId: string;
  /** `Family, Given` */
  readonly name: string;
  readonly result: AttendanceResult;
  /** Whole percent of the UE offered; rounded down, so that 74.9 is never shown as the 75 that it does not reach. */
  readonly percent: number;
  /** Day of the latest certificate for this group. */
  readonly issuedOn: string | null;
}

function percentOf({ sums }: AttendanceResult): number {
  return sums.offered === 0 ? 0 : Math.floor((sums.attended * 100) / sums.offered);
}

/** Everybody of a group by name. */
export async function dueRows(reader: RecordReader, groupId: string, today: string): Promise<DueRow[]> {
  const [results, certificates] = await Promise.all([
    groupResults(reader, groupId, today),
    reader.where('certificate', 'groupId', groupId),
  ]);
  const people = await reader.getMany(
    'participant',
    results.map(({ participantId }) => participantId),
  );
  const names = new Map(people.map(({ id, value }) => [id, listName(value)]));
  const issued = new Map<string, string>();
  for (const { value } of certificates) {
    const other = issued.get(value.participantId);
    if (other === undefined || other < value.issuedOn) issued.set(value.participantId, value.issuedOn);
  }
  return results
    .map(
      (result): DueRow => ({
        participantId: result.participantId,
        name: names.get(result.participantId) ?? '',
        result,
        percent: percentOf(result),
        issuedOn: issued.get(result.participantId) ?? null,
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** Who is selected before anybody chose: due, and without a certificate so far. */
export function preselected(rows: readonly DueRow[]): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ result, issuedOn }) => result.due === 'due' && issuedOn === null)
      .map(({ participantId }) => participantId),
  );
}
