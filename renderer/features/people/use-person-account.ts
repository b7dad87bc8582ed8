import { useMemo } from 'react';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { loadPersonAccount, type PersonAccount } from '#shared/domain/attendance/person-account.ts';
import { certificateKey, latestCertificates } from '#shared/domain/certificates/issued.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

interface LoadedAccount {
  /** All are `undefined` while they are read. */
  readonly account: PersonAccount | undefined;
  readonly certificates: readonly Stored<'certificate'>[] | undefined;
  /** The latest certificate that counts, by group and what it is about (`certificateKey`). */
  readonly issued: ReadonlyMap<string, Stored<'certificate'>> | undefined;
}

/** A person's UE in every group, and the certificates that they were issued. */
export function usePersonAccount(id: string): LoadedAccount {
  const { directory, records, clock } = useServices();
  const account = useLoaded(
    ['enrolment', 'session', 'attendanceSheet', 'offer', 'courseGroup', 'certificateDecision'],
    () => loadPersonAccount(directory, id, clock.today()),
    [id],
  );
  const certificates = useLoaded(['certificate'], () => records.where('certificate', 'participantId', id), [
    id,
  ]);
  const issued = useMemo(
    () =>
      certificates &&
      latestCertificates(certificates, ({ value }) => value.groupId && certificateKey(value.groupId, value)),
    [certificates],
  );
  return { account, certificates, issued };
}
