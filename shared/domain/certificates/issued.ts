import type { Stored } from '#shared/domain/records/registry.ts';

/** The latest certificate by what `keyOf` names: the person of a group's certificates, or the group of a person's. Those of `null` are left out. */
export function latestCertificates(
  certificates: readonly Stored<'certificate'>[],
  keyOf: (certificate: Stored<'certificate'>) => string | null,
): ReadonlyMap<string, Stored<'certificate'>> {
  const latest = new Map<string, Stored<'certificate'>>();
  for (const certificate of certificates) {
    const key = keyOf(certificate);
    if (key === null) continue;
    const other = latest.get(key);
    if (!other || other.value.issuedOn <= certificate.value.issuedOn) latest.set(key, certificate);
  }
  return latest;
}
