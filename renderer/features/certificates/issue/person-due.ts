import { attendedShare, type UnitSums } from '#shared/domain/attendance/ledger.ts';
import { loadPersonAccount } from '#shared/domain/attendance/person-account.ts';
import type { DueVerdict } from '#shared/domain/certificates/due.ts';
import { certificateKey, latestCertificates } from '#shared/domain/certificates/issued.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** A course or a module of a person, and whether its certificate is due. */
export interface PersonDue {
  readonly groupId: string;
  readonly groupName: string;
  /** `null`: the whole course. */
  readonly module: { readonly id: string; readonly title: string } | null;
  readonly sums: UnitSums;
  readonly verdict: DueVerdict;
  /** Whole percent of the UE offered, rounded down. */
  readonly percent: number;
  /** Percent that the offer asks for. */
  readonly minimum: number;
  /** Day of the latest one that counts. */
  readonly issuedOn: string | null;
}

/** Names a course or a module among a person's. */
export const personDueKey = ({ groupId, module }: PersonDue): string => `${groupId} ${module?.id ?? ''}`;

/** Every course of a person, each with its modules, of which anything was taught. */
export async function personDue(
  { directory, records }: Pick<AppServices, 'directory' | 'records'>,
  participantId: string,
  today: string,
): Promise<PersonDue[]> {
  const [{ lines }, certificates] = await Promise.all([
    loadPersonAccount(directory, participantId, today),
    records.where('certificate', 'participantId', participantId),
  ]);
  const issued = latestCertificates(
    certificates,
    ({ value }) => value.groupId && certificateKey(value.groupId, value),
  );
  return lines.flatMap(({ group, offer, sums, verdict, modules }) => {
    if (!verdict) return [];
    return [{ module: null, sums, verdict }, ...modules].flatMap((one): PersonDue[] => {
      if (one.sums.offered === 0) return [];
      const { module } = one;
      const kind = module ? 'module' : 'participation';
      return [
        {
          ...{ ...one, groupId: group.id, groupName: group.name, minimum: offer.minimumAttendance },
          percent: attendedShare(one.sums) ?? 0,
          issuedOn: issued.get(certificateKey(group.id, { kind, module }))?.value.issuedOn ?? null,
        },
      ];
    });
  });
}
