import type { Stored } from '#shared/domain/records/registry.ts';

/** The latest certificate by what `keyOf` names: the person of a group's certificates, or the group of a person's. */
export function latestCertificates(
  certificates: readonly Stored<'certificate'>[],
  keyOf: (certificate: Stored<'certificate'>) => string,
): ReadonlyMap<string, Stored<'certificate'>> {
  const latest = new Map<string, Stored<'certificate'>>();
  for (const certificate of certificates) {
    const other = latest.get(keyOf(certificate));
    if (!other || other.value.issuedOn <= certificate.value.issuedOn)
      latest.set(keyOf(certificate), certificate);
  }
  return latest;
}
